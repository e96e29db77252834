"""`Fn::ForEach`: resources that a template names once and deploys several times."""

from __future__ import annotations

import pytest

from lambdalint.fix import apply
from lambdalint.value import Known
from tests.cloudformation_reading import FORMAT, facts
from tests.terraform_reading import known

HEAD = FORMAT + "Transform: AWS::LanguageExtensions\n"
LOOP = """
  Fn::ForEach::Workers:
    - Worker
    - {over}
    - ${{Worker}}Function:
        Type: AWS::Lambda::Function
        Properties:
          FunctionName: !Sub "shop-${{Worker}}"
          Runtime: go1.x
          Timeout: !FindInMap [Limits, !Ref Worker, Time, {{DefaultValue: 9}}]
          Environment:
            Variables:
              MODE: !Ref Worker
              OTHER: {{Ref: Worker}}
              PLAIN: mode-&{{Worker}}
"""
MAPS = "Mappings:\n  Limits:\n    mail: {Time: 20}\n"
NAMES = "Parameters:\n  Names: {Type: CommaDelimitedList, Default: 'mail, bill'}\n"


def template(over: str, before: str = MAPS) -> str:
    return f"{HEAD}{before}Resources:{LOOP.format(over=over)}"


def test_a_function_for_each_member() -> None:
    found = facts(template("[mail, bill]"))
    assert [(f.label, known(f.name), known(f.timeout)) for f in found.functions] == [
        ("mailFunction", "shop-mail", 20),
        ("billFunction", "shop-bill", 9),
    ]
    variables = [[known(e.value) for e in f.environment.entries] for f in found.functions]
    assert variables == [["mail", "mail", "mode-mail"], ["bill", "bill", "mode-bill"]]
    assert found.deployments[0].whole


def test_members_that_a_parameter_names_may_be_others() -> None:
    found = facts(template("!Ref Names", NAMES + MAPS))
    assert [f.label for f in found.functions] == ["mailFunction", "billFunction"]
    assert not found.deployments[0].whole


@pytest.mark.parametrize("over", ["!Ref Unset", "!Split [',', a]", "[!Ref A]", "{Fn::If: [a, b, c]}", "text"])
def test_members_that_are_not_known_make_nothing(over: str) -> None:
    found = facts(template(over))
    assert found.functions == ()
    assert not found.deployments[0].whole


def test_a_loop_in_a_loop() -> None:
    text = f"""{HEAD}Resources:
  Fn::ForEach::Outer:
    - A
    - [x, y]
    - Fn::ForEach::Inner:
        - B
        - [1, 2]
        - Queue${{A}}${{B}}:
            Type: AWS::SQS::Queue
            Properties: {{QueueName: "${{A}}-${{B}}", VisibilityTimeout: 70}}
"""
    assert [known(queue.name) for queue in facts(text).queues] == ["x-1", "x-2", "y-1", "y-2"]


def test_what_is_written_for_all_is_written_once_and_what_differs_never() -> None:
    text = template("[mail, bill]")
    functions = facts(text).functions
    edits = set()
    for f in functions:
        assert isinstance(f.runtime, Known)
        assert isinstance(f.tracing, Known)
        edits |= {*f.runtime.write("provided.al2023"), *f.tracing.write("Active")}
        values = {entry.key.value: entry.value for entry in f.environment.entries}
        assert isinstance(values["MODE"], Known)
        assert values["MODE"].slot is None
        assert isinstance(values["PLAIN"], Known)
        assert values["PLAIN"].slot is None
    fixed = apply(text.encode(), edits).decode()
    assert fixed.count("provided.al2023") == fixed.count("Mode: Active") == 1


@pytest.mark.parametrize("count", [300, 5000])
def test_a_loop_of_very_many_is_not_gone_through(count: int) -> None:
    found = facts(template(f"[{', '.join(f'm{i}' for i in range(count))}]"))
    assert 0 < len(found.functions) <= 200
    assert not found.deployments[0].whole


@pytest.mark.parametrize(
    "body", ["x", "[]", "[a]", "[A, [b]]", "[A, [b], c]", "[A, [b], {}]", "[[], [b], {X: {Type: 'AWS::SQS::Queue'}}]"]
)
def test_a_loop_that_is_none_is_survived(body: str) -> None:
    text = f"{HEAD}Resources:\n  Q: {{Type: 'AWS::SQS::Queue'}}\n  Fn::ForEach::L: {body}\n"
    assert [queue.label for queue in facts(text).queues] == ["Q"]
