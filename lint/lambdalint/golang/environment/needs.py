"""Whether a program can do without a variable: what becomes of the value, and what its absence leads to."""

from __future__ import annotations

from enum import Enum

from lambdalint.data.go_answers import WRITERS
from lambdalint.golang.environment.branches import default_fails, fails_when_filled, is_length, rest_of, tests_after
from lambdalint.golang.environment.keys import constant
from lambdalint.golang.environment.outcome import Outcome, noted, outcome
from lambdalint.golang.environment.tree import around
from lambdalint.golang.flow.conditions import ends, is_nil
from lambdalint.golang.flow.index import parameter_at
from lambdalint.golang.flow.places import outermost, type_key
from lambdalint.golang.reach.graph import Graph
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import (
    Assertion,
    Assign,
    Binary,
    Call,
    Case,
    Composite,
    Conversion,
    Element,
    Evaluate,
    Expr,
    If,
    Index,
    Name,
    Node,
    Range,
    Return,
    Selector,
    Send,
    Slicing,
    Stmt,
    Switch,
    Unary,
    each,
)
from lambdalint.model.gotypes import ERROR, Basic, Named, Struct, Tuple
from lambdalint.source import Span


class Need(Enum):
    """What the absence of a value does."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    RETURNED = "returned"
    COMPARED = "compared"
    USED = "used"
    UNKNOWN = "unknown"


_QUIET = ("log", "fmt", "log/slog", "github.com/sirupsen/logrus", "go.uber.org/zap", "github.com/rs/zerolog")
_WRITES = frozenset({("fmt", "Fprint"), ("fmt", "Fprintf"), ("fmt", "Fprintln"), ("io", "WriteString")})
_MAKE_ERRORS = ("errors", "fmt", "github.com/pkg/errors", "google.golang.org/grpc/status")
_OUTPUTS = ("var:os.Stdout", "var:os.Stderr")
_PICKERS = frozenset({("cmp", "Or"), ("github.com/samber/lo", "Ternary"), ("github.com/samber/lo", "CoalesceOrEmpty")})
_TESTS = frozenset({"Contains", "EqualFold", "HasPrefix", "HasSuffix", "Index", "Count", "Compare", "ContainsAny"})
_TRIMS = frozenset({"TrimSpace", "Trim", "ToLower", "ToUpper", "TrimSuffix", "TrimPrefix", "TrimRight", "TrimLeft"})
_ENCODED = ("json", "dynamodbav", "dynamo", "bson", "xml", "yaml")
_DEPTH = 6
_NEEDS = {Outcome.FAILS: Need.REQUIRED, Outcome.UNCLEAR: Need.UNKNOWN, Outcome.GOES_ON: Need.OPTIONAL}


class Needs:
    """Judges reads of one program by what becomes of the values in functions that are reached."""

    def __init__(self, graph: Graph, reachable: frozenset[str]) -> None:
        self.graph = graph
        self.reachable = reachable
        self.flow = graph.flow
        self.universe = graph.universe
        self._seen: set[tuple[object, ...]] = set()
        self._helper = ""
        self._everything: list[str] | None = None

    def of(self, span: Span, function: str, flag: str, helper: bool) -> Need:
        """What the absence of the value of the expression at `span` does.

        `flag`: the expression has a second value that tells whether the first is there (`ok`), or nothing. `helper`:
        a value that the function returns is judged by its callers one by one, and is `RETURNED` here.
        """
        self._seen = set()
        self._helper = function if helper else ""
        return self._of_expression(span, function, flag, _DEPTH)

    def _of_expression(self, span: Span, function: str, flag: str, depth: int) -> Need:
        mark = (span, function, flag)
        record = self.universe.function(function)
        if record is None or depth == 0 or mark in self._seen:
            return Need.UNKNOWN
        self._seen.add(mark)
        chain = around(record, span)
        if not chain:
            return Need.UNKNOWN
        node = chain.pop()
        while chain:
            parent = chain.pop()
            verdict = self._within(node, parent, chain, function, flag, depth)
            if verdict is not None:
                return verdict
            node = parent
        return Need.UNKNOWN

    def _within(self, node: Node, parent: Node, chain: list[Node], function: str, flag: str, depth: int) -> Need | None:
        """The verdict that the expression around a value gives; None to look further out."""
        if isinstance(parent, (Conversion, Assertion, Slicing, Unary, Element, Composite)):
            if isinstance(parent, (Element, Composite)):
                return self._stored(parent, node, function, depth) if isinstance(parent, Element) else None
            return None
        if isinstance(parent, Binary):
            return self._compared(node, parent, chain, function)
        if isinstance(parent, Call):
            return self._argument(node, parent, chain, function, depth)
        if isinstance(parent, Assign):
            return self._assigned(node, parent, chain, function, flag, depth)
        if isinstance(parent, Return):
            return self._returned(node, parent, function, depth)
        if isinstance(parent, Switch):
            return Need.REQUIRED if default_fails(parent, self.fails) else Need.COMPARED
        if isinstance(parent, (Index, Send)):
            return Need.USED
        if isinstance(parent, Selector):
            return Need.UNKNOWN
        if isinstance(parent, (Case, If, Range)):
            return Need.OPTIONAL
        return Need.UNKNOWN if isinstance(parent, Evaluate) else None

    # -- tests -------------------------------------------------------------------------------------------------------

    def _compared(self, node: Node, parent: Binary, chain: list[Node], function: str) -> Need | None:
        if parent.op == "+":
            return None
        if parent.op not in {"==", "!="}:
            return Need.OPTIONAL
        other = parent.right if parent.left is node else parent.left
        if constant(other) == "" or (is_length(node) and getattr(other, "value", None) == 0):
            return self._emptiness(parent, chain, function)
        return Need.REQUIRED if constant(other) is None and _refuses(parent, chain) else Need.COMPARED

    def _emptiness(self, test: Binary, chain: list[Node], function: str) -> Need:
        """The verdict of `x == ""` or `x != ""`, by what happens when x is empty."""
        empty = test.op == "=="
        holder: Node = test
        for parent in reversed(chain):
            if isinstance(parent, If) and parent.condition is holder:
                return self._branch(parent, empty, rest_of(chain, parent), function)
            if isinstance(parent, Case):
                return self._judged(parent.body, function) if empty else Need.OPTIONAL
            if isinstance(parent, Unary) and parent.op == "!":
                empty = not empty
            elif not (isinstance(parent, Binary) and parent.op in {"&&", "||"}):
                return Need.OPTIONAL
            holder = parent
        return Need.OPTIONAL

    def _branch(self, statement: If, absent_holds: bool, rest: tuple[Stmt, ...], function: str) -> Need:
        """The verdict of an `if`: `absent_holds` when its first branch runs without the value."""
        if absent_holds:
            return self._judged(statement.then, function)
        if statement.otherwise is not None:
            return self._judged(statement.otherwise, function)
        if ends(statement.then) and rest:
            return self._judged(rest, function)
        return Need.OPTIONAL

    def _judged(self, branch: Node | tuple[Stmt, ...], function: str) -> Need:
        result = outcome(branch, self.fails)
        if result is Outcome.UNCLEAR and self._is_noted(branch, function):
            return Need.REQUIRED
        return _NEEDS[result]

    def _is_noted(self, branch: Node | tuple[Stmt, ...], function: str) -> bool:
        """True when a branch adds to a list that is looked at later, and what isn't empty then fails."""
        index = self.flow.index
        for place in (index.place(target, function) for target in noted(branch)):
            for key in self._users(place, function):
                record = self.universe.function(key)
                for node in index.uses(place, key):
                    chain = around(record, node.span) if record is not None else []
                    if place and fails_when_filled(chain, self.fails):
                        return True
        return False

    def fails(self, call: Call) -> bool:
        """True for calls of project functions that always end the program."""
        callee = call.callee
        if callee is None:
            return False
        record = self.universe.function(f"{callee.package}.{callee.name}") if not callee.receiver else None
        if record is None or record.body is None or not record.body.statements:
            return False
        return ends(record.body.statements[-1]) and not isinstance(record.body.statements[-1], Return)

    # -- places ------------------------------------------------------------------------------------------------------

    def _assigned(
        self, node: Node, parent: Assign, chain: list[Node], function: str, flag: str, depth: int
    ) -> Need | None:
        if not any(value is node for value in parent.values):
            return Need.USED
        several = len(parent.targets) > 1 and len(parent.values) == 1
        position = 0 if several else next(i for i, v in enumerate(parent.values) if v is node)
        target = parent.targets[position] if position < len(parent.targets) else None
        if several and isinstance(node, Call):
            verdict = self._flag(node, parent, chain, function, flag)
            if verdict is not None:
                return verdict
        if target is None or (isinstance(target, Name) and target.name == "_"):
            return Need.UNKNOWN
        if isinstance(target, Selector) and not target.ref and self._is_foreign(type_key(target.field_of)):
            return Need.USED
        place = self.flow.index.place(target, function)
        return self._of_place(place, function, depth) if place else Need.UNKNOWN

    def _flag(self, node: Call, parent: Assign, chain: list[Node], function: str, flag: str) -> Need | None:
        """The verdict of the error or the second value that comes with the value, where it is looked at."""
        last = parent.targets[-1]
        if isinstance(last, Name) and last.name == "_":
            return None if flag == "ok" else Need.UNKNOWN
        kind = node.type.members[-1] if isinstance(node.type, Tuple) and node.type.members else None
        is_error = kind == ERROR and flag != "ok"
        if not is_error and flag != "ok" and kind != Basic("bool"):
            return Need.UNKNOWN
        place = self.flow.index.place(last, function)
        for statement, rest in tests_after(parent, chain):
            absent = self._absent_when(statement.condition, place, function, is_error)
            if absent is not None:
                return self._branch(statement, absent, rest, function)
        return Need.UNKNOWN

    def _absent_when(self, test: Expr, place: str, function: str, is_error: bool) -> bool | None:
        """True when a test of a flag or an error holds where the value is absent; None when it tests something else."""
        index = self.flow.index
        compares = is_error and isinstance(test, Binary) and test.op in {"==", "!="} and is_nil(test.right)
        if compares and isinstance(test, Binary) and index.place(test.left, function) == place:
            return test.op == "!="
        if isinstance(test, Unary) and test.op == "!":
            inner = self._absent_when(test.operand, place, function, is_error)
            return None if inner is None else not inner
        if isinstance(test, Binary) and test.op in {"&&", "||"}:
            for side in (test.left, test.right):
                inner = self._absent_when(side, place, function, is_error)
                if inner is not None:
                    return inner
        if not is_error and index.place(test, function) == place:
            return False
        return None

    def _is_foreign(self, owner: str) -> bool:
        return bool(owner) and not owner.startswith("struct{") and owner not in self.universe.types

    def _of_place(self, place: str, function: str, depth: int) -> Need:
        """The verdict of all uses of a variable or field."""
        keys = self._users(place, function)
        verdicts: list[Need] = []
        writes = sum(1 for _ in self.flow.writes(place))
        for key in keys:
            for node in self.flow.index.uses(place, key):
                verdicts.append(self._of_expression(node.span, key, "", depth - 1))
        verdict = _best(verdicts)
        if verdict is Need.UNKNOWN and self._is_encoded(place):
            verdict = Need.USED
        if writes > 1 and verdict not in {Need.REQUIRED, Need.COMPARED}:
            return Need.OPTIONAL if verdict is Need.OPTIONAL else Need.UNKNOWN
        return verdict

    def _is_encoded(self, place: str) -> bool:
        """True for a field that goes out with its struct as it is, also when it is empty."""
        owner, _, field = place.removeprefix("field:").rpartition(".")
        declared = self.universe.types.get(owner) if place.startswith("field:") else None
        fields = declared.underlying.fields if declared and isinstance(declared.underlying, Struct) else ()
        tag = next((f.tag for f in fields if f.name == field), "")
        return any(f'{word}:"' in tag and f'{word}:"-' not in tag for word in _ENCODED) and "omitempty" not in tag

    def _users(self, place: str, function: str) -> list[str]:
        if "|local:" in place:
            return list(self.flow.index.with_closures((outermost(function),)))
        if self._everything is None:
            everything = (key for package in self.flow.packages for key in self.flow.index.functions(package))
            self._everything = [key for key in everything if key in self.reachable]
        return self._everything

    # -- calls and returns -------------------------------------------------------------------------------------------

    def _argument(self, node: Node, call: Call, chain: list[Node], function: str, depth: int) -> Need | None:
        if call.function is node:
            return Need.UNKNOWN
        callee = call.callee
        index = next((i for i, argument in enumerate(call.arguments) if argument is node), -1)
        targets = self.graph.targets.of(call, function).targets
        if targets:
            return self._parameter(targets[0].key, index, call, depth)
        if callee is None:
            return Need.UNKNOWN
        name = (callee.package, callee.name)
        if name == ("builtin", "len") or (callee.package == "strings" and callee.name in _TRIMS):
            return None
        if name in _PICKERS or (callee.package == "strings" and callee.name in _TESTS):
            return Need.OPTIONAL
        if name in _WRITES and index > 0 and getattr(call.arguments[0], "ref", "") not in _OUTPUTS:
            return Need.USED  # an answer, or a file
        if callee.package in _QUIET or callee.package in {"builtin", "errors", "strings"} or callee.name == "Setenv":
            return None if name in {("fmt", "Sprintf"), ("fmt", "Sprint"), ("strings", "Join")} else Need.UNKNOWN
        if isinstance(call.type, Tuple) and call.type.members and call.type.members[-1] == ERROR:
            return self._by_error(call, chain, function)
        if callee.name.startswith(("Parse", "Level", "Set")) and "arn" not in callee.package:
            return Need.UNKNOWN
        return Need.USED

    def _by_error(self, call: Call, chain: list[Node], function: str) -> Need:
        if chain and isinstance(chain[-1], Assign) and len(chain[-1].targets) > 1:
            return self._flag(call, chain[-1], chain[:-1], function, "") or Need.UNKNOWN
        return Need.UNKNOWN

    def _parameter(self, target: str, index: int, call: Call, depth: int) -> Need:
        record = self.universe.function(target)
        if record is None or not record.parameters:
            return Need.UNKNOWN
        for position, parameter in enumerate(record.parameters):
            if any(argument is call.arguments[index] for argument in parameter_at(record, call, position)):
                place = f"{outermost(target)}|{parameter.ref}"
                return self._of_place(place, target, depth) if parameter.ref else Need.UNKNOWN
        return Need.UNKNOWN

    def _returned(self, node: Node, statement: Return, function: str, depth: int) -> Need:
        if function == self._helper:
            return Need.RETURNED
        position = next((i for i, value in enumerate(statement.values) if value is node), 0)
        record = self.universe.function(function)
        if record is None:
            return Need.UNKNOWN
        verdicts: list[Need] = []
        if record.parent is not None and self._is_lent(record, record.parent):
            return Need.USED
        for site in list(self.flow.calls_of(function))[:40]:
            if position == 0 and site.function in self.reachable:
                verdicts.append(self._of_expression(site.call.span, site.function, "", depth - 1))
        return _best(verdicts)

    def _is_lent(self, literal: GoFunction, parent: str) -> bool:
        """True for a function literal that is given to a library: whatever it returns is used there."""
        record = self.universe.function(parent)
        call = (
            next((n for n in reversed(around(record, literal.span)) if isinstance(n, Call)), None) if record else None
        )
        given = call is not None and any(a.span == literal.span for a in call.arguments)
        callee = call.callee if call is not None else None
        return given and callee is not None and "." in callee.package and callee.package not in self.universe.packages

    def _stored(self, element: Element, node: Node, function: str, depth: int) -> Need | None:
        """The verdict of a field of a struct literal: tests of the field decide, else it is used as it is."""
        if element.value is not node:
            return Need.USED
        record = self.universe.function(function)
        chain = around(record, element.span) if record is not None else []
        composite = next((n for n in reversed(chain) if isinstance(n, Composite)), None)
        if composite is None:
            return Need.UNKNOWN
        owner = type_key(composite.type)
        declared = self.universe.types.get(owner)
        if declared is None:
            answers = any(isinstance(node, Call) and _answers(node, composite) for node in chain)
            return Need.USED if element.field or answers else Need.UNKNOWN
        field = element.field
        if not field and isinstance(declared.underlying, Struct):
            order = dict(zip((e.span for e in composite.elements), declared.underlying.fields, strict=False))
            field = order[element.span].name if element.span in order else ""
        return self._of_place(f"field:{owner}.{field}", function, depth) if field else Need.UNKNOWN


