"""Who writes what, who calls whom: one table for each loaded package, made when a program first asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from lambdalint.data.go_callbacks import COPYING, SETTERS
from lambdalint.data.go_lent import NAMES
from lambdalint.golang.flow.bodies import EMPTY, Body, read_body
from lambdalint.golang.flow.places import elements_key, outermost, place_of, type_key
from lambdalint.golang.lowering.body import new
from lambdalint.golang.lowering.universe import Universe
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import (
    Call,
    Closure,
    Composite,
    Expr,
    Index,
    Name,
    Return,
    Selector,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import GoType, Named, Struct
from lambdalint.model.methodsets import underlying
from lambdalint.model.satisfaction import implementers
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

T = TypeVar("T")

_APPEND = ("builtin", "append")
_IN_WORD = pattern(rb"[\w\x80-\xff]")
_COMMENT = pattern(rb"[ \t]*+//")


class Source(NamedTuple):
    """Something written to a place: an expression in a function. `position` is the index among several results, or -1.

    `element`: an element of the expression is what is written.
    """

    function: str
    expression: Expr
    position: int = -1
    element: bool = False


class CallSite(NamedTuple):
    """A call as seen from what is called."""

    function: str
    call: Call


class Table:
    """What the functions of one package write and call; what they write to locals is in `CodeIndex.local_writes`."""

    def __init__(self) -> None:
        self.writes: dict[str, list[Source]] = {}
        self.calls: dict[str, list[CallSite]] = {}
        self.method_calls: dict[str, list[CallSite]] = {}
        self.instantiated: set[str] = set()
        self.changed: set[str] = set()
        self.lent: frozenset[str] = frozenset()  # names of methods that a library may call

    def write(self, place: str, source: Source) -> None:
        """Note what is written to a place."""
        if "|" not in place:
            self.writes.setdefault(place, []).append(source)

    def change(self, place: str) -> None:
        """Note that a place is given something after it was made."""
        if "|" not in place:
            self.changed.update((place, place.removesuffix("[]")))


def given_by(key: str) -> str:
    """What the calls of what a function gives are listed under: `logged(name)(handler)`."""
    return f"{key}()"


def _holder(function: Expr) -> str:
    """What the calls of a value are listed under: a package variable, or what gave it."""
    if isinstance(function, (Name, Selector)):
        return function.ref if function.ref.startswith("var:") else ""
    return given_by(function.callee.key) if type(function) is Call and function.callee is not None else ""


class CodeIndex:
    """Bodies of all loaded functions and the tables of their packages."""

    def __init__(self, universe: Universe) -> None:
        self.universe = universe
        self._bodies: dict[str, Body] = {}
        self._answers: dict[tuple[object, str], Any] = {}
        self._tables: dict[str, Table] = {}
        self._local_writes: dict[str, dict[str, list[Source]]] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._named: dict[str, dict[str, list[Name | Selector]]] = {}
        self._implementers: dict[GoType, tuple[GoType, ...]] = {}
        self._parameters: dict[str, dict[str, tuple[str, int]]] = {}
        # The packages that write a place (of no local), change one by more than literals, call a function, call
        # methods with a name.
        self.writers: dict[str, list[str]] = {}
        self.changers: dict[str, list[str]] = {}
        self.callers: dict[str, list[str]] = {}
        self.method_callers: dict[str, list[str]] = {}

    def body(self, key: str) -> Body:
        """What a function does; an empty body for what isn't loaded."""
        body = self._bodies.get(key)
        if body is None:
            function = self.universe.function(key)
            body = read_body(function) if function is not None else EMPTY
            self._bodies[key] = body
        return body

    def remembered(self, question: Callable[[Body], T], key: str) -> T:
        """The answer to a question about what a function does: it is the same in every program."""
        asked = (question, key)
        found: T | None = self._answers.get(asked)
        if found is None:
            found = self._answers[asked] = question(self.body(key))
        return found

    def functions(self, package: str) -> tuple[str, ...]:
        """Keys of all functions of a package, literals after the function that holds them."""
        known = self._members.get(package)
        if known is None:
            record = self.universe.packages.get(package)
            known = tuple(self.with_closures(record.functions)) if record is not None else ()
            self._members[package] = known
        return known

    def with_closures(self, keys: Iterable[str]) -> Iterator[str]:
        """Keys of functions, each followed by those of the literals in it."""
        seen: set[str] = set()
        stack = list(reversed(tuple(keys)))
        while stack:
            key = stack.pop()
            function = self.universe.function(key)
            if function is None or key in seen:
                continue
            seen.add(key)
            yield key
            stack.extend(reversed(function.closures))

    def table(self, package: str) -> Table:
        """What a package writes and calls."""
        table = self._tables.get(package)
        if table is None:
            table = self._tables[package] = Table()
            for key in self.functions(package):
                self._fill(table, key)
            record = self.universe.packages.get(package)
            keys = record.functions if record is not None else ()
            table.lent = NAMES.intersection(key[len(package) + 1 :].partition(".")[2] for key in keys)
            for holders, names in (
                (self.writers, table.writes),
                (self.changers, table.changed),
                (self.callers, table.calls),
                (self.method_callers, table.method_calls),
            ):
                for name in names:
                    holders.setdefault(name, []).append(package)
        return table

    def _fill(self, table: Table, key: str) -> None:
        body = self.body(key)
        for write in body.writes:
            target = write.target
            if type(target) is Name:
                _note_type(table, target.type)
                if target.ref.startswith("local:"):
                    continue
            place = self.place(target, key)
            if place:
                table.change(place)
                if write.value is not None:
                    source = new(Source, (key, write.value, write.position, write.element))
                    table.write(place, source)
                    if place.endswith("[]") and "|" in place:
                        self._fill_given(table, key, target, place, source)
        for composite, _ in body.composites:
            self._fill_composite(table, key, composite)
        for send in body.sends:
            place = self.place(send.channel, key)
            if place:
                table.write(place + "[]", Source(key, send.value))
        for call, _ in body.calls:
            self._fill_call(table, key, call)

    def _fill_given(self, table: Table, key: str, target: Expr, place: str, source: Source) -> None:
        holder = place.rstrip("[]")
        if holder not in self.parameters(key):
            return
        while isinstance(target, Index | Unary):
            target = target.operand
        kind = elements_key(target.type) if isinstance(target, Name) else ""
        if kind:
            table.write(kind + place[len(holder) :], source)

    def _fill_call(self, table: Table, key: str, call: Call) -> None:
        site = new(CallSite, (key, call))
        function, callee = call.function, call.callee
        for operand in set_by_call(call):
            place = self.place(operand, key)
            if place:
                table.change(place)
        for argument in call.type_arguments:
            _note_type(table, argument)
        if callee is not None:
            table.calls.setdefault(callee.key, []).append(site)
            if callee.package == "builtin" and call.arguments:
                first = call.arguments[0]
                if callee.name == "new" and isinstance(first, TypeName):
                    table.instantiated.add(type_key(first.type))
            if call.arguments:
                for place, source in self._appended(call, key):
                    table.write(place, source)
                    if "|" in place:
                        self._fill_given(table, key, call.arguments[0], place, source)
        elif held := _holder(function):
            table.calls.setdefault(held, []).append(site)
        if type(function) is Selector and not function.ref:
            table.method_calls.setdefault(function.name, []).append(site)

    def _appended(self, call: Call, key: str) -> Iterator[tuple[str, Source]]:
        callee = call.callee
        name = (callee.package, callee.name) if callee is not None else None
        if name == _APPEND or name in COPYING:
            place = self.place(call.arguments[0], key)
            for argument in call.arguments[1:] if place else ():
                yield place + "[]", Source(key, argument, -1, call.spread or name != _APPEND)

    def local_writes(self, holder: str) -> dict[str, list[Source]]:
        """What a function and the literals in it write to its locals, by place."""
        known = self._local_writes.get(holder)
        if known is None:
            known = self._local_writes[holder] = {}
            for key in self.with_closures((holder,)):
                for place, source in self._written(key):
                    if "|" in place:
                        known.setdefault(place, []).append(source)
        return known

    def _written(self, key: str) -> Iterator[tuple[str, Source]]:
        body = self.body(key)
        for write in body.writes:
            if write.value is not None:
                source = new(Source, (key, write.value, write.position, write.element))
                yield self.place(write.target, key), source
        for send in body.sends:
            yield self.place(send.channel, key) + "[]", Source(key, send.value)
        for call, _ in body.calls:
            if call.arguments:
                yield from self._appended(call, key)

    def _fill_composite(self, table: Table, key: str, composite: Composite) -> None:
        owner = type_key(composite.type)
        table.instantiated.add(owner)
        names: tuple[str, ...] | None = None
        for position, element in enumerate(composite.elements):
            field = element.field
            if not field and element.key is None and owner:
                if names is None:
                    names = self._field_names(composite.type)
                field = names[position] if position < len(names) else ""
            if field and owner:
                table.write(f"field:{owner}.{field}", new(Source, (key, element.value, -1, False)))

    def _field_names(self, kind: GoType | None) -> tuple[str, ...]:
        struct = underlying(self.universe.types, kind)
        return tuple(field.name for field in struct.fields) if isinstance(struct, Struct) else ()

    def held_in(self, closure: str) -> tuple[str, ...]:
        """The places that a function literal is given to by name: locals of the function around, package variables."""
        holder = outermost(closure)
        found = [
            place
            for place, sources in self.local_writes(holder).items()
            if any(isinstance(s.expression, Closure) and s.expression.function == closure for s in sources)
        ]
        package, separate, name = holder.rpartition(".var ")
        return (*found, f"var:{package}.{name}") if separate else tuple(found)

    def kept_in(self, call: Call, function: str) -> list[str]:
        """The locals that are given what a call gives."""
        written = self.local_writes(outermost(function)).items()
        return [place for place, sources in written if any(s.expression is call for s in sources)]

    def local_calls(self, place: str) -> Iterator[CallSite]:
        """The calls of what a local holds, in the function that declares it and the literals in that."""
        for key in self.with_closures((place.partition("|")[0],)):
            for call, _ in self.body(key).calls:
                if type(call.function) is Name and self.place(call.function, key) == place:
                    yield CallSite(key, call)

    def uses(self, place: str, function: str) -> list[Name | Selector]:
        """Where a function names a place; the targets of its assignments are left out."""
        known = self._named.get(function)
        if known is None:
            known = self._named[function] = {}
            for node in self.body(function).names:
                known.setdefault(node.ref or node.name, []).append(node)
        if not known:
            return []
        # a local and a package variable are named by their ref, a field by its name
        word = place.rpartition(".")[2] if place.startswith("field:") else place.rpartition("|")[2]
        return [node for node in known.get(word, ()) if self.place(node, function) == place]

    def mentions(self, package: str, name: str) -> bool:
        """Whether the text of a package has a name anywhere but where a function is declared, and in comments."""
        word = name.encode()
        record = self.universe.packages.get(package)
        return any(_mentions(self.universe.data[file.path], word) for file in (record.files if record else ()))

    def implementers(self, interface: GoType) -> tuple[GoType, ...]:
        """The project's types that satisfy an interface."""
        known = self._implementers.get(interface)
        if known is None:
            known = self._implementers[interface] = implementers(self.universe.types, interface)
        return known

    place = staticmethod(place_of)

    def parameters(self, function: str) -> dict[str, tuple[str, int]]:
        """Places of the parameters of a function and of those it stands in: (function, index); -1 is the receiver."""
        known = self._parameters.get(function)
        if known is None:
            known = self._parameters[function] = self._find_parameters(function)
        return known

    def _find_parameters(self, function: str) -> dict[str, tuple[str, int]]:
        found: dict[str, tuple[str, int]] = {}
        record = self.universe.function(function)
        steps = 0
        while record is not None and steps < 50:
            base = outermost(record.key)
            for index, parameter in enumerate(record.parameters):
                if parameter.ref:
                    found[f"{base}|{parameter.ref}"] = (record.key, index)
            if record.receiver is not None and record.receiver.ref:
                found[f"{base}|{record.receiver.ref}"] = (record.key, -1)
            record = self.universe.function(record.parent) if record.parent else None
            steps += 1
        return found

    def results(self, function: str) -> tuple[Return, ...]:
        """The return statements of a function."""
        return self.body(function).returns


