"""Apex, and resource providers of CloudFormation: files that tell a little about functions."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import apex, infrastructure, rpdk
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Secret, Unknown

PROJECT = '{"name": "shop", "runtime": "go1.x", "memory": 256, "environment": {"STAGE": "prod", "TABLE": "orders"}}'


def shop(files: Mapping[str, str], project: str = PROJECT) -> InfraFacts:
    data = {path: text.encode() for path, text in {"infra/project.json": project, **files}.items()}
    return apex.read(data.get, data.get, sorted(data))


def test_a_function_has_the_settings_of_the_project_under_its_own() -> None:
    own = (
        '{"memory": 512, "timeout": 9, "environment": {"TABLE": "refunds", "API_TOKEN": "pk9fQ2xZ7vT4mB1sWc8RjH5nLe"}}'
    )
    facts = shop({"infra/functions/refunds/main.go": "", "infra/functions/refunds/function.json": own})
    (function,) = facts.functions
    assert function.label == "refunds"
    assert [v.value for v in (function.runtime, function.memory, function.timeout) if isinstance(v, Known)] == [
        "go1.x",
        512,
        9,
    ]
    values = {entry.key.value: entry.value for entry in function.environment.entries}
    assert [v.value for v in (values["STAGE"], values["TABLE"]) if isinstance(v, Known)] == ["prod", "refunds"]
    token = values["API_TOKEN"]
    assert isinstance(token, Known)
    assert isinstance(token.value, Secret)
    assert len(facts.secrets) == 1
    assert not function.environment.complete
    assert isinstance(function.source, Known)
    assert function.source.value == "infra/functions/refunds"


def test_folders_without_a_file_are_functions_too_and_other_languages_are_none() -> None:
    facts = shop(
        {
            "infra/functions/orders/main.go": "",
            "infra/functions/web/index.js": "",
            "infra/functions/web/function.json": '{"runtime": "nodejs8.10"}',
            "functions/elsewhere/main.go": "",
        }
    )
    assert [function.label for function in facts.functions] == ["orders"]
    assert isinstance(facts.functions[0].timeout, Known)
    assert facts.functions[0].timeout.value == 3


def test_what_a_shim_starts_has_another_runtime() -> None:
    (function,) = shop({"infra/functions/a/main.go": ""}, '{"name": "shop", "runtime": "golang"}').functions
    assert isinstance(function.runtime, Unknown)


def test_a_build_hook_is_a_command_of_the_function() -> None:
    hooks = '{"hooks": {"build": "GOOS=linux go build -o main ."}}'
    facts = shop({"infra/functions/a/main.go": "", "infra/functions/a/function.json": hooks})
    (script,) = facts.scripts
    assert (script.text, script.offset_exact) == ("GOOS=linux go build -o main .", True)
    assert isinstance(script.folder, Known)
    assert script.folder.value == "infra/functions/a"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("", "shop_a"),
        ('"nameTemplate": "{{.Project.Name}}-{{ .Function.Name }}", ', "shop-a"),
        ('"nameTemplate": "{{.Project.Environment}}-{{.Function.Name}}", ', None),
        ('"nameTemplate": 7, ', None),
    ],
)
def test_a_template_makes_the_name(template: str, name: str | None) -> None:
    project = PROJECT.replace("{", "{" + template, 1)
    (function,) = shop({"infra/functions/a/main.go": ""}, project).functions
    assert (function.name.value if isinstance(function.name, Known) else None) == name


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        ({"infra/Makefile": "all:\n"}, True),
        ({"infra/project.staging.json": "{}"}, False),
        ({"infra/functions/a/function.live.json": "{}"}, False),
        ({"infra/functions/b/index.js": "", "infra/functions/b/function.json": '{"runtime": "nodejs8.10"}'}, False),
        ({"infra/functions/a/function.json": '{"hooks": {"clean": "rm -f main"}}'}, False),
        ({"infra/functions/a/function.json": '{"zip": "a.zip"}'}, False),
        ({"other/project.staging.json": "{}"}, True),
    ],
)
def test_a_runtime_changes_where_nothing_else_hangs_on_it(files: Mapping[str, str], changed: bool) -> None:
    (function,) = shop({"infra/functions/a/main.go": "", **files}).functions
    assert isinstance(function.runtime, Known)
    edits = function.runtime.write("provided.al2023")
    assert ["hooks" in edit.text for edit in edits] == ([False, True] if changed else [])


def test_a_build_hook_compiles_what_lies_elsewhere() -> None:
    built = '{"hooks": {"build": "go build -o main ../.."}}'
    copied = '{"hooks": {"build": "cp ../main ."}}'
    facts = shop({"infra/functions/a/function.json": built, "infra/functions/b/function.json": copied})
    assert [function.label for function in facts.functions] == ["a"]


def test_a_variable_goes_with_its_line() -> None:
    own = '{\n  "environment": {\n    "A": "b",\n    "C": "d"\n  }\n}\n'
    facts = shop({"infra/functions/a/main.go": "", "infra/functions/a/function.json": own})
    gone = {entry.key.value: entry.entry for entry in facts.functions[0].environment.entries}
    assert own[: gone["C"].start] + own[gone["C"].end :] == '{\n  "environment": {\n    "A": "b"\n  }\n}\n'


def test_the_role_of_a_function_is_one_that_terraform_makes() -> None:
    project = PROJECT.replace("{", '{"role": "arn:aws:iam::123456789012:role/place", ', 1)
    files = {
        "project.json": project,
        "functions/a/main.go": "package main\n",
        "infrastructure/main.tf": 'resource "aws_iam_role" "place" {\n  name = "place"\n}\n',
    }
    data = {path: text.encode() for path, text in files.items()}
    facts, _ = infrastructure.read(data.get, data.get, sorted(data))
    assert [function.role for function in facts.functions] == [role.key for role in facts.roles]


@pytest.mark.parametrize(
    "project",
    [
        "",
        "[]",
        '{"name": 1}',
        '{"version": 3, "runtime": "go1.x"}',
        '{"name": "shop", "memory": {"a": 1}, "runtime": 7}',
    ],
)
def test_other_files_of_that_name_are_not_of_apex(project: str) -> None:
    assert shop({"infra/functions/a/main.go": ""}, project).functions == ()


def provider(text: str) -> InfraFacts:
    data = {"shelf/.rpdk-config": text.encode()}
    return rpdk.read(data.get, sorted(data))


def test_a_resource_provider_runs_its_program() -> None:
    text = '{"typeName": "Shop::Orders::Shelf", "language": "go", "runtime": "go1.x", "entrypoint": "handler"}'
    (function,) = provider(text).functions
    assert function.label == "Shop::Orders::Shelf"
    assert isinstance(function.runtime, Known)
    assert [edit.text for edit in function.runtime.write("provided.al2023")] == ['"provided.al2023"']
    assert isinstance(function.handler, Known)
    assert isinstance(function.timeout, Unknown)
    assert isinstance(function.source, Known)
    assert function.source.value == "shelf/cmd"


def test_a_resource_provider_of_another_language_is_a_function_of_that_language() -> None:
    text = '{"typeName": "Shop::Orders::Lid", "language": "python39", "runtime": "python3.9", "entrypoint": "lid.run"}'
    (function,) = provider(text).functions
    assert isinstance(function.runtime, Known)
    assert (function.label, function.runtime.value) == ("Shop::Orders::Lid", "python3.9")
    assert (function.source, function.build_method, function.runtime_way) == (None, None, "")


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"runtime": "python3.9"}', '{"language": ["go"]}'])
def test_other_files_of_that_name_are_no_resource_providers(text: str) -> None:
    assert provider(text).functions == ()


def test_of_the_template_that_tries_a_provider_out_only_what_is_compiled_counts() -> None:
    template = (
        "Transform: AWS::Serverless-2016-10-31\nResources:\n  TypeFunction:\n    Type: AWS::Serverless::Function\n"
        "    Properties: {Handler: bootstrap, Runtime: provided.al2023, CodeUri: bin/, Timeout: 300}\n"
    )
    data = {
        "shelf/.rpdk-config": b'{"typeName": "Shop::Orders::Shelf", "language": "go", "runtime": "provided.al2023"}',
        "shelf/template.yml": template.encode(),
        "orders/template.yml": template.encode(),
    }
    facts, _ = infrastructure.read(data.get, data.get, sorted(data))
    found = {f.span.path: f for f in facts.functions}
    assert isinstance(found["orders/template.yml"].architectures, Known)
    assert isinstance(found["orders/template.yml"].memory, Known)
    assert isinstance(found["shelf/template.yml"].architectures, Unknown)
    assert isinstance(found["shelf/template.yml"].memory, Unknown)
    assert isinstance(found["shelf/template.yml"].runtime, Known)
