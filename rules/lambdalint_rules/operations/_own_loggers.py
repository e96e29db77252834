"""Loggers of the program's own, and what calls of them write: `logJSON("in", event)`, `line("x").with("y", y).Log()`.

A function is one when it does nothing but write to the log. What it writes belongs to whoever calls it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, HandlerPath, NamedTuple, Project, Telling, gotypes, is_call_of
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers
from lambdalint_rules.operations._printed import printed, writes_line

RECEIVER = -1
EACH = "[]"
_DEEPEST = 5
_COPIES = {"encoding/json": ("Marshal", "MarshalIndent"), "strings": ("TrimSpace",)}


class Part(NamedTuple):
    """A part of what a function is given: its receiver or the parameter at a place, and a path of fields below."""

    at: int
    path: tuple[str, ...]


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
        self._written: dict[str, dict[Part, tuple[ast.Call, str]]] = {}
        self._results: dict[str, frozenset[Part]] = {}
        self._kept: dict[str, frozenset[Part]] = {}
        self._named: dict[str, list[GoFunction]] = {}
        for function in self._functions.values():
            if function.receiver_type:
                self._named.setdefault(function.name, []).append(function)

    def shown(self, call: ast.Call, function: GoFunction) -> Iterator[Shown]:
        """What a call in the body of `function` writes to the log through loggers of the program's own."""
        for own in self._loggers(call):
            for part, (written, level) in self._writes(own).items():
                for value, path in self._given(part, call, own, function, 0):
                    yield Shown(value, path, written, level)

    def attributed(self, path: HandlerPath) -> frozenset[str]:
        """The own loggers on a path: what they are given is looked at where they are called."""
        called = (own.key for site in path.sites() for own in self._loggers(site.call))
        return frozenset(called) - {path.handler.key}

    def is_given(self, value: ast.Expr, function: GoFunction) -> bool:
        """True for what a function writes as it was given it."""
        return any(_as_it_is(part, function) for part in self._parts(value, function, 0))

    def _loggers(self, call: ast.Call) -> Iterator[GoFunction]:
        callee = call.callee
        if callee is None:
            return
        own = self._functions.get(callee.key)
        declared = self._types.get(f"{callee.package}.{callee.receiver}") if callee.receiver else None
        if own is None and declared is not None and isinstance(declared.underlying, gotypes.Interface):
            yield from (f for f in self._named.get(callee.name, ()) if self._telling.only_logs(f.key))
        elif own is not None and self._telling.only_logs(own.key):
            yield own

    # -- what a function does with what it is given ----------------------------------------------------------------

    def _writes(self, own: GoFunction) -> dict[Part, tuple[ast.Call, str]]:
        """What an own logger writes as it is, or of what it stands on."""
        if own.key not in self._written:
            self._written[own.key] = {}
            found: dict[Part, tuple[ast.Call, str]] = {}
            for call in own.calls:
                level = writes_line(call, {})
                values = [(v, (), call, level) for v in printed(call)] if level else []
                for value, path, written, how in (*values, *self.shown(call, own)):
                    for part in sorted(self._parts(value, own, 0)):
                        whole = Part(part.at, (*part.path, *path))
                        if part.at == RECEIVER or _as_it_is(whole, own):
                            found[whole] = (written, how)
            self._written[own.key] = found
        return self._written[own.key]

    def _result(self, own: GoFunction) -> frozenset[Part]:
        """What the result of a function holds; the receiver with what was put into it."""
        if own.key not in self._results:
            self._results[own.key] = frozenset()
            returns = [n for n in ast.walk(own.body) if isinstance(n, ast.Return) and n.values]
            found = frozenset(p for n in returns for p in self._parts(n.values[0], own, 0))
            kept = self._keeps(own) if any(p.at == RECEIVER for p in found) else frozenset()
            self._results[own.key] = found | kept
        return self._results[own.key]

    def _keeps(self, own: GoFunction) -> frozenset[Part]:
        """What a method puts into its receiver."""
        if own.key not in self._kept:
            self._kept[own.key] = frozenset()
            me = own.receiver.ref if own.receiver else ""
            found: list[tuple[ast.Expr, tuple[str, ...]]] = []
            for node in ast.walk(own.body) if me else ():
                if isinstance(node, ast.Assign) and any(_root(t) == me for t in node.targets):
                    found += [(v, ()) for v in node.values]
                elif isinstance(node, ast.Call) and _root(node) == me:
                    found += self._added(node, own, 0)
            self._kept[own.key] = frozenset(
                Part(p.at, (*p.path, *path)) for v, path in found for p in self._parts(v, own, 0)
            )
        return self._kept[own.key]

    def _added(self, call: ast.Call, function: GoFunction, depth: int) -> list[tuple[ast.Expr, tuple[str, ...]]]:
        """What a call puts into the value that it is a method of."""
        own = self._functions.get(call.callee.key) if call.callee else None
        if own is None:
            return []
        return [g for part in sorted(self._keeps(own)) for g in self._given(part, call, own, function, depth + 1)]

    # -- from parts back to expressions ----------------------------------------------------------------------------

    def _given(
        self, part: Part, call: ast.Call, own: GoFunction, function: GoFunction, depth: int
    ) -> Iterator[tuple[ast.Expr, tuple[str, ...]]]:
        """The expressions at a call that become a part of what the called function is given."""
        if depth > _DEEPEST:
            return
        if part.at != RECEIVER:
            last = part.at == len(own.parameters) - 1 and own.type.variadic
            for value in call.arguments[part.at :] if last else call.arguments[part.at : part.at + 1]:
                yield value, part.path[1:] if last and part.path[:1] == (EACH,) and not call.spread else part.path
        elif isinstance(call.function, ast.Selector):
            made = call.function.operand
            if not part.path:
                yield from self._inside(made, function, depth)
            yield made, part.path

    def _brought(self, call: ast.Call, function: GoFunction, depth: int) -> Iterator[tuple[ast.Expr, tuple[str, ...]]]:
        """The expressions at a call that its result holds."""
        own = self._functions.get(call.callee.key) if call.callee else None
        if own is not None:
            for part in sorted(self._result(own)):
                yield from self._given(part, call, own, function, depth + 1)

    def _inside(self, made: ast.Expr, function: GoFunction, depth: int) -> Iterator[tuple[ast.Expr, tuple[str, ...]]]:
        """What was put into a value of the program's own before it is written."""
        if isinstance(made, ast.Call):
            yield from self._brought(made, function, depth)
        elif isinstance(made, ast.Name) and made.ref.startswith("local:") and depth <= _DEEPEST:
            for node in ast.walk(function.body):
                if isinstance(node, ast.Assign) and any(_is(t, made.ref) for t in node.targets):
                    for value in node.values:
                        yield from self._inside(value, function, depth + 1)
                elif isinstance(node, ast.Call) and _root(node) == made.ref:
                    yield from self._added(node, function, depth)

    def _parts(self, value: ast.Expr, function: GoFunction, depth: int) -> frozenset[Part]:
        """Which parts of what a function is given a value holds."""
        if depth > _DEEPEST:
            return frozenset()
        match value:
            case ast.Name(ref=ref) if ref.startswith("local:"):
                return self._of_local(ref, function, depth)
            case ast.Selector(operand=operand, name=name, ref=""):
                return frozenset(Part(p.at, (*p.path, name)) for p in self._parts(operand, function, depth))
            case ast.Index(operand=operand, key=key):
                step = EACH if isinstance(getattr(key, "value", None), int) else f"[{getattr(key, 'value', None)}]"
                return frozenset(Part(p.at, (*p.path, step)) for p in self._parts(operand, function, depth))
            case ast.Unary(operand=operand) | ast.Conversion(operand=operand) | ast.Assertion(operand=operand):
                return self._parts(operand, function, depth)
            case ast.Composite(elements=elements):
                return self._all((e.value for e in elements), function, depth)
            case ast.Binary(op="+", left=left, right=right):
                return self._all((left, right), function, depth)
            case ast.Call():
                return self._of_call(value, function, depth)
            case _:
                return frozenset()

    def _of_call(self, call: ast.Call, function: GoFunction, depth: int) -> frozenset[Part]:
        callee = call.callee
        if callee is None:
            return frozenset()
        if is_call_of(call, "fmt", *loggers.FMT_TEXTS):
            return self._all(printed(call), function, depth)
        if callee.name in _COPIES.get(callee.package, ()):
            return self._parts(call.arguments[0], function, depth + 1)
        found: set[Part] = set()
        for given, path in self._brought(call, function, depth):
            found |= {Part(p.at, (*p.path, *path)) for p in self._parts(given, function, depth + 1)}
        return frozenset(found)

    def _of_local(self, ref: str, function: GoFunction, depth: int) -> frozenset[Part]:
        if function.receiver is not None and function.receiver.ref == ref:
            return frozenset({Part(RECEIVER, ())})
        at = next((i for i, p in enumerate(function.parameters) if p.ref == ref), None)
        if at is not None:
            return frozenset({Part(at, ())})
        found: set[Part] = set()
        for node in ast.walk(function.body):
            if isinstance(node, ast.Range) and node.value is not None and _is(node.value, ref):
                found |= {Part(p.at, (*p.path, EACH)) for p in self._parts(node.subject, function, depth + 1)}
            elif isinstance(node, ast.Assign) and node.values and _is(node.targets[0], ref):
                found |= self._parts(node.values[0], function, depth + 1)
        return frozenset(found)

    def _all(self, values: Iterator[ast.Expr] | tuple[ast.Expr, ...], at: GoFunction, depth: int) -> frozenset[Part]:
        return frozenset().union(*(self._parts(v, at, depth + 1) for v in values))


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
    return isinstance(kind, gotypes.Basic | gotypes.Interface)


def _root(node: ast.Expr) -> str:
    """The local that a call of a method, or a chain of such calls, or a written place stands on."""
    inner: ast.Expr = node
    while isinstance(inner, ast.Selector | ast.Index | ast.Call | ast.Unary):
        if isinstance(inner, ast.Selector) and inner.ref:
            return ""
        inner = inner.function if isinstance(inner, ast.Call) else inner.operand
    return inner.ref if isinstance(inner, ast.Name) and inner is not node else ""


def _is(target: ast.Expr, ref: str) -> bool:
    return isinstance(target, ast.Name) and target.ref == ref
