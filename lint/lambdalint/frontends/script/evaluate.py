"""Partial evaluation: what a program does as far as its text tells. Nothing is run.

Everything that isn't understood is Opaque. Calls of things outside the project become the trace.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from lambdalint.frontends.script.operators import binary, joined, truth
from lambdalint.frontends.script.scopes import Doubts, Live, Scope
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
from lambdalint.value import Slot

_STEPS = 400_000
_DEEPEST = 170
_ROUNDS = 200

_CONDITION = "it depends on a condition that isn't known"


class ExhaustedError(Exception):
    """The program does more than is worth following."""


class Host(Protocol):
    """What a language and its libraries do by themselves. `calls_back` names what surely calls what it is given."""

    calls_back: frozenset[str]

    def module(self, name: str, path: str) -> str | Foreign | Thing | None:
        """What an import in a file means: the path of a module of the project, or something else."""

    def script(self, path: str) -> tree.Script | Thing | None:
        """A module of the project, or the value of a data file."""

    def global_name(self, name: str, span: Span) -> Thing:
        """A name that the program doesn't define."""

    def inside(self, path: str, name: str) -> str:
        """The path of a member of a foreign thing."""

    def method(self, run: Evaluator, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A method of a known value or of the language's own libraries; None where it isn't known."""

    def attribute(self, target: Thing, name: str, span: Span) -> Thing | None:
        """An attribute of a known value; None where it isn't known."""

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew."""

    def name_slot(self, span: Span) -> Slot | None:
        """How the written name of an entry is written anew."""

    def removal(self, span: Span) -> Span:
        """The text to remove for an entry of an object."""

    def head(self, node: tree.Call) -> Span:
        """The text a reader looks for."""


class Module:
    """A module of the project: its names, and which others may use."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.exports: dict[str, str | Live] = {}
        self.stars: list[str] = []


class _Frame:
    """A running function: what it may have returned already, and the doubts that this leaves behind."""

    def __init__(self) -> None:
        self.maybe: list[Thing] = []
        self.doubts = 0


class Evaluator:
    """One run of a program. `calls` is its trace, `used` all functions and classes that it entered."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.calls: list[Call] = []
        self.modules: dict[str, Module] = {}
        self.used: set[int] = set()
        self.whole = True
        self.doubts = Doubts()
        self._steps = _STEPS
        self._depth = 0
        self._frames: list[_Frame] = [_Frame()]
        self._statics: dict[int, dict[str, Thing]] = {}

    # -- modules -----------------------------------------------------------------------------------------------------

    def load(self, path: str) -> Module | None:
        """A module of the project, run when it is first asked for."""
        module = self.modules.get(path)
        if module is None:
            script = self.host.script(path)
            if not isinstance(script, tree.Script):
                return None
            module = self.modules[path] = Module(Scope(None, len(self.doubts.now)))
            exports = Fields({}, Span(path, 0, 0))
            own = Fields({}, Span(path, 0, 0))
            own.fields["exports"] = self._field(Span(path, 0, 0), exports)
            module.scope.names |= {"module": own, "exports": exports}
            self.whole &= not script.faults
            self._body(script.body, module.scope, path)
        return module

    def export(self, path: str, name: str, seen: frozenset[str] = frozenset()) -> Thing | None:
        """What a module gives under a name; None where it gives nothing."""
        module = self.load(path)
        if module is None or path in seen:
            return None
        if name == "*":
            return self._namespace(path, module)
        inner = module.exports.get(name)
        if isinstance(inner, Live):
            return self.export(inner.module, inner.name, seen | {path})
        if inner is not None:
            found = module.scope.names.get(inner)
            return self.export(found.module, found.name, seen | {path}) if isinstance(found, Live) else found
        for star in module.stars:
            thing = self.export(star, name, seen | {path})
            if thing is not None:
                return thing
        return self._common(module, name)

    def _common(self, module: Module, name: str) -> Thing | None:
        """A member of `module.exports`."""
        own = module.scope.names.get("module")
        exports = own.get("exports") if isinstance(own, Fields) else None
        if name == "default":
            return exports if not isinstance(exports, Fields) or exports.fields else None
        return exports.get(name) if isinstance(exports, Fields) else None

    def _namespace(self, path: str, module: Module) -> Thing:
        common = self._common(module, "default")
        if common is not None and not module.exports:
            return common
        space = Fields({}, Span(path, 0, 0), not module.stars)
        for name in module.exports:
            thing = self.export(path, name)
            if thing is not None:
                space.fields[name] = self._field(Span(path, 0, 0), thing)
        for star in module.stars:
            inner = self.export(star, "*")
            if isinstance(inner, Fields):
                space.fields = {**inner.fields, **space.fields}
        return space

    def _import(self, statement: tree.Import, scope: Scope, path: str) -> None:
        found = self.host.module(statement.module, path)
        for name, local in statement.names:
            if isinstance(found, str):
                scope.names[local] = Live(found, name)
            elif isinstance(found, Foreign):
                inner = found.path if name in ("*", "default") else self.host.inside(found.path, name)
                scope.names[local] = Foreign(inner, statement.span, statement.span)
            else:
                scope.names[local] = found or Opaque(statement.span, "the module isn't in the project")
        if isinstance(found, str):
            self.load(found)

    # -- statements --------------------------------------------------------------------------------------------------

    def _body(self, body: Sequence[tree.Statement], scope: Scope, path: str = "") -> tuple[str, Thing | None] | None:
        for statement in body:
            if isinstance(statement, tree.Define):
                scope.names[statement.name] = self._closure(statement.value, scope)
        module = self.modules.get(path)
        for statement in body:
            if isinstance(statement, tree.Import):
                self._import(statement, scope, path)
            elif isinstance(statement, tree.Export) and module is not None:
                self._export(statement, module, path)
        for statement in body:
            left = self.statement(statement, scope)
            if left is not None:
                return left
        return None

    def _export(self, statement: tree.Export, module: Module, path: str) -> None:
        if statement.module is None:
            module.exports |= {outer: inner for inner, outer in statement.names}
            return
        found = self.host.module(statement.module, path)
        for inner, outer in statement.names:
            if not isinstance(found, str):
                module.exports[outer] = outer
                foreign = self.host.inside(found.path, inner) if isinstance(found, Foreign) else ""
                place = Span(path, 0, 0)
                module.scope.names[outer] = Foreign(foreign, place, place) if foreign else Opaque(place, "not here")
            elif (inner, outer) == ("*", "*"):
                module.stars.append(found)
            else:
                module.exports[outer] = Live(found, inner)

    def statement(self, node: tree.Statement, scope: Scope) -> tuple[str, Thing | None] | None:
        """Run one statement. A tuple tells that what follows isn't reached: `return` (with a value), `throw` …"""
        self._step()
        if self._depth > _DEEPEST:
            return None
        self._depth += 1
        try:
            run = getattr(self, "_run_" + type(node).__name__.lower(), None)
            left: tuple[str, Thing | None] | None = run(node, scope) if run is not None else None
            return left
        finally:
            self._depth -= 1

    def _step(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            self.whole = False
            raise ExhaustedError

    def _run_block(self, node: tree.Block, scope: Scope) -> tuple[str, Thing | None] | None:
        return self._body(node.body, Scope(scope, len(self.doubts.now)))

    def _run_declare(self, node: tree.Declare, scope: Scope) -> None:
        value = self.value(node.value, scope) if node.value is not None else Atom(None, Span("", 0, 0))
        self._bind(node.pattern, value, scope, True)

    def _run_evaluate(self, node: tree.Evaluate, scope: Scope) -> None:
        self.value(node.value, scope)

    def _run_return(self, node: tree.Return, scope: Scope) -> tuple[str, Thing | None]:
        return "return", self.value(node.value, scope) if node.value is not None else None

    def _run_leave(self, node: tree.Leave, scope: Scope) -> tuple[str, Thing | None]:
        del scope
        return node.kind, None

    def _run_if(self, node: tree.If, scope: Scope) -> tuple[str, Thing | None] | None:
        known = truth(self.value(node.test, scope))
        if known is not None:
            chosen = node.then if known else node.otherwise
            return self.statement(chosen, scope) if chosen is not None else None
        span = _span(node.test)
        one = self._maybe(node.then, scope, span)
        other = self._maybe(node.otherwise, scope, span) if node.otherwise is not None else None
        return self._after(one, other, span)

    def _maybe(self, node: tree.Statement, scope: Scope, span: Span) -> tuple[str, Thing | None] | None:
        self.doubts.enter()
        try:
            return self.statement(node, scope)
        finally:
            self.doubts.leave(span)

    def _after(
        self, one: tuple[str, Thing | None] | None, other: tuple[str, Thing | None] | None, span: Span
    ) -> tuple[str, Thing | None] | None:
        """What follows two ways of which one was taken."""
        frame = self._frames[-1]
        ends = [way for way in (one, other) if way is not None]
        returned = [value for kind, value in ends if kind == "return"]
        if one is not None and other is not None:
            if not returned:
                return one
            frame.maybe += [value or Atom(None, span) for value in returned]
            return "return", Opaque(span, _CONDITION)
        if not ends or ends[0][0] == "throw":
            return None
        frame.maybe += [value or Atom(None, span) for value in returned]
        frame.doubts += 1
        self.doubts.enter()
        return None

    def _run_each(self, node: tree.Each, scope: Scope) -> None:
        found = self.value(node.iterable, scope)
        rounds: list[Thing] = []
        complete = False
        if isinstance(found, Items):
            complete = found.complete
            places = [Atom(str(i), found.span) for i in range(len(found.items))]
            rounds = list(places) if node.keys else list(found.items)
        elif isinstance(found, Fields) and node.keys:
            complete = found.complete
            rounds = [Atom(name, field.name) for name, field in found.fields.items()]
        for item in rounds[:_ROUNDS]:
            if not self._round(node.pattern, item, node.body, scope):
                return
        if not complete:
            span = _span(node.iterable)
            self.doubts.enter()
            self._round(node.pattern, Opaque(span, "the list isn't known"), node.body, scope)
            self.doubts.leave(span)

    def _round(self, pattern: tree.Pattern, item: Thing, body: tree.Statement, scope: Scope) -> bool:
        inner = Scope(scope, len(self.doubts.now))
        self._bind(pattern, item, inner, True)
        left = self.statement(body, inner)
        if left is not None and left[0] == "return":
            self._after(left, None, Span("", 0, 0))
            return False
        return left is None or left[0] == "continue"

    def _run_loop(self, node: tree.Loop, scope: Scope) -> None:
        inner = Scope(scope, len(self.doubts.now))
        if node.before is not None:
            self._unscoped(node.before, inner)
        for _ in range(_ROUNDS):
            known = truth(self.value(node.test, inner)) if node.test is not None else None
            if known is False:
                return
            if known is None:
                break
            left = self.statement(node.body, inner)
            if left is not None and left[0] != "continue":
                return
            if node.step is not None:
                self.value(node.step, inner)
        span = _span(node.test) if node.test is not None else Span("", 0, 0)
        self._maybe(node.body, inner, span)

    def _unscoped(self, node: tree.Statement, scope: Scope) -> None:
        for statement in node.body if isinstance(node, tree.Block) else (node,):
            self.statement(statement, scope)

    def _run_switch(self, node: tree.Switch, scope: Scope) -> tuple[str, Thing | None] | None:
        value = self.value(node.value, scope)
        inner = Scope(scope, len(self.doubts.now))
        matches = [
            truth(binary("===", value, self.value(test, inner), _span(test))) if test is not None else False
            for test, _ in node.cases
        ]
        if None not in matches:
            default = next((at for at, (test, _) in enumerate(node.cases) if test is None), len(node.cases))
            start = matches.index(True) if True in matches else default
            body = [statement for _, statements in node.cases[start:] for statement in statements]
            left = self._body(body, inner)
            return None if left is not None and left[0] == "break" else left
        for _, statements in node.cases:
            left = self._maybe(tree.Block(statements), inner, _span(node.value))
            if left is not None and left[0] == "return":
                self._after(left, None, _span(node.value))
        return None

    def _run_try(self, node: tree.Try, scope: Scope) -> tuple[str, Thing | None] | None:
        left = self.statement(node.body, scope)
        if node.handler is not None:
            self._maybe(node.handler, scope, Span("", 0, 0))
        if node.final is not None:
            self.statement(node.final, scope)
        return left if left is not None and left[0] != "throw" else None

    # -- names -------------------------------------------------------------------------------------------------------

    def _bind(self, pattern: tree.Pattern | None, value: Thing, scope: Scope, new: bool) -> None:
        match pattern:
            case tree.Name(name, _):
                self._assign_name(name, value, scope, new)
            case tree.Default(inner, otherwise):
                if isinstance(value, Atom) and value.value is None:
                    value = self.value(otherwise, scope)
                elif not _is_certain(value):
                    value = Opaque(_span(otherwise), "the caller may give another value")
                self._bind(inner, value, scope, new)
            case tree.Member(target, name, _, _, _):
                self.set_member(self.value(target, scope), name, value, _span(pattern))
            case tree.Index(target, key, span, _):
                known = self.value(key, scope)
                name = known.value if isinstance(known, Atom) else None
                self.set_member(self.value(target, scope), name if isinstance(name, str) else None, value, span)
            case tree.ObjectPattern(entries):
                self._take(entries, value, scope, new)
            case tree.ArrayPattern(items):
                self._take_places(items, value, scope, new)
            case tree.Rest(inner):
                self._bind(inner, value, scope, new)

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
                self._bind(entry.pattern, left, scope, new)
                continue
            name, pattern = entry
            taken.add(name)
            place = value.span if not isinstance(value, Instance) else Span("", 0, 0)
            self._bind(pattern, self.member(value, name, place, place), scope, new)

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
            self._bind(pattern, item, scope, new)

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
            target.fields[name] = self._field(span, value)
            self.doubts.changed(target, name)
        elif isinstance(target, Closure) and name is not None:
            self._statics.setdefault(id(target.code), {})[name] = value
        elif isinstance(target, Items):
            target.complete = False

    def _field(self, span: Span, value: Thing) -> Field:
        return Field(span, None, value, span._replace(end=span.start))

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
        return via(thing, node.span)

    # -- expressions -------------------------------------------------------------------------------------------------

    def value(self, node: tree.Expr, scope: Scope) -> Thing:
        """What an expression gives."""
        self._step()
        if self._depth > _DEEPEST:
            self.whole = False
            return Opaque(_span(node), "it is nested too deeply")
        self._depth += 1
        try:
            read = getattr(self, "_of_" + type(node).__name__.lower())
            found: Thing = read(node, scope)
            return found
        finally:
            self._depth -= 1

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
            known = self._statics.setdefault(id(kind.code), {})
            if name in known:
                return via(known[name], span)
            for member in kind.code.members:
                if member.name == name and member.static and member.value is not None:
                    known[name] = self.value(member.value, kind.scope)
                    return via(known[name], span)
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
                    unsure = field._replace(value=Opaque(entry.span, _CONDITION))
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
        if test is None or truth(self.value(test, scope)) is not None:
            return [(self.value(node, scope), True)]
        return [(self._doubtful(side, scope), False) for side in sides]

    def _doubtful(self, node: tree.Expr, scope: Scope) -> Thing:
        self.doubts.enter()
        try:
            return self.value(node, scope)
        finally:
            self.doubts.leave(_span(node))

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

    def _closure(self, node: tree.Function | tree.Class, scope: Scope) -> Closure:
        return Closure(node, scope, scope.this, node.span)

    def _of_function(self, node: tree.Function, scope: Scope) -> Thing:
        return self._closure(node, scope)

    def _of_class(self, node: tree.Class, scope: Scope) -> Thing:
        return self._closure(node, scope)

    def _of_binary(self, node: tree.Binary, scope: Scope) -> Thing:
        left = self.value(node.left, scope)
        if node.operator not in ("&&", "||", "??"):
            return binary(node.operator, left, self.value(node.right, scope), node.span)
        known = truth(left)
        if node.operator == "??":
            empty = isinstance(left, Atom) and left.value is None
            known = empty if _is_certain(left) else None
        elif node.operator == "||":
            known = not known if known is not None else None
        if known is None:
            self._doubtful(node.right, scope)
            return Opaque(node.span, _CONDITION)
        return self.value(node.right, scope) if known else left

    def _of_unary(self, node: tree.Unary, scope: Scope) -> Thing:
        value = self.value(node.value, scope)
        known = truth(value)
        if node.operator in ("!", "not") and known is not None:
            return Atom(not known, node.span)
        if node.operator == "-" and isinstance(value, Atom) and isinstance(value.value, int | float):
            return Atom(-value.value, node.span)
        return Opaque(node.span, "it isn't computed here")

    def _of_choice(self, node: tree.Choice, scope: Scope) -> Thing:
        known = truth(self.value(node.test, scope))
        if known is not None:
            return self.value(node.then if known else node.otherwise, scope)
        one, other = self._doubtful(node.then, scope), self._doubtful(node.otherwise, scope)
        if isinstance(one, Atom) and isinstance(other, Atom) and one.value == other.value:
            return one._replace(slot=None)
        return one if one is other else Opaque(node.span, _CONDITION)

    def _of_assignment(self, node: tree.Assignment, scope: Scope) -> Thing:
        value = self.value(node.value, scope)
        if node.operator != "=" and isinstance(node.target, tree.Name | tree.Member | tree.Index):
            value = binary(node.operator[:-1], self.value(node.target, scope), value, node.span)
        self._bind(node.target, value, scope, False)
        return value

    def _of_hole(self, node: tree.Hole, scope: Scope) -> Thing:
        last: Thing = Opaque(node.span, "it isn't understood")
        for part in node.parts:
            last = self.value(part, scope)
        return last if node.parts else Opaque(node.span, "it isn't understood")

    # -- calls -------------------------------------------------------------------------------------------------------

    def _of_call(self, node: tree.Call, scope: Scope) -> Thing:
        target = node.target
        if isinstance(target, tree.Name) and target.name == "super":
            return self._super(node, scope)
        if isinstance(target, tree.Member) and not node.new:
            return self._method(node, target, scope)
        callee = self.value(target, scope)
        arguments = self._arguments(node, scope)
        if isinstance(callee, Closure):
            made = isinstance(callee.code, tree.Class)
            return self.instantiate(callee, arguments, node) if made else self.invoke(callee, arguments, node.span)
        return self._outside(callee, arguments, node)

    def _arguments(self, node: tree.Call, scope: Scope) -> list[Thing]:
        items, complete = self._list(node.arguments, scope)
        if not complete:
            items.append(Opaque(node.span, "the arguments aren't known"))
        if node.named is not None:
            items.append(self.value(node.named, scope))
        return items

    def _method(self, node: tree.Call, target: tree.Member, scope: Scope) -> Thing:
        if isinstance(target.target, tree.Name) and target.target.name == "super":
            return self._super_method(node, target.name, scope)
        receiver = self.value(target.target, scope)
        arguments = self._arguments(node, scope)
        known = self.host.method(self, receiver, target.name, arguments, node.span)
        if known is not None:
            return known
        callee = self.member(receiver, target.name, target.span, target.name_span)
        if isinstance(callee, Closure):
            return self.invoke(callee, arguments, node.span)
        return self._outside(callee, arguments, node)

    def _outside(self, callee: Thing, arguments: list[Thing], node: tree.Call) -> Thing:
        """A call of something that the project doesn't hold."""
        if isinstance(callee, Foreign) and not node.new:
            known = self.host.method(self, callee, "", arguments, node.span)
            if known is not None:
                return known
        result: Thing = Opaque(node.span, "only the running program knows it")
        if isinstance(callee, Foreign | Member):
            now = self.doubts.now
            result = Call(callee, arguments, node.span, self.host.head(node), node.new, not now, now)
            self.calls.append(result)
        for argument in arguments:
            inner = [f.value for f in argument.fields.values()] if isinstance(argument, Fields) else [argument]
            for thing in inner:
                self._called_back(thing, result, node.span)
        return result

    def _called_back(self, argument: Thing, result: Thing, span: Span) -> None:
        """A function that is given away may be called: with what, nobody here knows."""
        if not isinstance(argument, Closure) or not isinstance(argument.code, tree.Function):
            return
        if id(argument.code) in self.used:
            return
        given: Thing = Member(result, "given", span) if isinstance(result, Call) else result
        callee = result.callee if isinstance(result, Call) else None
        name = callee.name if isinstance(callee, Member) else callee.path.rpartition(".")[2] if callee else ""
        sure = name in self.host.calls_back
        if not sure:
            self.doubts.enter()
        self.invoke(argument, [given for _ in argument.code.parameters], span)
        if not sure:
            self.doubts.leave(span)

    def invoke(self, closure: Closure, arguments: list[Thing], span: Span) -> Thing:
        """Call a function of the project."""
        code = closure.code
        if not isinstance(code, tree.Function) or self._depth > _DEEPEST:
            return Opaque(span, "it isn't followed")
        self.used.add(id(code))
        scope = Scope(closure.scope, len(self.doubts.now), closure.this)
        return self._frame(code, scope, arguments, span)

    def _frame(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> Thing:
        frame = _Frame()
        self._frames.append(frame)
        self._depth += 1
        try:
            self._parameters(code, scope, arguments, span)
            if not isinstance(code.body, tree.Block):
                return self.value(code.body, scope)
            left = self._body(code.body.body, scope)
        finally:
            self._depth -= 1
            for _ in range(frame.doubts):
                self.doubts.leave(span)
            self._frames.pop()
        value = left[1] if left is not None and left[0] == "return" else None
        if frame.maybe and not all(value is other for other in frame.maybe):
            return Opaque(span, _CONDITION)
        return value if value is not None else Atom(None, span)

    def _parameters(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> None:
        for at, parameter in enumerate(code.parameters):
            if isinstance(parameter, tree.Rest):
                self._bind(parameter.pattern, Items(arguments[at:], span), scope, True)
            else:
                self._bind(parameter, arguments[at] if at < len(arguments) else Atom(None, span), scope, True)

    # -- classes -----------------------------------------------------------------------------------------------------

    def instantiate(self, kind: Closure, arguments: list[Thing], node: tree.Call) -> Thing:
        """`new Kind(arguments)`."""
        made = Instance(kind)
        self.doubts.born(made)
        self._construct(made, kind, arguments, node)
        return made

    def _construct(self, made: Instance, kind: Closure, arguments: list[Thing], node: tree.Call) -> None:
        code: tree.Class = kind.code
        self.used.add(id(code))
        if self._depth > _DEEPEST - 10:
            return
        scope = Scope(kind.scope, len(self.doubts.now), made)
        scope.names["<class>"] = kind
        scope.names["<new>"] = Closure(node, scope, None, node.span)
        constructor = next((m.value for m in code.members if m.kind == "constructor"), None)
        if not isinstance(constructor, tree.Function):
            self._construct_base(made, kind, arguments, node)
            return
        if code.base is None:
            self._initial(made, kind)
        inner = Scope(scope, len(self.doubts.now), made)
        names = [_plain(p) for p in constructor.parameters]
        for name, value in zip(names, arguments, strict=False):
            if name in code.properties:
                made.fields[name] = value
        self._frame(constructor, inner, arguments, node.span)

    def _construct_base(self, made: Instance, kind: Closure, arguments: list[Thing], node: tree.Call) -> None:
        base = self._base(kind)
        if isinstance(base, Closure) and isinstance(base.code, tree.Class):
            self._construct(made, base, arguments, node)
        elif isinstance(base, Foreign):
            now = self.doubts.now
            made.base = Call(base, arguments, node.span, self.host.head(node), True, not now, now)
            self.calls.append(made.base)
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


def _doubt_all(made: Fields, span: Span, but: Mapping[str, Any] | None = None) -> None:
    """Anything may have been set: what was there before isn't known, nor is what is absent."""
    for name, field in made.fields.items():
        if but is None or name not in but:
            made.fields[name] = field._replace(value=Opaque(span, "a value that isn't known is merged in after it"))
    made.complete = False


def _is_certain(thing: Thing) -> bool:
    """True for what is, or surely isn't, null."""
    if isinstance(thing, Call):
        return thing.new
    if isinstance(thing, Foreign):
        return not thing.path.startswith("process.")
    return not isinstance(thing, Opaque | Member)


def _span(node: Any) -> Span:
    return node.span if hasattr(node, "span") else Span("", 0, 0)


def _plain(pattern: tree.Pattern) -> str:
    """The name of a parameter, empty for a pattern."""
    if isinstance(pattern, tree.Default):
        return _plain(pattern.pattern)
    return pattern.name if isinstance(pattern, tree.Name) else ""


__all__ = ["Evaluator", "ExhaustedError", "Host", "Module"]
