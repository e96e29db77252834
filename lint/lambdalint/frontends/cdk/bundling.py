"""Where the settings of a build that the app runs are written: words, flags, variables."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from lambdalint.frontends.cdk.reading import Props
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.language import slot_at
from lambdalint.frontends.script.values import Atom, Fields, Items, Thing
from lambdalint.model.infra import ScriptPiece
from lambdalint.source import Span
from lambdalint.value import Slot


def switched(literal: Callable[[object], str]) -> Callable[[object], str]:
    """How a flag that is true or false is written, given as `1` or `0`."""
    return lambda value: literal(value == "1")


def apart(words: list[Atom], whole: Span) -> Iterator[ScriptPiece]:
    """The pieces of a command of words; none where one isn't written in the list."""
    places = [inside(word) if word.slot is not None and whole.contains(word.span) else None for word in words]
    for number, (word, place) in enumerate(zip(words, places, strict=True)):
        if place is None or None in places:
            return
        if number:
            yield ScriptPiece(" ", place._replace(end=place.start), False)
        spelled = shlex.quote(str(word.value))
        yield ScriptPiece(spelled, place, spelled == word.value)


def inside(literal: Atom) -> Span | None:
    """What stands between the quotes of a text, where that spells it byte by byte."""
    inner = literal.span._replace(start=literal.span.start + 1, end=literal.span.end - 1)
    return inner if len(str(literal.value).encode()) == inner.end - inner.start else None


def word_slot(survey: Survey, words: Sequence[str], pieces: Sequence[ScriptPiece]) -> Slot | None:
    """Where a further flag is written, given as text, in a command of which each word is a text of its own."""
    places = [at for at, pair in enumerate(pairwise(words), 1) if pair == ("go", "build")]
    if len(places) != 1 or not pieces or words[places[0] + 1 :][:1] == ("-C",):
        return None
    quoted = [p.span._replace(start=p.span.start - 1, end=p.span.end + 1) for p in pieces[2 * places[0] :: 2]]
    return survey.language.further(quoted[0], quoted[1] if len(quoted) > 1 else None)


def variables_of(survey: Survey, bundling: Thing | None) -> Callable[[str], Slot | None] | None:
    """What gives, for the name of a variable that isn't set, where it is set beside a command."""
    if not isinstance(bundling, Fields) or not bundling.complete:
        return None
    own, language, file = bundling.get("environment"), survey.language, bundling.span.path

    def room(name: str) -> Slot | None:
        if own is None:
            if language.mapping(name, "", file) is None:
                return None
            place = language.insertion(bundling, "environment")
            return slot_at(place, lambda value: language.mapping(name, str(value), file) or "")
        if not isinstance(own, Fields) or not own.complete or not bundling.span.contains(own.span):
            return None
        return slot_at(language.insertion(own, name), language.literals(file))

    return room


def variables_in(survey: Survey, own: Thing | None) -> Callable[[str], Slot | None] | None:
    """The same for an object that holds the variables, and maybe others that come first."""
    if not isinstance(own, Fields) or own.literal is None:
        return None
    language, file = survey.language, own.span.path
    return lambda name: slot_at(language.insertion(own, name), language.literals(file))


def is_own(flags: Items, props: Props) -> bool:
    """True for flags that no other construct is made with: they stand among the properties, or are handed on."""
    if props.fields is not None and props.fields.span.contains(flags.span):
        return True
    words = [item.span for item in flags.items if isinstance(item, Atom) and flags.span.contains(item.span)]
    return len(words) == len(flags.items) > 0 and props.call.shared.isdisjoint(words)


def flag_slot(survey: Survey, props: Props, bundling: Props) -> Slot | None:
    """Where a further flag is written, given as text."""
    flags, name = bundling.get("goBuildFlags"), "goBuildFlags"
    literal = survey.language.literals(props.header.path)
    if isinstance(flags, Items):
        words = tuple(item.value for item in flags.items if isinstance(item, Atom))
        return Slot(flags.span, "", "", lambda flag: literal((*words, flag))) if is_own(flags, props) else None
    if flags is not None or props.fields is None:
        return None
    file = props.fields.span.path
    if bundling.fields is not None:
        own = props.fields.span.contains(bundling.fields.span)
        return bundling.slot(name, lambda flag: literal((flag,))) if own else None
    kind = "lambdago.BundlingOptions"
    language = survey.language
    if language.nested(kind, name, ("",), file) is None:
        return None
    return props.slot("bundling", lambda flag: language.nested(kind, name, (flag,), file) or "")
