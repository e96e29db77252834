"""What Terraform says about who may call a function: addresses, permissions, and the versions that it depends on."""

from __future__ import annotations

import pytest

from lambdalint.fix import Edit, apply
from lambdalint.source import Span
from lambdalint.syntax.verdict import broken_by
from tests.terraform_reading import facts, known, read, written

ADDRESS = """
resource "aws_lambda_function" "f" {
  function_name = "f"
}

resource "aws_lambda_function_url" "f" {
  function_name      = aws_lambda_function.f.function_name
  authorization_type = "NONE"
}
"""
LOCK = """
provider "registry.terraform.io/hashicorp/archive" {
  version = "2.4.0"
}

provider "registry.terraform.io/hashicorp/aws" {
  version     = "%s"
  constraints = ">= 5.0.0"
}
"""


def needs(version: str) -> str:
    return f'terraform {{\n  required_providers {{\n    aws = {{\n      version = "{version}"\n    }}\n  }}\n}}\n'


@pytest.mark.parametrize(
    ("version", "permitted"),
    [
        ("~> 5.80", False),
        ("~> 6.28.0", False),
        ("= 6.28.1", False),
        ("< 6.29", False),
        (">= 5.0, < 6.0.0", False),
        ("~> 6.29", True),
        (">= 6.40", True),
        ("7.1.0", True),
        (">= 5.0", None),
        ("~> 6.0", None),
        ("!= 6.29.0", None),
        ("${var.version}", None),
    ],
)
def test_the_provider_decides_who_makes_the_permissions_of_a_public_address(
    version: str, permitted: bool | None
) -> None:
    (url,) = facts(needs(version) + ADDRESS).urls
    assert url.permitted is permitted


def test_without_a_version_either_may_be() -> None:
    (url,) = facts(ADDRESS).urls
    assert url.permitted is None


@pytest.mark.parametrize(("version", "permitted"), [("5.99.1", False), ("6.29.0", True)])
def test_the_locked_version_counts(version: str, permitted: bool) -> None:
    found, _ = read({"main.tf": ADDRESS, ".terraform.lock.hcl": LOCK % version})
    (url,) = found.urls
    assert url.permitted is permitted


def test_nobody_makes_permissions_for_an_address_with_authorization() -> None:
    (url,) = facts(ADDRESS.replace("NONE", "AWS_IAM")).urls
    assert url.permitted is False


PERMISSION = """
resource "aws_lambda_permission" "p" {
  function_name = aws_lambda_function.f.function_name
  action        = "lambda:InvokeFunctionUrl"
  principal     = "*"
}
"""


def test_a_second_permission_is_written_behind_the_first() -> None:
    text = ADDRESS + PERMISSION
    (permission,) = facts(text).permissions
    result = written(text, permission.twin_slot, "lambda:InvokeFunction")
    after, broken = read({"main.tf": result})
    assert broken == ()
    assert [known(p.action) for p in after.permissions] == ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"]
    second = after.permissions[1]
    assert (second.label, second.function, known(second.through_url)) == ("p_invoke", permission.function, True)


@pytest.mark.parametrize(
    "text",
    [
        needs("~> 5.0") + ADDRESS + PERMISSION,  # the provider has no word for it
        ADDRESS + PERMISSION + PERMISSION.replace('"p"', '"p_invoke"'),  # the name is taken
        ADDRESS + PERMISSION.replace('"*"', "var.who"),
        ADDRESS + PERMISSION.replace("}\n", "  lifecycle {\n  }\n}\n"),
    ],
)
def test_no_second_permission_where_it_is_not_plain(text: str) -> None:
    assert facts(text).permissions[0].twin_slot is None


def edited(before: str, at: str, text: str) -> str | None:
    data = before.encode()
    place = data.index(at.encode()) + len(at)
    edit = Edit(Span("main.tf", place, place), text)
    return broken_by("main.tf", data, apply(data, [edit]), [edit])


BLOCKS = 'resource "a" "b" {\n  c = 1\n}\n\nresource "d" "e" {\n  f = 2\n}\n'


def test_a_block_may_be_added_behind_another() -> None:
    assert edited(BLOCKS, "c = 1\n}", '\n\nresource "g" "h" {\n  i = 3\n}') is None


def test_added_text_may_not_take_in_what_follows() -> None:
    assert edited(BLOCKS, "c = 1\n}", '\n\nresource "g" "h" {\n  i = 3\n}\n/*') is not None
    assert edited(BLOCKS, "c = 1\n", '}\n\nresource "g" "h" {\n') == "the number of blocks changed"


@pytest.mark.parametrize(
    ("source", "service"),
    [
        ("aws_s3_bucket.b.arn", "s3"),
        ('"arn:aws:sns:eu-west-1:111122223333:orders"', "sns"),
        ('"arn:aws:execute-api:eu-west-1:111122223333:abc/*"', "apigateway"),
        ('"arn:aws:bedrock:eu-west-1:111122223333:agent/a"', None),
        ("var.source", None),
    ],
)
def test_the_service_of_a_source(source: str, service: str | None) -> None:
    bucket = 'resource "aws_s3_bucket" "b" {\n}\n'
    (permission,) = facts(
        bucket + ADDRESS + PERMISSION.replace("  principal ", f"  source_arn = {source}\n  principal ")
    ).permissions
    assert permission.source_service == service


def test_whose_resources_have_policies() -> None:
    text = 'resource "aws_sqs_queue" "q" {\n  policy = "{}"\n}\nresource "aws_s3_bucket_policy" "b" {\n}\n'
    (deployment,) = facts(text).deployments
    assert deployment.resource_policies == frozenset({"s3", "sqs"})
