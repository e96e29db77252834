"""Where names get their values in a function, and where what they hold may be changed."""

from __future__ import annotations

from lambdalint.hoist.family import Family, Write, declares
from lambdalint.model import goast
from lambdalint.model.goast import Assign, Block, Call, Name, Node
from lambdalint.model.gotypes import Basic


def is_bare(write: Write) -> bool:
    """`var x T`"""
    return isinstance(write.node, Assign) and write.node.declared and not write.node.values and declares(write)


def is_partial(write: Write, family: Family) -> bool:
    """True where the only value a name gets builds on what it had, or isn't always given."""
    again = any(isinstance(n, Name) and n.ref == write.name.ref and n is not write.name for n in goast.walk(write.node))
    first = family.writes[write.name.ref][0].node
    block = family.above(write.node)
    return again or (block is not None and not is_within(block, family.above(first), family))


def change(ref: str, family: Family) -> Name | None:
    """Where what a local name holds may be changed after it was made: a copy would lack that."""
    names = family.names.get(ref, ())
    return next((n for n in names if not isinstance(n.type, Basic) and _may_change(n, family)), None)


def _may_change(name: Name, family: Family) -> bool:
    """True where a method of what a name holds is called, or something in it is set."""
    node: Node = name
    above = family.above(node)
    while isinstance(above, goast.Selector | goast.Index):
        node, above = above, family.above(above)
    if isinstance(above, Assign):
        return any(target is node for target in above.targets) and node is not name
    return isinstance(above, Call) and above.function is node and node is not name


def is_within(block: Node, outer: Node | None, family: Family) -> bool:
    """True for a block that runs whenever the one around it does: `{ { … } }`."""
    inner: Node | None = block
    while inner is not outer and isinstance(inner, Block):
        inner = family.above(inner)
    return inner is outer


def other_value(target: Name, statement: Assign, family: Family) -> Write | None:
    """Where else a name gets a value in this function."""
    writes = family.written(target.ref)
    return next((w for w in writes if w.node is not statement and not is_bare(w)), None)


def is_set_later(target: Name, family: Family) -> bool:
    """True where something in what a name holds is set, but not always."""
    first = family.written(target.ref)[0]
    home, owner = family.above(first.node), family.owner(target)
    for name in (n for n in family.named(target.ref) if is_changed(n, family)):
        _, block = family.statement(name) or (None, None)
        if family.owner(name) is owner and block is not None and block is not home:
            return True
    return False


def is_changed(name: Name, family: Family) -> bool:
    """True where something in what a name holds is set, or a method of it is called as a statement."""
    node: Node = name
    above = family.above(node)
    while isinstance(above, goast.Selector | goast.Index) and getattr(above, "operand", None) is node:
        node, above = above, family.above(above)
    if node is name:
        return False
    if isinstance(above, Assign):
        return any(target is node for target in above.targets)
    called = isinstance(above, Call) and above.function is node
    return called and above is not None and isinstance(family.above(above), goast.Evaluate)
