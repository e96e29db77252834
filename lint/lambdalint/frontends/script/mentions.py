"""The words of code that isn't followed: what it doesn't mention, it leaves as it is."""

from __future__ import annotations

from lambdalint.frontends.script.values import Closure, Fields, Instance, Thing

_LARGEST = 100_000  # parts of the code


def mentioned(thing: Thing | None) -> frozenset[str] | None:
    """The words of a function, class or object of the project, in lower case; None where it isn't known whole."""
    if isinstance(thing, Fields):
        inner = [mentioned(field.value) or frozenset() for field in thing.fields.values()]
        return frozenset(name.lower() for name in thing.fields).union(*inner) if thing.complete else None
    closure = thing.kind if isinstance(thing, Instance) else thing
    code = closure.code if isinstance(closure, Closure) else None
    if code is None or getattr(code, "base", None) is not None:
        return None
    found: set[str] = set()
    waiting = [code]
    for _ in range(_LARGEST):
        if not waiting:
            return frozenset(found)
        node = waiting.pop()
        if isinstance(node, str):
            found.add(node.removeprefix("Properties.").partition(".")[0].replace("_", "").lower())
        elif isinstance(node, tuple):
            waiting += node
    return None
