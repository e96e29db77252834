"""Structs, maps and lists of a Go program, and their types."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from lambdalint.frontends.go.nodes import Composite, Element, FieldType, Type, Zero
from lambdalint.frontends.go.packages import lower
from lambdalint.frontends.go.values import GoType, Record, Struct
from lambdalint.frontends.script.evaluate import Evaluator
from lambdalint.frontends.script.scopes import Scope
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
    construct,
    via,
)
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Expr

_NUMBERS = frozenset(
    {"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "float32", "float64",
     "byte", "rune"}
)  # fmt: skip
BASIC = _NUMBERS | {"string", "bool", "error", "any"}
_STRUCTS = ("Props", "Args", "Options", "Opts", "Config", "Properties")


class Structs(Evaluator):
    """Makes and reads structs."""

    host: Any

    @abstractmethod
    def type_of(self, written: Type, scope: Scope | None) -> Thing | None:
        """What the name of a type means."""

    # -- literals ----------------------------------------------------------------------------------------------------

    def _of_composite(self, node: Composite, scope: Scope) -> Thing:
        return self._composite(node, node.type or Type("other"), scope, scope)

    def _composite(self, node: Composite, kind: Type, scope: Scope, home: Scope | None) -> Thing:
        """A literal of a type that is understood in the scope `home`."""
        if kind.kind == "pointer" and kind.inner is not None:
            return _pointed(self._composite(node, kind.inner, scope, home))
        if kind.kind == "list":
            return self._listed(node, kind.inner, scope, home)
        if kind.kind == "map":
            return self._mapped(node, kind.inner, scope, home)
        if kind.kind == "struct":
            return self._record(node, GoType("", kind, home), scope)
        known = self.type_of(kind, home) if kind.kind == "name" else None
        if isinstance(known, Closure) and isinstance(known.code, GoType):
            own = known.code
            if own.written.kind == "struct":
                return self._record(node, own, scope)
            return self._composite(node, own.written, scope, own.scope)
        if not isinstance(known, Foreign):
            for element in node.elements:
                self._element(element.value, None, scope, home)
            return Opaque(node.span, "its type isn't known")
        if known.path.endswith("Array") or (node.elements and all(e.key is None for e in node.elements)):
            return self._listed(node, None, scope, home)
        if known.path.endswith("Map"):
            return self._mapped(node, None, scope, home)
        return self._struct(node, scope, home)

    def _element(self, value: Expr, kind: Type | None, scope: Scope, home: Scope | None) -> Thing:
        if isinstance(value, Composite) and value.type is None:
            return self._composite(value, kind or Type("other"), scope, home)
        return self.copied(value, self.value(value, scope))

    def _listed(self, node: Composite, kind: Type | None, scope: Scope, home: Scope | None) -> Thing:
        made = Items([self._element(e.value, kind, scope, home) for e in node.elements], node.span)
        self.doubts.born(made)
        return made

    def _mapped(self, node: Composite, kind: Type | None, scope: Scope, home: Scope | None) -> Thing:
        made = Fields({}, node.span, True, node)
        self.doubts.born(made)
        for element in node.elements:
            key = self.value(element.key, scope) if element.key is not None else None
            value = self._element(element.value, kind, scope, home)
            if not isinstance(key, Atom) or isinstance(key.value, bool | None):
                made.complete = False
                continue
            slot = self.host.name_slot(element.place) if element.place == key.span else None
            entry, around = self.host.language.removal(element, node.elements)
            made.fields[str(key.value)] = Field(element.place, slot, value, entry, around)
        return made

    def _struct(self, node: Composite, scope: Scope, home: Scope | None) -> Thing:
        made = Struct({}, node.span, True, node)
        made.shared = False
        self.doubts.born(made)
        for element in node.elements:
            value = self._element(element.value, None, scope, home)
            if element.field:
                gone, around = self.host.language.removal(element, node.elements)
                made.fields[lower(element.field)] = Field(element.place, None, value, gone, around)
            else:
                made.complete = False
        return made

    def _record(self, node: Composite, kind: GoType, scope: Scope) -> Thing:
        made = Record(kind)
        self.doubts.born(made)
        given = {e.field: e for e in node.elements if e.field}
        if not given and node.elements:
            given = {f.name: e for f, e in zip(kind.fields, node.elements, strict=False)}
        for field in kind.fields:
            made.fields[field.name] = self._first(given.get(field.name), field, kind, scope, node.span)
        self._adopt(made)
        return made

    def _first(self, given: Element | None, field: FieldType, kind: GoType, scope: Scope, span: Span) -> Thing:
        if given is not None:
            return self._element(given.value, field.type, scope, kind.scope)
        return self.zero(field.type, kind.scope, span)

    def _adopt(self, made: Record) -> None:
        """The construct that a struct embeds is what the struct is for others."""
        made.base = None
        for field in made.kind.fields:
            base = construct(made.fields.get(field.name)) if field.embedded else None
            if base is not None and made.base is None:
                made.base = base

    # -- zero values -------------------------------------------------------------------------------------------------

    def _of_zero(self, node: Zero, scope: Scope) -> Thing:
        found = self.zero(node.type, scope, node.span, node.word == "make")
        if node.word == "new":
            return _pointed(found)
        if isinstance(found, Items) and node.sized:
            found.complete = False
        return found

    def zero(self, kind: Type | None, home: Scope | None, span: Span, made: bool = False) -> Thing:
        """The value of a variable without one. `made` for what `make` and `new` give."""
        if kind is None or kind.kind == "other":
            return Opaque(span, "its type isn't known")
        if kind.kind in ("list", "map"):
            return (Items([], span) if kind.kind == "list" else Fields({}, span)) if made else Atom(None, span)
        if kind.kind == "struct":
            return self._record(Composite(None, (), span, span), GoType("", kind, home), Scope(None, 0))
        if kind.kind != "name":
            return Atom(None, span)
        known = self.type_of(kind, home)
        if isinstance(known, Closure) and isinstance(known.code, GoType):
            own: GoType = known.code
            if own.name in BASIC and own.written.kind == "basic":
                return _basic(own.name, span)
            if own.written.kind == "struct":
                return self._record(Composite(None, (), span, span), own, Scope(None, 0))
            return self.zero(own.written, own.scope, span, made)
        if not isinstance(known, Foreign):
            return Opaque(span, "its type isn't known")
        if known.path.endswith(_STRUCTS):
            empty = Struct({}, span)
            empty.shared = False
            return empty
        return Atom(None, span)

    # -- members -----------------------------------------------------------------------------------------------------

    def _record_member(self, target: Instance, name: str, span: Span, depth: int = 5) -> Thing | None:
        """A field or method of a struct, or of what it embeds."""
        if name in target.fields:
            return via(target.fields[name], span)
        method = target.kind.methods.get(name)
        if method is not None:
            own = self.copy(target) if name in target.kind.copying and isinstance(target, Record) else target
            return Closure(method.code, method.scope, own, method.span)
        for field in target.kind.fields if depth else ():
            inner = target.fields.get(field.name) if field.embedded else None
            if isinstance(inner, Record):
                found = self._record_member(inner, name, span, depth - 1)
                if found is not None:
                    return found
            elif isinstance(inner, Fields) and lower(name) in inner.fields:
                return via(inner.fields[lower(name)].value, span)
            elif isinstance(inner, Call | Member):
                return Member(inner, lower(name), span)
        return None

    # -- copies ------------------------------------------------------------------------------------------------------

    def copied(self, node: Expr, thing: Thing) -> Thing:
        """A struct that another name gets, or a field: a copy where nothing points to it."""
        named = type(node).__name__ in ("Name", "Member", "Index")
        own = named and isinstance(thing, Record | Struct) and not thing.shared
        return self.copy(thing) if own and isinstance(thing, Record | Struct) else thing

    def copy(self, thing: Record | Struct) -> Thing:
        """A struct of its own with the same members."""
        if isinstance(thing, Struct):
            made = Struct(thing.fields, thing.span, thing.complete, thing.literal)
            made.shared = False
            self.doubts.born(made)
            return made
        record = Record(thing.kind)
        record.fields = dict(thing.fields)
        record.base = thing.base
        self.doubts.born(record)
        return record

    def clobber(self, thing: Thing, span: Span) -> None:
        """Anything may have been written into a struct, map or list."""
        unknown = Opaque(span, "it is changed elsewhere")
        if isinstance(thing, Record):
            thing.fields = dict.fromkeys(thing.fields, unknown)
            thing.base = None
        elif isinstance(thing, Fields):
            thing.fields = {name: field._replace(value=unknown) for name, field in thing.fields.items()}
            thing.complete = False
        elif isinstance(thing, Items):
            thing.items = [unknown for _ in thing.items]
            thing.complete = False


def _pointed(thing: Thing) -> Thing:
    if isinstance(thing, Record | Struct):
        thing.shared = True
    return thing


def _basic(name: str, span: Span) -> Thing:
    if name in _NUMBERS:
        return Atom(0, span)
    if name == "string":
        return Atom("", span)
    return Atom(False if name == "bool" else None, span)
