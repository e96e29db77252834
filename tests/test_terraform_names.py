"""Names that a resource doesn't have are found, and what they hide is unknown instead of absent."""

from __future__ import annotations

import pytest

from lambdalint.model.infra import UnknownAttribute
from tests.terraform_reading import facts, function_with, known, spelled, written


def strange(text: str) -> list[UnknownAttribute]:
    return list(facts(text).unknown_attributes)


def test_a_misspelt_block_is_renamed_and_hides_no_default() -> None:
    text = """
    resource "aws_lambda_function" "f" {
      enviornment {
        variables = { A = "1" }
      }
      memry_size = 256
    }
    """
    block, attribute = sorted(strange(text), key=lambda a: a.name)
    assert (block.name, block.nearest, block.concept, block.resource) == ("enviornment", "environment", "function", "f")
    assert (attribute.name, attribute.nearest) == ("memry_size", "memory_size")
    assert "  environment {" in written(text, block.slot, "environment")
    (f,) = facts(text).functions
    assert not f.environment.complete
    assert known(f.memory) == "unknown"
    assert known(f.timeout) == ("default", 3)
    assert block.function == f.key


def test_names_inside_of_blocks() -> None:
    (found,) = strange('resource "aws_lambda_function" "f" {\n  environment {\n    variable = {}\n  }\n}\n')
    assert (found.name, found.parent, found.nearest) == ("variable", "environment", "variables")


def test_a_name_that_is_near_nothing_has_no_rename() -> None:
    (found,) = strange('resource "aws_lambda_permission" "p" {\n  somebody = "x"\n}\n')
    assert (found.nearest, found.slot) == (None, None)
    assert "principal" in found.known


def test_a_name_that_is_set_already_is_not_suggested() -> None:
    (found,) = strange('resource "aws_lambda_permission" "p" {\n  actions = "x"\n  action = "y"\n}\n')
    assert (found.name, found.nearest) == ("actions", None)


@pytest.mark.parametrize(
    ("text", "name", "shape"),
    [
        ('resource "aws_lambda_function" "f" {\n  environment = { A = "1" }\n}\n', "environment", "attribute"),
        (
            'resource "aws_lambda_function" "f" {\n  environment {\n    variables {\n    }\n  }\n}\n',
            "variables",
            "block",
        ),
        ('resource "aws_lambda_function" "f" {\n  layers = "arn"\n}\n', "layers", "string"),
        ('data "aws_iam_policy_document" "d" {\n  statement {\n    actions = "s3:*"\n  }\n}\n', "actions", "string"),
    ],
)
def test_names_used_in_the_wrong_shape(text: str, name: str, shape: str) -> None:
    (found,) = strange(text)
    assert (found.name, found.shape) == (name, shape)


def test_a_string_for_a_list_is_wrapped() -> None:
    text = 'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = "s3:*"\n  }\n}\n'
    (found,) = strange(text)
    assert written(text, found.slot, "s3:*") == text.replace('"s3:*"', '["s3:*"]')


def test_an_environment_in_the_wrong_shape_is_not_an_empty_one() -> None:
    assert not function_with('environment = { A = "1" }').environment.complete


@pytest.mark.parametrize(
    ("policy", "name", "nearest", "concept"),
    [
        ('jsonencode({ Statement = [{ Principle = "*" }] })', "Principle", "Principal", "policy statement"),
        ('jsonencode({ Statement = [{ "Conditions" = {} }] })', "Conditions", "Condition", "policy statement"),
        ("jsonencode({ Statment = [] })", "Statment", "Statement", "policy document"),
        ('<<EOF\n{"Statement": [{"Actions": "s3:*"}]}\nEOF', "Actions", "Action", "policy statement"),
    ],
)
def test_keys_of_policies(policy: str, name: str, nearest: str, concept: str) -> None:
    text = f'resource "aws_iam_role" "r" {{\n  assume_role_policy = {policy}\n}}\n'
    (found,) = strange(text)
    assert (found.name, found.nearest, found.concept) == (name, nearest, concept)
    assert spelled(text, found).strip('"') == name  # type: ignore[arg-type]
    renamed = written(text, found.slot, nearest)
    assert strange(renamed) == []


@pytest.mark.parametrize(
    ("version", "newer"),
    [("~> 5.0", False), (">= 5.0, < 7.0", False), ("6.25.0", False), ("~> 6.90", True), (">= 7.1", True)],
)
def test_a_newer_provider_is_told_apart(version: str, newer: bool) -> None:
    text = f"""
    terraform {{
      required_providers {{
        aws = {{
          source  = "hashicorp/aws"
          version = "{version}"
        }}
      }}
    }}
    resource "aws_lambda_function" "f" {{
      brand_new = 1
    }}
    """
    assert [found.provider_newer for found in strange(text)] == [newer]


@pytest.mark.parametrize(
    "body",
    [
        "count = 1",
        "depends_on = []",
        "provider = aws.other",
        "lifecycle {\n  ignore_changes = all\n}",
        'provisioner "local-exec" {\n  command = "true"\n}',
        'timeouts {\n  create = "5m"\n}',
        'dynamic "vpc_config" {\n  for_each = []\n  content {\n    subnet_ids = []\n  }\n}',
        "layers = var.layers",
    ],
)
def test_what_every_resource_may_hold(body: str) -> None:
    assert strange(f'resource "aws_lambda_function" "f" {{\n{body}\n}}\n') == []


def test_a_module_s_slip_is_told_once_however_often_it_is_called() -> None:
    root = 'module "a" {\n  source = "./m"\n}\nmodule "b" {\n  source = "./m"\n}\n'
    found = facts(root, m__main='resource "aws_lambda_function" "f" {\n  runtme = "x"\n}\n')
    assert [a.name for a in found.unknown_attributes] == ["runtme"]
