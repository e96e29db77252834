"""Properties of constructs as values of the model, with slots that write them in the words of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from lambdalint.frontends.script.language import Language, slot_at
from lambdalint.frontends.script.members import value_of
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Fields,
    Foreign,
    Instance,
    Items,
    Opaque,
    Thing,
    construct,
)
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

T = TypeVar("T")
Speller: TypeAlias = Callable[[object], str]

_SECONDS = {"millis": 0.001, "seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}


class Form:
    """How one kind of property is read and written. `probe` is a value that must be writable for a slot to exist."""

    def __init__(self, language: Language, words: Mapping[str, str] | None = None, path: str = "") -> None:
        self.language = language
        self.words = words or {}
        self.path = path

    def speller(self, file: str) -> Speller | None:
        """How a whole value is written in a file; None where the file doesn't know the class it needs."""
        if self.path == "core.Duration.seconds":
            if self.language.call(self.path, (1,), file) is None:
                return None
            return lambda value: self.language.call(self.path, (value,), file) or ""
        if not self.path:
            return self.language.literals(file)
        if self.language.member(self.path + ".X", file) is None:
            return None
        return lambda value: self.language.member(f"{self.path}.{self._constant(value)}", file) or ""

    def _constant(self, value: object) -> str:
        plain = value[0] if isinstance(value, tuple) and value else value
        return next((name for name, word in self.words.items() if word == plain), str(plain).upper())

    def value(self, thing: Foreign) -> Known[str] | None:
        """A constant of the class, with a slot for another one."""
        name = thing.path.rpartition(".")[2]
        word = self.words.get(name)
        if word is None or not thing.path.startswith(self.path + "."):
            return None
        return Known(word, thing.span, Slot(thing.name, "", "", lambda v: self.language.constant(self._constant(v))))


