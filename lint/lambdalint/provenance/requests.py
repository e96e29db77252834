"""The body of a request that an adapter or a router hands on: what came with an event, whole."""

from __future__ import annotations

from lambdalint.data.go_callbacks import BODY_DUMPS
from lambdalint.data.go_decoders import request_of
from lambdalint.data.go_responses import BINDERS, REQUEST_BODY
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Call, Closure, Expr, Name, Selector
from lambdalint.model.gotypes import GoType, bare, is_of_package
from lambdalint.provenance.origins import Origin, Origins

DUMPING = frozenset(package for package, _ in BODY_DUMPS)
REQUEST = "request"  # the first step of the way to what came in a request of HTTP
BODY: Origins = frozenset({Origin("event", (REQUEST, "Body"))})


def is_body(node: Selector) -> bool:
    """True for `r.Body` of a request that a function was given, or that a framework's context holds."""
    if node.name != "Body" or not is_of_package(bare(_type(node.operand)), "net/http", "Request"):
        return False
    holder = node.operand.function if isinstance(node.operand, Call) else node.operand
    return isinstance(holder, Name) or (isinstance(holder, Selector) and holder.name == "Request")


def binds(call: Call) -> bool:
    """True for a call by which a framework decodes the body of a request into what it is given."""
    callee = call.callee
    return callee is not None and callee.name in BINDERS.get((callee.package, callee.receiver), ())


def gives_body(call: Call) -> bool:
    """True for a call that gives the body of a request, as it came or decoded."""
    callee = call.callee
    if callee is None:
        return False
    return callee.name in REQUEST_BODY.get((callee.package, callee.receiver), ()) or (
        request_of(callee.package, callee.name) is not None
    )


def dumped(code: Code, function: GoFunction) -> str:
    """The parameter of a function literal that a library calls with the body of each request; empty for others."""
    parent = code.functions.get(function.parent) if function.parent is not None else None
    for call in parent.calls if parent is not None else ():
        at = BODY_DUMPS.get((call.callee.package, call.callee.name)) if call.callee is not None else None
        given = call.arguments[0] if at is not None and call.arguments else None
        if at is not None and isinstance(given, Closure) and given.function == function.key:
            return function.parameters[at].ref if at < len(function.parameters) else ""
    return ""


def comes_in(origins: Origins) -> bool:
    """True for what has anything of the event in it."""
    return any(o.source == "event" for o in origins)


def _type(node: Expr) -> GoType | None:
    kind: GoType | None = getattr(node, "type", None)
    return kind
