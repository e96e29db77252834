"""Which functions and types of which packages a program mentions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Program, Project, goast


def mentions(project: Project, program: Program) -> frozenset[tuple[str, str]]:
    """(Import path, name) of what the code of a program names of other packages: calls, types, values."""
    kept: dict[str, frozenset[tuple[str, str]]] = project.kept.setdefault(("mentions",), {})
    if program.key not in kept:
        kept[program.key] = frozenset(_found(project, program))
    return kept[program.key]


def _found(project: Project, program: Program) -> Iterator[tuple[str, str]]:
    packages = frozenset(program.packages)
    names = {f.path: {i.name: i.path for i in f.imports} for f in program.files}
    for function in project.code.functions.values():
        if function.package not in packages or function.body is None:
            continue
        imported = names.get(function.file, {})
        for call in function.calls:
            if call.callee is not None:
                yield call.callee.package, call.callee.name
        for node in goast.walk(function.body):
            if isinstance(node, goast.Selector) and isinstance(node.operand, goast.Name):
                yield imported.get(node.operand.name, ""), node.name
            elif isinstance(node, goast.Composite):
                kind = node.type
                yield getattr(kind, "package", ""), getattr(kind, "name", "")
