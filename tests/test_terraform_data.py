"""Functions that Terraform reads from files of data."""

from __future__ import annotations

import pytest

from lambdalint.value import Known
from tests.terraform_reading import known, read

DATA_DRIVEN = """
    resource "aws_lambda_function" "this" {
      for_each      = %s(file("${path.module}/functions.%s"))
      function_name = each.key
      runtime       = lookup(each.value, "runtime", "provided.al2023")
      timeout       = each.value.timeout
      environment {
        variables = each.value.environment
      }
    }
"""


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("yaml", "orders: # first\n  timeout: 20\n  environment: {TABLE: orders}\n"),
        ("json", '{"orders": {"timeout": 20, "environment": {"TABLE": "orders"}}}\n'),
    ],
)
def test_functions_in_a_file_of_data_are_read_where_they_stand(ending: str, text: str) -> None:
    place = f"functions.{ending}"
    found, broken = read({"main.tf": DATA_DRIVEN % (f"{ending}decode", ending), place: text})
    (one,) = found.functions
    assert broken == ()
    assert (known(one.name), known(one.runtime), known(one.timeout)) == ("orders", "provided.al2023", 20)
    (entry,) = one.environment.entries
    assert (entry.key.value, entry.key.span.path) == ("TABLE", place)
    assert entry.entry.start == entry.entry.end  # it isn't Terraform's to take away
    assert one.environment.slot is None
    assert isinstance(one.timeout, Known)
    assert one.timeout.slot is None


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\n---\nb: 2\n", "a: &x [*x, *x]\n", "a: !!binary aGk=\n", ""])
def test_a_file_of_data_that_is_not_one_plain_document_stays_unknown(text: str) -> None:
    found, _ = read({"main.tf": DATA_DRIVEN % ("yamldecode", "yaml"), "functions.yaml": text})
    assert all(not isinstance(one.timeout, Known) for one in found.functions)
