"""How the body of a request is read, and decoded."""

from __future__ import annotations

from lambdalint.api import GoFunction, is_call_of
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import BINDERS

_HTTP, _JSON = "net/http", "encoding/json"
_READERS = ("io", "io/ioutil")


def reads_all(call: ast.Call) -> bool:
    """True for what reads a reader to its end."""
    return any(is_call_of(call, package, "ReadAll") for package in _READERS)


def unlimited(reader: ast.Expr) -> ast.Expr:
    """What a reader reads that reads a part of another one at most."""
    if isinstance(reader, ast.Call) and reader.arguments:
        if is_call_of(reader, "io", "LimitReader", "TeeReader"):
            return reader.arguments[0]
        if is_call_of(reader, _HTTP, "MaxBytesReader") and len(reader.arguments) > 1:
            return reader.arguments[1]
    return reader


def decoded(call: ast.Call, function: GoFunction) -> ast.Expr | None:
    """What a call decodes into its last argument: a reader, a text, or the call itself for those of frameworks."""
    if is_call_of(call, _JSON, "Unmarshal"):
        return call.arguments[0] if len(call.arguments) > 1 else None
    made = call.function.operand if isinstance(call.function, ast.Selector) else None
    if isinstance(made, ast.Name) and made.ref.startswith("local:"):
        given = (n for n in ast.each(function.body, ast.Assign) if len(n.values) == 1)
        made = next((n.values[0] for n in given if is_named(n.targets[0], made.ref)), None)
    if isinstance(made, ast.Call) and is_call_of(call, _JSON, "Decode") and made.arguments:
        return unlimited(made.arguments[0])
    return call if decoded_by(call) else None


def decoded_by(call: ast.Expr) -> bool:
    """True for a call by which a framework decodes a body."""
    callee = call.callee if isinstance(call, ast.Call) else None
    return callee is not None and callee.name in BINDERS.get((callee.package, callee.receiver), ())


def is_named(target: ast.Expr, ref: str) -> bool:
    """True for a local, by its ref."""
    return isinstance(target, ast.Name) and target.ref == ref
