"""Guards: checks of longer-lived state that the guarded code itself sets, so that it doesn't run at each invocation."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.go_callbacks import REQUESTS
from lambdalint.data.go_entries import EVENTS_PACKAGE
from lambdalint.golang.flow.bodies import inside
from lambdalint.golang.flow.conditions import Condition, is_nil
from lambdalint.golang.flow.origins import Flow, Origin
from lambdalint.golang.flow.places import outermost
from lambdalint.golang.flow.targets import Targets
from lambdalint.golang.reach.changes import Setters
from lambdalint.model.goast import (
    Binary,
    Call,
    Composite,
    Expr,
    Index,
    Literal,
    Name,
    Selector,
    Unary,
)
from lambdalint.model.gotypes import ERROR, Basic, GoType, Map, Named, Pointer, Struct
from lambdalint.model.methodsets import underlying

_DEPTH = 4


class Guards:
    """Tells guarded code of one program. `startup` are the functions that run before the handlers."""

    def __init__(self, flow: Flow, targets: Targets) -> None:
        self.flow = flow
        self.targets = targets
        self.startup: frozenset[str] = frozenset()
        self.handlers: frozenset[str] = frozenset()
        self.setters = Setters(flow, targets)
        self._lasting: dict[tuple[str, str, bool], bool] = {}
        self._guards: dict[int, tuple[Condition, bool]] = {}
        self._states: dict[tuple[object, ...], frozenset[str]] = {}

    def know(self, startup: frozenset[str], handlers: frozenset[str]) -> None:
        """Take in what runs at start-up, and what each invocation starts with; what was said before counts no more."""
        self.startup = startup
        self.handlers = handlers
        self._lasting.clear()

    def guarded(self, conditions: tuple[Condition, ...], function: str) -> bool:
        """True when one of the conditions is a guard."""
        for condition in conditions:
            known = self._guards.get(id(condition))
            if known is None:
                # what surrounds the statements of a block is one object; kept, nothing else gets its identity
                self._guards[id(condition)] = (condition, False)
                known = self._guards[id(condition)] = (condition, self._is_guard(condition, function))
            if known[1]:
                return True
        return False

    def _is_guard(self, condition: Condition, function: str) -> bool:
        if not condition.region:
            return False
        looked: frozenset[str] = frozenset()
        for test in _open(condition.test, condition.holds):
            looked |= self.state(test, function, _DEPTH)
        region = condition.region
        return bool(looked) and self.setters.sets(looked, function, region[0].span.start, region[-1].span.end)

    # -- what a test looks at ----------------------------------------------------------------------------------------

    def state(self, test: Expr, function: str, depth: int) -> frozenset[str]:
        """The longer-lived places an expression depends on, through locals and functions of the project."""
        if depth == 0:
            return frozenset()
        key = (test.span, type(test), function)
        known = self._states.get(key)
        if known is None:
            self._states[key] = frozenset()
            known = self._states[key] = self._find_state(test, function, depth)
        return known

    def _find_state(self, test: Expr, function: str, depth: int) -> frozenset[str]:
        found: set[str] = set()
        nodes = inside(test)
        tallies = [id(node.operand) for node in nodes if isinstance(node, Index) and self._is_tally(node)]
        for node in nodes:
            if isinstance(node, (Name, Selector)):
                if id(node) not in tallies:
                    found |= self._looked(node, function, depth)
            elif isinstance(node, Call):
                for target in self.targets.of(node, function).targets[:4]:
                    for statement in self.flow.index.results(target.key):
                        for value in statement.values:
                            found |= self.state(value, target.key, depth - 1)
        return frozenset(found)

    def _is_tally(self, node: Index) -> bool:
        """True for a set of what has been seen, asked for a field of something: it keeps nothing that was made."""
        if not isinstance(node.key, Selector) or node.key.ref:
            return False
        kind = underlying(self.flow.universe.types, getattr(node.operand, "type", None))
        element = kind.element if isinstance(kind, Map) else None
        return element == Basic("bool") or (isinstance(element, Struct) and not element.fields)

    def _looked(self, node: Name | Selector, function: str, depth: int) -> set[str]:
        if node.type == ERROR:
            return set()
        place = self.flow.index.place(node, function)
        if not place:
            return set()
        local = "|" in place
        if not local and not self.flow.ledger.changes(place):
            return set()
        # a local outlives the function it is declared in only where a literal holds it
        if (not local or "$" in function) and self.lasting(node, function):
            return {place}
        found: set[str] = set()
        if local and place not in self.flow.parameters(function):
            for source in self.flow.writes(place):
                if outermost(source.function) == outermost(function):
                    found |= self.state(source.expression, source.function, depth - 1)
        return found

    def lasting(self, node: Expr, function: str) -> bool:
        """True when a place outlives the invocation: a package variable, or part of a value made at start-up."""
        by_pointer = False
        while True:
            if isinstance(node, Index):
                by_pointer = True
                node = node.operand
            elif isinstance(node, Unary) and node.op in {"*", "&"}:
                by_pointer = by_pointer or node.op == "*"
                node = node.operand
            elif isinstance(node, Selector) and not node.ref:
                if isinstance(node.operand.type, Pointer) or self._is_field_pointer(node.operand):
                    by_pointer = True
                node = node.operand
            else:
                break
        if isinstance(node, (Name, Selector)) and node.ref.startswith("var:"):
            return True
        if not isinstance(node, Name) or not node.ref.startswith("local:"):
            return False
        place = self.flow.index.place(node, function)
        mark = (place, function, by_pointer)
        known = self._lasting.get(mark)
        if known is None:
            known = self._held_by_factory(place, function) or (by_pointer and self._made_at_startup(node, function))
            self._lasting[mark] = known
        return known

    def _held_by_factory(self, place: str, function: str) -> bool:
        """True for a variable of a function that ran at start-up, held by the literal that it returned."""
        if "$" not in function:
            return False
        record = self.flow.universe.function(function)
        inner: str | None = function
        while record is not None and inner is not None:
            declared = self.flow.parameters(inner).get(place, ("",))[0] == inner or any(
                write.op == ":=" and self.flow.index.place(write.target, inner) == place
                for write in self.flow.index.body(inner).writes
            )
            if declared:
                return inner != function and self._at_startup(inner)
            inner = record.parent
            record = self.flow.universe.function(inner) if inner is not None else None
        return False

    def _is_field_pointer(self, node: Expr) -> bool:
        return isinstance(node, Selector) and isinstance(node.type, Pointer)

    def _made_at_startup(self, node: Name, function: str) -> bool:
        """Where the holder was made: at start-up, or by nothing that is known (which is as good).

        Requests and events are made by what calls the program, at each invocation.
        """
        made = False
        for origin in self.flow.each_origin(node, function, _is_variable):
            if _is_variable(origin.expression):
                return True  # wherever that was filled
            if isinstance(origin.expression, (Composite, Call)):
                if self._at_startup(origin.function):
                    return True
                made = True
            elif self._is_declared(origin):
                made = True
        given = not made and self.flow.index.place(node, function) in self.flow.parameters(function)
        return given and not _is_request(node.type)

    def _is_declared(self, origin: Origin) -> bool:
        """True for a struct that a function of the handler path declares, for others to fill (`var o Order`), and for
        what a handler is given.
        """
        node, function, _ = origin
        place = self.flow.index.place(node, function) if isinstance(node, Name) else ""
        holder, local, _ = place.partition("|")
        given = self.flow.parameters(function).get(place)
        if given is not None:
            return given[0] in self.handlers and given[1] >= 0
        if not local or self._at_startup(holder):
            return False
        return isinstance(underlying(self.flow.universe.types, node.type), Struct)

    def _at_startup(self, function: str) -> bool:
        return function in self.startup or ".var " in function


def _is_variable(expression: Expr) -> bool:
    return isinstance(expression, (Name, Selector)) and expression.ref.startswith("var:")


def _is_request(kind: GoType | None) -> bool:
    """True for what an invocation brings along: requests of HTTP, contexts of frameworks, events of AWS."""
    named = kind.element if isinstance(kind, Pointer) else kind
    if not isinstance(named, Named):
        return False
    return named.package == EVENTS_PACKAGE or (named.package, named.name) in REQUESTS


def _open(test: Expr, holds: bool) -> Iterator[Expr]:
    """The parts of a test that may be true of what isn't made yet: `x != nil` is true of what is there already."""
    while isinstance(test, Unary) and test.op == "!":
        test, holds = test.operand, not holds
    if isinstance(test, Binary) and test.op == ("&&" if holds else "||"):
        yield from _open(test.left, holds)
        yield from _open(test.right, holds)
    elif not (isinstance(test, Binary) and test.op == ("!=" if holds else "==") and _is_nothing(test.right)):
        yield test


def _is_nothing(node: Expr) -> bool:
    return is_nil(node) or (isinstance(node, Literal) and node.value == "")
