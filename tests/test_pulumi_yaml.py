"""Pulumi programs in YAML: references, packages, roles, and what only the running program knows."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lambdalint.frontends import pulumi_yaml
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Unknown

HEAD = "name: shop\nruntime: yaml\n"


def read(files: Mapping[str, str]) -> InfraFacts:
    data = {path: text.encode() for path, text in files.items()}
    facts, broken = pulumi_yaml.read(data.get, data.get, sorted(data))
    assert broken == ()
    return facts


def function(properties: str, others: str = "") -> Function:
    inner = "".join(f"      {line}\n" for line in properties.splitlines())
    text = f"{HEAD}resources:\n  api:\n    type: aws:lambda:Function\n    properties:\n{inner}{others}"
    return read({"infra/Pulumi.yaml": text}).functions[0]


@pytest.mark.parametrize(
    ("timeout", "others", "seconds"),
    [
        ("30", "", 30),
        ("${pause}", "variables:\n  pause: 7\n", 7),
        ("${limits.api.seconds}", "variables:\n  limits: {api: {seconds: 8}}\n", 8),
        ("${pause}", "config:\n  pause: {type: integer, default: 7}\n", 7),
        ("${pause}", "config:\n  pause: 7\n", 7),
        ("${pause}", "config:\n  shop:pause: 7\n", 7),
        ("${pause}", "configuration:\n  pause: {type: integer, default: 7}\n", 7),
        ("${pause}", "config:\n  other:pause: 7\n", "unknown"),
        ("${pause}", "config:\n  pause: {type: integer}\n", "unknown"),
        ("${pause}", "config:\n  pause: {default: 7, secret: true}\n", "unknown"),
        ("${pause}", "variables:\n  pause: ${pause}\n", "unknown"),
        ("${pause}", "variables:\n  pause: {fn::invoke: {function: 'std:abs', arguments: {input: 3}}}\n", "unknown"),
        ("${queue.visibilityTimeoutSeconds}", "  queue:\n    type: aws:sqs:Queue\n", "unknown"),
        ("${api.timeout}", "", "unknown"),
        ("${a[0]}", "variables:\n  a: [1]\n", "unknown"),
    ],
)
def test_a_timeout_is_followed_to_where_it_is_written(timeout: str, others: str, seconds: object) -> None:
    value = function(f"timeout: {timeout}", others).timeout
    assert (value.value if isinstance(value, Known) else "unknown") == seconds


@pytest.mark.parametrize(
    ("code", "path"),
    [
        ("{fn::fileArchive: ../dist/api.zip}", "dist/api.zip"),
        ("{Fn::FileArchive: ./dist}", "infra/dist"),
        ("{fn::fileArchive: '${pulumi.cwd}/dist'}", "infra/dist"),
        ("{fn::fileArchive: {fn::join: ['/', [.., dist, api]]}}", "dist/api"),
        ("{fn::assetArchive: {.: {fn::fileArchive: dist}}}", "infra/dist"),
        ("{fn::fileArchive: 'dist/${pulumi.stack}'}", "unknown"),
    ],
)
def test_an_archive_is_found_beside_the_program(code: str, path: str) -> None:
    package = function(f"code: {code}").package
    assert package is not None
    assert (package.path.value if isinstance(package.path, Known) else "unknown") == path


def test_texts_with_dollars_are_read_as_they_are_deployed() -> None:
    made = function('environment: {variables: {A: "$${x}", B: "${x}", C: "a$b", D: "${y}-1"}}', "variables: {y: z}\n")
    values = [entry.value.value if isinstance(entry.value, Known) else None for entry in made.environment.entries]
    assert values == ["${x}", None, "a$b", "z-1"]


def test_resources_are_joined_whatever_their_order() -> None:
    facts = read(
        {
            "Pulumi.yaml": HEAD
            + """
resources:
  polls:
    type: aws:lambda/eventSourceMapping:EventSourceMapping
    properties:
      eventSourceArn: ${orders.arn}
      functionName: ${api.name}
      batchSize: 5
  api:
    type: aws:lambda/function:Function
    properties:
      role: ${role.arn}
  orders:
    type: aws:sqs:Queue
  role:
    type: aws:iam:Role
    properties:
      assumeRolePolicy: |
        {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
          "Principal": {"Service": "lambda.amazonaws.com"}}]}
  rights:
    type: aws:iam:RolePolicy
    properties:
      role: ${role.name}
      policy:
        fn::toJSON:
          Statement: [{Effect: Allow, Action: ["sqs:ReceiveMessage"], Resource: "${orders.arn}"}]
  shared:
    type: aws:lambda:Function
    get:
      id: somewhere
