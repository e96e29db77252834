"""Whether a program writes the lines of level debug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.api import GoFunction, Program, Project, gotypes
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers

_SWITCHING = frozenset(name.rpartition(".")[0] for name in loggers.DEBUG_SWITCHES | loggers.DEBUG_QUIETERS)  # packages


def debug_is_on(project: Project, program: Program, call: ast.Call) -> bool:
    """True where debug lines of this logger are written in this program."""
    by_default = call.callee is not None and call.callee.package in loggers.DEBUG_BY_DEFAULT
    if program.imports.isdisjoint(_SWITCHING):
        return by_default
    if not _names(project, program, program.startup, "start").isdisjoint(loggers.DEBUG_SWITCHES):
        return True
    return by_default and call.callee is not None and not _is_quieted(project, program, call.callee.package)


def _is_quieted(project: Project, program: Program, package: str) -> bool:
    """True where a program sets the level of a logger that writes debug lines unless told otherwise, be it at start or
    in each invocation.
    """
    files = {file.path for file in program.files if any(i.path in _SWITCHING for i in file.imports)}
    own = (key for key, function in project.code.functions.items() if function.file in files)
    names = _names(project, program, own, "anywhere")
    return any(package.startswith(name.rpartition(".")[0]) for name in names & loggers.DEBUG_QUIETERS)


def _names(project: Project, program: Program, functions: Iterable[str], when: str) -> frozenset[str]:
    """The levels of loggers, and what sets them, that functions of a program name; looked for once."""
    key = ("levels named", program.key, when)
    if key not in project.kept:
        project.kept[key] = frozenset(_named(project, functions))
    found: frozenset[str] = project.kept[key]
    return found


def _named(project: Project, functions: Iterable[str]) -> Iterator[str]:
    for key in functions:
        function = project.code.functions.get(key)
        file = project.code.files.get(function.file) if function is not None else None
        if function is None or file is None or not any(i.path in _SWITCHING for i in file.imports):
            continue
        asked = _asked(function)
        named: list[ast.Selector | ast.Name] = [*ast.each(function.body, ast.Selector)]
        named += ast.each(function.body, ast.Name)
        yield from (n.ref.partition(":")[2] for n in named if n.ref and id(n) not in asked)


def _asked(function: GoFunction) -> frozenset[int]:
    """The identities of what is only compared with or looked up: sides of comparisons, values of cases, and what maps
    hold: names of levels, of which the settings choose one.
    """
    tests = [node for node in ast.each(function.body, ast.Binary) if node.op in ("==", "!=")]
    sides = [side for node in tests for side in (node.left, node.right)]
    maps = [node for node in ast.each(function.body, ast.Composite) if isinstance(node.type, gotypes.Map)]
    held = [part for node in maps for element in node.elements for part in (element.key, element.value)]
    values = [value for case in ast.each(function.body, ast.Case) for value in case.values]
    return frozenset(map(id, (*sides, *held, *values)))
