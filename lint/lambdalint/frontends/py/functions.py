"""Python's own functions, of values alone: nothing is called back, nothing is changed."""

from __future__ import annotations

import itertools
import math
import posixpath
from collections.abc import Callable

from lambdalint.frontends.script import arithmetic
from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.values import Atom, Fields, Items, Member, Opaque, Text, Thing
from lambdalint.source import Span
from lambdalint.syntax.pyexpressions import ITERATED

LIMIT = 500
NOT_HERE = "it isn't computed here"


def parts(target: Fields, name: str, span: Span) -> Items:
    """The `keys`, `values` or `items` of a dictionary."""
    found: list[Thing] = []
    for key, field in target.fields.items():
        word = Atom(key, field.name)
        found.append({"keys": word, "values": field.value}.get(name) or Items([word, field.value], field.name))
    return Items(found, span, target.complete)


def iterated(arguments: list[Thing], span: Span) -> Thing:
    """What a loop runs over."""
    given = arguments[0] if arguments else Items([], span)
    if isinstance(given, Fields):
        return parts(given, "keys", span)
    return given if isinstance(given, Items) else Opaque(span, "the list isn't known")


def _listed(arguments: list[Thing], span: Span) -> Thing:
    found = iterated(arguments, span)
    return Items(found.items, found.span, found.complete) if isinstance(found, Items) else found


def _reordered(arguments: list[Thing], span: Span) -> Thing:
    """The same members in another order, which nothing here depends on."""
    found = _listed(arguments, span)
    return found if isinstance(found, Items) and found.complete else Opaque(span, NOT_HERE)


def _enumerate(arguments: list[Thing], span: Span) -> Thing:
    found = iterated(arguments, span)
    if not isinstance(found, Items) or len(arguments) != 1:
        return Opaque(span, NOT_HERE)
    return Items([Items([Atom(at, span), item], span) for at, item in enumerate(found.items)], span, found.complete)


def _lists(arguments: list[Thing], span: Span) -> list[list[Thing]] | None:
    """The members of several lists; None unless all of them are known."""
    lists = [found for a in arguments if isinstance(found := iterated([a], span), Items) and found.complete]
    return [one.items for one in lists] if len(lists) == len(arguments) else None


def _zip(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    if lists is None:
        return Opaque(span, NOT_HERE)
    return Items([Items(row, span) for row in zip(*lists, strict=False)], span)


def _product(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    if lists is None or math.prod(map(len, lists)) > LIMIT:
        return Opaque(span, NOT_HERE)
    return Items([Items(row, span) for row in itertools.product(*lists)], span)


def _chain(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    return Items([*itertools.chain(*lists)], span) if lists is not None else Opaque(span, NOT_HERE)


def _chained(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    return _chain(lists[0], span) if lists else Opaque(span, NOT_HERE)


def _range(arguments: list[Thing], span: Span) -> Thing:
    numbers = [a.value for a in arguments if isinstance(a, Atom) and isinstance(a.value, int)]
    if len(numbers) != len(arguments) or not 1 <= len(numbers) <= 3 or 0 in numbers[2:]:
        return Opaque(span, NOT_HERE)
    rounds = range(*numbers)
    return Items([Atom(at, span) for at in rounds[:LIMIT]], span, len(rounds) <= LIMIT)


def _len(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    if isinstance(given, Items | Fields) and given.complete:
        return Atom(len(given.items if isinstance(given, Items) else given.fields), span)
    if isinstance(given, Atom) and isinstance(given.value, str):
        return Atom(len(given.value), span)
    return Opaque(span, NOT_HERE)


def _text(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    if isinstance(given, Atom):
        return given if isinstance(given.value, str) else Atom(str(given.value), span)
    return given if isinstance(given, Text | Member) else Opaque(span, NOT_HERE)


def _int(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    value = given.value if isinstance(given, Atom) else None
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return Atom(int(value), span)
    return Atom(int(value), span) if isinstance(value, int | float) and abs(value) < 1e15 else Opaque(span, NOT_HERE)


def _same(arguments: list[Thing], span: Span) -> Thing:
    return arguments[0] if arguments else Atom(None, span)


def _copy(arguments: list[Thing], span: Span) -> Thing:
    given = _same(arguments, span)
    if isinstance(given, Fields):
        return Fields(given.fields, given.span, given.complete)
    return Items(given.items, given.span, given.complete) if isinstance(given, Items) else given


def _nothing(arguments: list[Thing], span: Span) -> Thing:
    del arguments
    return Atom(None, span)


def _words(arguments: list[Thing]) -> list[str] | None:
    words = [a.value for a in arguments if isinstance(a, Atom) and isinstance(a.value, str)]
    return words if words and len(words) == len(arguments) else None


def _join(arguments: list[Thing], span: Span) -> Thing:
    words = _words(arguments)
    return Atom(posixpath.normpath(posixpath.join(*words)), span) if words else Opaque(span, "the path isn't known")


def _dirname(arguments: list[Thing], span: Span) -> Thing:
    words = _words(arguments)
    return Atom(posixpath.dirname(words[0]) or ".", span) if words else Opaque(span, "the path isn't known")


def _basename(arguments: list[Thing], span: Span) -> Thing:
    words = _words(arguments)
    return Atom(posixpath.basename(words[0]), span) if words else Opaque(span, "the path isn't known")


def _here(arguments: list[Thing], span: Span) -> Thing:
    del arguments
    return Atom(".", span)


def _concatenated(arguments: list[Thing], span: Span) -> Thing:
    return joined(arguments, span)


def _json(arguments: list[Thing], span: Span) -> Thing:
    return Text((arguments[0],), span) if arguments else Opaque(span, NOT_HERE)


FUNCTIONS: dict[str, Callable[[list[Thing], Span], Thing]] = {
    ITERATED: iterated,
    "list": _listed,
    "tuple": _listed,
    "set": _reordered,
    "frozenset": _reordered,
    "sorted": _reordered,
    "reversed": _reordered,
    "enumerate": _enumerate,
    "zip": _zip,
    "itertools.product": _product,
    "itertools.chain": _chain,
    "itertools.chain.from_iterable": _chained,
    "range": _range,
    "len": _len,
    "str": _text,
    "os.fspath": _text,
    "int": _int,
    "abs": arithmetic.ABSOLUTE,
    "max": arithmetic.LARGEST,
    "min": arithmetic.SMALLEST,
    "round": arithmetic.HALVES_EVEN,
    "math.ceil": arithmetic.CEILING,
    "math.floor": arithmetic.FLOOR,
    "print": _nothing,
    "copy.copy": _copy,
    "copy.deepcopy": _copy,
    "typing.cast": lambda arguments, span: arguments[-1] if arguments else Atom(None, span),
    "os.path.join": _join,
    "os.path.dirname": _dirname,
    "os.path.basename": _basename,
    "os.path.abspath": _same,
    "os.path.realpath": _same,
    "os.path.normpath": _same,
    "pathlib.Path": _join,
    "pathlib.PurePath": _join,
    "pathlib.Path.cwd": _here,
    "os.getcwd": _here,
    "json.dumps": _json,
    "pulumi.pulumi.Output.concat": _concatenated,
    "pulumi.pulumi.Output.json_dumps": _json,
}