class Props:
    """The properties that a construct is made with. `at` is the number of the argument, where they are a whole one."""

    def __init__(self, call: Call, thing: Thing | None, language: Language, at: int | None = None) -> None:
        self.call = call
        self.at = at
        self.header = call.head
        self.language = language
        self.fields = thing if isinstance(thing, Fields) else None
        self.complete = thing is None or (isinstance(thing, Atom) and thing.value is None)
        if self.fields is not None:
            self.complete = self.fields.complete

    def get(self, name: str) -> Thing | None:
        """A property; None where it surely isn't set, Opaque where it may be."""
        thing = self.fields.get(name) if self.fields is not None else None
        if thing is None:
            return None if self.complete else Opaque(self.header, "it may be set")
        return None if isinstance(thing, Atom) and thing.value is None else thing

    def slot(self, name: str, speller: Speller | None) -> Slot | None:
        """Where a property that isn't there would be written."""
        if speller is None or not self.complete:
            return None
        if self.fields is None:
            added = self.language.addition(self.call, self.at, name) if self.at is not None else None
            return slot_at(added, speller)
        return slot_at(self.language.insertion(self.fields, name), speller) if name not in self.fields.fields else None

    def own(self, name: str, form: Form | None = None) -> Slot | None:
        """A slot that writes a property where these stand, wherever the value that it has comes from."""
        field = self.fields.fields.get(name) if self.fields is not None else None
        if self.fields is None or field is None or not self.complete:
            return None
        span = value_of(self.fields.literal, field.name)
        speller = (form or Form(self.language)).speller(self.fields.span.path)
        return Slot(span, "", "", speller) if span is not None and speller is not None else None

    def default(self, value: T, name: str, form: Form | None = None) -> Known[T]:
        """A value that nobody wrote."""
        file = self.fields.span.path if self.fields is not None else self.call.span.path
        speller = (form or Form(self.language)).speller(file)
        return Known(value, self.header, self.slot(name, speller), default=True)

    def inner(self, outer: str, name: str, default: str, kind: str) -> Value[str]:
        """A string in an object among the properties, which may lack it; `kind` is the class of that object."""
        given = self.nested(outer)
        if given.fields is not None:
            return given.text(name) or given.default(default, name)
        if self.get(outer) is not None:
            return unknown(self.get(outer))
        file = self.fields.span.path if self.fields is not None else self.call.span.path
        written = self.language.nested(kind, name, default, file)
        slot = self.slot(outer, lambda value: self.language.nested(kind, name, value, file) or "")
        return Known(default, self.header, slot if written is not None else None, default=True)

    def nested(self, name: str) -> Props:
        """An object among the properties."""
        return Props(self.call, self.get(name), self.language)

    def text(self, name: str) -> Value[str] | None:
        """A string; None where it isn't set."""
        thing = self.get(name)
        return as_text(thing) if thing is not None else None

    def number_or(self, name: str, default: int) -> Value[int]:
        """A whole number."""
        thing = self.get(name)
        if thing is None:
            return self.default(default, name)
        return self._own(as_number(thing))

    def flag_or(self, name: str, default: bool) -> Value[bool]:
        """True or false."""
        thing = self.get(name)
        if thing is None:
            return self.default(default, name)
        return as_flag(thing)

    def seconds_or(self, name: str, default: int) -> Value[int]:
        """A duration in seconds."""
        thing = self.get(name)
        if thing is None:
            return self.default(default, name, Form(self.language, path="core.Duration.seconds"))
        return self._own(as_seconds(thing, self.language))

    def _own(self, value: Value[int]) -> Value[int]:
        """A number that other constructs use too isn't written anew for one of them."""
        whole = self.fields.span if self.fields is not None else self.header
        if not isinstance(value, Known) or whole.contains(value.span) or value.span not in self.call.shared:
            return value
        return value._replace(slot=None)

    def size_or(self, name: str, default: int) -> Value[int]:
        """A size in MB."""
        thing = self.get(name)
        if thing is None:
            return Known(default, self.header, default=True)
        if isinstance(thing, Call) and thing.path in ("core.Size.mebibytes", "core.Size.gibibytes"):
            known = thing.argument(0)
            if isinstance(known, Atom) and isinstance(known.value, int):
                factor = 1024 if thing.path.endswith("gibibytes") else 1
                return Known(known.value * factor, known.span, known.slot if factor == 1 else None)
        return unknown(thing)

    def choice(self, name: str, form: Form) -> Value[str] | None:
        """A constant of a class; None where it isn't set."""
        thing = self.get(name)
        if thing is None:
            return None
        known = form.value(thing) if isinstance(thing, Foreign) else None
        return known or unknown(thing)


class Inner(Props):
    """Properties in an object among others, which is written with its first property where there is none.

    `kind` is the class of that object. What is set beside it counts as set in it.
    """

    def __init__(self, outer: Props, name: str, kind: str) -> None:
        super().__init__(outer.call, outer.get(name), outer.language)
        self._outer = outer
        self._name = name
        self._kind = kind

    def get(self, name: str) -> Thing | None:
        """A property; None where it surely isn't set."""
        beside = self._outer.fields.get(name) if self._outer.fields is not None else None
        return beside if beside is not None else super().get(name)

    def slot(self, name: str, speller: Speller | None) -> Slot | None:
        """Where a property that isn't there would be written."""
        if self.fields is not None or speller is None:
            return super().slot(name, speller)
        file = self.call.span.path
        written = self.language.nested(self._kind, name, 0, file) if self.complete else None
        if written is None:
            return None
        before, _, after = written.partition(self.language.literals(file)(0))
        return self._outer.slot(self._name, lambda value: before + speller(value) + after)


def unknown(thing: Thing | None) -> Unknown:
    """What isn't known, where it stands."""
    if isinstance(thing, Opaque):
        return Unknown(thing.span, thing.reason)
    if thing is None or isinstance(thing, Instance):
        return Unknown(Span("", 0, 0), "it isn't known")
    return Unknown(thing.span, "only deployment knows it")


