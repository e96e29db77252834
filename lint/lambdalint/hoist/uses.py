"""What a function still does with the names whose values it gives to start-up."""

from __future__ import annotations

from lambdalint.hoist.removal import Removal
from lambdalint.hoist.step import Step
from lambdalint.model.goast import Name


def is_shared(step: Step, removal: Removal) -> bool:
    """True for a value that the function still uses."""
    if step.target is None:
        return step.kind in ("make", "inside")
    return is_used(step.target, step, removal)


def is_used(target: Name, step: Step, removal: Removal) -> bool:
    """True for a name that the function still uses, and for a package variable that gets its value."""
    if target.ref.startswith("var:"):
        return step.kind in ("make", "choice")
    left = (n for n in removal.family.names.get(target.ref, ()) if not removal.is_gone(n.span))
    return not step.kept and any(left)


def other_names(own: str, removal: Removal) -> set[str]:
    """Names that mean something else in the function than the local `own`."""
    family = removal.family
    found = {n.name for ref, listed in family.names.items() if ref != own for n in listed[:1]}
    return found | {p.name for m in family.members for p in (*m.parameters, *m.results)}
