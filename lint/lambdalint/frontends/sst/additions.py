"""What a program of SST gives to functions after it made them: variables, bindings, permissions."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.script.values import Atom, Call, Items, Member, Thing, construct
from lambdalint.frontends.sst.wishes import Components, Wish

_VARIABLES = frozenset({"addEnvironment", "bind"})
_EVERYWHERE = frozenset({"addDefaultFunctionEnv", "addDefaultFunctionBinding"})
_PERMISSIONS = frozenset({"attachPermissions"})


def variables(components: Components, wish: Wish) -> tuple[tuple[Call, ...], bool]:
    """The calls that add one known variable each, and whether all that is added is known."""
    known, whole = [], True
    for call in components.calls:
        name = call.callee.name if isinstance(call.callee, Member) else call.path.rpartition(".")[2]
        if name in _EVERYWHERE:
            whole = False
        if name in _VARIABLES and _concerns(call, wish):
            word = call.argument(0)
            named = isinstance(word, Atom) and isinstance(word.value, str)
            if name == "addEnvironment" and named and _is_own(call, wish) and call.always_with(wish.component):
                known.append(call)
            else:
                whole = False
    return tuple(known), whole


def permissions(components: Components, wish: Wish) -> Iterator[Thing]:
    """The lists, or the one word, of permissions that a component's functions are given later."""
    for call in components.calls:
        given = call.argument(0)
        method = isinstance(call.callee, Member) and call.callee.name in _PERMISSIONS
        if method and isinstance(given, Items | Atom) and _is_own(call, wish):
            yield given


def _is_own(call: Call, wish: Wish) -> bool:
    """True for a method of the component itself."""
    return isinstance(call.callee, Member) and construct(call.callee.target) is wish.component


def _concerns(call: Call, wish: Wish) -> bool:
    """True unless a method is one of another component: it may be of what a component gives, or of anything."""
    target = construct(call.callee.target) if isinstance(call.callee, Member) else None
    while target is not None and not target.new and isinstance(target.callee, Member):
        target = construct(target.callee.target)
    return target is None or not target.new or target is wish.component
