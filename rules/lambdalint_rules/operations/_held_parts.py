"""Which parts of what a function is given its values hold, also through calls and what is built up step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lambdalint.api import GoFunction, Project, is_call_of
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers
from lambdalint_rules.operations._part import EACH, RECEIVER, Part
from lambdalint_rules.operations._printed import printed

_DEEPEST = 5
_COPIES = {"encoding/json": ("Marshal", "MarshalIndent"), "strings": ("TrimSpace",)}

Given = tuple[ast.Expr, tuple[str, ...]]
"""An expression at a call, and a path of fields below it."""
Parts = Callable[[GoFunction], frozenset[Part]]


class HeldParts:
    """Answers for one project. Values are followed as they are, not what is computed from them."""

    def __init__(self, project: Project) -> None:
        self._functions = project.code.functions
        self._results: dict[str, frozenset[Part]] = {}
        self._kept: dict[str, frozenset[Part]] = {}

    def given(
        self, part: Part, call: ast.Call, own: GoFunction, function: GoFunction, depth: int = 0
    ) -> Iterator[Given]:
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

    def parts(self, value: ast.Expr, function: GoFunction, depth: int = 0) -> frozenset[Part]:
        """Which parts of what a function is given a value holds."""
        if depth > _DEEPEST:
            return frozenset()
        match value:
            case ast.Name(ref=ref) if ref.startswith("local:"):
                return self._of_local(ref, function, depth)
            case ast.Selector(operand=operand, name=name, ref=""):
                return frozenset(p.below((name,)) for p in self.parts(operand, function, depth))
            case ast.Index(operand=operand, key=key):
                step = EACH if isinstance(getattr(key, "value", None), int) else f"[{getattr(key, 'value', None)}]"
                return frozenset(p.below((step,)) for p in self.parts(operand, function, depth))
            case ast.Unary(operand=operand) | ast.Conversion(operand=operand) | ast.Assertion(operand=operand):
                return self.parts(operand, function, depth)
            case ast.Composite(elements=elements):
                return self._all((e.value for e in elements), function, depth)
            case ast.Binary(op="+", left=left, right=right):
                return self._all((left, right), function, depth)
            case ast.Call():
                return self._of_call(value, function, depth)
            case _:
                return frozenset()

    def _result(self, own: GoFunction) -> frozenset[Part]:
        """What the result of a function holds; the receiver with what was put into it."""
        if own.key not in self._results:
            self._results[own.key] = frozenset()
            returns = [n for n in ast.walk(own.body) if isinstance(n, ast.Return) and n.values]
            found = frozenset(p for n in returns for p in self.parts(n.values[0], own))
            kept = self._keeps(own) if any(p.at == RECEIVER for p in found) else frozenset()
            self._results[own.key] = found | kept
        return self._results[own.key]

    def _keeps(self, own: GoFunction) -> frozenset[Part]:
        """What a method puts into its receiver."""
        if own.key not in self._kept:
            self._kept[own.key] = frozenset()
            me = own.receiver.ref if own.receiver else ""
            found: list[Given] = []
            for node in ast.walk(own.body) if me else ():
                if isinstance(node, ast.Assign) and any(_root(t) == me for t in node.targets):
                    found += [(v, ()) for v in node.values]
                elif isinstance(node, ast.Call) and _root(node) == me:
                    found += self._brought(node, own, 0, self._keeps)
            self._kept[own.key] = frozenset(p.below(path) for v, path in found for p in self.parts(v, own))
        return self._kept[own.key]

    def _brought(self, call: ast.Call, function: GoFunction, depth: int, parts: Parts) -> Iterator[Given]:
        """The expressions at a call that become these parts of what the called function is given."""
        own = self._functions.get(call.callee.key) if call.callee else None
        if own is not None:
            for part in sorted(parts(own)):
                yield from self.given(part, call, own, function, depth + 1)

    def _inside(self, made: ast.Expr, function: GoFunction, depth: int) -> Iterator[Given]:
        """What was put into a value of the program's own before it is written."""
        if isinstance(made, ast.Call):
            yield from self._brought(made, function, depth, self._result)
        elif isinstance(made, ast.Name) and made.ref.startswith("local:") and depth <= _DEEPEST:
            for node in ast.walk(function.body):
                if isinstance(node, ast.Assign) and any(_is(t, made.ref) for t in node.targets):
                    for value in node.values:
                        yield from self._inside(value, function, depth + 1)
                elif isinstance(node, ast.Call) and _root(node) == made.ref:
                    yield from self._brought(node, function, depth, self._keeps)

    def _of_call(self, call: ast.Call, function: GoFunction, depth: int) -> frozenset[Part]:
        callee = call.callee
        if callee is None:
            return frozenset()
        if is_call_of(call, "fmt", *loggers.FMT_TEXTS):
            return self._all(printed(call), function, depth)
        if is_call_of(call, "builtin", "append"):
            return self._all(call.arguments, function, depth)
        if callee.name in _COPIES.get(callee.package, ()):
            return self.parts(call.arguments[0], function, depth + 1)
        found: set[Part] = set()
        for given, path in self._brought(call, function, depth, self._result):
            found |= {p.below(path) for p in self.parts(given, function, depth + 1)}
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
                found |= {p.below((EACH,)) for p in self.parts(node.subject, function, depth + 1)}
            elif isinstance(node, ast.Assign) and node.values and _is(node.targets[0], ref):
                found |= self.parts(node.values[0], function, depth + 1)
        return frozenset(found)

    def _all(self, values: Iterator[ast.Expr] | tuple[ast.Expr, ...], at: GoFunction, depth: int) -> frozenset[Part]:
        return frozenset().union(*(self.parts(v, at, depth + 1) for v in values))


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
