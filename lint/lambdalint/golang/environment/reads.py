"""The variables of the environment that a program reads: which, where, and whether it can do without them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lambdalint.data.go_environment import DUMPERS, READERS
from lambdalint.golang.environment.keys import Keys, Spelled
from lambdalint.golang.environment.needs import Need, Needs
from lambdalint.golang.environment.outcome import Outcome, outcome
from lambdalint.golang.environment.readers import EnvironmentCalls, library
from lambdalint.golang.environment.switches import find_switches
from lambdalint.golang.environment.tree import around
from lambdalint.golang.flow.bodies import inside
from lambdalint.golang.flow.conditions import Condition
from lambdalint.golang.flow.index import parameter_at
from lambdalint.golang.flow.places import outermost
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import EnvironmentRead, EnvironmentSwitch, GoFunction
from lambdalint.model.goast import Assign, Call, Callee, Expr, If, Index, Name, Return, Selector, each
from lambdalint.model.gotypes import ERROR, Basic
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

if TYPE_CHECKING:
    from lambdalint.golang.environment.tags import TagReads

_NEEDED = {Need.REQUIRED: True, Need.USED: True, Need.OPTIONAL: False, Need.COMPARED: False}


class Reading(NamedTuple):
    """One place where keys are read: a call of a reader, or of a helper around one.

    `site` is the call, in `function`; `values` those of the helpers' parameters by place; `flag` says what second value
    tells of absence (`ok`, `error` or nothing); `decided` is the verdict the helper itself gives.
    """

    site: Call
    function: str
    key: Expr
    keyed_in: str
    values: dict[str, str]
    via: str
    flag: str
    decided: Need | None


class Environment(NamedTuple):
    """What a program reads. `known` is False where a key could be anything."""

    reads: tuple[EnvironmentRead, ...]
    switches: tuple[EnvironmentSwitch, ...]
    known: bool


class EnvironmentReader:
    """Finds the reads of one program. `reachable` are the functions that start-up or a handler reaches."""

    def __init__(self, graph: Graph, calls: EnvironmentCalls, reachable: frozenset[str]) -> None:
        self.graph = graph
        self.calls = calls
        self.flow = graph.flow
        self.universe = graph.universe
        self.packages = graph.flow.packages
        self.reachable = reachable
        self.keys = Keys(self.flow)
        self.needs = Needs(graph, reachable)
        self.known = True
        self._sites: dict[Span, str] = {}
        self._compared: set[Span] = set()

    def read(self) -> Environment:
        """All reads in the program's packages."""
        reads: list[EnvironmentRead] = []
        tags: TagReads | None = None
        for call, key in self.calls.of(self.packages):
            callee = call.callee or self.graph.targets.of(call, key).foreign
            if callee is None:
                continue
            if (callee.package, callee.name) in READERS and not callee.receiver:
                reads.extend(self._direct(call, callee, key))
            elif (callee.package, callee.name) in DUMPERS:
                self.known = self.known and key not in self.reachable
            elif library(callee.package) is not None:
                tags = tags or self._tags()
                reads.extend(self._lasting(tags.of(call, callee, key), key))
        self.known = self.known and (tags is None or tags.known)
        switches = find_switches(self.graph, self.needs, self.packages, self._sites)
        named = [read for read in reads if not isinstance(read.key, Known) or read.key.value]
        unique = dict.fromkeys(self._chosen(read, switches) for read in _settled(named))
        return Environment(tuple(unique), switches, self.known)

    def _tags(self) -> TagReads:
        from lambdalint.golang.environment.tags import TagReads  # few programs fill structs from the environment

        return TagReads(self.graph, self.needs)

    def _chosen(self, read: EnvironmentRead, switches: tuple[EnvironmentSwitch, ...]) -> EnvironmentRead:
        """A variable that is only compared is needed where no value at all is one that a choice doesn't handle."""
        if read.required is not False or read.span not in self._compared or not isinstance(read.key, Known):
            return read
        name = read.key.value
        fails = any(s.exits and s.key == name and "" not in s.values for s in switches if s.function == read.function)
        return read._replace(required=True) if fails else read

    def _lasting(self, reads: Iterator[EnvironmentRead], function: str) -> Iterator[EnvironmentRead]:
        for read in reads:
            yield read if function in self.reachable else read._replace(required=None)

    # -- direct reads and helpers ------------------------------------------------------------------------------------

    def _direct(self, call: Call, callee: Callee, function: str) -> Iterator[EnvironmentRead]:
        position = READERS[callee.package, callee.name]
        if position >= len(call.arguments):
            return
        flag = "ok" if callee.name != "Getenv" or callee.package == "syscall" else ""
        key = call.arguments[position]
        via = f"{callee.package}.{callee.name}"
        yield from self._expand(Reading(call, function, key, function, {}, via, flag, None), 4)

    def _expand(self, reading: Reading, depth: int) -> Iterator[EnvironmentRead]:
        """The reads of one place; where a parameter names the key, those of the calls that supply it."""
        parameter = self.keys.parameter(reading.key, reading.keyed_in)
        if parameter is not None and depth > 0:
            helper = self.universe.function(parameter.function)
            place = self._place_of(helper, parameter.position)
            # A function that runs without a visible call (a handler) may be given any key; dead code none.
            live = parameter.function in self.reachable
            followed = not live or any(True for _ in self.flow.calls_of(parameter.function))
            if helper is not None and followed and place and place not in reading.values:
                yield from self._through(reading, helper, parameter.position, place, depth)
                return
        required = self._required(reading)
        for spelled in self.keys.spell(reading.key, reading.keyed_in, reading.values):
            yield self._read(reading, spelled, required)

    def _place_of(self, helper: GoFunction | None, index: int) -> str:
        if helper is None or index >= len(helper.parameters):
            return ""
        return f"{outermost(helper.key)}|{helper.parameters[index].ref}"

    def _through(
        self, reading: Reading, helper: GoFunction, index: int, place: str, depth: int
    ) -> Iterator[EnvironmentRead]:
        decided = reading.decided
        if decided in {None, Need.RETURNED}:
            decided = self.needs.of(reading.site.span, reading.function, reading.flag, helper=True)
        flag = _flag_of(helper)
        if flag == "error" and decided is Need.REQUIRED:
            decided = Need.RETURNED
        for site in self.flow.calls_of(helper.key):
            judged = Need.OPTIONAL if _gives_fallback(helper, site.call, index) else decided
            for argument in parameter_at(helper, site.call, index):
                outer = self.keys.parameter(argument, site.function)
                if outer is not None and outer.function != helper.key:
                    yield from self._relay(reading, helper, site.call, site.function, argument, flag, judged, depth)
                    continue
                for spelled in self.keys.spell(argument, site.function, {}):
                    if not spelled.whole:
                        self._note_unknown(site.function, spelled.text)
                        continue
                    values = {**reading.values, place: spelled.text}
                    inner = reading._replace(
                        site=site.call, function=site.function, values=values, via=helper.label, flag=flag,
                        decided=judged,
                    )  # fmt: skip
                    yield from self._expand_at(inner, depth - 1, spelled)

    def _relay(
        self,
        reading: Reading,
        helper: GoFunction,
        call: Call,
        function: str,
        argument: Expr,
        flag: str,
        decided: Need | None,
        depth: int,
    ) -> Iterator[EnvironmentRead]:
        """A helper around a helper: the outer one's parameter names the key, where the inner one adds nothing to it."""
        if reading.values or depth == 0 or not isinstance(reading.key, Name):
            return
        outer = reading._replace(
            site=call, function=function, key=argument, keyed_in=function, via=helper.label, flag=flag, decided=decided
        )
        yield from self._expand(outer, depth - 1)

    def _expand_at(self, reading: Reading, depth: int, literal: Spelled) -> Iterator[EnvironmentRead]:
        del depth
        required = self._required(reading)
        for spelled in self.keys.spell(reading.key, reading.keyed_in, reading.values):
            yield self._read(reading, spelled._replace(literal=literal.literal), required)

    def _read(self, reading: Reading, spelled: Spelled, required: bool | None) -> EnvironmentRead:
        value: Value[str]
        if spelled.whole:
            value = Known(spelled.text, spelled.literal.span)
            self._sites.setdefault(reading.site.span, spelled.text)
        else:
            value = Unknown(spelled.literal.span, "computed while the program runs")
            self._note_unknown(reading.function, spelled.text)
        prefix = "" if spelled.whole else spelled.text
        span = reading.site.span
        return EnvironmentRead(value, span, reading.function, required if spelled.whole else None, prefix, reading.via)

    def _note_unknown(self, function: str, prefix: str) -> None:
        if not prefix and function in self.reachable:
            self.known = False

    # -- need --------------------------------------------------------------------------------------------------------

    def _required(self, reading: Reading) -> bool | None:
        if reading.function not in self.reachable:
            return None
        need = reading.decided
        if need in {None, Need.RETURNED}:
            need = self.needs.of(reading.site.span, reading.function, reading.flag, helper=False)
        if need is Need.COMPARED:
            self._compared.add(reading.site.span)
        required = _NEEDED.get(need) if need is not None else None
        if required and self._conditional(reading):
            return None
        return required

    def _conditional(self, reading: Reading) -> bool:
        """True when the read happens only in some configurations."""
        for call, spot in self.flow.index.body(reading.function).calls:
            if call.span == reading.site.span:
                if self.graph.mode.never(spot.conditions, reading.function):
                    return True
                return any(self._by_configuration(c, reading.function) for c in spot.conditions)
        return False

    def _by_configuration(self, condition: Condition, function: str) -> bool:
        if not any(self._comes_from_environment(node, function) for node in inside(condition.test)):
            return False
        record = self.universe.function(function)
        chain = around(record, condition.test.span) if record is not None else []
        statement = next((node for node in reversed(chain) if isinstance(node, If)), None)
        if condition.holds or statement is None:
            return True
        return outcome(statement.then, self.needs.fails) is not Outcome.FAILS

    def _comes_from_environment(self, node: Expr, function: str) -> bool:
        if isinstance(node, Call):
            return _reads(node)
        if not isinstance(node, (Name, Selector)) or node.type not in {Basic("string"), Basic("bool")}:
            return False
        return any(
            isinstance(origin.expression, Call) and _reads(origin.expression)
            for origin in self.flow.each_origin(node, function)
        )


