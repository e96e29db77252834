"""What is written into a local buffer that a text is taken from later."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ENCODES_TO_WRITER, TO_WRITER
from lambdalint.data.go_decoders import BUILDERS
from lambdalint_rules.practice._error_values import is_error, sources

TAKES = ("Bytes", "String")
EMPTIES = ("Reset", "Truncate")


def written(call: ast.Call, function: GoFunction) -> Iterator[ast.Expr]:
    """The values that were written into the buffer whose text a call takes; none for other calls."""
    callee, method = call.callee, call.function
    if callee is None or callee.name not in TAKES or (callee.package, callee.receiver) not in BUILDERS:
        return
    if not isinstance(method, ast.Selector) or not isinstance(method.operand, ast.Name):
        return
    emptied = 0
    for one in function.calls:
        if one.span.end <= call.span.start and _empties(one, method.operand.ref):
            emptied = max(emptied, one.span.end)
    for one in function.calls:
        if emptied <= one.span.start and one.span.end <= call.span.start and not _is_left(one, call, function):
            yield from _into(method.operand.ref, one, function)


def _empties(call: ast.Call, ref: str) -> bool:
    method = call.function
    return isinstance(method, ast.Selector) and method.name in EMPTIES and _is_buffer(method.operand, ref)


def _is_left(one: ast.Call, call: ast.Call, function: GoFunction) -> bool:
    """True where the function returns between a call and a later one."""
    blocks = [b for choice in ast.each(function.body, ast.If) for b in (choice.then, choice.otherwise)]
    blocks += [case.body for case in ast.each(function.body, ast.Case)]
    return any(
        isinstance(block, ast.Block)
        and block.span.contains(one.span)
        and not block.span.contains(call.span)
        and isinstance(block.statements[-1], ast.Return)
        for block in blocks
    )


def _into(ref: str, call: ast.Call, function: GoFunction) -> tuple[ast.Expr, ...]:
    """What a call writes into a buffer."""
    callee, method = call.callee, call.function
    if callee is None:
        return ()
    if callee.name in TO_WRITER.get(callee.package, ()):
        return call.arguments[1:] if any(_is_buffer(a, ref) for a in call.arguments[:1]) else ()
    if not isinstance(method, ast.Selector) or method.ref:
        return ()
    if callee.name in BUILDERS.get((callee.package, callee.receiver), ()):
        return call.arguments if _is_buffer(method.operand, ref) else ()
    if callee.name == "Encode" and callee.package in ENCODES_TO_WRITER and _encodes_to(method.operand, ref, function):
        return tuple(a for a in call.arguments if not is_error(a))  # the JSON of an error has no text
    return ()


def _encodes_to(encoder: ast.Expr, ref: str, function: GoFunction) -> bool:
    made: ast.Expr | None = encoder
    if isinstance(made, ast.Name):
        made = next((value for value, _ in reversed(sources(made.ref, made.span.start, function))), None)
    return isinstance(made, ast.Call) and bool(made.arguments) and _is_buffer(made.arguments[0], ref)


def _is_buffer(value: ast.Expr, ref: str) -> bool:
    inner = value.operand if isinstance(value, ast.Unary) and value.op == "&" else value
    return isinstance(inner, ast.Name) and inner.ref == ref
