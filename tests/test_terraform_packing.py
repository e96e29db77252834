"""Archives and commands inside of Terraform, and the public module that wraps a function."""

from __future__ import annotations

import pytest

from tests.terraform_reading import facts, known, read


def test_archives() -> None:
    found, _ = read(
        {
            "infra/main.tf": """
            data "archive_file" "file" {
              type        = "zip"
              source_file = "${path.module}/../bin/bootstrap"
              output_path = "${path.module}/../dist/f.zip"
            }
            resource "archive_file" "folder" {
              type        = "zip"
              source_dir  = "../build"
              output_path = "folder.zip"
            }
            """
        }
    )
    assert [([known(s) for s in a.sources], known(a.output)) for a in found.archives] == [
        (["bin/bootstrap"], "dist/f.zip"),
        (["build"], "infra/folder.zip"),
    ]


@pytest.mark.parametrize("kind", ["null_resource", "terraform_data"])
def test_a_command_keeps_its_bytes_where_it_is_literal(kind: str) -> None:
    text = f"""
resource "{kind}" "build" {{
  provisioner "local-exec" {{
    command     = <<EOT
GOOS=linux go build -o bootstrap .
EOT
    working_dir = "${{path.module}}/src"
    environment = {{
      GOARCH = "arm64"
    }}
  }}
}}
"""
    (script,) = facts(text).scripts
    assert script.offset_exact
    assert text.encode()[script.span.start : script.span.end].decode() == script.text
    assert script.text == "GOOS=linux go build -o bootstrap .\n"
    assert (known(script.folder), [(k, known(v)) for k, v in script.environment]) == ("src", [("GOARCH", "arm64")])


@pytest.mark.parametrize(
    ("command", "exact", "text"),
    [
        ('"go build"', True, "go build"),
        ('"go build \\"./cmd\\""', False, 'go build "./cmd"'),
        ('"cd ${path.module} && go build"', False, "cd . && go build"),
        ('"go build ${var.unset}"', False, "go build ${TERRAFORM_VALUE}"),
    ],
)
def test_a_command_that_is_computed_says_so(command: str, exact: bool, text: str) -> None:
    config = f'provisioner "local-exec" {{\n    command = {command}\n  }}'
    (script,) = facts(f'variable "unset" {{}}\nresource "null_resource" "x" {{\n  {config}\n}}\n').scripts
    assert (script.offset_exact, script.text) == (exact, text)


def test_lines_that_end_like_those_of_windows_are_lines_of_the_shell() -> None:
    text = (
        'resource "null_resource" "x" {\r\n  provisioner "local-exec" {\r\n    command = <<-EOT\r\n'
        "      go build -o place .\r\n      zip place.zip place\r\n    EOT\r\n  }\r\n}\r\n"
    )
    (script,) = facts(text).scripts
    assert script.text == "go build -o place .\nzip place.zip place\n"
    assert [p.text for p in script.pieces if p.exact] == ["go build -o place .", "zip place.zip place"]
    assert [text.encode()[p.span.start : p.span.end].decode() for p in script.pieces if p.exact] == [
        p.text for p in script.pieces if p.exact
    ]


def test_text_around_interpolations_keeps_its_place() -> None:
    body = "cd ${path.module}/${var.folder} && go build -o ${var.name} ."
    text = (
        'variable "folder" {\n  default = "place"\n}\nvariable "name" {\n  default = "a b"\n}\n'
        f'resource "null_resource" "x" {{\n  provisioner "local-exec" {{\n    command = "{body}"\n  }}\n}}\n'
    )
    (script,) = facts(text).scripts
    assert "".join(piece.text for piece in script.pieces) == script.text == "cd ./place && go build -o a b ."
    stands = [text[piece.span.start : piece.span.end] for piece in script.pieces]
    assert "".join(stands) == body
    assert [s for s, piece in zip(stands, script.pieces, strict=True) if not piece.exact] == [
        "${path.module}",
        "${var.folder}",
        "${var.name}",
    ]


def test_interpolations_that_can_not_be_told_apart_keep_no_place() -> None:
    text = (
        'variable "one" {\n  default = "a b a"\n}\nvariable "two" {\n  default = "a"\n}\n'
        'resource "null_resource" "x" {\n  provisioner "local-exec" {\n'
        '    command = "${var.one} b ${var.two}"\n  }\n}\n'
    )
    (script,) = facts(text).scripts
    assert (script.text, script.pieces) == ("a b a b a", ())


