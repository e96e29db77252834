"""Texts of internal errors that end up in a value."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, Span
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import HOLDS_TEXT
from lambdalint_rules.practice._error_origins import ErrorOrigins
from lambdalint_rules.practice._error_values import is_error, returned, sorted_out, sources

Place = tuple[ast.Expr, GoFunction]


class ErrorTexts:
    """Answers for one handler path: values are followed backwards, through locals, helpers and parameters."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._errors = ErrorOrigins(path, ctx)

    def inside(self, value: ast.Expr, function: GoFunction) -> Iterator[Place]:
        """The expressions that put the text of an internal error into a value, each with its function."""
        seen: set[tuple[type, Span]] = set()
        stack: list[Place] = [(value, function)]
        while stack:
            expression, at = stack.pop()
            key = (type(expression), expression.span)
            if key in seen:
                continue
            seen.add(key)
            if self._tells(expression, at):
                yield expression, at
            elif not is_error(expression):
                stack.extend(self._parts(expression, at))

    def _tells(self, expression: ast.Expr, function: GoFunction) -> bool:
        """True for an internal error that is written out, or a call of its `Error`."""
        error = expression
        method = expression.function if isinstance(expression, ast.Call) and not expression.arguments else None
        if isinstance(method, ast.Selector) and method.name == "Error":
            error = method.operand
        return self._errors.internal(error, function) and not sorted_out(error, function)

    def _parts(self, expression: ast.Expr, function: GoFunction) -> Iterator[Place]:
        """What the text of a value may come from."""
        match expression:
            case ast.Call():
                yield from self._of_call(expression, function)
            case ast.Name(ref=ref) if ref.startswith("local:"):
                yield from self._errors.calls.given(ref, function)
                yield from ((source, function) for source, _ in sources(ref, expression.span.start, function))
            case ast.Selector(operand=ast.Name(ref=ref), name=field) if ref.startswith("local:"):
                for source, _ in sources(ref, expression.span.start, function):
                    literal = source.operand if isinstance(source, ast.Unary) else source
                    elements = literal.elements if isinstance(literal, ast.Composite) else ()
                    yield from ((e.value, function) for e in elements if e.field == field)
            case ast.Composite(elements=elements):
                yield from ((e.value, function) for e in elements)
            case ast.Binary(op="+", left=left, right=right):
                yield from ((left, function), (right, function))
            case ast.Conversion(operand=operand) | ast.Unary(op="&" | "*", operand=operand):
                yield operand, function
            case _:
                pass

    def _of_call(self, call: ast.Call, function: GoFunction) -> Iterator[Place]:
        callee = call.callee
        if callee is not None and callee.name in HOLDS_TEXT.get(callee.package, ()):
            # the JSON of an error has no text
            json = callee.package == "encoding/json"
            yield from ((a, function) for a in call.arguments if not (json and is_error(a)))
            return
        for made in self._errors.calls.targets(call):
            yield from ((value, made) for value in returned(made, 0))
