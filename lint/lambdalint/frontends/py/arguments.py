"""Keyword arguments, and calls of constructs as TypeScript makes them: places first, then properties."""

from __future__ import annotations

from lambdalint.frontends.py.names import DEFAULT, GRANTED, STRUCTS, camel, places
from lambdalint.frontends.script.values import Atom, Field, Fields, Thing


class Named(Fields):
    """The keyword arguments of a call, under Python's names. `literal` is the call."""


def shaped(path: str, arguments: list[Thing], new: bool) -> list[Thing]:
    """The arguments of a call of something foreign: those by place, then an object of all others.

    `path` is what is called: that of a class or function, or the name of a method.
    """
    named = arguments[-1] if arguments and isinstance(arguments[-1], Named) else None
    if named is None:
        return arguments
    plain = [argument for argument in arguments if argument is not named]
    given = as_fields(named)
    order = places(path, new)
    for alias in GRANTED & given.fields.keys() if order == ("grantee",) else ():
        given.fields["grantee"] = given.fields.pop(alias)
    while len(plain) < len(order) and order[len(plain)] in given.fields:
        plain.append(given.fields.pop(order[len(plain)]).value)
    if order not in DEFAULT and (given.fields or not given.complete):
        plain += [Atom(None, named.span) for _ in order[len(plain) :]]
    own = 1 if path.startswith("pulumi.") else 2
    extensible = new and (len(plain) == own or path.endswith("EventSource"))
    return [*plain, given] if given.fields or not given.complete or extensible else plain


def as_fields(named: Fields) -> Fields:
    """The same under the names of TypeScript, also in dictionaries that stand for properties."""
    fields: dict[str, Field] = {}
    for name, field in named.fields.items():
        word = camel(name)
        value = field.value
        if word in STRUCTS and isinstance(value, Fields):
            value = as_fields(value)
        fields[word] = field._replace(value=value)
    return Fields(fields, named.span, named.complete, named.literal)
