"""What a CDK program asks its context, in each language: known where its cdk.json says it."""

from __future__ import annotations

import json

import pytest

from lambdalint.frontends import cdk_go, cdk_py, cdk_ts
from lambdalint.model.functions import Function
from lambdalint.value import Known

CONTEXT = {"wait": 44, "stage": "qa", "sizes": {"qa": {"wait": 45}}, "list": [46]}
SCRIPT = """import * as cdk from 'aws-cdk-lib';
import {{ GoFunction }} from '@aws-cdk/aws-lambda-go-alpha';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
new GoFunction(stack, 'F', {{ entry: 'x', timeout: cdk.Duration.seconds({asked}) }});
"""


def deployed(asked: str, settings: str) -> object:
    data = {"infra/cdk.json": settings.encode(), "infra/bin/app.ts": SCRIPT.format(asked=asked).encode()}
    return timeout(cdk_ts.read(data.get, data.get, sorted(data))[0].functions)


def timeout(functions: tuple[Function, ...]) -> object:
    (function,) = functions
    if not isinstance(function.timeout, Known):
        return "unknown"
    assert not function.timeout.span.path.endswith("cdk.json") or function.timeout.slot is None
    return function.timeout.value


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("app.node.tryGetContext('wait')", 44),
        ("stack.node.tryGetContext('wait') ?? 5", 44),
        ("app.node.getContext('sizes')[app.node.tryGetContext('stage')].wait", 45),
        ("app.node.tryGetContext('list')[0]", 46),
        ("app.node.tryGetContext('stage') === 'qa' ? 6 : 7", 6),
        ("app.node.tryGetContext('absent')", "unknown"),
        ("app.node.tryGetContext('absent') ?? 5", "unknown"),
        ("app.node.tryGetContext(process.env.KEY!)", "unknown"),
        ("outside.tryGetContext('wait')", "unknown"),
    ],
)
def test_what_the_context_answers(asked: str, seconds: object) -> None:
    assert deployed(asked, json.dumps({"app": "npx ts-node bin/app.ts", "context": CONTEXT})) == seconds


@pytest.mark.parametrize("settings", ['{"app": "ts-node bin/app.ts"}', '{"app": "ts-node bin/app.ts", "context": []}'])
def test_without_a_context_nothing_is_answered(settings: str) -> None:
    assert deployed("app.node.tryGetContext('wait')", settings) == "unknown"


def test_programs_in_python_ask_alike() -> None:
    text = (
        "import aws_cdk as cdk\nfrom aws_cdk import aws_lambda as _lambda\napp = cdk.App()\n"
        "stack = cdk.Stack(app, 'Shop')\n"
        "_lambda.Function(stack, 'F', timeout=cdk.Duration.seconds(app.node.try_get_context('wait')))\n"
    )
    data = {"cdk.json": json.dumps({"app": "python3 app.py", "context": CONTEXT}).encode(), "app.py": text.encode()}
    assert timeout(cdk_py.read(data.get, data.get, sorted(data))[0].functions) == 44


def test_programs_in_go_ask_alike() -> None:
    text = (
        'package main\n\nimport (\n\t"github.com/aws/aws-cdk-go/awscdk/v2"\n'
        '\t"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"\n\t"github.com/aws/jsii-runtime-go"\n)\n\n'
        'func main() {\n\tapp := awscdk.NewApp(nil)\n\tstack := awscdk.NewStack(app, jsii.String("Shop"), nil)\n'
        '\twait := app.Node().TryGetContext(jsii.String("wait")).(float64)\n'
        '\tawslambda.NewFunction(stack, jsii.String("F"), &awslambda.FunctionProps{\n'
        "\t\tTimeout: awscdk.Duration_Seconds(jsii.Number(wait)),\n\t})\n}\n"
    )
    files = {"go.mod": "module example.com/shop\n\ngo 1.24\n", "main.go": text}
    data = {path: written.encode() for path, written in files.items()}
    data["cdk.json"] = json.dumps({"app": "go run main.go", "context": CONTEXT}).encode()
    assert timeout(cdk_go.read(data.get, data.get, sorted(data)).functions) == 44
