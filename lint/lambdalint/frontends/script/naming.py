"""Names: what they get and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.frontends.script.scopes import Live, Scope
from lambdalint.frontends.script.state import (
    is_certain,
    span_of_node,
)
from lambdalint.frontends.script.statements import Statements
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Fields,
    Foreign,
    Instance,
    Items,
    Member,
    Opaque,
    Thing,
    via,
)
from lambdalint.frontends.script.visible import parts
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Names(Statements):
    """Gives values to names, members and patterns."""

    def bind(self, pattern: tree.Pattern | None, value: Thing, scope: Scope, new: bool) -> None:
        match pattern:
            case tree.Name(name, _):
                self._assign_name(name, value, scope, new)
            case tree.Default(inner, otherwise):
                if isinstance(value, Atom) and value.value is None:
                    value = self.value(otherwise, scope)
                elif not is_certain(value):
                    value = Opaque(span_of_node(otherwise), "the caller may give another value")
                self.bind(inner, value, scope, new)
            case tree.Member(target, name, _, _, _):
                self.set_member(self.value(target, scope), name, value, span_of_node(pattern))
            case tree.Index(target, key, span, _):
                known = self.value(key, scope)
                word = known.value if isinstance(known, Atom) else None
                if isinstance(known, Atom) and known.span.path and not span.contains(known.span):
                    span = known.span  # what a loop gives it the name of
                self.set_member(self.value(target, scope), word if isinstance(word, str) else None, value, span)
            case tree.ObjectPattern(entries):
                self._take(entries, value, scope, new)
            case tree.ArrayPattern(items):
                self._take_places(items, value, scope, new)
            case tree.Rest(inner):
                self.bind(inner, value, scope, new)

    def _take(
        self, entries: Sequence[tuple[str, tree.Pattern] | tree.Rest], value: Thing, scope: Scope, new: bool
    ) -> None:
        taken: set[str] = set()
        for entry in entries:
            if isinstance(entry, tree.Rest):
                left: Thing = Opaque(Span("", 0, 0), "it isn't known what is left")
                if isinstance(value, Fields):
                    kept = {k: f for k, f in value.fields.items() if k not in taken}
                    left = Fields(kept, value.span, value.complete, value.literal)
                self.bind(entry.pattern, left, scope, new)
                continue
            name, pattern = entry
            taken.add(name)
            place = value.span if not isinstance(value, Instance) else Span("", 0, 0)
            self.bind(pattern, self.member(value, name, place, place), scope, new)

    def _take_places(self, items: Sequence[tree.Pattern | None], value: Thing, scope: Scope, new: bool) -> None:
        for at, pattern in enumerate(items):
            place = value.span if not isinstance(value, Instance) else Span("", 0, 0)
            item: Thing = Opaque(place, "the list isn't known")
            if isinstance(value, Items) and isinstance(pattern, tree.Rest):
                item = Items(value.items[at:], value.span, value.complete)
            elif isinstance(value, Items) and at < len(value.items):
                item = value.items[at]
            elif isinstance(value, Items) and value.complete:
                item = Atom(None, place)
            self.bind(pattern, item, scope, new)

    def _assign_name(self, name: str, value: Thing, scope: Scope, new: bool) -> None:
        holder = scope if new else scope.holder(name) or scope
        holder.names[name] = value
        self.doubts.changed(holder, name)

    def set_member(self, target: Thing, name: str | None, value: Thing, span: Span) -> None:
        """`target.name = value`; without a name, anything may have changed."""
        if isinstance(target, Instance):
            if name is not None:
                target.fields[name] = value
                self.doubts.changed(target, name)
        elif isinstance(target, Fields):
            if name is None:
                target.complete = False
                return
            target.fields[name] = self.field(span, value)
            self.doubts.changed(target, name)
        elif isinstance(target, Closure) and name is not None:
            self.statics.setdefault(id(target.code), {})[name] = value
        elif isinstance(target, Items):
            target.complete = False
        elif isinstance(target, Call | Member):
            now = self.doubts.now
            self.calls.append(
                Call(Member(target, "=", span), (Atom(name, span), value), span, span, False, not now, now)
            )

    def _name(self, node: tree.Name, scope: Scope) -> Thing:
        if node.name == "this":
            return scope.this or Opaque(node.span, "`this` isn't known")
        holder = scope.holder(node.name)
        if holder is None:
            return self.host.global_name(node.name, node.span)
        thing = holder.names[node.name]
        if isinstance(thing, Live):
            found = self.export(thing.module, thing.name)
            if found is None and thing.name == "default":
                found = self.export(thing.module, "*")
            thing = found or Opaque(node.span, "the module doesn't give it")
        if isinstance(thing, Foreign) and thing.span == thing.name:
            return Foreign(thing.path, node.span, node.span)
        return thing if self._is_given(thing, holder, node.name) else via(thing, node.span)

    def _is_given(self, thing: Thing, holder: Scope, name: str) -> bool:
        """True for a literal that the caller of a function wrote, for one use: it is no variable that others share."""
        code = holder.code if isinstance(thing, Atom) and not thing.via else None
        if not isinstance(thing, Atom) or code is None or code.span.contains(thing.span):
            return False
        if (code.span, name) not in self._uses:
            named = [part for part in parts(code.body) if isinstance(part, tree.Name) and part.name == name]
            self._uses[code.span, name] = len(named)
        return self._uses[code.span, name] == 1

    def _closure(self, node: tree.Function | tree.Class, scope: Scope) -> Closure:
        return Closure(node, scope, scope.this, node.span)
