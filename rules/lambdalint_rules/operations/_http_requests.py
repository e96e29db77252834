"""Which parts of an HTTP request that an adapter or a router hands on must stay out of a log."""

from __future__ import annotations

from lambdalint.api import GoFunction, Origin, Provenance, gotypes, is_call_of, is_of_package
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import CREDENTIAL_HEADERS

_HTTP = "net/http"


def sensitive_request(argument: ast.Expr, function: GoFunction, origins: Provenance) -> str | None:
    """What of an incoming request an argument is, None where it is nothing that must stay out of a log."""
    while isinstance(argument, ast.Conversion | ast.Unary):
        argument = argument.operand
    if isinstance(argument, ast.Name) and argument.ref.startswith("local:"):
        argument = _read(argument, function) or argument
    found = _part(argument)
    if found is None:
        return None
    what, request = found
    came: frozenset[Origin] = origins.of(request, function)
    return what if any(o.source == "event" for o in came) else None


def _part(argument: ast.Expr) -> tuple[str, ast.Expr] | None:
    """Words for a part of a request, and the request."""
    if isinstance(argument, ast.Selector) and argument.name in ("Header", "Body") and _is_request(argument.operand):
        return f"{argument.name} of the request", argument.operand
    if not isinstance(argument, ast.Call):
        return ("the whole request", argument) if _is_request(argument) else None
    method = argument.function
    if is_call_of(argument, _HTTP + "/httputil", "DumpRequest") and argument.arguments:
        return "the whole request", argument.arguments[0]
    if not isinstance(method, ast.Selector):
        return None
    if is_call_of(argument, _HTTP, "Cookies") and _is_request(method.operand):
        return "cookies of the request", method.operand
    header = method.operand
    if is_call_of(argument, _HTTP, "Get", "Values") and isinstance(header, ast.Selector) and header.name == "Header":
        key = getattr(argument.arguments[0], "value", None) if argument.arguments else None
        if isinstance(key, str) and key.lower() in CREDENTIAL_HEADERS and _is_request(header.operand):
            return f"the credential {key} of the request", header.operand
    return None


def _read(name: ast.Name, function: GoFunction) -> ast.Expr | None:
    """The body that was read whole into a local, or the dump of the request."""
    for node in ast.each(function.body, ast.Assign):
        if len(node.values) == 1 and _is(node.targets[0], name.ref):
            made = node.values[0]
            if isinstance(made, ast.Call) and is_call_of(made, _HTTP + "/httputil", "DumpRequest"):
                return made
            reads = isinstance(made, ast.Call) and made.callee is not None and made.callee.name == "ReadAll"
            if reads and isinstance(made, ast.Call) and made.callee and made.callee.package in ("io", "io/ioutil"):
                return made.arguments[0] if made.arguments else None
    return None


def _is(target: ast.Expr, ref: str) -> bool:
    return isinstance(target, ast.Name) and target.ref == ref


def _is_request(expression: ast.Expr) -> bool:
    kind = expression.type
    return is_of_package(kind.element if isinstance(kind, gotypes.Pointer) else kind, _HTTP, "Request")
