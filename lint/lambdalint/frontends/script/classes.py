"""Classes of the project and the objects made of them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.script.naming import Names
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import (
    DEEPEST,
)
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Fields,
    Foreign,
    Instance,
    Member,
    Opaque,
    Thing,
    via,
)
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Classes(Names):
    """Members of objects and classes; construction."""

    def _instance_member(self, target: Instance, name: str, span: Span) -> Thing:
        if name in target.fields:
            return via(target.fields[name], span)
        for kind in self._line(target.kind):
            for member in kind.code.members:
                if member.name == name and not member.static and isinstance(member.value, tree.Function):
                    method = Closure(member.value, kind.scope, target, member.value.span)
                    return self.invoke(method, [], span) if member.kind == "getter" else method
        return Member(target.base, name, span) if target.base is not None else Opaque(span, "it isn't known")

    def _line(self, kind: Closure) -> Iterator[Closure]:
        """A class of the project, and those that it extends."""
        for _ in range(20):
            yield kind
            base = self._base(kind)
            if not isinstance(base, Closure) or not isinstance(base.code, tree.Class):
                return
            kind = base

    def _base(self, kind: Closure) -> Thing | None:
        return self.value(kind.code.base, kind.scope) if kind.code.base is not None else None

    def _static(self, target: Closure, name: str, span: Span) -> Thing:
        if not isinstance(target.code, tree.Class):
            return Opaque(span, "it isn't known")
        for kind in self._line(target):
            known = self.statics.setdefault(id(kind.code), {})
            if name in known:
                return via(known[name], span)
            for member in kind.code.members:
                if member.name == name and member.static and member.value is not None:
                    known[name] = self.value(member.value, kind.scope)
                    return via(known[name], span)
        return Opaque(span, "it isn't known")

    def instantiate(self, kind: Closure, arguments: list[Thing], node: tree.Call) -> Thing:
        """`new Kind(arguments)`: an object of the class, unless its constructor gives back something else."""
        made = Instance(kind)
        self.doubts.born(made)
        given = self._construct(made, kind, arguments, node)
        return given if isinstance(given, Closure | Instance | Fields | Call) else made

    def _construct(self, made: Instance, kind: Closure, arguments: list[Thing], node: tree.Call) -> Thing | None:
        """Run the constructor of a class for an object; what it gives back."""
        code: tree.Class = kind.code
        self.used.add(id(code))
        if self.depth > DEEPEST - 10:
            return None
        scope = Scope(kind.scope, len(self.doubts.now), made)
        scope.names["<class>"] = kind
        scope.names["<new>"] = Closure(node, scope, None, node.span)
        constructor = next((m.value for m in code.members if m.kind == "constructor"), None)
        if not isinstance(constructor, tree.Function):
            self._construct_base(made, kind, arguments, node)
            return None
        if code.base is None:
            self._initial(made, kind)
        inner = Scope(scope, len(self.doubts.now), made)
        names = [_plain(p) for p in constructor.parameters]
        for name, value in zip(names, arguments, strict=False):
            if name in code.properties:
                made.fields[name] = value
        return self._frame(constructor, inner, arguments, node.span)

    def _construct_base(self, made: Instance, kind: Closure, arguments: list[Thing], node: tree.Call) -> None:
        base = self._base(kind)
        if isinstance(base, Closure) and isinstance(base.code, tree.Class):
            self.depth += 5  # a class may extend itself
            self._construct(made, base, arguments, node)
            self.depth -= 5
        elif isinstance(base, Foreign):
            made.base = self.outward(base, arguments, node, True)
        self._initial(made, kind)

    def _initial(self, made: Instance, kind: Closure) -> None:
        scope = Scope(kind.scope, len(self.doubts.now), made)
        for member in kind.code.members:
            if member.kind == "field" and not member.static:
                known = self.value(member.value, scope) if member.value is not None else None
                if known is not None:
                    made.fields[member.name] = known

    def _super(self, node: tree.Call, scope: Scope) -> Thing:
        arguments = self._arguments(node, scope)
        holder = scope.holder("<class>")
        kind = holder.names["<class>"] if holder is not None else None
        if isinstance(kind, Closure) and scope.this is not None:
            self._construct_base(scope.this, kind, arguments, node)
        return Atom(None, node.span)

    def _super_method(self, node: tree.Call, name: str, scope: Scope) -> Thing:
        arguments = self._arguments(node, scope)
        this = scope.this
        if this is None:
            return Opaque(node.span, "it belongs to a base class")
        for kind in list(self._line(this.kind))[1:]:
            for member in kind.code.members:
                if member.name == name and isinstance(member.value, tree.Function):
                    return self.invoke(Closure(member.value, kind.scope, this, member.value.span), arguments, node.span)
        return Opaque(node.span, "it belongs to a base class")


def _plain(pattern: tree.Pattern) -> str:
    """The name of a parameter, empty for a pattern."""
    if isinstance(pattern, tree.Default):
        return _plain(pattern.pattern)
    return pattern.name if isinstance(pattern, tree.Name) else ""
