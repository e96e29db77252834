"""Expressions and what they give, as far as that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lambdalint.frontends.script.classes import Classes
from lambdalint.frontends.script.operators import binary, joined
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import (
    CONDITION,
    DEEPEST,
    is_certain,
    span_of_node,
)
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Field,
    Fields,
    Foreign,
    Instance,
    Items,
    Member,
    Opaque,
    Thing,
    via,
)
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Expressions(Classes):
    """Evaluates expressions other than calls."""

    def value(self, node: tree.Expr, scope: Scope) -> Thing:
        """What an expression gives."""
        self.step()
        if self.depth > DEEPEST:
            self.give_up(span_of_node(node), "it is nested too deeply")
            return Opaque(span_of_node(node), "it is nested too deeply")
        self.depth += 1
        try:
            read = getattr(self, "_of_" + type(node).__name__.lower())
            found: Thing = read(node, scope)
            return found
        finally:
            self.depth -= 1

    def _of_literal(self, node: tree.Literal, scope: Scope) -> Thing:
        del scope
        return Atom(node.value, node.span, self.host.literal_slot(node.span) if node.exact else None)

    def _of_template(self, node: tree.Template, scope: Scope) -> Thing:
        return joined([self.value(part, scope) for part in node.parts], node.span)

    def _of_name(self, node: tree.Name, scope: Scope) -> Thing:
        return self._name(node, scope)

    def _of_member(self, node: tree.Member, scope: Scope) -> Thing:
        if isinstance(node.target, tree.Name) and node.target.name == "super":
            return Opaque(node.span, "it belongs to a base class")
        return self.member(self.value(node.target, scope), node.name, node.span, node.name_span)

    def member(self, target: Thing, name: str, span: Span, name_span: Span) -> Thing:
        """`target.name`."""
        match target:
            case Foreign(path, _, _):
                return self.host.attribute(target, name, span) or Foreign(self.host.inside(path, name), span, name_span)
            case Call() | Member():
                return Member(target, name, span)
            case Instance():
                return self._instance_member(target, name, span)
            case Closure():
                return self._static(target, name, span)
            case Fields() if name in target.fields:
                return via(target.fields[name].value, span)
        found = self.host.attribute(target, name, span)
        if found is not None:
            return found
        if isinstance(target, Fields) and target.complete:
            return Atom(None, span)
        if isinstance(target, Atom) and target.value is None:
            return Atom(None, span)
        return Opaque(span, "it isn't known")

    def _of_index(self, node: tree.Index, scope: Scope) -> Thing:
        target = self.value(node.target, scope)
        key = self.value(node.key, scope)
        if isinstance(target, Items) and isinstance(key, Atom) and isinstance(key.value, int):
            if 0 <= key.value < len(target.items):
                return target.items[key.value]
            return Atom(None, node.span) if target.complete else Opaque(node.span, "the list isn't known")
        if isinstance(key, Atom) and isinstance(key.value, str):
            return self.member(target, key.value, node.span, key.span)
        return Opaque(node.span, "the key isn't known")

    def _of_spread(self, node: tree.Spread, scope: Scope) -> Thing:
        return self.value(node.value, scope)

    def _of_object(self, node: tree.Object, scope: Scope) -> Thing:
        made = Fields({}, node.span, True, node)
        self.doubts.born(made)
        for entry in node.entries:
            if isinstance(entry, tree.Spread):
                self._spread(made, entry, scope)
                continue
            key = self.value(entry.key, scope)
            value = self.value(entry.value, scope)
            if not isinstance(key, Atom) or isinstance(key.value, bool | None):
                _doubt_all(made, entry.span)
                continue
            slot = self.host.name_slot(key.span) if entry.literal and not entry.shorthand else None
            gone = self.host.removal(entry.span) if entry.literal else entry.span._replace(end=entry.span.start)
            made.fields.pop(str(key.value), None)
            made.fields[str(key.value)] = Field(key.span, slot, value, gone)
        return made

    def _spread(self, made: Fields, entry: tree.Spread, scope: Scope) -> None:
        for value, certain in self._ways(entry.value, scope):
            if isinstance(value, Fields):
                for name, field in value.fields.items():
                    unsure = field._replace(value=Opaque(entry.span, CONDITION))
                    made.fields.pop(name, None)
                    made.fields[name] = field if certain else unsure
                if not value.complete:
                    _doubt_all(made, entry.span, value.fields)
            elif not (isinstance(value, Atom) and not value.value):
                _doubt_all(made, entry.span)

    def _ways(self, node: tree.Expr, scope: Scope) -> list[tuple[Thing, bool]]:
        """The values that an expression may have, and whether each is certain: both sides of an unknown choice."""
        test = node.test if isinstance(node, tree.Choice) else None
        sides: tuple[tree.Expr, ...] = (node.then, node.otherwise) if isinstance(node, tree.Choice) else ()
        if isinstance(node, tree.Binary) and node.operator == "&&":
            test, sides = node.left, (node.right,)
        if test is None or self.truth(self.value(test, scope)) is not None:
            return [(self.value(node, scope), True)]
        return [(self._doubtful(side, scope), False) for side in sides]

    def _doubtful(self, node: tree.Expr, scope: Scope) -> Thing:
        self.doubts.enter()
        try:
            return self.value(node, scope)
        finally:
            self.doubts.leave(span_of_node(node))

    def _of_array(self, node: tree.Array, scope: Scope) -> Thing:
        items, complete = self._list(node.items, scope)
        made = Items(items, node.span, complete)
        self.doubts.born(made)
        return made

    def _list(self, nodes: Sequence[tree.Expr], scope: Scope) -> tuple[list[Thing], bool]:
        items: list[Thing] = []
        complete = True
        for node in nodes:
            if not isinstance(node, tree.Spread):
                items.append(self.value(node, scope))
                continue
            for value, certain in self._ways(node.value, scope):
                if isinstance(value, Items) and certain:
                    items += value.items
                    complete &= value.complete
                else:
                    complete &= isinstance(value, Items) and not value.items
        return items, complete

    def _of_function(self, node: tree.Function, scope: Scope) -> Thing:
        return self._closure(node, scope)

    def _of_class(self, node: tree.Class, scope: Scope) -> Thing:
        return self._closure(node, scope)

    def _of_binary(self, node: tree.Binary, scope: Scope) -> Thing:
        left = self.value(node.left, scope)
        if node.operator not in ("&&", "||", "??"):
            return binary(node.operator, left, self.value(node.right, scope), node.span)
        known = self.truth(left)
        if node.operator == "??":
            empty = isinstance(left, Atom) and left.value is None
            known = empty if is_certain(left) else None
        elif node.operator == "||":
            known = not known if known is not None else None
        if known is None:
            self._doubtful(node.right, scope)
            return Opaque(node.span, CONDITION)
        return self.value(node.right, scope) if known else left

    def _of_unary(self, node: tree.Unary, scope: Scope) -> Thing:
        value = self.value(node.value, scope)
        known = self.truth(value)
        if node.operator in ("!", "not") and known is not None:
            return Atom(not known, node.span)
        if node.operator == "-" and isinstance(value, Atom) and isinstance(value.value, int | float):
            return Atom(-value.value, node.span)
        return Opaque(node.span, "it isn't computed here")

    def _of_choice(self, node: tree.Choice, scope: Scope) -> Thing:
        known = self.truth(self.value(node.test, scope))
        if known is not None:
            return self.value(node.then if known else node.otherwise, scope)
        one, other = self._doubtful(node.then, scope), self._doubtful(node.otherwise, scope)
        if isinstance(one, Atom) and isinstance(other, Atom) and one.value == other.value:
            return one._replace(slot=None)
        return one if one is other else Opaque(node.span, CONDITION)

    def _of_assignment(self, node: tree.Assignment, scope: Scope) -> Thing:
        before = node.target if isinstance(node.target, tree.Name | tree.Member | tree.Index) else None
        if node.operator in ("&&=", "||=", "??=") and before is not None:
            value = self._of_binary(tree.Binary(node.operator[:-1], before, node.value, node.span), scope)
        else:
            value = self.value(node.value, scope)
            if node.operator != "=" and before is not None:
                value = binary(node.operator[:-1], self.value(before, scope), value, node.span)
        self.bind(node.target, value, scope, False)
        return value

    def _of_hole(self, node: tree.Hole, scope: Scope) -> Thing:
        last: Thing = Opaque(node.span, "it isn't understood")
        for part in node.parts:
            last = self.value(part, scope)
        return last if node.parts else Opaque(node.span, "it isn't understood")


def _doubt_all(made: Fields, span: Span, but: Mapping[str, Any] | None = None) -> None:
    """Anything may have been set: what was there before isn't known, nor is what is absent."""
    for name, field in made.fields.items():
        if but is None or name not in but:
            made.fields[name] = field._replace(value=Opaque(span, "a value that isn't known is merged in after it"))
    made.complete = False
