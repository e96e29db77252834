"""Fresh contexts that are meant: for what outlives the invocation's context, or doesn't have one."""

from __future__ import annotations

from lambdalint.api import GoFunction, HandlerPath, Parameter, Site, is_call_of, is_of_package, pattern
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import KEEP_CONTEXT, SDK_V1, SDK_V2

ATTACHES = ("net/http", "Request", "WithContext")
CLEANS = pattern(r"(?i)release|unlock|close|clean_?up|shut_?down|stop|roll_?back|tear_?down")
ENDS = ("WithTimeout", "WithDeadline", "WithCancel", "WithCancelCause")


def asks_now_and_then(site: Site, path: HandlerPath) -> bool:
    """True for an operation of the SDK behind a cache of the function around it: each miss is one invocation's."""
    taker = next((c for c in site.function.calls if site.call.span in {a.span for a in c.arguments}), None)
    callee = taker.callee if taker is not None else None
    if callee is None or not callee.receiver or not callee.package.startswith((SDK_V1, SDK_V2)):
        return False
    once = site.function.parent is not None or any(r.guarded for r in path.reached if r.function is site.function)
    return not once


def on_purpose(scopes: list[GoFunction], site: Site) -> bool:
    """True in deferred calls, where a nil context is replaced, and where the function attaches or detaches contexts."""
    taker = next((c for c in site.function.calls if site.call.span in {a.span for a in c.arguments}), None)
    if taker is not None and taker.callee is not None and _keeps(taker.callee):
        return True
    for function in scopes:
        if any(_replaces(call, function, site) for call in function.calls):
            return True
        for node in ast.walk(function.body):
            if isinstance(node, ast.Defer) and (node.span.contains(site.call.span)):
                return True
            if isinstance(node, ast.If) and node.span.contains(site.call.span) and _asks_for_nil(node.condition):
                return True
    return False


def beside(scopes: list[GoFunction], holder: Parameter | None, site: Site) -> bool:
    """True for a context with an end of its own, beside the invocation's in use, or to clean up with."""
    used = holder is not None and _uses(scopes, holder, site)
    return _ends_by_itself(site) and (used or CLEANS.match(scopes[-1].name) is not None)


def _replaces(call: ast.Call, function: GoFunction, site: Site) -> bool:
    """True for a call that detaches from a context, or gives a request another one than the fresh one."""
    if is_call_of(call, "context", "WithoutCancel"):
        return True
    if call.callee != ATTACHES or not call.arguments or call.arguments[0].span.contains(site.call.span):
        return False
    fresh = [n for n in ast.each(function.body, ast.Assign) if n.span.contains(site.call.span)]
    made = {t.ref for n in fresh for t in n.targets if isinstance(t, ast.Name)}
    given = call.arguments[0]
    return not (isinstance(given, ast.Name) and given.ref in made)


def _ends_by_itself(site: Site) -> bool:
    """True for `context.WithTimeout(context.Background(), …)` and the like."""
    calls = (c for c in site.function.calls if is_call_of(c, "context", *ENDS))
    return any(c.arguments and c.arguments[0].span == site.call.span for c in calls)


def _uses(scopes: list[GoFunction], holder: Parameter, site: Site) -> bool:
    """True when the functions use a context that they were given: once it has the fresh one's value it is no more."""
    nodes = [n for f in scopes for n in ast.walk(f.body)]
    lost = min((n.span.start for n in nodes if _overwrites(n, holder, site)), default=None)
    if is_of_package(holder.type, "net/http", "Request"):  # asked for its context, not for anything
        asked = (n for n in nodes if isinstance(n, ast.Selector) and n.name == "Context")
        names = [n.operand for n in asked if isinstance(n.operand, ast.Name) and n.operand.ref == holder.ref]
    else:
        names = [n for n in nodes if isinstance(n, ast.Name) and n.ref == holder.ref]
    return bool(holder.ref) and any(lost is None or n.span.start < lost for n in names)


def _overwrites(node: ast.Node, holder: Parameter, site: Site) -> bool:
    if not isinstance(node, ast.Assign) or not node.span.contains(site.call.span):
        return False
    return any(isinstance(target, ast.Name) and target.ref == holder.ref for target in node.targets)


def _asks_for_nil(condition: ast.Expr) -> bool:
    if not isinstance(condition, ast.Binary) or condition.op != "==":
        return False
    sides = (condition.left, condition.right)
    return any(isinstance(s, ast.Name) and s.name == "nil" for s in sides)


def _keeps(callee: ast.Callee) -> bool:
    copies = (callee.package, callee.receiver, callee.name) == ("net/http", "Request", "Clone")
    return copies or callee.name in KEEP_CONTEXT.get(callee.package, ())
