"""Loggers of the program's own, and what calls of them write: `logJSON("in", event)`, `line("x").with("y", y).Log()`.

A function is one when it does nothing but write to the log. What it writes belongs to whoever calls it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, HandlerPath, NamedTuple, Project, Telling, gotypes
from lambdalint.api import goast as ast
from lambdalint_rules.operations._held_parts import HeldParts
from lambdalint_rules.operations._part import EACH, RECEIVER, Part
from lambdalint_rules.operations._printed import latest, printed, writes_line


class Shown(NamedTuple):
    """What a call of an own logger writes of an expression beside it, and the call that writes it."""

    value: ast.Expr
    path: tuple[str, ...]
    written: ast.Call
    level: str


class OwnLoggers:
    """Answers for one project. Written as it is, or below a path; what is computed from a parameter isn't followed."""

    def __init__(self, project: Project) -> None:
        self._functions = project.code.functions
        self._types = project.code.types
        self._telling = Telling(project)
        self._held = HeldParts(project)
        self._written: dict[str, dict[Part, tuple[ast.Call, str]]] = {}
        self._named: dict[str, list[GoFunction]] = {}
        for function in self._functions.values():
            if function.receiver_type:
                self._named.setdefault(function.name, []).append(function)

    def shown(self, call: ast.Call, function: GoFunction) -> Iterator[Shown]:
        """What a call in the body of `function` writes to the log through loggers of the program's own."""
        callee = call.callee
        level = self._telling.interfaces.level(callee) if callee is not None and callee.receiver else None
        if level is not None:
            yield from (Shown(latest(function, value), (), call, level) for value in printed(call))
        for own in self._loggers(call):
            for part, (written, level) in self._writes(own).items():
                for value, path in self._held.given(part, call, own, function):
                    yield Shown(value if path else latest(function, value), path, written, level)

    def attributed(self, path: HandlerPath) -> frozenset[str]:
        """The own loggers on a path: what they are given is looked at where they are called."""
        called = (own.key for site in path.sites() for own in self._loggers(site.call))
        return frozenset(called) - {path.handler.key}

    def is_given(self, value: ast.Expr, function: GoFunction) -> bool:
        """True for what a function writes as it was given it."""
        return any(_as_it_is(part, function) for part in self._held.parts(value, function))

    def _loggers(self, call: ast.Call) -> Iterator[GoFunction]:
        callee = call.callee
        if callee is None:
            return
        own = self._functions.get(callee.key)
        declared = self._types.get(f"{callee.package}.{callee.receiver}") if callee.receiver else None
        if own is None and declared is not None and isinstance(declared.underlying, gotypes.Interface):
            yield from (f for f in self._named.get(callee.name, ()) if self._telling.is_logger(f.key))
        elif own is not None and self._telling.is_logger(own.key):
            yield own

    def _writes(self, own: GoFunction) -> dict[Part, tuple[ast.Call, str]]:
        """What an own logger writes as it is, or of what it stands on."""
        if own.key not in self._written:
            self._written[own.key] = {}
            found: dict[Part, tuple[ast.Call, str]] = {}
            for call in own.calls:
                level = writes_line(call, {})
                values = [(v, (), call, level) for v in printed(call)] if level else []
                for value, path, written, how in (*values, *self.shown(call, own)):
                    for part in sorted(self._held.parts(value, own)):
                        whole = part.below(path)
                        if part.at == RECEIVER or _as_it_is(whole, own):
                            found[whole] = (written, how)
            self._written[own.key] = found
        return self._written[own.key]


def own_loggers(project: Project) -> OwnLoggers:
    """The one of a project; made once."""
    found: OwnLoggers = project.kept.setdefault(("own loggers",), None) or OwnLoggers(project)
    project.kept[("own loggers",)] = found
    return found


def _as_it_is(part: Part, function: GoFunction) -> bool:
    """True for a parameter that takes anything: what it is, only a caller knows."""
    if part.at == RECEIVER or part.path not in ((), (EACH,)):
        return False
    kind: object = function.parameters[part.at].type
    while isinstance(kind, gotypes.Slice | gotypes.Map):
        kind = kind.element
    return isinstance(kind, gotypes.Basic | gotypes.Interface | gotypes.TypeParameter)
