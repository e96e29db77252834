"""Functions of the project that decode what they are given into what they are given: `bind(request, &order)`."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_decoders import said_again
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Assign, Call, Conversion, Expr, Name, Selector, Unary, each
from lambdalint.provenance.expressions import decodes
from lambdalint.record import NamedTuple

RECEIVER = -1
DEEPEST = 6  # calls and conversions around what is read


class Filling(NamedTuple):
    """What a function does to the argument `at`: it fills it with what stands at `steps` below another one, `source`
    (or below the receiver).
    """

    at: int
    source: int
    steps: tuple[str, ...]


def fillings_of(function: GoFunction) -> tuple[Filling, ...]:
    """What a function decodes into its parameters."""
    places = {p.ref: at for at, p in enumerate(function.parameters) if p.ref}
    return tuple(_fillings(function, places)) if len(places) + bool(function.receiver) > 1 else ()


def filled_argument(call: Call, filling: Filling) -> Expr | None:
    """What a call has a function fill: the variable that it gives the address of, or that holds an address."""
    argument = call.arguments[filling.at] if filling.at < len(call.arguments) else None
    if isinstance(argument, Unary):
        return argument.operand if argument.op == "&" else None
    return argument if isinstance(argument, Name) else None


def _fillings(function: GoFunction, places: dict[str, int]) -> Iterator[Filling]:
    around = {**places, function.receiver.ref: RECEIVER} if function.receiver is not None else places
    for call in function.calls:
        into = call.arguments[-1] if call.arguments and decodes(call) else None
        if not isinstance(into, Name) or into.ref not in places:
            continue
        source, steps = _path(_read(call, function))
        if source is not None and source.ref in around and around[source.ref] != places[into.ref]:
            yield Filling(places[into.ref], around[source.ref], steps)


def _read(call: Call, function: GoFunction) -> Expr:
    """What a decoder reads; locals are what they were given first."""
    read: Expr = call.arguments[0]
    if len(call.arguments) == 1 and isinstance(call.function, Selector):
        read = call.function.operand
    for _ in range(DEEPEST):
        if isinstance(read, Name):
            made = next((m for m in each(function.body, Assign) if _declares(m, read)), None)
            if made is None:
                break
            read = made.values[0]
        callee = read.callee if isinstance(read, Call) else None
        copied = said_again(callee.package, callee.name) if callee is not None else None
        if isinstance(read, Call) and copied is not None and copied < len(read.arguments):
            read = read.arguments[copied]
        elif isinstance(read, Conversion):
            read = read.operand
        else:
            break
    return read


def _declares(statement: Assign, name: Name) -> bool:
    first = statement.targets[0]
    return len(statement.values) == 1 and isinstance(first, Name) and first.ref == name.ref


def _path(expression: Expr) -> tuple[Name | None, tuple[str, ...]]:
    """The name that fields are taken from, and their names."""
    steps: list[str] = []
    while isinstance(expression, Selector) and not expression.ref and len(steps) < DEEPEST:
        steps.insert(0, expression.name)
        expression = expression.operand
    return (expression if isinstance(expression, Name) else None), tuple(steps)