def _mentions(text: bytes, word: bytes) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _IN_WORD.match(text, at - 1) and not _IN_WORD.match(text, end):
            line = text.rfind(b"\n", 0, at) + 1
            if _COMMENT.match(text, line):
                end = text.find(b"\n", end)
                if end < 0:
                    return False
            elif text[line:at] != b"func ":
                return True
        at = text.find(word, end)
    return False


def _note_type(table: Table, kind: GoType | None) -> None:
    form = type(kind)
    if form is Named or form is Struct:
        table.instantiated.add(type_key(kind))


def set_by_call(call: Call) -> Iterator[Expr]:
    """What a call sets itself: what it gets the address of, and the value whose method changes it."""
    for argument in call.arguments:
        if type(argument) is Unary and argument.op == "&":
            yield argument.operand
    if type(call.function) is Selector and call.function.name in SETTERS:
        yield call.function.operand


def parameter_at(function: GoFunction, call: Call, index: int) -> tuple[Expr, ...]:
    """The arguments of a call that a parameter gets: several for a variadic one, none where it can't be told."""
    if index == -1:
        return (call.function.operand,) if isinstance(call.function, Selector) and not call.function.ref else ()
    arguments = call.arguments
    if len(arguments) == 1 and len(function.parameters) > 1 and not function.type.variadic:
        return ()
    if function.type.variadic and index == len(function.parameters) - 1:
        return arguments[index:]
    return arguments[index : index + 1]
