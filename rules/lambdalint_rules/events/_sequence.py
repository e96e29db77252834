"""What runs after a statement, and what of it does nothing but tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from lambdalint.api import GoFunction, Telling
from lambdalint.api import goast as ast


def rest(body: ast.Block, node: ast.Node) -> Iterator[ast.Stmt]:
    """The statements that follow a node of a body, in each block around it; not those of other branches, and none
    behind a block that is left at its end.
    """
    for block, at in reversed(around(body, node)):
        yield from block.statements[at + 1 :]
        if isinstance(block.statements[-1], ast.Return | ast.Branch):
            return


def around(body: ast.Block, node: ast.Node) -> list[tuple[ast.Block, int]]:
    """The blocks of a body that a node stands in, outermost first, each with the number of the statement."""
    found: list[tuple[ast.Block, int]] = []
    inner: ast.Node | None = body
    while inner is not None:
        if isinstance(inner, ast.Block):
            at = bisect_right(inner.statements, node.span.start, key=_start) - 1
            if at < 0 or not inner.statements[at].span.contains(node.span):
                return found
            found.append((inner, at))
            inner = inner.statements[at]
        else:
            inner = next((part for part in ast.children(inner) if part.span.contains(node.span)), None)
    return found


def _start(statement: ast.Stmt) -> int:
    return statement.span.start


def only_tells(statement: ast.Stmt, telling: Telling) -> bool:
    """True for a statement that writes to the log, or gets its text ready."""
    call = statement.expression if isinstance(statement, ast.Evaluate) else None
    return telling.only_tells(call) if isinstance(call, ast.Call) else telling.prepares(statement)


def leaves(statement: ast.Stmt) -> bool:
    """True for what ends the work on a record without saying that it failed."""
    if isinstance(statement, ast.Branch):
        return statement.word == "continue" and not statement.label
    if isinstance(statement, ast.Return):
        return all(_says_nothing(v) for v in statement.values)
    return False


def _says_nothing(value: ast.Expr) -> bool:
    if isinstance(value, ast.Composite):
        return not value.elements
    return isinstance(value, ast.Name) and value.name == "nil"


class Forgotten:
    """Which locals of a function hold what nobody uses but the log: a counter, a list of errors."""

    def __init__(self, function: GoFunction, functions: Mapping[str, GoFunction], telling: Telling) -> None:
        self._function = function
        self._functions = functions
        self._telling = telling
        self._known: dict[str, bool] = {}

    def only_counts(self, statement: ast.Stmt) -> bool:
        """True for a statement that changes such a local, and nothing else."""
        changed = _changed(statement)
        return changed is not None and self._is_forgotten(changed.ref)

    def _is_forgotten(self, ref: str) -> bool:
        if ref not in self._known:
            self._known[ref] = self._never_used(ref)
        return self._known[ref]

    def _never_used(self, ref: str) -> bool:
        function, body = self._function, self._function.body
        if not ref.startswith("local:") or body is None or "$" in function.key:
            return False
        if any(n.ref == ref for closure in self._closures(function) for n in ast.each(closure.body, ast.Name)):
            return False
        if any(r.ref == ref for r in function.results):
            return False
        idle = [n.span for n in ast.walk(body) if self._is_idle(n, ref)]
        uses = (n for n in ast.each(body, ast.Name) if n.ref == ref)
        return all(any(span.contains(use.span) for span in idle) for use in uses)

    def _closures(self, function: GoFunction) -> Iterator[GoFunction]:
        for closure in (self._functions[key] for key in function.closures if key in self._functions):
            yield closure
            yield from self._closures(closure)

    def _is_idle(self, node: ast.Node, ref: str) -> bool:
        """True for a node in which the use of a local has no effect but on itself and on the log."""
        if isinstance(node, ast.Assign | ast.Step):
            changed = _changed(node)
            return changed is not None and changed.ref == ref
        if isinstance(node, ast.If):
            inside = (*node.then.statements, *(() if node.otherwise is None else (node.otherwise,)))
            return all(only_tells(s, self._telling) or leaves(s) for s in inside)
        return isinstance(node, ast.Evaluate) and only_tells(node, self._telling)


def _changed(statement: ast.Node) -> ast.Name | None:
    """The one name that a statement sets, adds to or counts with."""
    if isinstance(statement, ast.Step):
        return statement.target if isinstance(statement.target, ast.Name) else None
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    target = statement.targets[0]
    calls = (n for v in statement.values for n in ast.walk(v) if isinstance(n, ast.Call))
    plain = all(c.callee is not None and c.callee.package in ("builtin", "fmt", "errors") for c in calls)
    return target if isinstance(target, ast.Name) and plain else None
