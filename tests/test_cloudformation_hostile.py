"""Broken, cyclic, huge and strange templates neither stop the reader nor make it claim what it can't know."""

from __future__ import annotations

import pytest

from tests.cloudformation_reading import FORMAT, SERVERLESS, plain, read, serverless
from tests.terraform_reading import known


def test_a_broken_template_is_reported_at_its_line() -> None:
    text = serverless("Timeout: 5\nHandler: [x\n")
    found, broken = read({"template.yaml": text})
    (problem,) = broken
    assert (problem.span.path, text.encode()[: problem.span.start].count(b"\n") + 1) == ("template.yaml", 8)
    assert not any(d.whole for d in found.deployments)


def test_in_a_broken_template_absence_proves_nothing() -> None:
    text = serverless("Timeout: 5\n") + "  Q:\n    Type: AWS::SQS::Queue\n   Properties: x\n"
    found, broken = read({"template.yaml": text})
    assert len(broken) == 1
    (f,) = found.functions
    assert (known(f.timeout), known(f.memory)) == (5, "unknown")
    assert not f.environment.complete


@pytest.mark.parametrize("line", ["{% if x %}", "{{ values }}", "<% x %>"])
def test_a_template_of_another_tool_is_not_broken(line: str) -> None:
    found, broken = read({"template.yaml": FORMAT + line + "\nResources:\n  - : [\n"})
    assert broken == ()
    assert found.functions == ()


@pytest.mark.parametrize("line", ["{% if x %}", "{{ values }}", "<% x %>"])
def test_functions_of_a_template_of_another_tool_are_told_to_be_missing(line: str) -> None:
    text = serverless("Timeout: 5\n") + line + "\n  - : [\n"
    found, broken = read({"a/template.yaml": text, "tests/template.yaml": text})
    assert (found.functions, broken) == ((), ())
    assert [(gap.span.path, gap.reason) for gap in found.gaps] == [
        ("a/template.yaml", "another tool fills in what it says")
    ]


@pytest.mark.parametrize(
    "statements",
    [
        "{% if a %}\n      Timeout: 3\n{% endif %}",
        "{%- for a in b -%}\n{% if a %}\n      Timeout: {{ a }}\n{% else %}\n      Timeout: 9\n{% endif %}{% endfor %}",
        "      Architectures:\n{% for a in b %}\n      - {{ a }}\n{% endfor %}",
        "      Timeout: {% if a %}3{% else %}9{% endif %}",
        "{# a note #}\n{% set a = 1 %}\n{% include 'settings' %}",
    ],
)
def test_what_stands_outside_of_the_statements_of_a_template_is_read(statements: str) -> None:
    text = serverless("Runtime: provided.al2\nCodeUri: src\n") + statements + "\n"
    found, broken = read({"template.yaml": text})
    (function,) = found.functions
    assert broken == ()
    assert (known(function.runtime), known(function.package_type)) == ("provided.al2", ("default", "Zip"))
    assert (known(function.timeout), known(function.architectures)) == ("unknown", "unknown")
    assert [gap.reason for gap in found.gaps] == ["another tool fills in what it says"]


@pytest.mark.parametrize(
    "statements",
    [
        "{% if a %}",
        "{% endif %}",
        "{% if a %}\n{% for b in a %}\n{% endif %}",
        "{% a %}",
        "      Name: a-{% if b %}c{% endif %}\n{# d #}",
    ],
)
def test_statements_that_cannot_be_told_apart_leave_a_template_unread(statements: str) -> None:
    found, broken = read({"template.yaml": serverless("Timeout: 5\n") + statements + "\n"})
    assert (found.functions, broken) == ((), ())


def test_broken_json_is_reported() -> None:
    found, broken = read({"a.json": '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {'})
    assert [(b.span.path, b.message) for b in broken] == [("a.json", "this is not valid JSON")]
    assert found.functions == ()


@pytest.mark.parametrize(
    "text",
    [
        plain("Timeout: !Ref P\n", before="Parameters:\n  P: {Default: !Ref P}\n"),
        plain("Timeout: !If [C, 1, 2]\n", before="Conditions:\n  C: !Not [!Condition D]\n  D: !Not [!Condition C]\n"),
        plain("Timeout: !FindInMap [M, a, b]\n", before="Mappings:\n  M: {a: {b: !FindInMap [M, a, b]}}\n"),
        plain(
            "Timeout: !If [C0, 1, 2]\n",
            before="Conditions:\n" + "".join(f"  C{i}: !Not [!Condition C{i + 1}]\n" for i in range(3000)),
        ),
        plain("Role: !GetAtt F.Role\nFunctionName: !Ref F\n"),
        plain("Timeout: !Sub '" + "${F}" * 20_000 + "'\n"),
        plain("Timeout: " + "{Fn::Sub: " * 40 + "x" + "}" * 40 + "\n"),
        plain("Timeout: !Select [99999999999999999999, [1]]\n"),
        plain("Timeout: !Join [',', !Ref F]\n"),
        plain("Environment: {Variables: {A: &a [*a]}}\n"),
        plain("Layers: [!Ref L]\n", "L: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref L}}\n"),
        plain("Timeout: 5\nTimeout: 6\n"),
        FORMAT + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: [1]}\n",
        FORMAT + "Resources:\n  F: {Type: AWS::Lambda::Function, Properties: !Ref X}\n",
        FORMAT + "Resources:\n  F: {Type: [AWS::Lambda::Function]}\n",
        FORMAT + "Resources: [AWS::Lambda::Function]\n",
        SERVERLESS + "Globals: []\nResources:\n  F: {Type: AWS::Serverless::Function}\n",
        SERVERLESS + "Globals: {Function: [1]}\nResources:\n  F: {Type: AWS::Serverless::Function, Metadata: 1}\n",
        serverless("Events: [1]\nPolicies: {A: 1}\nEnvironment: x\nArchitectures: arm64\nCodeUri: [x]\n"),
        serverless("Events: {A: {Type: [Api]}, B: {Type: Api}, C: 1, D: {Type: SQS, Properties: 5}}\n"),
    ],
)
def test_strange_templates_are_read_to_the_end(text: str) -> None:
    found, _ = read({"template.yaml": text})
    assert all(f.key.startswith("template.yaml#") for f in found.functions)


def test_a_bomb_of_nested_templates_is_cut() -> None:
    files = {}
    for level in range(9):
        inner = "".join(
            f"  N{i}: {{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: t{level + 1}.yaml}}}}\n"
            for i in range(10)
        )
        files[f"t{level}.yaml"] = FORMAT + "Resources:\n" + inner
    files["t9.yaml"] = FORMAT + "Resources:\n  Q: {Type: AWS::SQS::Queue}\n"
    found, _ = read(files)
    assert len(found.queues) < 1000
    assert not any(d.whole for d in found.deployments)


def test_a_bomb_of_aliases_is_cut() -> None:
    lines = ["  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    text = FORMAT + "Metadata:\n" + "\n".join(lines) + "\nResources:\n"
    text += "  F: {Type: AWS::Lambda::Function, Properties: {Layers: *a11, Timeout: 5}}\n"
    found, _ = read({"template.yaml": text})
    assert [known(f.timeout) for f in found.functions] == [5]


def test_other_encodings_end() -> None:
    text = serverless("Timeout: 5\n")
    for data in (b"\xef\xbb\xbf" + text.encode(), text.encode("latin-1") + b"# \xff\xfe\n"):
        found, _ = read({"template.yaml": data})
        assert [known(f.timeout) for f in found.functions] == [5]
