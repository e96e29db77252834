"""Fixed Terraform stays in the columns that `terraform fmt` gives it."""

from __future__ import annotations

import pytest

from lambdalint.syntax.hclformat import aligned, kept

FORMATTED = """resource "aws_sqs_queue" "orders" {
  name                       = "orders"
  visibility_timeout_seconds = 30 # a comment doesn't end a chain
  tags                       = { Team = "shop", Tier = "1" }

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
  a = 1
  # a comment of its own does
  long_name = 2
  text      = <<-EOT
    anything = goes
      here = too
  EOT
  ümlaut    = 1
  inner {}
  x = 1
}

locals { a = 1 }
"""


def test_formatted_text_is_as_it_should_be() -> None:
    assert aligned(FORMATTED.encode()) == FORMATTED.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = 1\nlonger = 2\n", "a      = 1\nlonger = 2\n"),
        ("a      = 1\n\nlonger = 2\n", "a = 1\n\nlonger = 2\n"),
        ("a=1\nb\t=  2\n", "a =1\nb =  2\n"),
        ("a      = 1\r\nb = 2\r\n", "a = 1\r\nb = 2\r\n"),
        ('m = {\n  "a" = 1\n  bcd = 2\n}\n', 'm = {\n  "a" = 1\n  bcd = 2\n}\n'),
        ("m = {\n  a = 1\n  bcd = 2\n}\n", "m = {\n  a   = 1\n  bcd = 2\n}\n"),
        ("m = {\n  a : 1\n  bcd = 2\n}\n", "m = {\n  a : 1\n  bcd = 2\n}\n"),
        ("a = [\n  1,\n]\nlonger = 2\n", "a = [\n  1,\n]\nlonger = 2\n"),
        ("", ""),
    ],
)
def test_columns(before: str, after: str) -> None:
    assert aligned(before.encode()) == after.encode()
    assert aligned(after.encode()) == after.encode()


def test_broken_text_is_left_alone() -> None:
    assert aligned(b"a = 1\nlonger = {\n") == b"a = 1\nlonger = {\n"


def test_only_formatted_files_are_formatted() -> None:
    removed = b"a      = 1\n"
    assert kept("main.tf", b"a      = 1\nlonger = 2\n", removed) == b"a = 1\n"
    assert kept("main.tf", b"a = 1\nlonger = 2\n", removed) == removed
    assert kept("main.go", b"a      = 1\nlonger = 2\n", removed) == removed
