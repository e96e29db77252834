"""What the fields of values have been set to, on the way of an error into an answer."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import KEEPS_TEXT
from lambdalint_rules.practice._error_calls import Calls, Frame, Given, into
from lambdalint_rules.practice._error_types import Types, filled, has_text, literal_of
from lambdalint_rules.practice._error_values import asked_for, is_error, put_in, returned, sources

DEEPEST = 8


class ErrorFields:
    """Answers for one handler path: values are followed backwards to where their fields are filled."""

    def __init__(self, calls: Calls, types: Types) -> None:
        self._calls = calls
        self._types = types

    def given(self, place: Given, at: int, field: str, depth: int = 0, kind: str = "") -> Iterator[Given]:
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
                yield from self.given(source, index, field, depth + 1, asked or kind)

    def changed(self, value: ast.Name, function: GoFunction, frame: Frame | None) -> Iterator[Given]:
        """What a pointer was given to before a place: receivers and parameters, as these functions leave them."""
        for call in function.calls:
            if call.span.end > value.span.start:
                continue
            given = [at for at, argument in enumerate(call.arguments) if _is_place(argument, value.ref)]
            taken = _starts_with(call.function, value.ref)
            for made in self._calls.targets(call) if given or taken else ():
                inner = into(made, call, function, frame)
                own = [made.receiver] if taken else []
                own += [made.parameters[at] for at in given if at < len(made.parameters)]
                for parameter in own if inner is not None and made.body is not None else ():
                    if parameter is not None and made.body is not None and _is_pointer_to(parameter.type, value):
                        end = made.body.span._replace(start=made.body.span.end)
                        yield ast.Name(end, parameter.name, parameter.ref, parameter.type), made, inner

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
                yield from ((given, 0, "") for given in self._calls.given(ref, function, frame))
            case ast.Call(callee=callee):
                wraps = callee is not None and (callee.package, callee.name) in KEEPS_TEXT
                for wrapped in holder.arguments if wraps else ():
                    if is_error(wrapped) or has_text(getattr(wrapped, "type", None), self._types):
                        yield (wrapped, function, frame), 0, ""
                for made in self._calls.targets(holder):
                    inner = into(made, holder, function, frame)
                    yield from (((value, made, inner), 0, "") for value in returned(made, at))
            case _:
                pass


def _is_place(argument: ast.Expr, ref: str) -> bool:
    """True for a local, or the address of it."""
    inner = argument.operand if isinstance(argument, ast.Unary) and argument.op == "&" else argument
    return isinstance(inner, ast.Name) and inner.ref == ref


def _starts_with(method: ast.Expr, ref: str) -> bool:
    """True for a method of a local, or of what a chain of methods makes of it."""
    while isinstance(method, ast.Selector) and not method.ref and isinstance(method.operand, ast.Call):
        method = method.operand.function
    return isinstance(method, ast.Selector) and isinstance(method.operand, ast.Name) and method.operand.ref == ref


def _is_pointer_to(kind: gotypes.GoType | None, value: ast.Name) -> bool:
    return isinstance(kind, gotypes.Pointer) and gotypes.bare(kind) == gotypes.bare(value.type)


def _named(kind: gotypes.GoType | None) -> str:
    named = gotypes.bare(kind)
    return f"{named.package}.{named.name}" if isinstance(named, gotypes.Named) else ""
