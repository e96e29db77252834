"""Functions of the program's own that only write to the log: `logError(err)`, `log.New("…").Add("key", key).Log()`."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import go_loggers as loggers
from lambdalint.model import goast as ast
from lambdalint.model.code import GoFunction
from lambdalint.model.gotypes import ERROR
from lambdalint.model.project import Project
from lambdalint.provenance.logging_interfaces import LoggingInterfaces

# What a log line is put together with: nothing here keeps an error, or passes it on.
_PLAIN = frozenset(
    {
        "builtin", "bytes", "context", "encoding/json", "errors", "fmt", "reflect", "runtime", "runtime/debug", "sort",
        "strconv", "strings", "time", "unicode",
    }
)  # fmt: skip


class Telling:
    """What calls do that stand alone as a statement."""

    def __init__(self, project: Project) -> None:
        self._functions = project.code.functions
        self._known: dict[tuple[str, bool], bool | None] = {}
        self._logging: dict[str, bool] = {}
        self.interfaces = LoggingInterfaces(project, self.only_logs)

    def only_tells(self, call: ast.Call) -> bool:
        """True for a call, with the calls it is chained to, that ends in the log and nowhere else."""
        return self._is_plain(call, None, False) and any(self._logs(link, set()) for link in chain(call))

    def only_logs(self, key: str) -> bool:
        """True for a function of the project that writes to the log and does nothing else."""
        if key not in self._logging:
            calls = self._functions[key].calls if self._is_harmless(key, True) else ()
            self._logging[key] = any(self._logs(c, {key}) for c in calls)
        return self._logging[key]

    def reports(self, statement: ast.Stmt) -> bool:
        """True for a statement that tells a service, and writes no line."""
        return (
            isinstance(statement, ast.Evaluate)
            and isinstance(statement.expression, ast.Call)
            and _reports(statement.expression)
        )

    def is_logger(self, key: str) -> bool:
        """True for a function that only logs, and does not say beside an error what it has made."""
        results = self._functions[key].results
        return not (len(results) > 1 and results[-1].type == ERROR) and self.only_logs(key)

    def prepares(self, statement: ast.Stmt) -> bool:
        """True for a new local that is made of what is there: the text of a log line."""
        if not isinstance(statement, ast.Assign) or statement.op != ":=":
            return False
        calls = [n for value in statement.values for n in ast.walk(value) if isinstance(n, ast.Call)]
        return all(c.callee is not None and c.callee.package in _PLAIN and c.callee.name != "panic" for c in calls)

    def _is_plain(self, call: ast.Call, within: GoFunction | None, fresh: bool) -> bool:
        """`fresh`: the receiver of `within`, the function around a call, is a value that nobody else has."""
        links = list(chain(call))
        root = _root(links[-1])
        own = bool(root) and within is not None and within.receiver is not None and root == within.receiver.ref
        new = fresh if own else not root and len(links) > 1  # a chain that starts with a call starts with a new value
        return all(self._does_nothing_else(link, new) for link in links)

    def _does_nothing_else(self, call: ast.Call, fresh: bool) -> bool:
        callee = call.callee
        if _reports(call):
            return True
        if callee is None:
            return isinstance(call.function, ast.TypeName)
        if loggers.writes(callee.package, callee.receiver):
            return not callee.name.startswith(("Fatal", "Panic"))
        if callee.package in _PLAIN:
            return callee.name != "panic"
        if callee.receiver and self.interfaces.level(callee) is not None:
            return not callee.name.startswith(("Fatal", "Panic"))
        return self._is_harmless(callee.key, fresh)

    def _is_harmless(self, key: str, fresh: bool) -> bool:
        """True for a function of the project that changes nothing but locals, and its receiver where that is new."""
        function = self._functions.get(key)
        if function is None or function.body is None or function.closures:
            return False
        at = (key, fresh)
        if at not in self._known:
            self._known[at] = None
            self._known[at] = all(self._keeps_nothing(n, function, fresh) for n in ast.walk(function.body)) and all(
                _is_last_resort(c, function) or self._is_plain(c, function, fresh) for c in function.calls
            )
        return self._known[at] is True

    def _keeps_nothing(self, node: ast.Node, function: GoFunction, fresh: bool) -> bool:
        if isinstance(node, ast.Go | ast.Defer | ast.Send | ast.Skipped | ast.Closure):
            return False
        changed = node.targets if isinstance(node, ast.Assign) else (node.target,) if isinstance(node, ast.Step) else ()
        if not changed:
            return True
        given = {p.ref for p in function.parameters}
        own = function.receiver.ref if function.receiver else ""
        for target in changed:
            ref = _name(target)
            if not ref.startswith("local:") and getattr(target, "name", "") != "_":
                return False
            if not isinstance(target, ast.Name) and (ref in given or (ref == own and not fresh)):
                return False
        return True

    def _logs(self, call: ast.Call, seen: set[str]) -> bool:
        callee = call.callee
        if _reports(call):
            return True
        if callee is None or callee.key in seen:
            return False
        if loggers.writes(callee.package, callee.receiver) and (
            callee.package != "fmt" or callee.name in loggers.FMT_PRINTS or _writes_output(call)
        ):
            return True
        if callee.receiver and self.interfaces.level(callee) is not None:
            return True
        function = self._functions.get(callee.key)
        seen.add(callee.key)
        return function is not None and any(self._logs(c, seen) for c in function.calls)


def _reports(call: ast.Call) -> bool:
    """True for what tells a service or a trace about an error: `sentry.CaptureException(err)`."""
    callee, method = call.callee, call.function
    if callee is not None:
        return callee.name in loggers.REPORTERS.get(callee.package, ())
    if not isinstance(method, ast.Selector):
        return False
    state = getattr(call.arguments[0], "ref", "") if call.arguments else ""
    return method.name in loggers.REPORTING or (method.name == "SetStatus" and f":{loggers.STATES}." in state)


def _writes_output(call: ast.Call) -> bool:
    """True for `fmt.Fprintf(os.Stderr, …)`."""
    first = call.arguments[0] if call.arguments else None
    known = isinstance(first, ast.Selector) and first.ref in loggers.OUTPUTS
    return known and call.callee is not None and call.callee.name in loggers.FMT_WRITES


def chain(call: ast.Call) -> Iterator[ast.Call]:
    """A call and the calls it is chained to: `log.WithField(…).Error(…)`."""
    link: ast.Call | None = call
    while link is not None:
        yield link
        function = link.function
        inner = function.operand if isinstance(function, ast.Selector) else None
        link = inner if isinstance(inner, ast.Call) else None


def _root(call: ast.Call) -> str:
    """What a method is called on, as a local or package variable; empty for functions and for results of calls."""
    function = call.function
    return _name(function) if isinstance(function, ast.Selector) and not function.ref else ""


def _name(expression: ast.Expr) -> str:
    while isinstance(expression, ast.Selector | ast.Index | ast.Unary | ast.Slicing) and not getattr(
        expression, "ref", ""
    ):
        expression = expression.operand
    return getattr(expression, "ref", "")


def _is_last_resort(call: ast.Call, function: GoFunction) -> bool:
    """True for a `log.Fatal` in a branch: the line itself could not be written."""
    if call.callee is None or call.callee.package not in loggers.PACKAGES:
        return False
    return any(branch.span.contains(call.span) for n in ast.walk(function.body) for branch in _branches(n))


def _branches(node: ast.Node) -> Iterator[ast.Node]:
    if isinstance(node, ast.If):
        yield from (node.then, *(() if node.otherwise is None else (node.otherwise,)))
    elif isinstance(node, ast.Switch):
        yield from node.cases
