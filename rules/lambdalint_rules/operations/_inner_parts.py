"""What a value holds of an event and shows when it is printed: a command with the body in a field, a list of orders."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Origin, Project, gotypes, is_shown, methodsets
from lambdalint.data import go_loggers as loggers
from lambdalint_rules.operations._own_loggers import Shown


def inner_parts(project: Project, shown: Shown, origins: frozenset[Origin]) -> Iterator[tuple[str, ...]]:
    """The paths from the event to what stands in the parts of a value that a log line shows."""
    if shown.path:
        return
    for origin in origins:
        steps = (origin.field, *origin.below)
        if origin.source == "event" and origin.held is not None and _is_printed(project, shown, steps):
            yield origin.held


def _is_printed(project: Project, shown: Shown, steps: tuple[str, ...]) -> bool:
    types, kind = project.code.types, shown.value.type
    under = methodsets.underlying(types, kind)
    if under == gotypes.STRING or (isinstance(under, gotypes.Slice) and under.element in _BYTES):
        return True  # the text that an encoder made of what it shows
    if isinstance(under, gotypes.Map):
        return False  # what was put into a local one is looked at by itself
    callee = shown.written.callee
    plain = callee is not None and (callee.package in loggers.TEXT_ONLY or callee.name.endswith("f"))
    return is_shown(types, kind, steps, True) and (plain or is_shown(types, kind, steps, False))


_BYTES = (gotypes.Basic("byte"), gotypes.Basic("uint8"))