def _refuses(test: Binary, chain: list[Node]) -> bool:
    """True for `if given != expected { return … }`: with nothing to expect all is refused."""
    holder: Node = test
    for parent in reversed(chain):
        if isinstance(parent, If):
            return test.op == "!=" and parent.condition is holder and ends(parent.then) and not _does_work(parent.then)
        if not (isinstance(parent, Binary) and parent.op == "||"):
            return False
        holder = parent
    return False


def _answers(call: Call, value: Composite) -> bool:
    """True for what writes a value as the answer to a request."""
    callee = call.callee
    first = WRITERS.get((callee.package, callee.receiver), {}).get(callee.name) if callee is not None else None
    return first is not None and any(argument is value for argument in call.arguments[first:])


def _does_work(branch: Node) -> bool:
    """True where a branch returns what is made of more than constants, such as the request: then it does the work."""
    for statement in each(branch, Return):
        for call in each(statement, Call):
            owner = call.callee.package if call.callee is not None else ""
            given = () if owner in _MAKE_ERRORS else call.arguments
            if any(constant(a) is None and not _names_context(a) for a in given):
                return True
    return False


def _names_context(argument: Expr) -> bool:
    kind = getattr(argument, "type", None)
    return isinstance(kind, Named) and kind.package in ("context", "net/http")


def _best(verdicts: list[Need]) -> Need:
    """One verdict of many: a tolerant use excuses, then a demand counts, then a plain use."""
    for need in (Need.OPTIONAL, Need.REQUIRED, Need.COMPARED, Need.RETURNED, Need.USED):
        if need in verdicts:
            return need
    return Need.UNKNOWN
