"""Pulumi programs in Python: functions, their packages, roles and what calls them."""

from __future__ import annotations

import pytest

from lambdalint.frontends import pulumi_py
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

IMPORTS = "import json\nimport pulumi\nimport pulumi_aws as aws\n"


def read(body: str, project: str = "name: shop\nruntime: python\n", main: str = "infra/__main__.py") -> InfraFacts:
    files = {"infra/Pulumi.yaml": project.encode(), main: (IMPORTS + body).encode()}
    facts, broken = pulumi_py.read(files.get, files.get, sorted(files))
    assert broken == ()
    return facts


def test_a_function_is_read_with_its_package_and_variables() -> None:
    facts = read(
        "aws.lambda_.Function('api', memory_size=256, runtime='provided.al2023', handler='bootstrap',\n"
        "  architectures=['arm64'], code=pulumi.FileArchive('../dist/api.zip'),\n"
        "  environment=aws.lambda_.FunctionEnvironmentArgs(variables={'table_name': 'a'}))\n"
        "aws.lambda_.Function(resource_name='b', environment={'variables': {'table_name': 'b'}})\n"
    )
    api, other = facts.functions
    assert (api.label, other.label) == ("api", "b")
    assert [v.value for v in (api.memory, api.runtime, api.architectures) if isinstance(v, Known)] == [
        256,
        "provided.al2023",
        ("arm64",),
    ]
    assert [e.key.value for f in facts.functions for e in f.environment.entries] == ["table_name", "table_name"]
    assert api.package is not None
    assert isinstance(api.package.path, Known)
    assert api.package.path.value == "dist/api.zip"


def test_roles_and_mappings_are_joined() -> None:
    facts = read(
        """
role = aws.iam.Role("role", assume_role_policy=json.dumps({"Statement": []}))
policy = {"Statement": [{"Effect": "Allow", "Action": ["sqs:ReceiveMessage"], "Resource": "*"}]}
aws.iam.RolePolicy("rights", role=role.id, policy=json.dumps(policy))
api = aws.lambda_.Function("api", role=role.arn)
orders = aws.sqs.Queue("orders", visibility_timeout_seconds=60)
aws.lambda_.EventSourceMapping("polls", event_source_arn=orders.arn, function_name=api.arn, batch_size=5)
"""
    )
    (role,) = facts.roles
    (mapping,) = facts.mappings
    assert facts.functions[0].role == role.key
    assert role.complete
    assert (mapping.function, mapping.source) == (facts.functions[0].key, facts.queues[0].key)
    assert isinstance(facts.queues[0].visibility_timeout, Known)


def test_components_of_the_project_are_followed() -> None:
    facts = read(
        """
class Service(pulumi.ComponentResource):
    def __init__(self, name, *, memory=128, opts=None):
        super().__init__("shop:Service", name, None, opts)
        aws.lambda_.Function(f"{name}-api", memory_size=memory)

for name in ["orders", "refunds"]:
    Service(name, memory=512)
"""
    )
    assert [(f.label, f.memory.value) for f in facts.functions if isinstance(f.memory, Known)] == [
        ("orders-api", 512),
        ("refunds-api", 512),
    ]


@pytest.mark.parametrize(
    ("project", "main", "seen"),
    [
        ("name: shop\nruntime:\n  name: python\n  options:\n    virtualenv: venv\n", "infra/__main__.py", 1),
        ("name: shop\nruntime: python\nmain: app/\n", "infra/app/__main__.py", 1),
        ("name: shop\nruntime: python\nmain: app/shop.py\n", "infra/app/shop.py", 1),
        ("name: shop\nruntime: nodejs\n", "infra/__main__.py", 0),
    ],
)
def test_the_project_file_names_the_program(project: str, main: str, seen: int) -> None:
    assert len(read("aws.lambda_.Function('api')", project, main).functions) == seen


def test_values_are_written_as_keyword_arguments() -> None:
    (function,) = read("aws.lambda_.Function(\n    'api',\n    memory_size=128,\n)\n").functions
    assert isinstance(function.timeout, Known)
    assert [edit.text for edit in function.timeout.write(30)] == ["\n    timeout=30,"]
    assert isinstance(function.tracing, Known)
    written = "\n    tracing_config=aws.lambda_.FunctionTracingConfigArgs(mode='Active'),"
    assert [edit.text.replace('"', "'") for edit in function.tracing.write("Active")] == [written]


def test_modules_may_be_imported_in_one_line() -> None:
    program = b"import pulumi, pulumi_aws as aws\naws.lambda_.Function('api', timeout=4)\n"
    files = {"Pulumi.yaml": b"name: shop\nruntime: python\n", "__main__.py": program}
    facts, _ = pulumi_py.read(files.get, files.get, sorted(files))
    assert [function.label for function in facts.functions] == ["api"]
