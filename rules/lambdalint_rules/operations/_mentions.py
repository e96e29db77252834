"""Which functions and types of which packages a program mentions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, NamedTuple, Program, Project, Span, goast

Mention = tuple[str, str]
"""Import path and name."""


class Mentions(NamedTuple):
    """What the code of a program names of other packages: calls, types, values. `sometimes`: those in a branch."""

    all: frozenset[Mention]
    sometimes: frozenset[Mention]


def mentions(project: Project, program: Program) -> Mentions:
    """All mentions of a program's own packages."""
    kept: dict[str, Mentions] = project.kept.setdefault(("mentions",), {})
    if program.key not in kept:
        found = list(_found(project, program))
        kept[program.key] = Mentions(
            frozenset(m for m, _ in found), frozenset(m for m, in_branch in found if in_branch)
        )
    return kept[program.key]


def _found(project: Project, program: Program) -> Iterator[tuple[Mention, bool]]:
    packages = frozenset(program.packages)
    imports = {f.path: {i.name: i.path for i in f.imports} for f in program.files}
    for function in project.code.functions.values():
        if function.package in packages and function.body is not None:
            branches = [s for n in goast.walk(function.body) for s in _branches(n)]
            for mention, span in _of_function(function, imports.get(function.file, {})):
                yield mention, any(branch.contains(span) for branch in branches)


def _branches(node: goast.Node) -> Iterator[Span]:
    if isinstance(node, goast.If):
        yield node.then.span
        if node.otherwise is not None:
            yield node.otherwise.span
    elif isinstance(node, goast.Switch):
        yield from (case.span for case in node.cases)


def _of_function(function: GoFunction, imported: dict[str, str]) -> Iterator[tuple[Mention, Span]]:
    for call in function.calls:
        if call.callee is not None:
            yield (call.callee.package, call.callee.name), call.span
    for node in goast.walk(function.body):
        if isinstance(node, goast.Selector) and isinstance(node.operand, goast.Name):
            yield (imported.get(node.operand.name, ""), node.name), node.span
        elif isinstance(node, goast.Composite):
            yield (getattr(node.type, "package", ""), getattr(node.type, "name", "")), node.span
