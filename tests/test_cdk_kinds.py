"""Functions that other classes than the CDK's own make: which language they run, and what their libraries choose."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lambdalint.config import Config
from lambdalint.discover import inventory
from lambdalint.fix import apply
from lambdalint.model.functions import Function
from lambdalint.model.project import Project, Strength
from lambdalint.reader import Reader
from lambdalint.runner import Understood
from lambdalint.value import Known, Unknown
from tests.toolchain import go

HANDLER = 'package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n\nfunc main() { lambda.Start(func() {}) }\n'
MOD = (
    "module example.com/shop\n\ngo 1.24\n\nrequire (\n\tgithub.com/aws/aws-cdk-go/awscdk/v2 v2.200.0\n"
    "\tgithub.com/aws/aws-lambda-go v1.54.0\n)\n"
)
PROGRAM = """package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudfront/experimental"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/triggers"
	"github.com/aws/jsii-runtime-go"
	"github.com/cargo-lambda/cargo-lambda-cdk/cargolambdacdk"
	"github.com/fogfish/scud"
)

func main() {{
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Shop"), nil)
	{body}
}}
"""
PACKAGE = 'SourceCodeModule: "example.com/shop",\n\t\tSourceCodeLambda: "cmd/till",'


def understood(folder: Path, texts: dict[str, str]) -> Project:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return Understood(inventory(folder, Config()), Reader(folder), lambda *_: None).project


def compiled(properties: str, kind: str = "FunctionGo") -> str:
    """A Go program with a function of the library that compiles a package."""
    body = (
        f'scud.New{kind}(stack, jsii.String("Till"),\n'
        f"\t\t&scud.{kind}Props{{\n\t\t{PACKAGE}\n\t\t{properties}\n\t\t}},\n\t)"
    )
    return PROGRAM.format(body=body)


def till(folder: Path, properties: str = "", kind: str = "FunctionGo", mod: str = MOD) -> tuple[Project, Function]:
    texts = {"go.mod": mod, "infra/main.go": compiled(properties, kind), "cmd/till/main.go": HANDLER}
    project = understood(folder, texts)
    (function,) = project.infra.functions
    return project, function


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else "unknown"


def test_a_package_that_the_library_compiles_is_what_the_function_runs(tmp_path: Path) -> None:
    project, function = till(tmp_path)
    link, program = project.link_of(function), project.program_of(function)
    assert link is not None
    assert program is not None
    assert (program.folder, link.strength) == ("cmd/till", Strength.EXACT)
    assert project.is_go(function)


def test_what_the_library_chooses(tmp_path: Path) -> None:
    project, function = till(tmp_path)
    assert (known(function.runtime), known(function.handler)) == ("provided.al2", "bootstrap")
    assert (known(function.timeout), known(function.memory)) == (60, 128)
    assert known(function.architectures) == ("arm64",)
    assert isinstance(function.runtime, Known)
    assert function.runtime.slot is None
    assert "CfnFunction" in function.runtime_way
    assert function.logging.chosen
    (build,) = project.builds_of(function)
    assert (known(build.goos), known(build.goarch), known(build.cgo)) == ("linux", "arm64", "0")
    assert (known(build.tags), known(build.ldflags)) == (("lambda.norpc",), "-s -w")


@pytest.mark.parametrize(
    "properties",
    [
        'GoEnv: map[string]string{"GOARCH": "amd64"},',
        'Toolchain: &scud.Toolchain{GoEnv: map[string]string{"GOARCH": "amd64"}},',
    ],
)
def test_the_architecture_is_that_which_is_compiled_for(properties: str, tmp_path: Path) -> None:
    project, function = till(tmp_path, properties)
    assert known(function.architectures) == ("x86_64",)
    assert [known(build.goarch) for build in project.builds_of(function)] == ["amd64"]
    text = compiled(properties).encode()
    assert isinstance(function.architectures, Known)
    assert b'"GOARCH": "arm64"' in apply(text, function.architectures.write(("arm64",)))


@pytest.mark.parametrize(
    "properties",
    [
        "GoEnv: settings(),",
        'GoEnv: map[string]string{"GOARCH": arch()},',
        'GoEnv: map[string]string{arch(): "amd64"},',
        "Toolchain: tools(),",
    ],
)
def test_an_architecture_that_is_computed_is_not_known(properties: str, tmp_path: Path) -> None:
    _, function = till(tmp_path, properties)
    assert isinstance(function.architectures, Unknown)


def test_properties_of_the_function_beneath_count(tmp_path: Path) -> None:
    properties = (
        "FunctionProps: &awslambda.FunctionProps{\n\t\t\tTimeout: awscdk.Duration_Seconds(jsii.Number(7)),\n"
        '\t\t\tMemorySize: jsii.Number(256),\n\t\t\tEnvironment: &map[string]*string{"STAGE": jsii.String("dev")},\n'
        "\t\t},"
    )
    _, function = till(tmp_path, properties)
    assert (known(function.timeout), known(function.memory)) == (7, 256)
    assert [entry.key.value for entry in function.environment.entries] == ["STAGE"]


@pytest.mark.parametrize("properties", ["", "FunctionProps: &awslambda.FunctionProps{},"])
def test_properties_are_written_for_the_function_beneath(properties: str, tmp_path: Path) -> None:
    _, function = till(tmp_path, properties)
    for number, (value, new) in enumerate(
        ((function.timeout, 20), (function.memory, 512), (function.tracing, "Active"))
    ):
        assert isinstance(value, Known)
        folder = tmp_path / str(number)
        changed = apply(compiled(properties).encode(), value.write(new)).decode()
        again = understood(folder, {"go.mod": MOD, "infra/main.go": changed}).infra.functions[0]
        assert new in (known(again.timeout), known(again.memory), known(again.tracing))
        run = subprocess.run([go.gofmt(), "-e", str(folder / "infra/main.go")], capture_output=True, text=True)
        assert run.stderr == ""


def test_the_package_of_another_module_is_not_known(tmp_path: Path) -> None:
    text = compiled("").replace('"example.com/shop"', '"example.com/other"')
    project = understood(tmp_path, {"go.mod": MOD, "infra/main.go": text})
    (function,) = project.infra.functions
    assert isinstance(function.source, Unknown)


def test_an_old_release_of_the_library_chooses_other_things(tmp_path: Path) -> None:
    project, function = till(tmp_path, mod=MOD + "\nrequire github.com/fogfish/scud v0.5.0\n")
    assert [known(value) for value in (function.runtime, function.handler, function.architectures)] == ["unknown"] * 3
    assert project.builds_of(function) == ()


def test_the_library_makes_images_too(tmp_path: Path) -> None:
    project, function = till(tmp_path, kind="ContainerGo")
    assert (known(function.package_type), function.runtime, function.handler) == ("Image", None, None)
    program = project.program_of(function)
    assert program is not None
    assert program.folder == "cmd/till"


def test_what_else_the_library_makes_is_told(tmp_path: Path) -> None:
    body = 'scud.NewGateway(stack, jsii.String("Gate"), &scud.GatewayProps{})'
    project = understood(tmp_path, {"go.mod": MOD, "infra/main.go": PROGRAM.format(body=body)})
    assert "github.com/fogfish/scud.NewGateway isn't in the project, and may deploy more" in [
        gap.reason for gap in project.infra.gaps
    ]


GO = {
    'experimental.NewEdgeFunction(stack, jsii.String("F"), &experimental.EdgeFunctionProps{'
    "Runtime: awslambda.Runtime_NODEJS_22_X()})": "nodejs22.x",
    'triggers.NewTriggerFunction(stack, jsii.String("F"), &triggers.TriggerFunctionProps{'
    "Runtime: awslambda.Runtime_PYTHON_3_13()})": "python3.13",
    'cargolambdacdk.NewRustFunction(stack, jsii.String("F"), &cargolambdacdk.RustFunctionProps{})': None,
}
NODE = {
    "new cloudfront.experimental.EdgeFunction(stack, 'F', { runtime: lambda.Runtime.NODEJS_22_X })": "nodejs22.x",
    "new triggers.TriggerFunction(stack, 'F', { runtime: lambda.Runtime.NODEJS_22_X })": "nodejs22.x",
    "new RustFunction(stack, 'F', { manifestPath: 'x' })": None,
    "new BunFunction(stack, 'F', { entrypoint: 'x.js' })": None,
    "new NodejsFunction(stack, 'F')": None,
    "new PythonFunction(stack, 'F', { entry: 'x', runtime: pick() })": None,
}
PYTHON = {
    "experimental.EdgeFunction(stack, 'F', runtime=lambda_.Runtime.NODEJS_22_X)": "nodejs22.x",
    "triggers.TriggerFunction(stack, 'F', runtime=lambda_.Runtime.PYTHON_3_13)": "python3.13",
    "RustFunction(stack, 'F', manifest_path='x')": None,
    "PythonFunction(stack, 'F', root_dir='x')": None,
}
APP_TS = """import * as cdk from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as triggers from 'aws-cdk-lib/triggers';
import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';
import { BunFunction } from '@beesolve/lambda-bun-runtime';
import { RustFunction } from 'cargo-lambda-cdk';
const stack = new cdk.Stack(new cdk.App(), 'Shop');
"""
APP_PY = """import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_, triggers
from aws_cdk.aws_cloudfront import experimental
from cargo_lambda_cdk import RustFunction
from uv_python_lambda import PythonFunction
stack = cdk.Stack(cdk.App(), "Shop")
"""
CASES = [
    *(("infra/main.go", PROGRAM.format(body=body), runtime) for body, runtime in GO.items()),
    *(("app.ts", APP_TS + body, runtime) for body, runtime in NODE.items()),
    *(("app.py", APP_PY + body + "\n", runtime) for body, runtime in PYTHON.items()),
]


@pytest.mark.parametrize(("path", "text", "runtime"), CASES)
def test_functions_of_other_languages_are_known_as_such(
    path: str, text: str, runtime: str | None, tmp_path: Path
) -> None:
    project = understood(tmp_path, {"go.mod": MOD, "cmd/till/main.go": HANDLER, path: text})
    (function,) = project.infra.functions
    assert function.label == "F"
    assert known(function.runtime) == (runtime or "unknown")
    assert project.is_other(function)
    assert not project.is_go(function)
    assert [gap.reason for gap in project.infra.gaps if "may deploy more" in gap.reason] == []


PATTERN_TS = """import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
const stack = new cdk.Stack(new cdk.App(), 'Shop');
const made = new SqsToLambda(stack, 'Jobs', {
  lambdaFunctionProps: {
    runtime: lambda.Runtime.PROVIDED_AL2,
    handler: 'bootstrap',
    code: lambda.Code.fromAsset('dist'),
    environment: { STAGE: 'dev' },
  },
});
made.lambdaFunction.addFunctionUrl();
new SqsToLambda(stack, 'Other', { existingLambdaObj: made.lambdaFunction });
"""
PATTERN_PY = """import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_
from aws_solutions_constructs.aws_sqs_lambda import SqsToLambda
stack = cdk.Stack(cdk.App(), "Shop")
SqsToLambda(stack, "Jobs", lambda_function_props=lambda_.FunctionProps(
    runtime=lambda_.Runtime.PROVIDED_AL2, handler="bootstrap", code=lambda_.Code.from_asset("dist"),
    environment={"STAGE": "dev"},
))
"""


@pytest.mark.parametrize(("path", "text"), [("app.ts", PATTERN_TS), ("app.py", PATTERN_PY)])
def test_a_construct_that_is_handed_properties_makes_a_function(path: str, text: str, tmp_path: Path) -> None:
    project = understood(tmp_path, {path: text})
    (function,) = project.infra.functions
    assert function.label == "Jobs/LambdaFunction"
    assert (known(function.runtime), known(function.handler), known(function.timeout)) == (
        "provided.al2",
        "bootstrap",
        3,
    )
    assert function.package is not None
    assert known(function.package.path) == "dist"
    assert [entry.key.value for entry in function.environment.entries] == ["STAGE"]
    assert not function.environment.complete
    assert (function.role, known(function.tracing)) == (None, "unknown")
    assert isinstance(function.memory, Known)
    changed = apply(text.encode(), function.memory.write(512)).decode()
    again = understood(tmp_path / "again", {path: changed}).infra.functions[0]
    assert known(again.memory) == 512
    assert [url.function for url in project.infra.urls] == ([function.key] if path == "app.ts" else [])
