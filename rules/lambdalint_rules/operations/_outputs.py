"""Calls that write to the standard output, which ends up in the log, without a logger."""

from __future__ import annotations

from lambdalint.api import goast as ast
from lambdalint.api import is_call_of
from lambdalint.data.go_loggers import OUTPUTS


def first_of(call: ast.Call) -> ast.Expr | None:
    """The first argument, None where there is none."""
    return call.arguments[0] if call.arguments else None


def is_output(writer: ast.Expr | None) -> bool:
    """True for the standard output and the standard error."""
    return isinstance(writer, ast.Selector) and writer.ref in OUTPUTS


def writes_output(call: ast.Call) -> bool:
    """True for `os.Stdout.Write(b)`, `json.NewEncoder(os.Stdout).Encode(v)`, the builtin `println` and their like."""
    if is_call_of(call, "builtin", "print", "println"):
        return True
    operand = call.function.operand if isinstance(call.function, ast.Selector) else None
    if is_call_of(call, "os", "Write", "WriteString"):
        return is_output(operand)
    if is_call_of(call, "io", "WriteString"):
        return is_output(first_of(call))
    if not is_call_of(call, "encoding/json", "Encode") or not isinstance(operand, ast.Call):
        return False
    return is_call_of(operand, "encoding/json", "NewEncoder") and is_output(first_of(operand))
