"""Functions that shell commands and lambroll deploy."""

from __future__ import annotations

import json

import pytest

from lambdalint.frontends import builds, cli_calls, infrastructure, lambroll
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Secret, Unknown

CREATE = "aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap"


def run(script: str, path: str = "deploy.sh") -> InfraFacts:
    """What a script deploys."""
    texts = {path: b"#!/bin/sh\n" + script.encode()}
    facts, _ = builds.read(texts.get, sorted(texts), ())
    return cli_calls.read(facts.calls)


def known(value: object) -> object:
    assert isinstance(value, Known), value
    return value.value


def test_a_function_is_what_its_options_say() -> None:
    facts = run(
        f"NAME=orders\nmkdir out\n{CREATE} --timeout 20 --memory-size=256 --architectures arm64 \\\n"
        '  --zip-file fileb://out/place.zip --environment "Variables={TABLE=$NAME,OTHER=$OTHER}" --role "$ROLE"\n'
    )
    (function,) = facts.functions
    assert (function.label, known(function.timeout), known(function.memory)) == ("place", 20, 256)
    assert known(function.architectures) == ("arm64",)
    assert function.package is not None
    assert known(function.package.path) == "out/place.zip"
    entries = {e.key.value: e.value for e in function.environment.entries}
    assert known(entries["TABLE"]) == "orders"
    assert isinstance(entries["OTHER"], Unknown)


def test_what_a_later_command_sets_is_no_default() -> None:
    facts = run(f"{CREATE}\naws lambda update-function-configuration --function-name place --timeout 10\n")
    (function,) = facts.functions
    assert isinstance(function.timeout, Unknown)
    assert known(function.memory) == 128


def test_options_that_are_not_known_leave_the_rest_open() -> None:
    (function,) = run(f"{CREATE} $MORE\n").functions
    assert isinstance(function.timeout, Unknown)
    assert known(function.runtime) == "provided.al2023"


@pytest.mark.parametrize(
    "script",
    [
        CREATE.replace("aws", "awslocal", 1),
        CREATE.replace("aws", "aws --endpoint-url http://localhost:4566", 1),
        f"{CREATE} --endpoint-url=$URL",
        f"export AWS_ENDPOINT_URL=http://localhost:4566\n{CREATE}",
        f"{CREATE} --profile localstack",
        "aws lambda list-functions",
        "aws s3 cp place.zip s3://artifacts/",
        "aws lambda",
        "aws",
        f"# {CREATE}",
    ],
)
def test_emulators_and_other_commands_deploy_nothing(script: str) -> None:
    assert run(script + "\n").functions == ()


def test_scripts_of_tests_deploy_nothing() -> None:
    assert run(CREATE, "test/deploy.sh").functions == ()
    assert len(run(CREATE, "scripts/deploy.sh").functions) == 1


def test_secrets_are_never_kept() -> None:
    facts = run(CREATE + " --environment 'Variables={DB_PASSWORD=k3Jq9vLpW2z}'\n")
    (entry,) = facts.functions[0].environment.entries
    assert isinstance(known(entry.value), Secret)
    assert "k3Jq" not in repr(facts)


def deploy(texts: dict[str, str]) -> InfraFacts:
    """What lambroll deploys."""
    files = {path: text.encode() for path, text in texts.items()}
    return lambroll.read(files.get, files.get, sorted(files))


def test_lambroll_takes_the_file_as_the_api_does() -> None:
    text = json.dumps(
        {
            "FunctionName": "place",
            "Role": "arn:aws:iam::{{ must_env `ACCOUNT` }}:role/place",
            "Runtime": "provided.al2023",
            "Handler": "bootstrap",
            "Environment": {"Variables": {"TABLE": "orders", "URL": "{{ env `URL` }}"}},
        }
    )
    facts = deploy({"place/function.json": text, "place/function_url.json": '{"Config": {"AuthType": "AWS_IAM"}}'})
    (function,) = facts.functions
    assert (function.label, known(function.timeout)) == ("place", 3)
    assert function.package is not None
    assert known(function.package.path) == "place/bootstrap"
    entries = {e.key.value: e.value for e in function.environment.entries}
    assert known(entries["TABLE"]) == "orders"
    assert isinstance(entries["URL"], Unknown)
    assert [(known(u.authorization), u.function) for u in facts.urls] == [("AWS_IAM", function.key)]


TERRAFORM = """
data "aws_lambda_function" "place" {
  function_name = "place"
}
resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = data.aws_lambda_function.place.arn
}
resource "aws_sqs_queue" "orders" {}
resource "aws_iam_role" "place" {
  name = "place-role"
}
resource "aws_iam_role" "other" {
  name = "other-role"
}
"""


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("{{ tfstate `aws_iam_role.place.arn` }}", ".:aws_iam_role.place"),
        ("{{ shared_tfstate `aws_iam_role.other.arn` }}", ".:aws_iam_role.other"),
        ("arn:aws:iam::{{ must_env `ACCOUNT` }}:role/place-role", ".:aws_iam_role.place"),
        ("arn:aws:iam::123456789012:role/service/other-role", ".:aws_iam_role.other"),
        ("arn:aws:iam::123456789012:role/{{ env `STAGE` }}-role", None),
        ("{{ tfstate `aws_iam_role.gone.arn` }}", None),
    ],
)
def test_terraform_deploys_what_stands_around_a_function_of_lambroll(role: str, found: str | None) -> None:
    function = {"FunctionName": "place", "Role": role, "Runtime": "provided.al2023", "Handler": "bootstrap"}
    files = {"function.json": json.dumps(function).encode(), "main.tf": TERRAFORM.encode()}
    facts, _ = infrastructure.read(files.get, files.get, sorted(files))
    (made,) = facts.functions
    assert made.role == found
    assert [mapping.function for mapping in facts.mappings] == [made.key]
    assert [(trigger.kind, trigger.function) for trigger in facts.triggers] == [("sqs", made.key)]


def test_a_name_that_two_functions_have_is_nobody_s() -> None:
    function = json.dumps({"FunctionName": "place", "Role": "r", "Runtime": "provided.al2023", "Handler": "bootstrap"})
    files = {path: function.encode() for path in ("a/function.json", "b/function.json")}
    files["main.tf"] = TERRAFORM.encode()
    facts, _ = infrastructure.read(files.get, files.get, sorted(files))
    assert [mapping.function for mapping in facts.mappings] == [None]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"bindings": []}', '{"FunctionName": {}, "Role": 1}', "{{ env `A` }}", '{"a": {{ b }}}'],
)
def test_other_files_of_that_name_are_survived(text: str) -> None:
    facts = deploy({"a/function.json": text, "a/function_url.json": text})
    assert all(isinstance(f.runtime, Unknown) or f.runtime is None for f in facts.functions)