def test_other_interpreters_are_left_alone() -> None:
    config = 'provisioner "local-exec" {\n    command = "print(1)"\n    interpreter = ["python3", "-c"]\n  }'
    assert facts(f'resource "null_resource" "x" {{\n  {config}\n}}\n').scripts == ()


MODULE = """
module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 8.0"

  function_name = "orders"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  architectures = ["arm64"]
  timeout       = 20
  tracing_mode  = "Active"

  source_path = [{
    path     = "${path.module}/cmd/orders"
    commands = ["GOOS=linux go build -o bootstrap .", ":zip"]
  }]

  environment_variables = {
    TABLE = "orders"
  }

  attach_policy_statements = true
  policy_statements = {
    table = {
      effect    = "Allow"
      actions   = ["dynamodb:*"]
      resources = ["*"]
    }
  }

  allowed_triggers = {
    rule = {
      service    = "events"
      source_arn = "arn:aws:events:eu-west-1:1:rule/r"
    }
  }

  event_source_mapping = {
    jobs = {
      event_source_arn        = aws_sqs_queue.jobs.arn
      function_response_types = ["ReportBatchItemFailures"]
    }
  }

  create_lambda_function_url        = true
  cloudwatch_logs_retention_in_days = 14
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_lambda_permission" "more" {
  function_name = module.orders.lambda_function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}
"""


def test_the_public_lambda_module_is_a_function() -> None:
    found = facts(MODULE)
    (f,) = found.functions
    assert (f.key, f.label, known(f.name), known(f.runtime)) == (
        ".:module.orders",
        "orders",
        "orders",
        "provided.al2023",
    )
    assert [known(v) for v in (f.architectures, f.timeout, f.memory, f.tracing)] == [
        ("arm64",),
        20,
        ("default", 128),
        "Active",
    ]
    assert [(e.key.value, known(e.value)) for e in f.environment.entries] == [("TABLE", "orders")]
    assert f.package is not None
    assert (known(f.package.path), f.package.needs_change_key) == ("cmd/orders", False)
    assert found.deployments[0].whole


def test_what_the_public_lambda_module_makes_beside_it() -> None:
    found = facts(MODULE)
    (f,) = found.functions
    (role,) = found.roles
    assert f.role == role.key
    assert [known(a) for p in role.policies for s in p.statements for a in s.actions][-1] == "dynamodb:*"
    assert role.complete
    (mapping,) = found.mappings
    assert (mapping.function, mapping.source, known(mapping.batch_size)) == (
        f.key,
        found.queues[0].key,
        ("default", 10),
    )
    assert known(mapping.response_types) == ("ReportBatchItemFailures",)
    assert {(p.function, known(p.principal)) for p in found.permissions} == {
        (f.key, "events.amazonaws.com"),
        (f.key, "sns.amazonaws.com"),
    }
    (url,) = found.urls
    assert (url.function, known(url.authorization)) == (f.key, ("default", "NONE"))
    (group,) = found.log_groups
    assert (f.logging.group_key, known(group.name), known(group.retention)) == (group.key, "/aws/lambda/orders", 14)
    (script,) = found.scripts
    assert (script.text, known(script.folder)) == ("GOOS=linux go build -o bootstrap .", "cmd/orders")


@pytest.mark.parametrize("line", ["create = false", "create_function = false", "create_layer = true", "count = 0"])
def test_the_public_lambda_module_without_a_function(line: str) -> None:
    text = f'module "m" {{\n  source = "terraform-aws-modules/lambda/aws"\n  {line}\n}}\n'
    assert facts(text).functions == ()


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("terraform-aws-modules/lambda/aws//modules/alias", False),
        ("terraform-aws-modules/lambda/aws//modules/docker-build", True),
        ("terraform-aws-modules/vpc/aws", True),
        ("terraform-aws-modules/eventbridge/aws", False),
        ("example/vpc/aws", False),
        ("./absent", False),
    ],
)
def test_other_modules_are_no_functions(source: str, whole: bool) -> None:
    found = facts(f'module "m" {{\n  source = "{source}"\n}}\n')
    assert found.functions == ()
    assert found.deployments[0].whole is whole


def test_statements_that_are_not_attached_do_not_count() -> None:
    (role,) = facts(MODULE.replace("attach_policy_statements = true", "")).roles
    assert [known(a) for p in role.policies for s in p.statements for a in s.actions] == [
        ("default", "logs:CreateLogGroup"),
        ("default", "logs:CreateLogStream"),
        ("default", "logs:PutLogEvents"),
    ]
