"""Which parts of an HTTP request that an adapter or a router hands on must stay out of a log."""

from __future__ import annotations

from lambdalint.api import GoFunction, Provenance, gotypes, is_call_of, is_of_package
from lambdalint.api import goast as ast
from lambdalint.data.go_decoders import request_of
from lambdalint.data.go_responses import BINDERS, CREDENTIAL_HEADERS, REQUEST_BODY, REQUEST_HEADER, REQUEST_HEADERS
from lambdalint_rules.operations._cut_texts import is_cut
from lambdalint_rules.operations._given_back import filled_in, given_back
from lambdalint_rules.operations._request_bodies import decoded, decoded_by, is_named, reads_all, unlimited

_HTTP = "net/http"
_PARTS = ("Header", "Body", "Form", "PostForm", "MultipartForm")
_FORM_VALUES = ("FormValue", "PostFormValue")
_SPLITS = ("Split", "SplitN", "Fields")
_TRIMS = ("TrimPrefix", "TrimSpace", "Trim", "TrimLeft", "Replace", "ReplaceAll")
CREDENTIAL = "the credential"
FURTHEST = 2  # functions that return what other functions return
DEEPEST = 5  # locals that are given what other locals were given


def sensitive_request(
    argument: ast.Expr, function: GoFunction, origins: Provenance, depth: int = FURTHEST
) -> str | None:
    """What of an incoming request an argument is, None where it is nothing that must stay out of a log."""
    cut = False
    for _ in range(DEEPEST):
        cut = cut or is_cut(argument)
        argument, before = _nearer(argument, function), argument
        if argument is before:
            break
    found = _part(argument) or _password(argument, function)
    if found is None:
        inside = (*given_back(argument, function, origins), *filled_in(argument, function, origins)) if depth else ()
        what = next(filter(None, (sensitive_request(v, at, origins, depth - 1) for v, at in inside)), None)
    else:
        what = found[0] if any(o.source == "event" for o in origins.of(found[1], function)) else None
    return None if cut and what is not None and what.startswith(CREDENTIAL) else what


def _password(name: ast.Expr, function: GoFunction) -> tuple[str, ast.Expr] | None:
    """The password that `user, password, ok := r.BasicAuth()` gives, and the request."""
    if not isinstance(name, ast.Name):
        return None
    three = (n for n in ast.each(function.body, ast.Assign) if len(n.targets) == 3 and len(n.values) == 1)
    made = next((n.values[0] for n in three if is_named(n.targets[1], name.ref)), None)
    if not isinstance(made, ast.Call) or not is_call_of(made, _HTTP, "BasicAuth"):
        return None
    method = made.function
    return (f"{CREDENTIAL} {name.name} of the request", method.operand) if isinstance(method, ast.Selector) else None


def _nearer(value: ast.Expr, function: GoFunction) -> ast.Expr:
    """What a value is made of that says the same: itself where that is nothing else."""
    if isinstance(value, ast.Conversion | ast.Unary | ast.Slicing):
        return value.operand
    split = value.operand if isinstance(value, ast.Index) else None
    if isinstance(split, ast.Call) and is_call_of(split, "strings", *_SPLITS):
        return split.arguments[0]
    if isinstance(value, ast.Name) and value.ref.startswith("local:"):
        return _read(value, function) or value
    if not isinstance(value, ast.Call) or not value.arguments:
        return value
    if reads_all(value):
        return unlimited(value.arguments[0])
    return value.arguments[0] if is_call_of(value, "strings", *_TRIMS) else value


def _part(argument: ast.Expr) -> tuple[str, ast.Expr] | None:
    """Words for a part of a request, and the request."""
    if isinstance(argument, ast.Selector) and argument.name in _PARTS and _is_request(argument.operand):
        return f"{argument.name} of the request", argument.operand
    if not isinstance(argument, ast.Call):
        return ("the whole request", argument) if _is_request(argument) else None
    method = argument.function
    if is_call_of(argument, _HTTP + "/httputil", "DumpRequest") and argument.arguments:
        return "the whole request", argument.arguments[0]
    if not isinstance(method, ast.Selector):
        return None
    if (parsed := _parsed(argument)) is not None:
        return "Body of the request", parsed
    if is_call_of(argument, _HTTP, *_FORM_VALUES) and getattr(argument.arguments[0], "value", None) == "payload":
        return "payload of the request", method.operand  # all that Slack and GitHub send with a form
    if is_call_of(argument, _HTTP, "Cookies") and _is_request(method.operand):
        return "cookies of the request", method.operand
    return _of_framework(argument, method) or _credential(argument, method)


def _parsed(call: ast.Call) -> ast.Expr | None:
    """The request whose body a library's function gives, as it came or decoded."""
    callee = call.callee
    at = request_of(callee.package, callee.name) if callee is not None else None
    return call.arguments[at] if at is not None and at < len(call.arguments) else None


def _of_framework(call: ast.Call, method: ast.Selector) -> tuple[str, ast.Expr] | None:
    at = (call.callee.package, call.callee.receiver) if call.callee is not None else ("", "")
    if method.name in (*REQUEST_BODY.get(at, ()), *BINDERS.get(at, ())):
        return "Body of the request", method.operand
    if method.name in REQUEST_HEADERS.get(at, ()):
        return "Headers of the request", method.operand
    key = getattr(call.arguments[0], "value", None) if call.arguments else None
    if method.name in REQUEST_HEADER.get(at, ()) and isinstance(key, str) and key.lower() in CREDENTIAL_HEADERS:
        return f"{CREDENTIAL} {key} of the request", method.operand
    return None


def _credential(argument: ast.Call, method: ast.Selector) -> tuple[str, ast.Expr] | None:
    header = method.operand
    if is_call_of(argument, _HTTP, "Get", "Values") and isinstance(header, ast.Selector) and header.name == "Header":
        key = getattr(argument.arguments[0], "value", None) if argument.arguments else None
        if isinstance(key, str) and key.lower() in CREDENTIAL_HEADERS and _is_request(header.operand):
            return f"{CREDENTIAL} {key} of the request", header.operand
    return None


def _read(name: ast.Name, function: GoFunction) -> ast.Expr | None:
    """The part of a request that a local was given, or the body that was read or decoded whole into it."""
    for node in ast.each(function.body, ast.Assign):
        if len(node.values) == 1 and is_named(node.targets[0], name.ref):
            made = node.values[0]
            if _part(made) is not None and not decoded_by(made):
                return made
            if isinstance(made, ast.Call) and reads_all(made):
                return unlimited(made.arguments[0]) if made.arguments else None
            if isinstance(made, ast.Index) or (isinstance(made, ast.Call) and is_call_of(made, "strings", *_TRIMS)):
                return made
    for call in function.calls:
        filled = call.arguments[-1] if call.arguments else None
        inner = filled.operand if isinstance(filled, ast.Unary) and filled.op == "&" else filled
        if inner is not None and is_named(inner, name.ref) and (body := decoded(call, function)) is not None:
            return body
    return None


def _is_request(expression: ast.Expr) -> bool:
    kind = expression.type
    return is_of_package(gotypes.bare(kind), _HTTP, "Request")
