"""Parts of variables that are written over before somebody sees them: `shown.Body = "***"`, `command.Redact()`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Expr, Name, Selector
from lambdalint.model.gotypes import Map, Pointer
from lambdalint.provenance.expressions import carrier, own_part

_MASKS = re.compile(r"(?i)mask|redact|scrub|sanit|censor|obfus|hide|strip|repeat")

Masks = Mapping[str, set[str]]
"""The parts by what carries the variable. Where it is written over isn't told: it counts as hidden everywhere."""


def masks(functions: Collection[GoFunction], targets: Callable[[Call], list[GoFunction]]) -> Masks:
    """The parts that the functions write over, also for who hands them a pointer or a map."""
    found: dict[str, set[str]] = {}
    for function in functions:
        for key, part in _written_over(function):
            found.setdefault(key, set()).add(part)
    for function in functions if found else ():
        for call in function.calls:
            for target in targets(call):
                for key, value in _lent(call, target):
                    if key in found:
                        found.setdefault(carrier(function, value.ref), set()).update(found[key])
    return found


def _written_over(function: GoFunction) -> Iterator[tuple[str, str]]:
    for node in goast.each(function.body, goast.Assign):
        for target, value in zip(node.targets, node.values, strict=False):
            part = own_part(target) if _hides(value) else ""
            if part and isinstance(target, (Selector, goast.Index)) and isinstance(target.operand, Name):
                yield carrier(function, target.operand.ref), part


def _lent(call: Call, target: GoFunction) -> Iterator[tuple[str, Name]]:
    """What a function carries its receiver and parameters in, and the variables that it may change through them."""
    operand = call.function.operand if isinstance(call.function, Selector) else None
    taken = [(target.receiver, operand), *zip(target.parameters, call.arguments, strict=False)]
    for parameter, value in taken:
        inner: Expr | None = value.operand if isinstance(value, goast.Unary) and value.op == "&" else value
        if parameter is not None and isinstance(parameter.type, Pointer | Map) and isinstance(inner, Name):
            yield carrier(target, parameter.ref), inner


def _hides(value: Expr) -> bool:
    """True for a fixed text and for what a mask makes."""
    if isinstance(value, Call):
        return value.callee is not None and bool(_MASKS.search(value.callee.name))
    return isinstance(value, goast.Literal) or (isinstance(value, Name) and value.ref == "builtin:nil")
