"""Roles are known with every policy that the project attaches to them, however it is written."""

from __future__ import annotations

import pytest

from lambdalint.model.access import Role
from tests.terraform_reading import facts, known, spelled

ROLE = """
resource "aws_iam_role" "r" {
  name               = "orders"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}
"""


def role(rest: str) -> Role:
    (only,) = facts(ROLE + rest).roles
    return only


def granted(found: Role) -> list[tuple[object, list[object], list[object]]]:
    return [
        (known(s.effect), [known(a) for a in s.actions], [known(r) for r in s.resources])
        for policy in found.policies
        for s in policy.statements
    ]


def test_trust_from_a_document() -> None:
    trust = role("").trust
    assert trust is not None
    (statement,) = trust.statements
    assert [known(s) for s in statement.services] == ["lambda.amazonaws.com"]
    assert [known(a) for a in statement.actions] == ["sts:AssumeRole"]
    assert known(statement.effect) == ("default", "Allow")


HEREDOC = """
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.id
  policy = <<-EOF
    {
      "Statement": [
        {"Effect": "Allow", "Action": "s3:*", "Resource": ["${aws_s3_bucket.b.arn}", "${local.all}", "x/${local.all}"]}
      ]
    }
  EOF
}
resource "aws_s3_bucket" "b" {}
locals {
  all = "*"
}
"""


def test_a_heredoc_keeps_places_and_fills_its_holes() -> None:
    found = role(HEREDOC)
    assert granted(found) == [("Allow", ["s3:*"], ["unknown", "*", "x/*"])]
    (action,) = found.policies[0].statements[0].actions
    assert spelled(ROLE + HEREDOC, action) == '"s3:*"'
    assert found.complete


ESCAPED = (
    '"{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sqs:SendMessage\\", \\"Resource\\": \\"*\\"}]}"'
)


@pytest.mark.parametrize(
    "policy",
    [
        'jsonencode({ Statement = [{ Effect = "Allow", Action = ["sqs:SendMessage"], Resource = "*" }] })',
        'jsonencode({ Statement = { Effect = "Allow", Action = "sqs:SendMessage", Resource = ["*"] } })',
        ESCAPED,
        "local.document",
        "data.aws_iam_policy_document.d.json",
        "aws_iam_policy.shared.policy",
    ],
)
def test_policy_text_is_understood_in_every_form(policy: str) -> None:
    found = role(
        f"""
        resource "aws_iam_role_policy" "p" {{
          role   = aws_iam_role.r.name
          policy = {policy}
        }}
        locals {{
          document = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }}] }})
        }}
        resource "aws_iam_policy" "shared" {{
          policy = data.aws_iam_policy_document.d.json
        }}
        data "aws_iam_policy_document" "d" {{
          source_policy_documents = [data.aws_iam_policy_document.base.json]
        }}
        data "aws_iam_policy_document" "base" {{
          statement {{
            effect    = "Allow"
            actions   = ["sqs:SendMessage"]
            resources = ["*"]
          }}
        }}
        """
    )
    assert granted(found) == [("Allow", ["sqs:SendMessage"], ["*"])]
    assert found.complete


ATTACHED = """
resource "aws_iam_policy" "own" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }] })
}
"""


@pytest.mark.parametrize(
    ("kind", "role_name"),
    [
        ("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name"),
        ("aws_iam_role_policy_attachment", 'role = "orders"'),
        ("aws_iam_policy_attachment", "roles = [aws_iam_role.r.name]"),
    ],
)
def test_attached_policies_are_followed(kind: str, role_name: str) -> None:
    found = role(ATTACHED + f'resource "{kind}" "a" {{\n {role_name}\n policy_arn = aws_iam_policy.own.arn\n}}')
    assert granted(found) == [("Allow", ["sns:Publish"], ["*"])]
    assert found.complete


@pytest.mark.parametrize(
    "arn",
    [
        '"arn:aws:iam::aws:policy/AdministratorAccess"',
        '"arn:${data.aws_partition.here.partition}:iam::aws:policy/AdministratorAccess"',
        "data.aws_iam_policy.admin.arn",
    ],
)
def test_managed_policies_are_told_by_their_arn(arn: str) -> None:
    found = role(
        f"""
        resource "aws_iam_role_policy_attachment" "a" {{
          role       = aws_iam_role.r.name
          policy_arn = {arn}
        }}
        data "aws_partition" "here" {{}}
        data "aws_iam_policy" "admin" {{
          arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        }}
        """
    )
    assert [known(m) for m in found.managed] == ["arn:aws:iam::aws:policy/AdministratorAccess"]
    assert found.complete


def test_inline_policies_of_the_role_itself() -> None:
    (found,) = facts(
        """
        resource "aws_iam_role" "r" {
          managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]
          inline_policy {
            name   = "p"
            policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
          }
        }
        """
    ).roles
    assert granted(found) == [("Deny", ["*"], ["*"])]
    assert [known(m) for m in found.managed] == ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("aws_iam_role_policy_attachment", "role = aws_iam_role.r.name\n policy_arn = var.unset"),
        ("aws_iam_role_policy_attachment", 'role = var.unset\n policy_arn = "arn:aws:iam::aws:policy/X"'),
        ("aws_iam_role_policy_attachment", "count = var.unset\n role = aws_iam_role.r.name\n policy_arn = local.x"),
        ("aws_iam_role_policy", "role = aws_iam_role.r.name\n policy = var.unset"),
        ("aws_iam_role_policy", 'role = aws_iam_role.r.name\n policy = file("absent.json")'),
    ],
)
def test_an_attachment_that_is_not_known_leaves_the_role_incomplete(kind: str, body: str) -> None:
    unset = 'variable "unset" {}\nlocals {\n  x = "arn:aws:iam::aws:policy/X"\n}\n'
    assert not role(f'{unset}resource "{kind}" "a" {{\n {body}\n}}').complete


def test_conditions_and_principals_are_noticed() -> None:
    found = role(
        """
        resource "aws_iam_role_policy" "p" {
          role = aws_iam_role.r.name
          policy = jsonencode({
            Statement = [{
              Effect    = "Allow"
              NotAction = "iam:*"
              Resource  = "*"
              Principal = { AWS = "*" }
              Condition = { Bool = { "aws:SecureTransport" = "true" } }
            }]
          })
        }
        """
    )
    (statement,) = found.policies[0].statements
    assert statement.conditioned
    assert [known(a) for a in statement.not_actions] == ["iam:*"]
    assert [known(p) for p in statement.principals] == ["*"]


def test_a_function_knows_its_role() -> None:
    found = facts(ROLE + 'resource "aws_lambda_function" "f" {\n  role = aws_iam_role.r.arn\n}\n')
    assert found.functions[0].role == found.roles[0].key
