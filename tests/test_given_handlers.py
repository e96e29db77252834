"""What is found doesn't depend on how a handler comes to `lambda.Start`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from lambdalint.result import Analysis
from lambdalint.runner import analyse
from lambdalint.syntax.go import Node, parse
from tests.cases import TODAY, Case, config_for, rule_cases, rules_of

START = re.compile(rb"^\tlambda\.Start\((\w+)\)$", re.M)
EVERY = 12  # of so many cases one is tried
# They speak of the very function that Start is given, or of `main`.
OF_SIGNATURES = re.compile(r"LL(?:10\d|213|50[123])$")


class Given(NamedTuple):
    """A handler: its name, its type and what calls it with its own parameters."""

    name: str
    kind: str
    call: str

    def returning(self) -> str:
        """Its call as the last statement of a function of the same type."""
        return f"return {self.call}" if self.kind.rpartition(") ")[2] else self.call


SHAPES: dict[str, Callable[[Given], tuple[str, str]]] = {
    "a generic decorator": lambda h: (
        f"givenTraced({h.name})",
        "func givenTraced[T any](next T) T {\n\treturn next\n}\n",
    ),
    "a field": lambda h: (f"givenService{{{h.name}}}.handle", f"type givenService struct {{\n\thandle {h.kind}\n}}\n"),
    "a map": lambda h: ('givenByName["one"]', f'var givenByName = map[string]{h.kind}{{"one": {h.name}}}\n'),
    "a literal": lambda h: (f"{h.kind} {{\n\t\t{h.returning()}\n\t}}", ""),
    "a factory": lambda h: (
        "newGivenHandler()",
        f"func newGivenHandler() {h.kind} {{\n\treturn {h.kind} {{\n\t\t{h.returning()}\n\t}}\n}}\n",
    ),
    "an interface": lambda h: (
        "newGivenServer().Serve",
        (
            f"type givenServer interface {{\n\tServe{h.kind[4:]}\n}}\n\ntype givenOnly struct{{}}\n\n"
            f"func (givenOnly) Serve{h.kind[4:]} {{\n\t{h.returning()}\n}}\n\n"
            "func newGivenServer() givenServer {\n\treturn givenOnly{}\n}\n"
        ),
    ),
    "middleware": lambda h: (
        f"givenAround({h.name})",
        (
            f"type givenStep {h.kind}\n\nfunc givenAround(next givenStep) givenStep {{\n\treturn {h.kind} {{\n"
            f"\t\t{h.returning().replace(f'{h.name}(', 'next(')}\n\t}}\n}}\n"
        ),
    ),
}


def tried() -> Iterator[Case]:
    """Cases of rules about Go whose program starts a plain function."""
    fitting = [
        case
        for case in rule_cases()
        if (case.folder / "main.go").is_file() and given((case.folder / "main.go").read_bytes()) is not None
    ]
    return iter(fitting[::EVERY])


def given(data: bytes) -> Given | None:
    """The handler of a program, where it is a function of the same file and the last that `main` names."""
    starts = START.findall(data)
    declared = [child for child in parse(data).root_node.children if child.type == "function_declaration"]
    for node in declared if len(starts) == 1 else ():
        name = node.child_by_field_name("name")
        if name is not None and name.text == starts[0]:
            return _given(starts[0].decode(), node)
    return None


def _given(name: str, node: Node) -> Given:
    inputs: list[str] = []
    names: list[str] = []
    for part in (node.child_by_field_name("parameters") or node).named_children:
        kind = _text(part.child_by_field_name("type"))
        for _ in range(max(1, len(part.children_by_field_name("name")))):
            names.append(f"given{len(names)}")
            inputs.append(f"{names[-1]} {kind}")
    results: list[str] = []
    result = node.child_by_field_name("result")
    for part in result.named_children if result is not None and result.type == "parameter_list" else ():
        results += [_text(part.child_by_field_name("type"))] * max(1, len(part.children_by_field_name("name")))
    written = f"({', '.join(results)})" if results else _text(result)
    return Given(name, f"func({', '.join(inputs)}) {written}", f"{name}({', '.join(names)})")


def _text(node: Node | None) -> str:
    return (node.text or b"").decode() if node is not None else ""


def found(analysis: Analysis) -> list[tuple[str, str, str]]:
    """Findings in Go: rule, message and the text that they point to."""
    return sorted(
        (result.rule.code, result.message, analysis.sources[result.span.path].text(result.span.start, result.span.end))
        for result in analysis.results
        if result.span.path.endswith(".go") and not OF_SIGNATURES.match(result.rule.code)
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", list(tried()), ids=lambda case: case.id)
def test_findings_are_the_same(case: Case, shape: str) -> None:
    data = (case.folder / "main.go").read_bytes()
    handler = given(data)
    assert handler is not None
    started, declared = SHAPES[shape](handler)
    text = data.decode().replace(f"\tlambda.Start({handler.name})\n", f"\tlambda.Start({started})\n") + f"\n{declared}"
    config = config_for(rules_of(case.folder, case.rule))
    before = analyse(case.folder, config, today=TODAY)
    after = analyse(case.folder, config, today=TODAY, overlays={"main.go": text.encode()})
    assert found(after) == found(before)
