"""Texts of internal errors that end up in a value."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, NamedTuple, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import HOLDS_TEXT
from lambdalint_rules.practice._error_buffers import written
from lambdalint_rules.practice._error_calls import Frame, Given, into
from lambdalint_rules.practice._error_origins import OWN, ErrorOrigins, Origins
from lambdalint_rules.practice._error_types import Types, is_own_error, is_shown, shown, shown_fields
from lambdalint_rules.practice._error_values import (
    asked_for,
    handed_on,
    is_error,
    put_in,
    recovered,
    returned,
    sorted_out,
    sources,
)

DEEPEST = 8
MOST = 4000  # values that are looked at for one answer


class Told(NamedTuple):
    """An expression that puts the text of an internal error into a value. `taken`: where own errors took the text."""

    expression: ast.Expr
    function: GoFunction
    taken: tuple[Span, ...]


class ErrorTexts:
    """Answers for one handler path: values are followed backwards, through locals, helpers, receivers, parameters."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._types = ctx.project.code.types
        self._errors = ErrorOrigins(path, ctx)

    def inside(self, value: ast.Expr, function: GoFunction) -> Iterator[Told]:
        """The expressions that put the text of an internal error into a value."""
        seen: set[tuple[type, Span, tuple[Span, ...]]] = set()
        told: set[Span] = set()
        stack: list[Given] = [(value, function, None)]
        while stack and len(seen) < MOST:
            expression, at, frame = stack.pop()
            key = (type(expression), expression.span, frame.path if frame is not None else ())
            if key in seen:
                continue
            seen.add(key)
            if is_own_error(expression.type, self._types):
                stack.extend(self._encoded(expression, at, frame))
                continue
            origins = self._origins(expression, at, frame)
            if origins:
                if expression.span not in told:
                    told.add(expression.span)
                    yield Told(expression, at, tuple(sorted(origins & self._errors.taken)))
            elif not is_error(expression):
                stack.extend(self._parts(expression, at, frame))

    def _origins(self, expression: ast.Expr, function: GoFunction, frame: Frame | None) -> Origins:
        """Where an internal error comes from that is written out, or whose `Error` is called."""
        error = expression
        method = expression.function if isinstance(expression, ast.Call) and not expression.arguments else None
        if isinstance(method, ast.Selector) and method.name == "Error":
            error = method.operand
            if recovered(error, function):
                return frozenset({error.span})
            if isinstance(error, ast.Name) and (looked := self._errors.looked_for(error, function, frame)):
                return looked
        origins = self._errors.internal(error, function, frame)
        return OWN if origins and sorted_out(error, function) else origins

    def _parts(self, expression: ast.Expr, function: GoFunction, frame: Frame | None) -> Iterator[Given]:
        """What the text of a value may come from."""
        match expression:
            case ast.Call():
                yield from self._of_call(expression, function, frame)
            case ast.Name(ref=ref) if ref.startswith("local:"):
                yield from self._errors.calls.given(ref, function, frame)
                for source, at in sources(ref, expression.span.start, function):
                    if at == 0 or not isinstance(source, ast.Call):
                        yield source, function, frame
                    else:
                        yield from self._of_call(source, function, frame, at)
                for field in shown_fields(expression.type, self._types) if any(asked_for(ref, function)) else ():
                    yield from self._errors.fields.given((expression, function, frame), 0, field)
                yield from self._errors.fields.changed(expression, function, frame)
                for steps, part in put_in(ref, expression.span.start, function):
                    if is_shown(steps, self._types) and not is_error(part):
                        yield part, function, frame
            case ast.Selector(operand=ast.Name() as holder, name=field):
                yield from self._errors.fields.given((holder, function, frame), 0, field)
            case ast.Composite():
                yield from ((value, function, frame) for value in shown(expression, self._types))
            case ast.Binary(op="+", left=left, right=right):
                yield from ((left, function, frame), (right, function, frame))
            case ast.Conversion(operand=operand) | ast.Unary(op="&" | "*", operand=operand):
                yield operand, function, frame
            case _:
                pass

    def _of_call(self, call: ast.Call, function: GoFunction, frame: Frame | None, at: int = 0) -> Iterator[Given]:
        """What the result `at` of a call may come from."""
        callee = call.callee
        if callee is not None and at == 0 and callee.name in HOLDS_TEXT.get(callee.package, ()):
            # the JSON of an error has no text
            json = callee.name.startswith("Marshal")
            spoken = (a if json else _spoken(a, self._types) for a in call.arguments if not (json and is_error(a)))
            yield from ((argument, function, frame) for argument in spoken)
            return
        if callee is not None and callee.name == "Error" and not call.arguments:
            return  # whether the text of an error is the program's own has been judged as a whole
        yield from ((value, function, frame) for value in written(call, function))
        for made in self._errors.calls.targets(call):
            inner = into(made, call, function, frame)
            yield from ((value, made, inner) for value in returned(made, at))
            for value in handed_on(made):
                if at == 0 or not isinstance(value, ast.Call):
                    yield value, made, inner
                elif inner is not None:
                    yield from self._of_call(value, made, inner, at)

    def _encoded(self, value: ast.Expr, function: GoFunction, frame: Frame | None) -> Iterator[Given]:
        """What the JSON of an own type of errors has in it: its fields, but for errors."""
        for field in shown_fields(value.type, self._types):
            for given in self._errors.fields.given((value, function, frame), 0, field):
                if not is_error(given[0]):
                    yield given
        if isinstance(value, ast.Name):
            yield from self._errors.fields.changed(value, function, frame)


def _spoken(value: ast.Expr, types: Types) -> ast.Expr:
    """What a format calls for an own type of errors: `err.Error()`."""
    if not is_own_error(value.type, types):
        return value
    method = ast.Selector(value.span, value, "Error", value.span, "", None, None)
    return ast.Call(value.span, method, (), False, gotypes.STRING, None)
