"""What a Pulumi program asks its configuration, in each language: known where all stacks answer alike."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import pulumi_go, pulumi_py, pulumi_ts
from lambdalint.model.functions import Function
from lambdalint.value import Known

SCRIPT = """import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
const config = new pulumi.Config({space});
new aws.lambda.Function('f', {{ timeout: {asked} }});
"""
STACKS = {"Pulumi.dev.yaml": "config:\n  shop:wait: 44\n  shop:name: x\n  other:wait: 5\n"}


def deployed(asked: str, stacks: Mapping[str, str], space: str = "", project: str = "") -> object:
    files = {
        "Pulumi.yaml": f"name: shop\nruntime: nodejs\nmain: src\n{project}",
        "src/index.ts": SCRIPT.format(asked=asked, space=space),
        **stacks,
    }
    data = {path: text.encode() for path, text in files.items()}
    facts, _ = pulumi_ts.read(data.get, data.get, sorted(data))
    return timeout(facts.functions)


def timeout(functions: tuple[Function, ...]) -> object:
    (function,) = functions
    if not isinstance(function.timeout, Known):
        return "unknown"
    assert function.timeout.slot is None
    return function.timeout.value


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("config.requireNumber('wait')", 44),
        ("config.getNumber('wait') ?? 10", 44),
        ("Number(config.require('wait'))", 44),
        ("config.requireNumber('absent')", "unknown"),
        ("config.getNumber('absent') ?? 10", "unknown"),
        ("config.requireNumber('name')", "unknown"),
        ("config.requireSecretNumber('wait')", "unknown"),
        ("config.requireObject('wait')", "unknown"),
        ("config.requireNumber(process.env.KEY!)", "unknown"),
    ],
)
def test_what_the_configuration_answers(asked: str, seconds: object) -> None:
    assert deployed(asked, STACKS) == seconds


def test_whose_settings_they_are() -> None:
    asked = "config.requireNumber('wait')"
    assert deployed(asked, STACKS, "'other'") == "unknown"
    assert deployed(asked, {}) == "unknown"
    assert deployed(asked, {}, project="config:\n  wait: 9\n") == 9
    assert deployed(asked, STACKS, project="config:\n  wait: 9\n") == "unknown"
    assert deployed(asked, {**STACKS, "Pulumi.prod.yaml": "config:\n  shop:wait: 45\n"}) == "unknown"
    assert deployed(asked, {**STACKS, "src/Pulumi.prod.yaml": "config:\n  shop:wait: 45\n"}) == 44


def test_programs_in_python_ask_alike() -> None:
    text = (
        "import pulumi\nimport pulumi_aws as aws\nconfig = pulumi.Config()\n"
        "aws.lambda_.Function('f', timeout=config.require_int('wait'))\n"
    )
    files = {"Pulumi.yaml": "name: shop\nruntime: python\n", "__main__.py": text, **STACKS}
    data = {path: text.encode() for path, text in files.items()}
    assert timeout(pulumi_py.read(data.get, data.get, sorted(data))[0].functions) == 44


def test_programs_in_go_ask_alike() -> None:
    text = (
        'package main\n\nimport (\n\t"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"\n'
        '\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n\t"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"\n)\n\n'
        "func main() {\n\tpulumi.Run(func(ctx *pulumi.Context) error {\n\t\twait := 10\n"
        '\t\tif given := config.New(ctx, "").GetInt("wait"); given != 0 {\n\t\t\twait = given\n\t\t}\n'
        '\t\t_, err := lambda.NewFunction(ctx, "f", &lambda.FunctionArgs{Timeout: pulumi.Int(wait)})\n'
        "\t\treturn err\n\t})\n}\n"
    )
    files = {"go.mod": "module example.com/shop\n\ngo 1.24\n", "Pulumi.yaml": "name: shop\nruntime: go\n", **STACKS}
    data = {path: text.encode() for path, text in {**files, "main.go": text}.items()}
    assert timeout(pulumi_go.read(data.get, data.get, sorted(data)).functions) == 44
