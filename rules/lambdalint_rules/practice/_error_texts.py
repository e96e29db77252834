"""Texts of internal errors that end up in a value."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, NamedTuple, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import HOLDS_TEXT, KEEPS_TEXT
from lambdalint_rules.practice._error_calls import Frame, Given, into
from lambdalint_rules.practice._error_origins import OWN, ErrorOrigins, Origins
from lambdalint_rules.practice._error_types import filled, has_text, is_shown, literal_of, shown
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
        origins = self._errors.internal(error, function, frame)
        return OWN if origins and sorted_out(error, function) else origins

    def _parts(self, expression: ast.Expr, function: GoFunction, frame: Frame | None) -> Iterator[Given]:
        """What the text of a value may come from."""
        match expression:
            case ast.Call():
                yield from self._of_call(expression, function, frame)
            case ast.Name(ref=ref) if ref.startswith("local:"):
                yield from self._errors.calls.given(ref, function, frame)
                yield from ((source, function, frame) for source, _ in sources(ref, expression.span.start, function))
                for steps, part in put_in(ref, expression.span.start, function):
                    if is_shown(steps, self._types) and not is_error(part):
                        yield part, function, frame
            case ast.Selector(operand=ast.Name() as holder, name=field):
                yield from self._of_field((holder, function, frame), 0, field, 0)
            case ast.Composite():
                yield from ((value, function, frame) for value in shown(expression, self._types))
            case ast.Binary(op="+", left=left, right=right):
                yield from ((left, function, frame), (right, function, frame))
            case ast.Conversion(operand=operand) | ast.Unary(op="&" | "*", operand=operand):
                yield operand, function, frame
            case _:
                pass

    def _of_field(self, place: Given, at: int, field: str, depth: int, kind: str = "") -> Iterator[Given]:
        """What a field of a value, or of the result `at` of a call, may have been set to; of a type with this name."""
        holder, function, frame = place
        literal = literal_of(holder)
        if literal is not None:
            if kind in ("", _named(literal.type)):
                yield from ((v, function, frame) for name, v in filled(literal, self._types) if name == field)
        elif depth < DEEPEST:
            if isinstance(holder, ast.Name):
                for steps, part in put_in(holder.ref, holder.span.start, function):
                    if len(steps) == 1 and getattr(steps[0], "name", "") == field:
                        yield part, function, frame
            for source, index, asked in self._holders(place, at):
                yield from self._of_field(source, index, field, depth + 1, asked or kind)

    def _holders(self, place: Given, at: int) -> Iterator[tuple[Given, int, str]]:
        """Where a value comes from, with the index of the result; with the name of its type where that is asked for."""
        holder, function, frame = place
        match holder:
            case ast.Assertion(operand=operand):
                yield (operand, function, frame), 0, _named(holder.type)
            case ast.Name(ref=ref) if ref.startswith("local:"):
                yield from (((v, function, frame), i, "") for v, i in sources(ref, holder.span.start, function))
                kind = _named(holder.type)
                yield from (((error, function, frame), 0, kind) for error in asked_for(ref, function))
                yield from ((given, 0, "") for given in self._errors.calls.given(ref, function, frame))
            case ast.Call(callee=callee):
                wraps = callee is not None and (callee.package, callee.name) in KEEPS_TEXT
                for wrapped in holder.arguments if wraps else ():
                    if is_error(wrapped) or has_text(getattr(wrapped, "type", None), self._types):
                        yield (wrapped, function, frame), 0, ""
                for made in self._errors.calls.targets(holder):
                    inner = into(made, holder, function, frame)
                    yield from (((value, made, inner), 0, "") for value in returned(made, at))
            case _:
                pass

    def _of_call(self, call: ast.Call, function: GoFunction, frame: Frame | None) -> Iterator[Given]:
        callee = call.callee
        if callee is not None and callee.name in HOLDS_TEXT.get(callee.package, ()):
            # the JSON of an error has no text
            json = callee.package == "encoding/json"
            yield from ((a, function, frame) for a in call.arguments if not (json and is_error(a)))
            return
        for made in self._errors.calls.targets(call):
            inner = into(made, call, function, frame)
            yield from ((value, made, inner) for value in (*returned(made, 0), *handed_on(made)))


def _named(kind: gotypes.GoType | None) -> str:
    named = kind.element if isinstance(kind, gotypes.Pointer) else kind
    return f"{named.package}.{named.name}" if isinstance(named, gotypes.Named) else ""
