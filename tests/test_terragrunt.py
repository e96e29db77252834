"""Terragrunt: units deploy modules with the inputs that they write, and with those that others may set."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import terraform
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

MODULE = """
variable "timeout" {
  type    = number
  default = 3
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = "${path.module}/dist/orders.zip"
  handler       = "bootstrap"
  timeout       = var.timeout
}
"""


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = terraform.read(data.get, sorted(data))
    assert broken == ()
    return facts


def only(unit: str, **others: str) -> Function:
    files = {name.replace("__", "/") + ".hcl": text for name, text in others.items()}
    facts = read({"modules/orders/main.tf": MODULE, "live/prod/orders/terragrunt.hcl": unit, **files})
    (function,) = facts.functions
    return function


@pytest.mark.parametrize(
    "source",
    [
        "../../../modules/orders",
        "../../../modules//orders",
        "${get_repo_root()}/modules//orders",
        "${get_terragrunt_dir()}/../../../modules/orders",
        "${dirname(find_in_parent_folders())}/../modules/orders",
    ],
)
def test_a_unit_deploys_the_module_it_names(source: str) -> None:
    unit = f'terraform {{\n  source = "{source}"\n}}\ninputs = {{\n  timeout = 30\n}}\n'
    function = only(unit, live__terragrunt="inputs = {}")
    assert function.deployment == "live/prod/orders"
    assert isinstance(function.timeout, Known)
    assert function.timeout.value == 30
    assert function.timeout.span.path == "live/prod/orders/terragrunt.hcl"
    assert [edit.text for edit in function.timeout.write(60)] == ["60"]
    assert function.package is not None
    assert isinstance(function.package.path, Known)
    assert function.package.path.value == "modules/orders/dist/orders.zip"


SOURCE = 'terraform {\n  source = "../../../modules/orders"\n}\n'


@pytest.mark.parametrize(
    ("unit", "parent", "timeout"),
    [
        ("", "", 3),
        ('include "root" {\n  path = find_in_parent_folders()\n}\n', "inputs = {\n  timeout = 20\n}\n", 20),
        (
            'include "root" {\n  path = find_in_parent_folders()\n}\ninputs = {\n  timeout = 40\n}\n',
            "inputs = {\n  timeout = 20\n}\n",
            40,
        ),
        ('include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n', "", "unknown"),
        ("include {\n  path = find_in_parent_folders()\n}\n", "inputs = merge(local.a, {})\n", "unknown"),
        ("include {\n  path = find_in_parent_folders()\n}\n", "inputs = {\n  timeout = local.slow\n}\n", "unknown"),
        ("inputs = merge({ timeout = 9 }, local.more)\n", "", "unknown"),
        ("locals {\n  slow = 50\n}\ninputs = {\n  timeout = local.slow\n}\n", "", 50),
        (
            'dependency "a" {\n  config_path = "../a"\n}\ninputs = {\n  timeout = dependency.a.outputs.t\n}\n',
            "",
            "unknown",
        ),
        ("inputs = {\n  timeout = null\n}\n", "", 3),
    ],
)
def test_inputs_are_those_of_the_unit_and_of_what_it_includes(unit: str, parent: str, timeout: object) -> None:
    value = only(SOURCE + unit, live__terragrunt=parent).timeout
    assert (value.value if isinstance(value, Known) else "unknown") == timeout


def test_variable_files_leave_the_rest_open() -> None:
    extra = '  extra_arguments "vars" {\n    commands = ["apply"]\n    required_var_files = ["a.tfvars"]\n  }\n}\n'
    assert not isinstance(only(SOURCE.removesuffix("}\n") + extra).timeout, Known)


def test_each_unit_is_a_deployment_of_its_own() -> None:
    facts = read(
        {
            "modules/orders/main.tf": MODULE,
            **{
                f"live/{stage}/orders/terragrunt.hcl": f"{SOURCE}inputs = {{\n  timeout = {timeout}\n}}\n"
                for stage, timeout in (("dev", 5), ("prod", 60))
            },
            "live/dev/orders/.terragrunt-cache/x/main.tf": MODULE,
        }
    )
    assert [(f.deployment, f.timeout.value) for f in facts.functions if isinstance(f.timeout, Known)] == [
        ("live/dev/orders", 5),
        ("live/prod/orders", 60),
    ]
    assert facts.functions[0].key != facts.functions[1].key


def test_a_unit_beside_the_configuration_gives_it_values() -> None:
    facts = read({"live/main.tf": MODULE, "live/terragrunt.hcl": "inputs = {\n  timeout = 12\n}\n"})
    assert [f.timeout.value for f in facts.functions if isinstance(f.timeout, Known)] == [12]


@pytest.mark.parametrize(
    "source",
    [
        "tfr:///terraform-aws-modules/lambda/aws?version=7.2.0",
        "tfr://registry.terraform.io/terraform-aws-modules/lambda/aws//?version=7.2.0",
        "git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=v7.2.0",
    ],
)
def test_the_public_module_is_known(source: str) -> None:
    unit = f'terraform {{\n  source = "{source}"\n}}\ninputs = {{\n  function_name = "orders"\n  timeout = 8\n}}\n'
    (function,) = read({"live/orders/terragrunt.hcl": unit}).functions
    assert isinstance(function.timeout, Known)
    assert function.timeout.value == 8


@pytest.mark.parametrize(
    "unit",
    [
        "",
        "terraform {",
        "terraform {\n  source = \n}\n",
        'terraform {\n  source = "."\n}\ninputs = {}\n',
        'terraform {\n  source = "../../../.."\n}\ninputs = [1]\n',
        'include {\n  path = "terragrunt.hcl"\n}\ninputs = {\n  timeout = timeout\n}\n',
        "include {\n  path = find_in_parent_folders(find_in_parent_folders(1))\n}\ninputs = {\n  (local.x) = 1\n}\n",
    ],
)
def test_hostile_units_end_quietly(unit: str) -> None:
    data = {"modules/orders/main.tf": MODULE.encode(), "live/prod/orders/terragrunt.hcl": unit.encode()}
    facts, _ = terraform.read(data.get, sorted(data))
    assert [function.deployment for function in facts.functions] == ["modules/orders"]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("${get_repo_root()}/dist/orders.zip", "dist/orders.zip"),
        ("${get_terragrunt_dir()}/orders.zip", "live/prod/orders/orders.zip"),
        ('${dirname(find_in_parent_folders("root.hcl"))}/orders.zip', "live/orders.zip"),
        ("${get_repo_root()}/dist/${local.name}.zip", None),
    ],
)
def test_an_input_may_be_a_path_of_the_repository(written: str, path: str | None) -> None:
    module = 'variable "package" {}\nresource "aws_lambda_function" "orders" {\n  filename = var.package\n}\n'
    unit = f'{SOURCE}inputs = {{\n  package = "{written}"\n}}\n'
    facts = read(
        {"modules/orders/main.tf": module, "live/prod/orders/terragrunt.hcl": unit, "live/root.hcl": "inputs = {}\n"}
    )
    package = facts.functions[0].package
    assert package is not None
    assert (package.path.value if isinstance(package.path, Known) else None) == path


def deployed(inputs: str, **others: str) -> object:
    """The timeout that a unit gives its module, with other files beside those of every such project."""
    unit = (
        'include "root" {\n  path   = find_in_parent_folders("root.hcl")\n  expose = true\n}\n'
        'locals {\n  env  = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n  base = 5\n}\n'
        f"{SOURCE}inputs = {{\n  {inputs}\n}}\n"
    )
    files = {
        "modules/orders/main.tf": MODULE,
        "live/root.hcl": "locals {\n  slow = 40\n  slower = local.slow * 2\n}\ninputs = {\n  memory = 5\n}\n",
        "live/prod/env.hcl": 'locals {\n  name = "prod"\n  wait = { orders = 25 }\n}\ninputs = {\n  own = 26\n}\n',
        "live/prod/orders/settings.yaml": "timeout: 33\n",
        "live/prod/orders/terragrunt.hcl": unit,
        **{name.replace("__", "/") + ".hcl": text for name, text in others.items()},
    }
    (function,) = read(files).functions
    return function.timeout.value if isinstance(function.timeout, Known) else "unknown"


@pytest.mark.parametrize(
    ("inputs", "timeout"),
    [
        ("timeout = include.root.locals.slow", 40),
        ("timeout = include.root.locals.slower", 80),
        ("timeout = include.root.inputs.memory", 5),
        ("timeout = local.env.locals.wait.orders", 25),
        ("timeout = local.env.locals.wait[basename(get_terragrunt_dir())]", 25),
        ("timeout = local.env.inputs.own", 26),
        ('timeout = local.env.locals.name == "prod" ? local.base + 1 : 2', 6),
        ('timeout = yamldecode(file("settings.yaml")).timeout', 33),
        ('timeout = yamldecode(file("${get_terragrunt_dir()}/settings.yaml")).timeout', 33),
        ('timeout = get_env("WAIT", 7)', 7),
        ('timeout = path_relative_to_include() == "prod/orders" ? 8 : 9', 8),
        ('timeout = get_env("WAIT")', "unknown"),
        ('timeout = yamldecode(file("gone.yaml")).timeout', "unknown"),
        ("timeout = dependency.db.outputs.timeout", "unknown"),
        ("timeout = include.other.locals.slow", "unknown"),
        ("timeout = include.root.locals.absent", "unknown"),
        ('timeout = read_terragrunt_config("gone.hcl").locals.a', "unknown"),
        ('timeout = run_cmd("cat", "settings.yaml")', "unknown"),
    ],
)
def test_what_a_unit_takes_from_other_configurations(inputs: str, timeout: object) -> None:
    assert deployed(inputs) == timeout


@pytest.mark.parametrize(
    ("strategy", "timeout"), [("", 30), ('merge_strategy = "shallow"', 30), ('merge_strategy = "deep"', "unknown")]
)
def test_how_inputs_are_put_together(strategy: str, timeout: object) -> None:
    unit = (
        f'include "root" {{\n  path = find_in_parent_folders()\n  {strategy}\n}}\n{SOURCE}'
        "inputs = {\n  timeout = 30\n}\n"
    )
    function = only(unit, live__terragrunt="inputs = {\n  timeout = 20\n}\n")
    assert (function.timeout.value if isinstance(function.timeout, Known) else "unknown") == timeout


def test_configurations_that_read_each_other_end() -> None:
    other = 'read_terragrunt_config("c.hcl")'
    files = {
        "live__prod__b": f"locals {{\n  a = [{other}, {other}, local.b]\n  b = local.a\n}}\n",
        "live__prod__c": 'locals {\n  a = [read_terragrunt_config("b.hcl"), read_terragrunt_config("b.hcl")]\n}\n',
    }
    assert deployed('timeout = read_terragrunt_config("../b.hcl").locals.a', **files) == "unknown"
