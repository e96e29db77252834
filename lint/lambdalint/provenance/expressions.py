"""What the shape of an expression says about where its value goes and comes from."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_decoders import FILLS, FILLS_MAPS
from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Expr, Name, Selector
from lambdalint.model.gotypes import Named, bare


def given(call: Call) -> tuple[Expr, ...]:
    """The arguments that the outcome of a foreign function comes from: a context says nothing about that."""
    from lambdalint.model.foreign import takes_context  # not needed where there is no Go

    callee = call.callee
    first = callee is not None and not callee.receiver and takes_context(callee.package, callee.name)
    return call.arguments[first:]


def operands(expression: Expr) -> Iterator[Expr]:
    """The expressions that one is made of."""
    for child in goast.children(expression):
        if isinstance(child, goast.Element):
            yield child.value
        elif not isinstance(child, goast.Block):
            yield child  # type: ignore[misc]


def carrier(function: GoFunction, ref: str) -> str:
    """What a path calls a name: local ones are unique in their outermost function, package members everywhere."""
    return f"{function.outermost} {ref}" if ref.startswith("local:") else ref


def is_local(expression: Expr) -> bool:
    """True for a parameter, receiver or local variable."""
    return isinstance(expression, Name) and expression.ref.startswith("local:")


def own_field(target: Expr | None) -> str:
    """The field that a write to `x.field` changes; empty for a field of an embedded struct, and for other writes."""
    if not isinstance(target, Selector) or target.ref or not isinstance(target.operand, Name):
        return ""
    held = target.operand.type
    whole = bare(held)
    return target.name if whole is not None and whole == target.field_of else ""


def own_part(target: Expr | None) -> str:
    """The part of a variable that a write changes: a field, or what an index chooses; empty for other writes."""
    if isinstance(target, goast.Index):
        return step_to(target.key) if isinstance(target.operand, Name) else ""
    return own_field(target)


def own_parts(target: Expr | None) -> tuple[str, ...]:
    """The parts that a write changes, from the one that is named last to that of the variable: `x.outer.field`."""
    if not isinstance(target, Selector) or not isinstance(target.operand, Selector) or is_member(target.operand):
        return (own_part(target),)
    held = target.operand.type
    whole = bare(held)
    own = target.name if whole is not None and whole == target.field_of else ""
    return (own, *own_parts(target.operand))


def takes_out(function: GoFunction) -> bool:
    """True for a function that deletes entries of maps."""
    return any(c.callee is not None and c.callee.key == "builtin.delete" for c in function.calls)


def field_made(element: goast.Element) -> str:
    """The field that an element of a struct literal fills; empty where it may be embedded, with fields of its own."""
    kind = element.value.type
    whole = bare(kind)
    return "" if isinstance(whole, Named) and whole.name == element.field else element.field


def is_member(expression: Expr) -> bool:
    """A name of a package, or a method expression."""
    return isinstance(expression, Selector) and bool(expression.ref)


def step_to(key: Expr) -> str:
    """The step of a path to what an index chooses."""
    value = getattr(key, "value", None)
    return f"[{value}]" if isinstance(value, str) else "[]"


def makes(call: Call) -> bool:
    """True for a constructor of a library: it keeps what it is given, and puts nothing into it."""
    callee = call.callee
    return callee is not None and not callee.receiver and callee.name.startswith("New")


def decodes(call: Call) -> bool:
    """True where what is filled says the same as what is read."""
    callee = call.callee
    return callee is not None and callee.name in FILLS.get(callee.package, ())


def fills_map(call: Call) -> bool:
    """True for a call that puts something into a map that it is given."""
    callee = call.callee
    return callee is not None and callee.name in FILLS_MAPS.get(callee.package, ())