def _reads(call: Call) -> bool:
    return call.callee is not None and (call.callee.package, call.callee.name) in READERS


def _flag_of(helper: GoFunction) -> str:
    last = helper.results[-1].type if len(helper.results) > 1 else None
    return "error" if last == ERROR else "ok" if last == Basic("bool") else ""


def _gives_fallback(helper: GoFunction, call: Call, key: int) -> bool:
    """True for a call that gives a helper what it returns for want of the variable: `env("PORT", "80")`, where all
    behind the key may be left out.
    """
    last = len(helper.parameters) - 1
    if not helper.type.variadic or last == key or len(call.arguments) <= last:
        return False
    returned = (v for node in each(helper.body, Return) for v in node.values)
    assigned = (v for node in each(helper.body, Assign) for v in node.values)
    elements = (value.operand for value in (*returned, *assigned) if isinstance(value, Index))
    return any(isinstance(held, Name) and held.ref == helper.parameters[last].ref for held in elements)


def _settled(reads: list[EnvironmentRead]) -> Iterator[EnvironmentRead]:
    """A key whose absence a function tolerates at one place is not demanded by its other places without a test."""
    tolerated = {
        (read.key.value, read.function) for read in reads if read.required is False and isinstance(read.key, Known)
    }
    for read in reads:
        excused = read.required and isinstance(read.key, Known) and (read.key.value, read.function) in tolerated
        yield read._replace(required=None) if excused else read
