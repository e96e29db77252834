"""Branches that never run in Lambda: tests of the variables that only Lambda sets, or that it never sets."""

from __future__ import annotations

from itertools import islice

from lambdalint.data.go_environment import READERS, SET_IN_LAMBDA, UNSET_IN_LAMBDA
from lambdalint.golang.flow.bodies import Body
from lambdalint.golang.flow.conditions import Condition, is_nil
from lambdalint.golang.flow.index import CallSite
from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.targets import Targets
from lambdalint.model.goast import Binary, Call, Constant, Expr, Literal, Name, Opaque, Selector, Unary
from lambdalint.pattern import pattern
from lambdalint.source import Span

_DEPTH = 6
_NAMES = b"|".join(sorted(name.encode() for name in SET_IN_LAMBDA | UNSET_IN_LAMBDA))
_WRITTEN = (pattern(b'"(?:' + _NAMES + b')"'), pattern(b"`(?:" + _NAMES + b")`"))  # each starts with what is found fast


class Mode:
    """Evaluates conditions as they are inside Lambda."""

    def __init__(self, flow: Flow, targets: Targets) -> None:
        self.flow = flow
        self.targets = targets
        self._memo: dict[tuple[object, ...], bool | None] = {}
        self._never: dict[int, tuple[Condition, bool]] = {}
        self._named = flow.universe.has_text(_WRITTEN)
        if self._named:
            flow.skipped = self._skips

    def never(self, conditions: tuple[Condition, ...], function: str) -> bool:
        """True when code under these conditions never runs in Lambda."""
        for condition in conditions:
            known = self._never.get(id(condition))
            if known is None:
                # what surrounds the statements of a block is one object; kept, nothing else gets its identity
                known = self._never[id(condition)] = (condition, self._excludes(condition, function))
            if known[1]:
                return True
        return False

    def _skips(self, site: CallSite) -> bool:
        """True for a call that `main` makes elsewhere only: what it hands over there comes to nothing in Lambda."""
        if not site.function.endswith(".main"):
            return False
        conditions = self.flow.index.remembered(_conditional, site.function).get(site.call.span)
        return conditions is not None and self.never(conditions, site.function)

    def _excludes(self, condition: Condition, function: str) -> bool:
        value = self._known(condition.test, function)
        return value is not None and value != condition.holds

    def _known(self, test: Expr, function: str) -> bool | None:
        if isinstance(test, Literal):
            return test.value if isinstance(test.value, bool) else None
        if not self._named or (isinstance(test, Binary) and is_nil(test.right)):
            return None
        key = (test.span, type(test), function)
        if key not in self._memo:
            self._memo[key] = None
            self._memo[key] = self._truth(test, function, _DEPTH)
        return self._memo[key]

    def _truth(self, test: Expr, function: str, depth: int) -> bool | None:
        if depth == 0:
            return None
        if isinstance(test, Unary) and test.op == "!":
            inner = self._truth(test.operand, function, depth - 1)
            return None if inner is None else not inner
        if isinstance(test, Binary):
            return self._binary(test, function, depth)
        if isinstance(test, (Name, Selector)):
            return self._place(test, function, depth)
        if isinstance(test, Call):
            return self._call(test, function, depth)
        return None

    def _binary(self, test: Binary, function: str, depth: int) -> bool | None:
        if test.op in {"&&", "||"}:
            sides = (self._truth(test.left, function, depth - 1), self._truth(test.right, function, depth - 1))
            decisive = test.op == "||"
            if decisive in sides:
                return decisive
            return None if None in sides else not decisive
        if test.op not in {"==", "!=", ">"}:
            return None
        left, right = test.left, test.right
        if _constant(left) is not None:
            left, right = right, left
        value = _constant(right)
        if test.op == ">":
            inner = self._length(left, function, depth)
            return inner if value == 0 else None
        if isinstance(value, bool):
            truth = self._truth(left, function, depth - 1)
            return None if truth is None else (truth == value) == (test.op == "==")
        if value == 0:
            inner = self._length(left, function, depth)
            return None if inner is None else inner == (test.op == "!=")
        if not isinstance(value, str):
            return None
        present = self._present(left, function, depth)
        if present is None or (present and value):
            return None
        # An absent variable is the empty string; one that is present isn't.
        equal = (not present) if not value else False
        return equal == (test.op == "==")

    def _length(self, node: Expr, function: str, depth: int) -> bool | None:
        if not isinstance(node, Call) or node.callee is None or not node.arguments:
            return None
        is_length = (node.callee.package, node.callee.name) == ("builtin", "len")
        return self._present(node.arguments[0], function, depth) if is_length else None

    def _present(self, node: Expr, function: str, depth: int) -> bool | None:
        """Whether a string is the value of a variable that Lambda always sets (True) or never sets (False)."""
        key = _environment_key(node)
        if key is not None:
            return True if key in SET_IN_LAMBDA else False if key in UNSET_IN_LAMBDA else None
        if depth == 0 or not isinstance(node, (Name, Selector, Call)):
            return None
        origins = list(islice(self.flow.each_origin(node, function), 2))
        if len(origins) != 1 or origins[0].expression.span == node.span:
            return None
        return self._present(origins[0].expression, origins[0].function, depth - 1)

    def _place(self, test: Name | Selector, function: str, depth: int) -> bool | None:
        if isinstance(test.value, bool):
            return None
        place = self.flow.index.place(test, function)
        sources = list(self.flow.writes(place)) if place else []
        if len(sources) != 1 or place in self.flow.parameters(function):
            return None
        source = sources[0]
        if source.position == 1 and _environment_key(source.expression) is not None:
            return self._present(source.expression, source.function, depth)
        if source.position >= 0:
            return None
        return self._truth(source.expression, source.function, depth - 1)

    def _call(self, test: Call, function: str, depth: int) -> bool | None:
        targets = self.targets.of(test, function).targets
        if len(targets) != 1:
            return None
        returns = self.flow.index.results(targets[0].key)
        if len(returns) != 1 or len(returns[0].values) != 1:
            return None
        return self._truth(returns[0].values[0], targets[0].key, depth - 1)


def _conditional(body: Body) -> dict[Span, tuple[Condition, ...]]:
    """What the calls of a function that don't always run stand under."""
    return {call.span: spot.conditions for call, spot in body.calls if spot.conditions}


def _constant(node: Expr) -> Constant:
    if isinstance(node, Opaque):
        return None
    value = getattr(node, "value", None)
    return value if isinstance(value, (str, int, float, bool)) else None


def _environment_key(node: Expr) -> str | None:
    if not isinstance(node, Call) or node.callee is None:
        return None
    position = READERS.get((node.callee.package, node.callee.name))
    if position is None or position >= len(node.arguments):
        return None
    key = _constant(node.arguments[position])
    return key if isinstance(key, str) else None
