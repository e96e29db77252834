"""Modules of Terraform that only files call which another tool fills in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.model.functions import Function
from lambdalint.value import Known, Unknown
from tests.terraform_reading import read

MODULE = """
variable "guard" {
  type    = object({ wait = number })
  default = null
}

variable "memory" {
  default = 128
}

resource "aws_lambda_function" "guard" {
  count         = var.guard == null ? 0 : 1
  function_name = "guard"
  role          = "r"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "guard.zip"
  timeout       = 25
  memory_size   = var.memory
}
"""
CALLED = 'locals {\n  {{- range .Tags }}\n  {{ . }} = 1\n  {{- end }}\n}\n\nmodule "api" {\n  source = "%s"\n}\n'


def functions(files: Mapping[str, str]) -> tuple[Function, ...]:
    found, broken = read({"modules/api/main.tf": MODULE, **files})
    assert broken == ()
    return found.functions


@pytest.mark.parametrize(
    ("path", "source"),
    [("infra/main.tf", "../modules/api"), ("templates/setup.tf", "../../modules/api")],
)
def test_what_a_file_that_is_filled_in_may_give_is_not_known(path: str, source: str) -> None:
    (guard,) = functions({path: CALLED % source})
    assert isinstance(guard.timeout, Known)
    assert guard.timeout.value == 25
    assert isinstance(guard.memory, Unknown)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"infra/main.tf": CALLED % "../modules/other"},
        {"tests/main.tf": CALLED % "../modules/api"},
        {
            "infra/main.tf": CALLED % "../modules/api",
            "shop/main.tf": 'module "api" {\n  source = "../modules/api"\n}\n',
        },
        {"infra/main.tf": CALLED % "../../x/api", "y/api/main.tf": MODULE},
    ],
)
def test_defaults_hold_where_no_such_file_calls_the_module(files: Mapping[str, str]) -> None:
    assert functions(files) == ()
