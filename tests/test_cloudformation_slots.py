"""A value written through a slot leaves a template that says it, laid out like what stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from lambdalint.fix import Edit, apply
from lambdalint.syntax import yamlverdict
from lambdalint.value import Known, Value
from tests.cloudformation_reading import FORMAT, SERVERLESS, facts, function, read, serverless
from tests.terraform_reading import known, written

HEAD = FORMAT + "Resources:\n  F:\n    Type: AWS::Lambda::Function\n"


def field(text: str, name: str) -> Any:
    found = function(text)
    return found.logging.format if name == "format" else getattr(found, name)


def same(before: str, name: str, value: object, after: str) -> None:
    """Writing `value` where `name` is missing or spelled turns `before` into `after`, which says the value."""
    result = written(before, field(before, name).slot, value)
    assert result == after
    assert known(field(result, name)) == value


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("Timeout: 3 # s", "timeout", 60, "Timeout: 60 # s"),
        ("Timeout: '3'", "timeout", 60, "Timeout: '60'"),
        ('Handler: "main"', "handler", "bootstrap", 'Handler: "bootstrap"'),
        ("Handler: main", "handler", "a: b", 'Handler: "a: b"'),
        ("Handler: main", "handler", "1.0", 'Handler: "1.0"'),
        ("Handler: main", "handler", "yes", 'Handler: "yes"'),
        ("Handler: !Sub main", "handler", "bootstrap", "Handler: !Sub bootstrap"),
        ("Architectures: [x86_64]", "architectures", ("arm64",), "Architectures: [arm64]"),
        (
            "Architectures:\n        - x86_64 # old",
            "architectures",
            ("arm64",),
            "Architectures:\n        - arm64 # old",
        ),
        ("Architectures:\n      - x86_64", "architectures", ("arm64",), "Architectures:\n      - arm64"),
        ("Architectures:\n      - x\n      - y", "architectures", ("a", "b"), "Architectures:\n      - a\n      - b"),
    ],
)
def test_what_is_written_is_replaced(before: str, name: str, value: object, after: str) -> None:
    head = HEAD + "    Properties:\n      Role: r\n      "
    same(head + before + "\n", name, value, head + after + "\n")


@pytest.mark.parametrize(
    ("before", "name", "value", "after"),
    [
        ("    Properties:\n      Role: r\n", "timeout", 9, "    Properties:\n      Role: r\n      Timeout: 9\n"),
        ("    Properties:\n      Role: r", "timeout", 9, "    Properties:\n      Role: r\n      Timeout: 9"),
        (
            "    Properties:\n      Role: r # x\n      Tags:\n        a: b\n",
            "timeout",
            9,
            "    Properties:\n      Role: r # x\n      Timeout: 9\n      Tags:\n        a: b\n",
        ),
        (
            "    Properties:\n        Tags:\n            a: b\n",
            "tracing",
            "Active",
            "    Properties:\n        Tags:\n            a: b\n        TracingConfig:\n            Mode: Active\n",
        ),
        (
            "    Properties:\n      LoggingConfig:\n        LogGroup: g\n",
            "format",
            "JSON",
            "    Properties:\n      LoggingConfig:\n        LogGroup: g\n        LogFormat: JSON\n",
        ),
        ("", "timeout", 9, "    Properties:\n      Timeout: 9\n"),
        ("    Properties: {}\n", "timeout", 9, "    Properties: {Timeout: 9}\n"),
        ("    Properties: {Role: r}\n", "timeout", 9, "    Properties: {Role: r, Timeout: 9}\n"),
        (
            "    Properties: {Role: r}\n",
            "tracing",
            "Active",
            "    Properties: {Role: r, TracingConfig: {Mode: Active}}\n",
        ),
        (
            "    Properties: {\n      Role: r,\n      Runtime: x\n    }\n",
            "timeout",
            9,
            "    Properties: {\n      Role: r,\n      Runtime: x,\n      Timeout: 9\n    }\n",
        ),
    ],
)
def test_what_is_missing_is_added(before: str, name: str, value: object, after: str) -> None:
    same(HEAD + before, name, value, HEAD + after)


def test_windows_lines_stay() -> None:
    before = (HEAD + "    Properties:\n      Role: r\n").replace("\n", "\r\n")
    after = (HEAD + "    Properties:\n      Role: r\n      Timeout: 9\n").replace("\n", "\r\n")
    found, _ = read({"template.yaml": before.encode()})
    timeout = found.functions[0].timeout
    assert isinstance(timeout, Known)
    assert apply(before.encode(), timeout.write(9)) == after.encode()


def test_json() -> None:
    before = '{"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {\n  "Role": "r"\n}}}}'
    found, _ = read({"t.json": before})
    f = found.functions[0]
    results = []
    pairs: tuple[tuple[Value[Any], object], ...] = (
        (f.timeout, 9),
        (f.tracing, "Active"),
        (f.architectures, ("arm64",)),
    )
    for value, new in pairs:
        assert isinstance(value, Known)
        results.append(apply(before.encode(), value.write(new)).decode().partition('"r"')[2].partition("\n}")[0])
    assert results == [
        ',\n  "Timeout": 9',
        ',\n  "TracingConfig": {"Mode": "Active"}',
        ',\n  "Architectures": ["arm64"]',
    ]


def test_a_shared_value_is_written_in_globals() -> None:
    text = serverless("Handler: x\n", before="Globals:\n  Function:\n    Timeout: 5\n")
    same(text, "timeout", 9, text.replace("Timeout: 5", "Timeout: 9"))


def test_the_builder_for_go_is_named() -> None:
    before = (
        SERVERLESS + "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: go1.x\n"
    )
    after = before.replace("    Properties", "    Metadata:\n      BuildMethod: go1.x\n    Properties")
    assert written(before, field(before, "build_method").slot, "anything") == after
    assert known(field(after, "build_method")) == "go"


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        ("Variables:\n  A: 1 # one\n  B: 2\n", "A", "Variables:\n  B: 2\n"),
        ("Variables:\n  A: 1\n  B: |\n    x\n    y\nX: 1\n", "B", "Variables:\n  A: 1\nX: 1\n"),
        ("Variables:\n  A: 1\n  # about B\n  B: 2\n", "A", "Variables:\n  # about B\n  B: 2\n"),
        ("Variables: {A: 1, B: 2}\n", "A", "Variables: {B: 2}\n"),
        ("Variables: {A: 1, B: 2}\n", "B", "Variables: {A: 1}\n"),
        ("Variables: {\n  A: 1,\n  B: 2\n}\n", "A", "Variables: {\n  B: 2\n}\n"),
    ],
)
def test_an_entry_is_removed_with_its_line(before: str, gone: str, after: str) -> None:
    def whole(text: str) -> str:
        return serverless("Handler: x\nEnvironment:\n" + "".join(f"  {line}\n" for line in text.splitlines()))

    entries = function(whole(before)).environment.entries
    (entry,) = [e for e in entries if e.key.value == gone]
    assert apply(whole(before).encode(), [Edit(entry.entry, "")]).decode() == whole(after)


def test_the_last_variable_goes_with_its_mapping() -> None:
    text = serverless("Environment:\n  Variables:\n    A: 1\nHandler: x\n")
    (entry,) = function(text).environment.entries
    assert apply(text.encode(), [Edit(entry.entry, "")]).decode() == serverless("Handler: x\n")


def test_the_last_shared_variable_goes_from_globals() -> None:
    shared = "Globals:\n  Function:\n    Timeout: 5\n    Environment:\n      Variables:\n        A: 1\n"
    text = serverless("Environment: {Variables: {B: 2}}\n", before=shared)
    (entry,) = [e for e in function(text).environment.entries if e.key.value == "A"]
    after = serverless("Environment: {Variables: {B: 2}}\n", before="Globals:\n  Function:\n    Timeout: 5\n")
    assert apply(text.encode(), [Edit(entry.entry, "")]).decode() == after
    alone = text.replace("    Timeout: 5\n", "")
    (entry,) = [e for e in function(alone).environment.entries if e.key.value == "A"]
    assert apply(alone.encode(), [Edit(entry.entry, "")]).decode() == serverless("Environment: {Variables: {B: 2}}\n")


def test_nothing_is_written_where_an_include_may_say_more() -> None:
    text = HEAD + "    Properties:\n      Fn::Transform: {Name: AWS::Include}\n      Role: r\n"
    assert known(facts(text).functions[0].timeout) == "unknown"


def test_the_judge_sees_what_an_edit_breaks_or_changes() -> None:
    text = HEAD + "    Properties:\n      Role: r\n  G:\n    Type: AWS::SQS::Queue\n"
    data = text.encode()

    def verdict(old: str, new: str) -> str | None:
        at = data.index(old.encode())
        edit = Edit(facts(text).functions[0].span._replace(start=at, end=at + len(old)), new)
        return yamlverdict.broken_by("template.yaml", data, apply(data, [edit]), [edit])

    assert verdict("r\n", "s\n") is None
    assert verdict("r\n", "'s\n") == "the result does not parse"
    assert verdict("r\n", "r\n  H: {Type: x}\n") is None
    assert verdict("r\n", "r\n  G: {Type: x}\nOther:\n") == "Resources.G was not edited, but changed its meaning"
