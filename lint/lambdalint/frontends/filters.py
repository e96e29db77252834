"""What rules and notifications let through, from whatever text a dialect writes them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.frontends import iam
from lambdalint.model.triggers import Filter
from lambdalint.value import Known, Value

_FIELDS = ("source", "detail-type")
_EVENT = "eventName"


def of_pattern(pattern: iam.Node | None) -> tuple[Filter, ...]:
    """The filters of an event pattern. Fields that are matched by more than plain values have none."""
    return tuple(_filters(pattern, _FIELDS))


def of_records(patterns: Iterable[iam.Node]) -> tuple[Filter, ...]:
    """The filter on the event's name of a stream's filter patterns, of which any may match."""
    found = [tuple(_filters(pattern, (_EVENT,))) for pattern in patterns]
    if not found or not all(found):
        return ()
    return (Filter(_EVENT, tuple(value for (one,) in found for value in one.values)),)


def of_notifications(names: Iterable[Value[str]]) -> tuple[Filter, ...]:
    """The filter that a bucket's notifications are: names such as `s3:ObjectCreated:*`."""
    listed = list(names)
    known = [name for name in listed if isinstance(name, Known)]
    if not known or len(known) < len(listed):
        return ()
    return (Filter(_EVENT, tuple(name._replace(value=name.value.removeprefix("s3:")) for name in known)),)


def is_off(enabled: Value[bool] | None, state: Value[str] | None = None) -> bool:
    """True for a rule or schedule that is switched off, or may be: by a flag, or by a state such as `DISABLED`."""
    if enabled is not None and not (isinstance(enabled, Known) and enabled.value):
        return True
    return state is not None and not (isinstance(state, Known) and state.value.startswith("ENABLED"))


def _filters(pattern: iam.Node | None, fields: Iterable[str]) -> Iterator[Filter]:
    for field in fields:
        listed = pattern.get(field) if isinstance(pattern, iam.Entries) else None
        if not isinstance(listed, iam.Listing) or not listed.complete or not listed.items:
            continue
        values = tuple(i for i in listed.items if isinstance(i, Known) and isinstance(i.value, str))
        if len(values) == len(listed.items):
            yield Filter(field, values)
