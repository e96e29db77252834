"""Which types a helper works on: what callers give for its type parameters, and for parameters that take anything."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.golang.flow.index import CallSite, parameter_at
from lambdalint.golang.flow.origins import Flow
from lambdalint.golang.flow.places import outermost
from lambdalint.model.goast import Expr, Name, TypeName
from lambdalint.model.gotypes import Basic, Func, GoType, Interface, Map, Pointer, Slice, Tuple, TypeParameter, bare
from lambdalint.record import NamedTuple

_MOST = 200  # steps; helpers around such libraries have a handful of callers


class _Step(NamedTuple):
    """A type in a function, and the expression that has it where there is one."""

    kind: GoType | None
    expression: Expr | None
    function: str


def instances(flow: Flow, expression: Expr | None, kind: GoType | None, function: str) -> Iterator[GoType | None]:
    """The types of an expression (or where there is none, what `kind` stands for) in a function of the program.

    None where one can't be told. A helper that nobody calls works on nothing.
    """
    stack = [_Step(kind, expression, function)]
    seen: set[tuple[str, str]] = set()
    for _ in range(_MOST):
        if not stack:
            return
        step = stack.pop()
        target = bare(step.kind)
        if isinstance(target, TypeParameter):
            owner, place = outermost(step.function), target.name
        elif target is None or isinstance(target, Interface) or target == Basic("any"):
            owner, place = _parameter(flow, step)
        else:
            yield target
            continue
        if not owner:
            yield None
        elif (owner, place) not in seen:
            seen.add((owner, place))
            by_name = isinstance(target, TypeParameter)
            for site in flow.calls_of(owner):
                stack += _named(flow, owner, place, site) if by_name else _handed(flow, owner, int(place), site)
    yield None


def _parameter(flow: Flow, step: _Step) -> tuple[str, str]:
    """The function whose parameter an expression is, and which one; empty for others."""
    if not isinstance(step.expression, Name):
        return "", ""
    place = flow.index.place(step.expression, step.function)
    owner, position = flow.parameters(step.function).get(place, ("", -1))
    return (owner, str(position)) if position >= 0 and not flow.writes(place) else ("", "")


def _handed(flow: Flow, owner: str, position: int, site: CallSite) -> Iterator[_Step]:
    helper = flow.universe.function(owner)
    given = parameter_at(helper, site.call, position) if helper is not None else ()
    for argument in given:
        yield _Step(None if isinstance(argument, TypeName) else argument.type, argument, site.function)
    if not given:
        yield _Step(None, None, site.function)


def _named(flow: Flow, owner: str, name: str, site: CallSite) -> Iterator[_Step]:
    """What a call gives for the type parameter of that name: read off what goes in and comes out, or as written."""
    helper = flow.universe.function(owner)
    given = site.call.type_arguments
    kind: GoType | None = None
    if helper is not None:
        pairs: list[tuple[GoType | None, GoType | None]] = list(
            zip(helper.type.results, _members(site.call.type), strict=False)
        )
        for declared, argument in zip(helper.type.parameters, site.call.arguments, strict=False):
            pairs.append((declared, None if isinstance(argument, TypeName) else argument.type))
        kind = next((met for declared, actual in pairs if (met := _met(declared, actual, name)) is not None), None)
    if kind is None and len(given) == 1:
        kind = given[0]
    yield _Step(kind, None, site.function)


def _members(kind: GoType | None) -> tuple[GoType | None, ...]:
    return kind.members if isinstance(kind, Tuple) else (kind,)


def _met(declared: GoType | None, actual: GoType | None, name: str) -> GoType | None:
    """What stands in a type where another has the type parameter."""
    while declared is not None and actual is not None:
        if isinstance(declared, TypeParameter):
            return actual if declared.name == name else None
        if isinstance(declared, Func) and isinstance(actual, Func):
            ways = zip(declared.results, actual.results, strict=False)
            declared, actual = next(ways, (None, None))
        elif isinstance(declared, (Map, Pointer, Slice)) and type(declared) is type(actual):
            declared, actual = declared.element, actual.element
        else:
            return None
    return None
