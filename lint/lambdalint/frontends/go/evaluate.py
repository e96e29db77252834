"""Partial evaluation of Go programs: what calls, assignments and loops do. Nothing is run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from lambdalint.frontends.go import durations
from lambdalint.frontends.go.library import INFRASTRUCTURE
from lambdalint.frontends.go.loading import Loading, PackageName
from lambdalint.frontends.go.nodes import (
    Assert,
    Convert,
    DefineType,
    Range,
    Several,
    Skipped,
    Store,
    Type,
    TypeParameter,
)
from lambdalint.frontends.go.packages import lower
from lambdalint.frontends.go.values import GoType, Record, Struct
from lambdalint.frontends.script.operators import binary
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import ROUNDS, span_of_node
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Fields,
    Foreign,
    Items,
    Member,
    Opaque,
    Thing,
    construct,
    span_of,
    via,
)
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_SETTER = pattern(r"set[A-Z]")
_ERRORS = ("err", "Err", "error")
_BASIC = {"str": "string", "bool": "bool", "int": "int", "float": "float64"}


class Results(Items):
    """What a function with several results gives."""

    __slots__ = ()


class GoEvaluator(Loading):
    """Evaluates a Go program."""

    # -- members -----------------------------------------------------------------------------------------------------

    def member(self, target: Thing, name: str, span: Span, name_span: Span) -> Thing:
        """`target.name`."""
        if isinstance(target, Closure) and isinstance(target.code, PackageName):
            found = self.export(target.code.name, name)
            return via(found, span) if found is not None else Opaque(span, "the package doesn't declare it")
        if isinstance(target, Foreign):
            return self.host.foreign_member(target, name, span, name_span)  # type: ignore[no-any-return]
        if isinstance(target, Call | Member):
            return Member(target, lower(name), span)
        if isinstance(target, Record):
            return self._record_member(target, name, span) or Opaque(span, "it isn't known")
        if isinstance(target, Struct):
            field = target.fields.get(lower(name))
            if field is not None:
                return via(field.value, span)
            return Atom(None, span) if target.complete else Opaque(span, "it isn't known")
        return Opaque(span, "it isn't known")

    def set_member(self, target: Thing, name: str | None, value: Thing, span: Span) -> None:
        """`target.name = value`"""
        if isinstance(target, Record) and name is not None and name not in target.fields:
            for field in target.kind.fields:
                inner = target.fields.get(field.name) if field.embedded else None
                if isinstance(inner, Struct) or (isinstance(inner, Record) and name in inner.fields):
                    self.set_member(inner, name, value, span)
                    return
        if isinstance(target, Items):
            self.clobber(target, span)
        if isinstance(target, Struct | Call | Member) and name is not None:
            name = lower(name)
        super().set_member(target, name, value, span)
        if isinstance(target, Record):
            self._adopt(target)

    def _of_index(self, node: tree.Index, scope: Scope) -> Thing:
        target = self.value(node.target, scope)
        key = self.value(node.key, scope)
        if isinstance(key, Atom) and isinstance(target, Items) and isinstance(key.value, int):
            known = target.complete and 0 <= key.value < len(target.items)
            return target.items[key.value] if known else Opaque(node.span, "the list isn't known")
        if isinstance(key, Atom) and isinstance(target, Fields) and str(key.value) in target.fields:
            return via(target.fields[str(key.value)].value, node.span)
        return Opaque(node.span, "the key isn't known")

    # -- operators ---------------------------------------------------------------------------------------------------

    def _of_unary(self, node: tree.Unary, scope: Scope) -> Thing:
        if node.operator not in ("&", "*"):
            return super()._of_unary(node, scope)
        value = self.value(node.value, scope)
        if node.operator == "*":
            return self.copy(value) if isinstance(value, Record | Struct) else value
        if isinstance(value, Record | Struct):
            value.shared = True
        elif isinstance(value, Items) and not isinstance(node.value, tree.Name):
            value.span = node.span
        return value

    def _of_binary(self, node: tree.Binary, scope: Scope) -> Thing:
        """What is true of an error decides nothing: with one there is no deployment."""
        sides = (node.left, node.right)
        nil = any(isinstance(side, tree.Literal) and side.value is None for side in sides)
        failed = any(isinstance(side, tree.Name) and side.name.endswith(_ERRORS) for side in sides)
        if nil and node.operator in ("==", "!="):
            values = [self.value(side, scope) for side in sides]
            if failed:
                return Atom(node.operator == "==", node.span)
            if any(isinstance(value, Call) and value.path and not value.path.startswith("go:") for value in values):
                return Atom(node.operator == "!=", node.span)
            return binary(node.operator, values[0], values[1], node.span)
        if node.operator in ("&&", "||"):
            return super()._of_binary(node, scope)
        left, right = (self.value(side, scope) for side in sides)
        length = durations.computed(node.operator, left, right, node.span)
        found = binary(node.operator, left, right, node.span) if length is None else length
        if node.operator == "/" and isinstance(found, Atom) and isinstance(found.value, float):
            return Opaque(node.span, "it may be rounded")
        return found

    def _of_several(self, node: Several, scope: Scope) -> Thing:
        return Results([self.copied(item, self.value(item, scope)) for item in node.items], node.span)

    def _of_assert(self, node: Assert, scope: Scope) -> Thing:
        return self.value(node.value, scope)

    def _of_convert(self, node: Convert, scope: Scope) -> Thing:
        return self.value(node.value, scope)

    # -- calls -------------------------------------------------------------------------------------------------------

    def _of_call(self, node: tree.Call, scope: Scope) -> Thing:
        target = node.target
        if isinstance(target, tree.Name) and scope.holder(target.name) is None:
            known = self.host.builtin(self, target.name, self._given(node, scope), node.span)
            if known is not None:
                return known  # type: ignore[no-any-return]
        receiver = self.value(target.target, scope) if isinstance(target, tree.Member) else None
        if isinstance(target, tree.Member) and isinstance(receiver, Call | Foreign) and not node.arguments:
            known = durations.asked(receiver, target.name, node.span)
            if known is not None:
                return known
        if receiver is not None and isinstance(target, tree.Member):
            callee = self.member(receiver, target.name, target.span, target.name_span)
        else:
            callee = self.value(target, scope)
        arguments = self._given(node, scope)
        if isinstance(callee, Closure):
            return self._own_call(callee, arguments, node)
        if isinstance(callee, Foreign):
            return self._foreign_call(callee, arguments, node, scope)
        if isinstance(callee, Member) and not node.arguments:
            return callee  # what the classes of the construct library call attributes
        if isinstance(callee, Member) and len(arguments) == 1 and _SETTER.match(callee.name):
            self.set_member(callee.target, callee.name[3:], arguments[0], node.span)
            return Atom(None, node.span)
        if not _root(callee).startswith(INFRASTRUCTURE):
            self._written_elsewhere(node, arguments, scope)
        return self._outside(callee, arguments, node)

    def _given(self, node: tree.Call, scope: Scope) -> list[Thing]:
        """The values of arguments; `f(xs...)` passes the members of a list."""
        found: list[Thing] = []
        for argument in node.arguments:
            if isinstance(argument, tree.Spread):
                value = self.value(argument.value, scope)
                found += value.items if isinstance(value, Items) else []
                nothing = isinstance(value, Atom) and value.value is None
                if not (nothing or (isinstance(value, Items) and value.complete)):
                    found.append(Opaque(argument.span, "the arguments aren't known"))
            else:
                value = self.value(argument, scope)
                found += value.items if isinstance(value, Results) else [self.copied(argument, value)]
        return found

    def _own_call(self, callee: Closure, arguments: list[Thing], node: tree.Call) -> Thing:
        """A function of the project, or a conversion to one of its types."""
        if isinstance(callee.code, GoType):
            return arguments[0] if len(arguments) == 1 else Opaque(node.span, "it isn't understood")
        if not isinstance(callee.code, tree.Function):
            return Opaque(node.span, "it isn't understood")
        if callee.this is not None:
            arguments = [callee.this, *arguments]
            callee = callee._replace(this=None)
        return self.invoke(callee, arguments, node.span)

    def _foreign_call(self, callee: Foreign, arguments: list[Thing], node: tree.Call, scope: Scope) -> Thing:
        known = self.host.method(self, callee, "", arguments, node.span)
        if known is not None:
            return known  # type: ignore[no-any-return]
        package, _, name = callee.path.rpartition(".")
        if name == "override" and package.rpartition(".")[2].startswith("New") and len(arguments) > 1:
            return self._overridden(callee, arguments, node)
        if name.startswith("New") and name[3:4].isupper() and not package.startswith("go:"):
            made = node._replace(new=True)
            if package.startswith("pulumi.") and not package.startswith("pulumi.pulumi"):
                arguments = arguments[1:]
            return self._outside(callee._replace(path=f"{package}.{name[3:]}"), arguments, made)
        if _is_fetched(package) and any(construct(argument) is not None for argument in arguments):
            name = callee.path.removeprefix("go:")
            self.give_up(node.target.span, f"{name} isn't in the project, and may deploy more")
        if not callee.path.startswith(INFRASTRUCTURE):
            self._written_elsewhere(node, arguments, scope)
        return self._outside(callee, arguments, node)

    def _overridden(self, callee: Foreign, arguments: list[Thing], node: tree.Call) -> Thing:
        """`NewStack_Override(s, scope, …)` makes the construct that a struct of the project is."""
        path = callee.path.removesuffix(".override")
        module, _, name = path.rpartition(".")
        made = self._outside(callee._replace(path=f"{module}.{name[3:]}"), arguments[1:], node._replace(new=True))
        if isinstance(arguments[0], Record) and isinstance(made, Call):
            arguments[0].base = made
        return made

    def _written_elsewhere(self, node: tree.Call, arguments: Sequence[Thing], scope: Scope) -> None:
        """What a function from elsewhere gets a pointer to may be anything afterwards."""
        for argument, thing in zip(node.arguments, arguments, strict=False):
            if isinstance(argument, tree.Unary) and argument.operator == "&" and isinstance(argument.value, tree.Name):
                unknown = Opaque(argument.span, "it is set elsewhere")
                if isinstance(thing, Record | Struct):
                    self.clobber(thing, argument.span)
                else:
                    self.bind(argument.value, unknown, scope, False)
            elif isinstance(thing, Items | Fields | Record) and getattr(thing, "shared", True):
                self.clobber(thing, argument.span)

    # -- statements --------------------------------------------------------------------------------------------------

    def _run_skipped(self, node: Skipped, scope: Scope) -> None:
        del scope
        self.give_up(node.span, "it isn't understood")

    def _run_definetype(self, node: DefineType, scope: Scope) -> None:
        scope.names[node.name] = Closure(GoType(node.name, node.type, scope), scope, None, Span("", 0, 0))

    def _run_typeparameter(self, node: TypeParameter, scope: Scope) -> None:
        given = [scope.names.get(name) for name in node.parameters]
        known = [type(thing.value).__name__ for thing in given if isinstance(thing, Atom)]
        name = "any" if "NoneType" in known else next((_BASIC[word] for word in known if word in _BASIC), "")
        basic = Closure(GoType(name, Type("basic", name), None), None, None, Span("", 0, 0))
        scope.names[node.name] = basic if name else Opaque(Span("", 0, 0), "the call chooses it")

    def _run_store(self, node: Store, scope: Scope) -> None:
        if len(node.values) == len(node.targets):
            values = [self.copied(value, self.value(value, scope)) for value in node.values]
        else:
            values = self._results(node, scope)
        for target, value in zip(node.targets, values, strict=False):
            self._put(target, value, scope, node)

    def _put(self, target: Any, value: Thing, scope: Scope, node: Store) -> None:
        if isinstance(target, tree.Unary):
            self.clobber(self.value(target.value, scope), node.span)
            if isinstance(target.value, tree.Name):
                self.bind(target.value, Opaque(node.span, "it is written through a pointer"), scope, False)
            return
        known = isinstance(target, tree.Name) and target.name in scope.names
        self.bind(target, value, scope, node.new and not known)

    def _results(self, node: Store, scope: Scope) -> list[Thing]:
        """The results of a call, one for each name. A failure is none: with one there is no deployment."""
        source = node.values[0] if node.values else None
        value: Thing = self.value(source, scope) if source is not None else Opaque(node.span, "it isn't set")
        if isinstance(value, Results):
            return list(value.items)
        rest: list[Thing] = []
        for target in node.targets[1:]:
            failed = isinstance(target, tree.Name) and target.name.endswith(_ERRORS)
            rest.append(Atom(None, node.span) if failed else Opaque(node.span, "only the running program knows it"))
        return [value, *rest]

    def _run_range(self, node: Range, scope: Scope) -> None:
        subject = self.value(node.subject, scope)
        rounds: list[tuple[Thing, Thing]] = []
        members: list[Span | None] = []
        complete = False
        if isinstance(subject, Items):
            rounds = [(Atom(at, subject.span), item) for at, item in enumerate(subject.items)]
            members = [span_of(item) or subject.span for item in subject.items] if node.key is None else []
            complete = subject.complete
        elif isinstance(subject, Fields) and not isinstance(subject, Struct):
            rounds = [(Atom(name, field.name), field.value) for name, field in subject.fields.items()]
            members = [field.name for field in subject.fields.values()]
            complete = subject.complete
        elif isinstance(subject, Atom):
            count = subject.value if isinstance(subject.value, int) else 0
            rounds = [(Atom(at, subject.span), Atom(at, subject.span)) for at in range(min(count, ROUNDS))]
            complete = subject.value is None or count <= ROUNDS
        for (key, value), member in zip_longest(rounds[:ROUNDS], members[:ROUNDS]):
            if not self._range_round(node, key, value, scope, member):
                return
        if not complete or len(rounds) > ROUNDS:
            span = span_of_node(node.subject)
            unknown = Opaque(span, "the list isn't known")
            self.doubts.enter()
            self._range_round(node, unknown, unknown, scope)
            self.doubts.leave(span)

    def _range_round(self, node: Range, key: Thing, value: Thing, scope: Scope, member: Span | None = None) -> bool:
        pattern = tree.ArrayPattern((node.key, node.value))
        return self._round(pattern, Items([key, value], Span("", 0, 0)), node.body, scope, member)


def _root(thing: Thing) -> str:
    """The path of the foreign thing that a method belongs to."""
    for _ in range(50):
        if isinstance(thing, Call):
            thing = thing.callee
        elif isinstance(thing, Member):
            thing = thing.target
        else:
            break
    return thing.path if isinstance(thing, Foreign) else ""


def _is_fetched(package: str) -> bool:
    """True for packages of other modules: their path begins with a host, that of the standard library doesn't."""
    return package.startswith("go:") and "." in package.partition("/")[0]
