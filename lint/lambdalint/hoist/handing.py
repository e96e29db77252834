"""Values that move and are handed to other functions: the parameters that always get one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.hoist.callers import Callers
from lambdalint.hoist.family import Family
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.step import Handed
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Call, Name
from lambdalint.record import NamedTuple

Given = Mapping[str, tuple[Handed, ...]]


class Taker(NamedTuple):
    """A function of the package level, and the number of one of its parameters."""

    key: str
    number: int


class Handing:
    """Follows what moves into the functions that get it, as far as all callers of these do the same."""

    def __init__(self, code: Code, callers: Callers) -> None:
        self._code = code
        self._callers = callers
        self._families: dict[str, Family] = {}

    def of(self, removals: Mapping[str, Removal], banned: set[str]) -> dict[str, Given]:
        """For each function the parameters, by `ref`, that get what callers moved. `banned` are left out."""
        takers = self._takers(removals, banned)
        while True:
            left = {taker for taker in takers if all(self._sources(taker, removals, takers))}
            if left == takers:
                break
            takers = left
        found: dict[str, dict[str, tuple[Handed, ...]]] = {}
        for taker in sorted(takers):
            parameter = self._code.functions[taker.key].parameters[taker.number]
            steps = {(id(h.step), h.ref): h for h in self._handed(taker, removals, set())}
            found.setdefault(taker.key, {})[parameter.ref] = tuple(steps.values())
        return dict(found)

    def _takers(self, removals: Mapping[str, Removal], banned: set[str]) -> set[Taker]:
        """Where what moves may be handed on to, at any depth."""
        found: set[Taker] = set()
        left = [
            (removal.family, ref)
            for removal in removals.values()
            for ref, step in removal.made.items()
            if ref.startswith("local:") and not step.kept
        ]
        while left:
            family, ref = left.pop()
            for name in family.names.get(ref, ()):
                taker = self._taker(family, name)
                if taker is None or taker in found or taker.key in banned:
                    continue
                found.add(taker)
                function = self._code.functions[taker.key]
                left.append((self._family(function), function.parameters[taker.number].ref))
        return found

    def _taker(self, family: Family, name: Name) -> Taker | None:
        call = family.above(name)
        callee = call.callee if isinstance(call, Call) else None
        function = self._code.functions.get(callee.key) if callee is not None else None
        if not isinstance(call, Call) or function is None or function.package != family.outermost.package:
            return None
        numbers = [n for n, argument in enumerate(call.arguments) if argument is name]
        if len(numbers) != 1 or not self._fits(function, numbers[0]):
            return None
        return Taker(function.key, numbers[0])

    def _fits(self, function: GoFunction, number: int) -> bool:
        """True for a parameter that keeps what all callers give it."""
        plain = function.first_party and function.parent is None and function.body is not None
        if not plain or function.type.variadic or number >= len(function.parameters):
            return False
        ref = function.parameters[number].ref
        family = self._family(function)
        names = family.names.get(ref, ())
        taken = any(isinstance(a := family.above(n), goast.Unary) and a.op == "&" for n in names)
        return bool(ref and names) and not family.writes.get(ref) and not taken and bool(self._callers.of(function))

    def _sources(self, taker: Taker, removals: Mapping[str, Removal], takers: set[Taker]) -> Iterator[bool]:
        """For each call whether what it gives is moved by its function, or handed to that in turn."""
        for site in self._callers.of(self._code.functions[taker.key]) or ():
            argument = site.call.arguments[taker.number] if taker.number < len(site.call.arguments) else None
            key = site.function.outermost
            if not isinstance(argument, Name):
                yield False
                continue
            removal = removals.get(key)
            if removal is not None and any(step.holds(site.call.span) for step in removal.steps.values()):
                yield False  # it is called at start-up instead
                continue
            made = removal.made.get(argument.ref) if removal is not None else None
            yield (made is not None and not made.kept) or self._parameter(key, argument) in takers

    def _parameter(self, key: str, name: Name) -> Taker | None:
        parameters = self._code.functions[key].parameters
        return next((Taker(key, n) for n, p in enumerate(parameters) if p.ref and p.ref == name.ref), None)

    def _handed(self, taker: Taker, removals: Mapping[str, Removal], seen: set[Taker]) -> Iterator[Handed]:
        if taker in seen:
            return
        seen.add(taker)
        for site in self._callers.of(self._code.functions[taker.key]) or ():
            argument = site.call.arguments[taker.number]
            key = site.function.outermost
            made = removals[key].made.get(argument.ref) if key in removals and isinstance(argument, Name) else None
            if made is not None and isinstance(argument, Name):
                yield Handed(made, argument.ref)
            elif isinstance(argument, Name) and (inner := self._parameter(key, argument)) is not None:
                yield from self._handed(inner, removals, seen)

    def _family(self, function: GoFunction) -> Family:
        if function.key not in self._families:
            self._families[function.key] = Family(self._code, function)
        return self._families[function.key]
