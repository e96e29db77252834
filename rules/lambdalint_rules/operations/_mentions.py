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
    for package in program.packages:
        if package not in kept:
            found = list(_of_package(project, program, package))
            always, sometimes = frozenset(m for m, _ in found), frozenset(m for m, in_branch in found if in_branch)
            kept[package] = Mentions(always, sometimes)
    parts = [kept[package] for package in program.packages]
    return Mentions(frozenset().union(*(p.all for p in parts)), frozenset().union(*(p.sometimes for p in parts)))


def _of_package(project: Project, program: Program, package: str) -> Iterator[tuple[Mention, bool]]:
    imports = {f.path: {i.name: i.path for i in f.imports} for f in program.files}
    for function in _functions(project).get(package, ()):
        branches = [s for n in goast.walk(function.body) for s in _branches(n)]
        for mention, span in _of_function(function, imports.get(function.file, {})):
            yield mention, any(branch.contains(span) for branch in branches)


def _functions(project: Project) -> dict[str, list[GoFunction]]:
    """The functions of each package."""
    kept: dict[str, list[GoFunction]] = project.kept.setdefault(("functions of packages",), {})
    if not kept:
        for function in project.code.functions.values():
            if function.body is not None:
                kept.setdefault(function.package, []).append(function)
    return kept


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
