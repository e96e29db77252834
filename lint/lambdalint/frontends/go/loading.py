"""Packages of a program: their names, each with its value once it is asked for."""

from __future__ import annotations

from typing import Any

from lambdalint.frontends.go.nodes import DefineMethod, DefineType, File, Type, Variable
from lambdalint.frontends.go.structs import BASIC, Structs
from lambdalint.frontends.go.values import GoType
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import Module
from lambdalint.frontends.script.values import Closure, Foreign, Items, Opaque, Thing, via
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_NOWHERE = Span("", 0, 0)


class PackageName(NamedTuple):
    """A package of the project, where its name stands for it."""

    name: str


class Waiting(NamedTuple):
    """A variable of a package that nobody has asked for yet."""

    value: tree.Expr
    place: int | None
    scope: Scope


class Loading(Structs):
    """Loads packages and finds names."""

    def load(self, path: str) -> Module | None:
        """A package of the project."""
        module = self.modules.get(path)
        if module is None:
            module = self.modules[path] = Module(Scope(None, 0))
            types: dict[str, GoType] = {}
            methods: list[tuple[DefineMethod, Scope]] = []
            first: list[Closure] = []
            for file in self.host.files(path):
                if file.faults:
                    self.give_up(file.faults[0], "not all of the file could be read")
                scope = self._imports(file, module.scope)
                for declared in file.body:
                    self._declare(declared, scope, module.scope, types)
                    if isinstance(declared, DefineMethod):
                        methods.append((declared, scope))
                    elif isinstance(declared, tree.Define) and declared.name == "init":
                        first.append(Closure(declared.value, scope, None, declared.value.span))
            for method, scope in methods:
                if method.receiver in types:
                    closure = Closure(method.value, scope, None, method.value.span)
                    types[method.receiver].methods[method.name] = closure
                    if not method.pointed:
                        types[method.receiver].copying.add(method.name)
            for closure in first:
                self.invoke(closure, [], closure.span)
        return module

    def _imports(self, file: File, outer: Scope) -> Scope:
        scope = Scope(outer, 0)
        for name, path in file.imports:
            if name == "_":
                continue
            found, local = self.host.package(path, file.path)
            place = Span(file.path, 0, 0)
            if isinstance(found, str):
                scope.names[name or local] = Closure(PackageName(found), None, None, place)
            else:
                scope.names[name or local] = Foreign(found.path, place, place)
        return scope

    def _declare(self, declared: Any, scope: Scope, outer: Scope, types: dict[str, GoType]) -> None:
        waiting: Any = None
        if isinstance(declared, tree.Define) and declared.name != "init":
            waiting = Closure(declared.value, scope, None, declared.value.span)
        elif isinstance(declared, DefineType):
            types[declared.name] = GoType(declared.name, declared.type, scope)
            waiting = Closure(types[declared.name], scope, None, _NOWHERE)
        elif isinstance(declared, Variable):
            waiting = Waiting(declared.value, declared.place, scope)
        if waiting is not None:
            outer.names[declared.name] = waiting

    # -- names -------------------------------------------------------------------------------------------------------

    def _name(self, node: tree.Name, scope: Scope) -> Thing:
        holder = scope.holder(node.name)
        if holder is None:
            if node.name in BASIC:
                return Closure(GoType(node.name, Type("basic", node.name), None), None, None, node.span)
            return Opaque(node.span, "it isn't declared here")
        thing = self._settled(holder, node.name)
        if isinstance(thing, Foreign) and thing.span == thing.name:
            return Foreign(thing.path, node.span, node.span)
        return via(thing, node.span)

    def _settled(self, holder: Scope, name: str) -> Thing:
        """The value of a name; that of a variable of a package is computed now."""
        thing: Any = holder.names[name]
        if isinstance(thing, Waiting):
            holder.names[name] = Opaque(_NOWHERE, "it needs itself")
            value = self.value(thing.value, thing.scope)
            if thing.place is not None:
                items = value.items if isinstance(value, Items) else []
                unknown = Opaque(_NOWHERE, "it isn't followed")
                value = items[thing.place] if thing.place < len(items) else unknown
            holder.names[name] = thing = value
        found: Thing = thing
        return found

    def export(self, path: str, name: str, seen: frozenset[str] = frozenset()) -> Thing | None:
        """What a package declares under a name; None where it doesn't."""
        del seen
        module = self.load(path)
        return self._settled(module.scope, name) if module is not None and name in module.scope.names else None

    def type_of(self, written: Type, scope: Scope | None) -> Thing | None:
        """What the name of a type means."""
        holder = scope.holder(written.package or written.name) if scope is not None else None
        if holder is None:
            known = written.name in BASIC and not written.package
            return Closure(GoType(written.name, Type("basic"), None), None, None, _NOWHERE) if known else None
        thing = self._settled(holder, written.package or written.name)
        return self.member(thing, written.name, _NOWHERE, _NOWHERE) if written.package else thing