"""
        }
    )
    (made,) = facts.functions
    (mapping,) = facts.mappings
    (role,) = facts.roles
    assert (mapping.function, mapping.source, mapping.source_kind) == (made.key, facts.queues[0].key, "sqs")
    assert (made.role, role.complete) == (role.key, True)
    actions = [a.value for p in role.policies for s in p.statements for a in s.actions if isinstance(a, Known)]
    assert actions == ["sqs:ReceiveMessage"]


def test_the_program_may_stand_in_a_folder_of_its_own() -> None:
    program = "resources:\n  api:\n    type: aws:lambda:Function\n"
    project = "name: shop\nruntime:\n  name: yaml\nmain: infra/\n"
    assert [f.label for f in read({"Pulumi.yaml": project, "infra/Main.yaml": program}).functions] == ["api"]
    assert read({"Pulumi.yaml": "name: shop\nruntime: go\n" + program}).functions == ()


def test_values_are_written_as_the_file_writes_them() -> None:
    made = function("memorySize: 128\narchitectures:\n  - x86_64")
    assert isinstance(made.timeout, Known)
    assert [edit.text for edit in made.timeout.write(30)] == ["      timeout: 30\n"]
    assert isinstance(made.architectures, Known)
    assert [edit.text for edit in made.architectures.write(("arm64",))] == ["- arm64"]
    assert isinstance(made.name, Unknown)


@pytest.mark.parametrize(
    "text",
    [
        "resources: []",
        "resources:\n  a: 1\n  b:\n    type: [x]\n  c:\n    type: aws:lambda:Function\n    properties: ${c}",
        "resources:\n  a: &a\n    type: aws:lambda:Function\n    properties: *a",
        "resources:\n  a:\n    type: aws:lambda:Function\n    properties: {x: " + "[" * 500 + "]" * 500 + "}",
        "variables:\n  a: ${b}\n  b: ${a}\nresources:\n  c:\n    type: ':::'\n    properties: {d: '${a}${'}",
        "resources:\n  a:\n    type: aws:lambda:Function\n    properties:\n      code: {fn::fileArchive: }",
        "resources:\n\ta: {",
    ],
)
def test_hostile_programs_end_quietly(text: str) -> None:
    data = {"Pulumi.yaml": (HEAD + text).encode()}
    facts, broken = pulumi_yaml.read(data.get, data.get, sorted(data))
    assert len(facts.deployments) + len(broken) >= 1


@pytest.mark.parametrize(
    ("default", "stacks", "seconds"),
    [
        ("{type: integer, default: 7}", {"dev": "shop:pause: 7"}, 7),
        ("{type: integer, default: 7}", {"dev": "shop:pause: 8"}, "unknown"),
        ("{type: integer, default: 7}", {"dev": "aws:region: eu-west-1", "prod": "aws:region: us-east-1"}, 7),
        ("{type: integer}", {"dev": "shop:pause: 8"}, 8),
        ("{type: integer}", {"dev": "shop:pause: 8", "prod": "shop:pause: '8'"}, 8),
        ("{type: integer}", {"dev": "shop:pause: 8", "prod": "aws:region: us-east-1"}, "unknown"),
        ("{type: integer}", {"dev": "shop:pause: 8", "prod": "shop:pause: 9"}, "unknown"),
        ("{type: integer}", {"dev": "shop:pause: {secure: AAAB}"}, "unknown"),
        ("{type: integer, default: 7}", {"dev": "]"}, "unknown"),
    ],
)
def test_what_all_stacks_configure_alike(default: str, stacks: Mapping[str, str], seconds: object) -> None:
    text = (
        f"{HEAD}config:\n  pause: {default}\nresources:\n  api:\n    type: aws:lambda:Function\n"
        "    properties:\n      timeout: ${pause}\n"
    )
    files = {f"infra/Pulumi.{name}.yaml": f"config:\n  {setting}\n" for name, setting in stacks.items()}
    timeout = read({"infra/Pulumi.yaml": text, **files}).functions[0].timeout
    assert (timeout.value if isinstance(timeout, Known) else "unknown") == seconds
    assert not isinstance(timeout, Known) or timeout.slot is None


def test_policies_that_a_role_holds_itself() -> None:
    text = f"""{HEAD}resources:
  role:
    type: aws:iam:Role
    properties:
      inlinePolicies:
        - name: all
          policy:
            fn::toJSON: {{Statement: [{{Effect: Allow, Action: 's3:*', Resource: '*'}}]}}
"""
    (role,) = read({"Pulumi.yaml": text}).roles
    actions = [a.value for p in role.policies for s in p.statements for a in s.actions if isinstance(a, Known)]
    assert (actions, role.complete) == (["s3:*"], True)


def test_the_project_s_name_is_known_to_its_program() -> None:
    name = function("name: ${pulumi.project}-api-${pulumi.stack}").name
    assert isinstance(name, Unknown)
    assert getattr(function("name: ${pulumi.project}-api").name, "value", None) == "shop-api"
