"""Which processor a function runs on, and where a function is given that, and its time, for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lambdalint.fix import Edit
from lambdalint.frontends.cdk.reading import Props, as_text
from lambdalint.frontends.sst.wishes import Components, Wish, first, own_properties
from lambdalint.value import Known, Slot, Unknown, Value

_WORDS = {"arm_64": "arm64", "x86_64": "x86_64"}
_OURS = {meant: word for word, meant in _WORDS.items()}


def architectures(components: Components, wish: Wish) -> Value[tuple[str, ...]]:
    """The words are those of Lambda in version 3; others mean nothing to version 2."""
    second = components.version == 2
    ours = _OURS if second else {}
    thing, _ = first(wish, "architecture")
    if thing is None:
        return Known(("x86_64",), wish.span, _room(components, wish, ours), default=True)
    known = as_text(thing)
    if not isinstance(known, Known):
        return known
    if second and known.value not in _WORDS:
        return Unknown(known.span, "it is ignored")
    slot = known.slot
    if slot is not None:
        written = slot.spell
        slot = slot._replace(spell=lambda value: written(_said(value, ours)))
    return Known((_WORDS[known.value] if second else known.value,), known.span, slot, via=known.via)


def _room(components: Components, wish: Wish, words: Mapping[str, str]) -> Slot | None:
    """Where a function without a processor is given one: among its own properties, or where its kind is set for all.

    A function that is only named, of a kind that others share, gets properties.
    """
    own, (_, kind) = own_properties(wish), first(wish, "runtime")
    falling = [] if kind is None or kind is own else components.falling_back(kind, "architecture")
    if any(other.bare is not None for other in falling):
        alike = all(_is_same(first(other, "runtime")[1], kind) for other in falling)
        common = kind.slot("architecture", _quoted(kind, components, words)) if alike and kind is not None else None
        if common is not None:
            return common
    if own is not None:
        return own.slot("architecture", _quoted(own, components, words))
    return _named(components, wish, "architecture", lambda value: _said(value, words))


def own_time(components: Components, wish: Wish) -> Slot | None:
    """Where a function is given a timeout of its own."""
    own = own_properties(wish)
    if own is None:
        return _named(components, wish, "timeout", lambda value: f"{value} seconds")
    if own.fields is None or own.get("timeout") is not None:
        return None
    literal = components.language.literals(own.fields.span.path)
    return own.slot("timeout", lambda value: literal(f"{value} seconds"))


def _named(components: Components, wish: Wish, name: str, said: Callable[[object], str]) -> Slot | None:
    """Where version 2 gives a property to a function that is only named."""
    whole = components.props(wish.component).fields
    if components.version != 2 or wish.bare is None or whole is None or not whole.span.contains(wish.bare):
        return None
    literal = components.language.literals(wish.bare.path)
    start, end = wish.bare._replace(end=wish.bare.start), wish.bare._replace(start=wish.bare.end)
    around = (Edit(start, "{ function: { handler: "),)
    return Slot(end, f", {name}: ", " } }", lambda value: literal(said(value)), around)


def _is_same(one: Props | None, other: Props | None) -> bool:
    return one is not None and other is not None and one.fields is other.fields


def _said(value: object, words: Mapping[str, str]) -> str:
    plain = str(value[0] if isinstance(value, tuple) else value)
    return words.get(plain, plain)


def _quoted(own: Props, components: Components, words: Mapping[str, str]) -> Callable[[object], str] | None:
    if own.fields is None:
        return None
    literal = components.language.literals(own.fields.span.path)
    return lambda value: literal(_said(value, words))
