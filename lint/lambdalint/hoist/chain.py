"""What leads to one value that a function uses: for values that are built when they are first needed."""

from __future__ import annotations

from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.hoist.uses import is_shared
from lambdalint.model.goast import Assign, Defer, Name
from lambdalint.model.gotypes import GoType, Interface, Map, Pointer, Slice
from lambdalint.record import NamedTuple


class Chain(NamedTuple):
    """Steps in source order; the function uses the value of the last one only.

    `failing` is the step whose error the function checks, if there is one. Where it isn't the last, its statement is
    in the same block, before the last one's, and declares what it sets. `region` is a parameter that they depend on.
    """

    steps: tuple[Step, ...]
    failing: Step | None
    region: Name | None

    @property
    def last(self) -> Step:
        return self.steps[-1]


def chains(removal: Removal) -> list[Chain]:
    """The chains of a plan: each step is in one of them. Raises RefusedError where they can't be told apart."""
    found = [_chain(step, removal) for step in removal.steps.values() if is_shared(step, removal)]
    moved = [id(step) for chain in found for step in chain.steps if not step.kept]
    if sorted(moved) != sorted(id(step) for step in removal.steps.values() if not step.kept):
        step = next(iter(removal.steps.values()))
        raise RefusedError(step.value.span, "it is used for more than one thing")
    checks = {id(removal.checks[id(c.failing.statement)]) for c in found if c.failing is not None}
    for node in removal.dropped.values():
        if id(node) not in checks and not isinstance(node, Defer):  # what closes it at the end goes
            raise RefusedError(node.span, "it is declared before it has a value")
    return found


def _chain(last: Step, removal: Removal) -> Chain:
    steps: dict[int, Step] = {}
    left = [last]
    regions: list[Name] = []
    while left:
        step = left.pop()
        own = step.target is None or step.target.ref.startswith("local:")
        if step.kind in ("run", "ping", "choice") or not own or step.inputs.fields:
            raise RefusedError(step.value.span, "more than making it is done with it")
        steps[id(step)] = step
        regions += [name for name in step.inputs.locals if name.ref in removal.family.parameters]
        left += [removal.made[name.ref] for name in step.inputs.locals if name.ref not in removal.family.parameters]
    ordered = sorted(steps.values(), key=lambda step: step.value.span.start)
    failing = [step for step in ordered if step.fails]
    if len(failing) > 1 or last.ignored or ordered[-1] is not last or any(step.kept for step in failing):
        raise RefusedError(last.value.span, "more than one of its parts can fail")
    if failing and failing[0] is not last:
        _takes_over(failing[0], last, removal)
    if len({name.ref for name in regions}) > 1:
        raise RefusedError(regions[1].span, f"it depends on {regions[1].name}, which is passed in")
    return Chain(tuple(ordered), failing[0] if failing else None, regions[0] if regions else None)


def _takes_over(failing: Step, last: Step, removal: Removal) -> None:
    """Raise RefusedError unless a function can have the last value where it has the one whose error it checks."""
    family, made = removal.family, failing.statement
    declares = isinstance(made, Assign) and made.op == ":=" and not made.declared
    if last.kind == "make":
        declares = declares and isinstance(last.statement, Assign) and last.statement.op == ":="
        declares = declares and family.above(last.statement) is family.above(made)
    start, end = made.span.start, last.value.span.start
    own = last.target
    if own is not None:
        others = (n for ref, names in family.names.items() if ref != own.ref for n in names)
        declares = declares and not any(n.name == own.name and start < n.span.start < end for n in others)
    if not declares or not isinstance(failing.target, Name):
        raise RefusedError(last.value.span, "it isn't made beside what it is made from")


def zero(kind: GoType | None) -> str | None:
    """What stands for no value of a type; None where that isn't known."""
    return "nil" if isinstance(kind, Pointer | Slice | Map | Interface) else None