def as_text(thing: Thing) -> Value[str]:
    """A string."""
    if isinstance(thing, Atom) and isinstance(thing.value, str):
        return Known(thing.value, thing.span, thing.slot, via=thing.via)
    if isinstance(thing, Atom) and isinstance(thing.value, int | float) and not isinstance(thing.value, bool):
        return Known(str(thing.value), thing.span, via=thing.via)
    return unknown(thing)


def as_number(thing: Thing) -> Value[int]:
    """A whole number."""
    value = thing.value if isinstance(thing, Atom) else None
    if not isinstance(thing, Atom) or not isinstance(value, int | float) or isinstance(value, bool):
        return unknown(thing)
    return Known(int(value), thing.span, thing.slot, via=thing.via) if float(value).is_integer() else unknown(thing)


def as_flag(thing: Thing) -> Value[bool]:
    """True or false."""
    if isinstance(thing, Atom) and isinstance(thing.value, bool):
        return Known(thing.value, thing.span, thing.slot, via=thing.via)
    return unknown(thing)


def as_seconds(thing: Thing, language: Language) -> Value[int]:
    """A duration, whatever unit it is written in."""
    if not isinstance(thing, Call) or not thing.path.startswith("core.Duration."):
        return unknown(thing)
    factor = _SECONDS.get(thing.path.rpartition(".")[2])
    count = thing.argument(0)
    if factor is None or not isinstance(count, Atom) or not isinstance(count.value, int | float):
        return unknown(thing)
    if factor == 1 and float(count.value).is_integer():
        return Known(int(count.value), count.span, count.slot, via=count.via)
    form = Form(language, path="core.Duration.seconds")
    speller = form.speller(thing.span.path)
    slot = Slot(thing.span, "", "", speller) if speller is not None else None
    return Known(int(count.value * factor), thing.span, slot)


def as_texts(thing: Thing | None) -> tuple[tuple[Value[str], ...], bool]:
    """The strings of a list, and whether those are all."""
    if thing is None:
        return (), True
    if isinstance(thing, Items):
        return tuple(as_text(item) for item in thing.items), thing.complete
    return (as_text(thing),) if isinstance(thing, Atom) else (), isinstance(thing, Atom)


def as_list(thing: Thing) -> Value[tuple[str, ...]]:
    """A list of strings; unknown unless all of it is known."""
    if not isinstance(thing, Items) or not thing.complete:
        return unknown(thing)
    texts = [as_text(item) for item in thing.items]
    words = tuple(text.value for text in texts if isinstance(text, Known))
    return Known(words, thing.span) if len(words) == len(texts) else unknown(thing)


def list_slot(thing: Items, props: Props, single: bool = False) -> Slot | None:
    """Where a list of strings is written anew: the list, where it spells its members.

    A list that is `single` has one member, which may be spelt elsewhere, by whoever calls a helper.
    """
    if all(not isinstance(item, Instance) and thing.span.contains(item.span) for item in thing.items):
        return thing.slot or Slot(thing.span, "", "", props.language.literals(thing.span.path))
    inner = as_text(thing.items[0]) if single and len(thing.items) == 1 else None
    if not isinstance(inner, Known) or inner.slot is None:
        return None
    spelled = inner.slot.spell
    return inner.slot._replace(spell=lambda value: spelled(value[0] if isinstance(value, tuple) else value))


def path_of(thing: Thing | None) -> str:
    """The class of a construct or the function that was called; empty for anything else."""
    call = construct(thing)
    return call.path if call is not None else thing.path if isinstance(thing, Foreign) else ""


def props_of(thing: Thing | None) -> Fields | None:
    """The last argument of a call, where it is an object."""
    call = construct(thing)
    last = call.arguments[-1] if call is not None and call.arguments else None
    return last if isinstance(last, Fields) else None
