"""Calls of the module of Datadog for functions: its inputs are the attributes of the function."""

from __future__ import annotations

import pytest

from lambdalint.fix import apply
from lambdalint.frontends import terraform
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown

SOURCE = "DataDog/lambda-datadog/aws"
CALL = """\
module "till" {
  source  = "%s"
  version = "4.6.0"

  function_name = "till"
  runtime       = "provided.al2"
  handler       = "bootstrap"
  filename      = "till.zip"
  role          = aws_iam_role.till.arn
  memory_size   = 256

  environment_variables = {
    DD_ENV = "dev"
    TABLE  = "sales"
  }
}

resource "aws_iam_role" "till" {
  name               = "till"
  assume_role_policy = "{}"
}

resource "aws_lambda_permission" "till" {
  function_name = module.till.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}
"""


def read(text: str) -> InfraFacts:
    found, broken = terraform.read({"main.tf": text.encode()}.get, ["main.tf"])
    assert broken == ()
    return found


def till(text: str = CALL % SOURCE) -> Function:
    (function,) = read(text).functions
    return function


def known(value: object) -> object:
    return value.value if isinstance(value, Known) else "unknown"


@pytest.mark.parametrize(
    "source",
    [
        SOURCE,
        "registry.terraform.io/DataDog/lambda-datadog/aws",
        "git::https://github.com/DataDog/terraform-aws-lambda-datadog.git?ref=v4.6.0",
    ],
)
def test_the_inputs_are_the_attributes(source: str) -> None:
    function = till(CALL % source)
    assert (known(function.name), known(function.runtime), known(function.handler)) == (
        "till",
        "provided.al2",
        "bootstrap",
    )
    assert (known(function.memory), known(function.timeout), known(function.architectures)) == (256, 3, ("x86_64",))
    assert function.package is not None
    assert known(function.package.path) == "till.zip"
    assert function.role == ".:aws_iam_role.till"


def test_what_the_module_adds_is_not_known() -> None:
    function = till()
    assert [entry.key.value for entry in function.environment.entries] == ["DD_ENV", "TABLE"]
    assert not function.environment.complete
    assert isinstance(function.layers, Unknown)
    assert known(function.tagged) is True


def test_the_deployment_is_known_whole() -> None:
    found = read(CALL % SOURCE)
    assert [(d.root, d.whole) for d in found.deployments] == [(".", True)]
    assert found.gaps == ()


def test_what_names_the_module_names_its_function() -> None:
    found = read(CALL % SOURCE)
    (permission,) = found.permissions
    assert permission.function == found.functions[0].key


def test_inputs_are_written_by_their_own_names() -> None:
    function, text = till(), (CALL % SOURCE).encode()
    for value, new, line in (
        (function.runtime, "provided.al2023", b'runtime       = "provided.al2023"'),
        (function.tracing, "Active", b'tracing_config_mode = "Active"'),
        (function.logging.format, "JSON", b'logging_config_log_format = "JSON"'),
        (function.ephemeral_storage, 1024, b"ephemeral_storage_size = 1024"),
    ):
        assert isinstance(value, Known)
        assert line in apply(text, value.write(new))


@pytest.mark.parametrize(
    ("source", "runtime", "made"),
    [
        ("acme/lambda-datadog/aws", "python3.13", True),
        ("git::https://example.com/aws/function.git", "nodejs22.x", True),
        ("acme/lambda-datadog/aws", "provided.al2023", True),
        ("acme/function/google", "provided.al2023", True),
        ("acme/function/google", "nodejs22", False),
        ("acme/function/google", "java11", False),
        ("acme/function/aws", "cloudfront-js-2.0", False),
        ("acme/canary/aws", "syn-nodejs-puppeteer-9.1", False),
    ],
)
def test_little_is_known_of_the_function_of_another_module(source: str, runtime: str, made: bool) -> None:
    found = read((CALL % source).replace('"provided.al2"', f'"{runtime}"'))
    assert [known(function.runtime) for function in found.functions] == ([runtime] if made else [])
    for function in found.functions:
        assert isinstance(function.ephemeral_storage, Unknown)
        assert not function.environment.complete
    assert [gap.reason for gap in found.gaps] == [f"the module {source} isn't in the project"]
    assert [deployment.whole for deployment in found.deployments] == [False]
