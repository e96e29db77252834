"""A large repository made up by rule: any number of Lambda functions, and Go that none of them can reach."""

from __future__ import annotations

import argparse
from pathlib import Path

PER_FILE = 400

MAIN = """package main

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/large/internal/part{part}"
)

func handle(ctx context.Context, event events.SQSEvent) error {{
	for _, record := range event.Records {{
		if err := part{part}.Work(ctx, os.Getenv("TABLE"), record.Body); err != nil {{
			return fmt.Errorf("work {number}: %w", err)
		}}
	}}
	return nil
}}

func main() {{
	lambda.Start(handle)
}}
"""

PART = """package part{part}

import (
	"context"
	"errors"
)

// Work does the work of part {part}.
func Work(ctx context.Context, table, text string) error {{
	if table == "" {{
		return errors.New("no table")
	}}
	return step0(ctx, text)
}}
"""

STEP = """
func step{step}(ctx context.Context, text string) error {{
	if len(text) < {step} {{
		return errors.New("too short")
	}}
	return {call}
}}
"""

TERRAFORM = """
resource "aws_lambda_function" "f{number}" {{
  function_name = "f{number}"
  role          = aws_iam_role.all.arn
  filename      = "build/f{number}.zip"
  handler       = "bootstrap"
  runtime       = "provided.al2023"
  architectures = ["arm64"]
  timeout       = 20

  environment {{
    variables = {{
      TABLE = "t{number}"
    }}
  }}
}}

resource "aws_sqs_queue" "q{number}" {{
  name                       = "q{number}"
  visibility_timeout_seconds = 120
}}

resource "aws_lambda_event_source_mapping" "m{number}" {{
  event_source_arn = aws_sqs_queue.q{number}.arn
  function_name    = aws_lambda_function.f{number}.arn
}}
"""


def write_repository(root: Path, functions: int, unreachable: int, files: int = 1) -> None:
    """Write `functions` Lambda functions with their Terraform, and about `unreachable` lines of other Go.

    `files` is how many files each package has that nothing reaches.
    """
    parts = max(1, functions // 10)
    _write(root / "go.mod", "module example.com/large\n\ngo 1.24\n\nrequire github.com/aws/aws-lambda-go v1.54.0\n")
    for part in range(parts):
        steps = "".join(
            STEP.format(step=step, call=f"step{step + 1}(ctx, text)" if step < 19 else "ctx.Err()")
            for step in range(20)
        )
        _write(root / f"internal/part{part}/part.go", PART.format(part=part) + steps)
    for number in range(functions):
        _write(root / f"cmd/f{number}/main.go", MAIN.format(number=number, part=number % parts))
        _write(root / f"deploy/f{number}.tf", TERRAFORM.format(number=number).lstrip())
    _write(
        root / "deploy/role.tf",
        'resource "aws_iam_role" "all" {\n  name               = "all"\n  assume_role_policy = "{}"\n}\n',
    )
    for number in range(unreachable // PER_FILE):
        package = number // files
        lines = "".join(
            f"func f{number}s{n}() int {{\n\tx := {n}\n\treturn x * x\n}}\n\n" for n in range(PER_FILE // 5)
        )
        _write(root / f"other/p{package}/f{number}.go", f"package p{package}\n\n{lines}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--functions", type=int, default=1000)
    parser.add_argument("--unreachable", type=int, default=0, help="lines of Go that no function reaches")
    parser.add_argument("--files", type=int, default=1, help="files in each package that no function reaches")
    chosen = parser.parse_args()
    write_repository(chosen.folder, chosen.functions, chosen.unreachable, chosen.files)
