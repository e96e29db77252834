"""Which functions of a handler path call each other: what is called, and what callers give for a parameter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.api import (
    Context,
    GoFunction,
    HandlerPath,
    NamedTuple,
    Span,
    gotypes,
    is_of_package,
    methodsets,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import GATHERS, WRITERS
from lambdalint_rules.practice._error_values import returned

DEEPEST = 5  # calls that are told apart; further in, a parameter may be what any caller gives


class Frame(NamedTuple):
    """A call that is looked into: `target` is the key of what it calls, `path` has its place and those around it."""

    target: str
    call: ast.Call
    caller: GoFunction
    above: Frame | None
    path: tuple[Span, ...]


Given = tuple[ast.Expr, GoFunction, Frame | None]


def into(target: GoFunction, call: ast.Call, caller: GoFunction, above: Frame | None) -> Frame | None:
    """The frame for a function that a call goes to; None where too many calls are looked into already."""
    path = (*(above.path if above else ()), call.span)
    return Frame(target.key, call, caller, above, path) if len(path) <= DEEPEST else None


class Calls:
    """The calls of one handler path; methods of the project's interfaces mean those of the types that satisfy them."""

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._types = ctx.project.code.types
        self._functions = {r.function.key: r.function for r in path.reached}
        self._implementing: dict[str, tuple[str, ...]] = {}
        self._callers: dict[str, list[tuple[ast.Call, GoFunction]]] = {}
        self._held: dict[Span, list[GoFunction]] = {}
        for place, at, key in (means for reached in path.reached for means in reached.means):
            if at < 0 and key in self._functions:
                self._held.setdefault(place, []).append(self._functions[key])
        for function in self._functions.values():
            self._hold_receiver(function)
        for function in self._functions.values():
            for call in function.calls:
                for target in self.targets(call):
                    self._callers.setdefault(target.key, []).append((call, function))

    def _hold_receiver(self, function: GoFunction) -> None:
        """A function type's method that calls what it is called on may call each function of that type."""
        receiver = function.receiver
        kind = methodsets.underlying(self._types, receiver.type) if receiver is not None else None
        if receiver is None or not isinstance(kind, gotypes.Func):
            return
        for call in function.calls:
            if isinstance(call.function, ast.Name) and call.function.ref == receiver.ref:
                like = (f for f in self._functions.values() if f.type == kind and f is not function)
                self._held.setdefault(call.span, []).extend(like)

    def targets(self, call: ast.Call) -> list[GoFunction]:
        """The functions on the path that a call may mean."""
        callee = call.callee
        if callee is None:
            return self._held.get(call.span, [])
        key = callee.key
        if key in self._functions:
            return [self._functions[key]]
        declared = self._types.get(f"{callee.package}.{callee.receiver}")
        if declared is not None and declared.parameters:
            return [f for f in self._functions.values() if f.receiver is not None and _is_like(f, call)]
        keys = (f"{kind}.{callee.name}" for kind in self._implementers(f"{callee.package}.{callee.receiver}"))
        return [self._functions[k] for k in keys if k in self._functions]

    def _implementers(self, interface: str) -> tuple[str, ...]:
        """The names of the project's types that satisfy an interface of the project."""
        if interface not in self._implementing:
            declared = self._types.get(interface)
            kinds: tuple[gotypes.GoType, ...] = ()
            if declared is not None and isinstance(declared.underlying, gotypes.Interface):
                kinds = satisfaction.implementers(self._types, gotypes.Named(declared.package, declared.name))
            bare = (gotypes.bare(k) for k in kinds)
            self._implementing[interface] = tuple(f"{k.package}.{k.name}" for k in bare if isinstance(k, gotypes.Named))
        return self._implementing[interface]

    def given(self, ref: str, function: GoFunction, frame: Frame | None = None) -> Iterator[Given]:
        """What callers give for a parameter or the receiver, each with the caller; in a frame, what its call gives.

        For the error that a framework hands on, what its routes return.
        """
        at = next((at for at, p in enumerate(function.parameters) if p.ref == ref), None)
        receiver = function.receiver is not None and function.receiver.ref == ref
        if at is None and not receiver:
            return
        calls: Iterable[tuple[ast.Call, GoFunction, Frame | None]]
        if frame is not None and frame.target == function.key:
            calls = [(frame.call, frame.caller, frame.above)]
        else:
            calls = ((call, caller, None) for call, caller in self._callers.get(function.key, ()))
        last = at == len(function.parameters) - 1
        for call, caller, above in calls:
            if at is not None:
                taken = call.arguments[at:] if last and function.type.variadic else call.arguments[at : at + 1]
                yield from ((argument, caller, above) for argument in taken)
            elif isinstance(call.function, ast.Selector):
                yield call.function.operand, caller, above
        if at is not None and function.key not in self._callers:
            yield from self._failed(function, function.parameters[at].type)

    def gathered(self) -> Iterator[Given]:
        """The errors that routes give to a framework's context, for what answers for them later."""
        for function in self._functions.values():
            for call in function.calls:
                at = (call.callee.package, call.callee.receiver) if call.callee is not None else ("", "")
                if call.callee is not None and call.callee.name in GATHERS.get(at, ("", ()))[1] and call.arguments:
                    yield call.arguments[-1], function, None

    def _failed(self, function: GoFunction, kind: gotypes.GoType | None) -> Iterator[Given]:
        """What a framework gives for the error of a function that answers for failed routes: what these return."""
        requests = [p.type for p in function.parameters if any(is_of_package(p.type, *w) for w in WRITERS)]
        if kind != gotypes.ERROR or len(requests) != 1:
            return
        for route in self._functions.values():
            if [p.type for p in route.parameters] == requests and [r.type for r in route.results] == [gotypes.ERROR]:
                yield from ((value, route, None) for value in returned(route, 0))


def _is_like(method: GoFunction, call: ast.Call) -> bool:
    """True for a method that a call of a generic interface's may mean: its name and number of arguments tell."""
    named = call.callee is not None and method.name == call.callee.name
    return named and len(method.type.parameters) == len(call.arguments)
