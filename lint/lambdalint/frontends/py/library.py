"""What Python's own types and functions do with values that are known."""

from __future__ import annotations

import itertools
import math
import posixpath
from collections.abc import Callable

from lambdalint.frontends.py.arguments import Named
from lambdalint.frontends.py.texts import of_text, paths
from lambdalint.frontends.script import arithmetic
from lambdalint.frontends.script.operators import joined
from lambdalint.frontends.script.places import absolute
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Closure, Field, Fields, Foreign, Items, Member, Opaque, Text, Thing
from lambdalint.source import Span
from lambdalint.syntax.pyexpressions import ITERATED

_LIMIT = 500
_NOT_HERE = "it isn't computed here"


def method(run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    """A method of a known value or a function of the library; None where it isn't known."""
    plain = [argument for argument in arguments if not isinstance(argument, Named)]
    if isinstance(target, Foreign):
        return _of_library(run, f"{target.path}.{name}" if name else target.path, arguments, span)
    if isinstance(target, Items):
        return _of_list(run, target, name, plain, span)
    if isinstance(target, Fields):
        return _of_dictionary(run, target, name, arguments, span)
    if isinstance(target, Atom | Text):
        return of_text(target, name, arguments, span)
    if isinstance(target, Opaque):
        _call_back(run, plain, span)
        return Opaque(span, target.reason)
    return None


def attribute(target: Thing, name: str, span: Span) -> Thing | None:
    """An attribute of a known value."""
    if isinstance(target, Foreign):
        if target.path == "os" and name in ("sep", "environ"):
            return Atom("/", span) if name == "sep" else Opaque(span, "only the environment knows it")
        return Opaque(span, "only the command line knows it") if (target.path, name) == ("sys", "argv") else None
    if not isinstance(target, Atom) or not isinstance(target.value, str):
        return None
    if name == "value":
        return target  # of a member of an enumeration
    if name == "parent":
        return Atom(posixpath.dirname(target.value) or ".", span)
    if name == "parents":
        return Items([Atom(path, span) for path in paths(target.value)], span)
    return None


def _call_back(run: State, arguments: list[Thing], span: Span) -> None:
    """Functions given to something that isn't known may run, with what isn't known."""
    for argument in arguments:
        if isinstance(argument, Closure) and id(argument.code) not in run.used:
            run.doubts.enter()
            run.invoke(argument, [Opaque(span, "only the running program knows it")] * 3, span)
            run.doubts.leave(span)


# -- lists and dictionaries ------------------------------------------------------------------------------------------


def _of_list(run: State, target: Items, name: str, arguments: list[Thing], span: Span) -> Thing:
    first = arguments[0] if arguments else None
    if name == "copy":
        return Items(target.items, target.span, target.complete)
    if run.doubts.now:
        run.doubts.changed(target, "")
    if name in ("append", "insert") and arguments:
        target.items.append(arguments[-1])
        target.complete = target.complete and name == "append"
    elif name == "extend" and isinstance(first, Items):
        target.items += first.items
        target.complete = target.complete and first.complete
    elif name not in ("index", "count"):
        target.complete = False
    return Opaque(span, _NOT_HERE)


def _of_dictionary(run: State, target: Fields, name: str, arguments: list[Thing], span: Span) -> Thing:
    first = arguments[0] if arguments else None
    word = first.value if isinstance(first, Atom) else None
    if name in ("items", "keys", "values"):
        return _parts(target, name, span)
    if name == "copy":
        return Fields(target.fields, target.span, target.complete)
    if name in ("get", "setdefault", "pop") and isinstance(word, str):
        return _taken(run, target, name, word, arguments, span)
    if name == "update":
        for argument in arguments:
            _update(run, target, argument, span)
        return Atom(None, span)
    _forget(target, span)
    return Opaque(span, _NOT_HERE)


def _taken(run: State, target: Fields, name: str, word: str, arguments: list[Thing], span: Span) -> Thing:
    """`get`, `pop` and `setdefault` of an entry."""
    found: Thing | None = target.get(word)
    if found is None and target.complete:
        found = arguments[1] if len(arguments) > 1 and not isinstance(arguments[1], Named) else Atom(None, span)
    known = found if found is not None else Opaque(span, "it isn't known")
    if name == "setdefault":
        run.set_member(target, word, known, span)
    elif name == "pop" and (run.doubts.now or not target.complete):
        run.set_member(target, word, Opaque(span, "it isn't known whether it is set"), span)
    elif name == "pop":
        target.fields.pop(word, None)
    return known


def _update(run: State, target: Fields, given: Thing, span: Span) -> None:
    if not isinstance(given, Fields) or not given.complete:
        _forget(target, span)
    for name, field in given.fields.items() if isinstance(given, Fields) else ():
        run.set_member(target, name, field.value, field.name)
        if not run.doubts.now:
            target.fields[name] = field


def _forget(target: Fields, span: Span) -> None:
    for name, field in target.fields.items():
        target.fields[name] = field._replace(value=Opaque(span, "it may have been changed"))
    target.complete = False


def _parts(target: Fields, name: str, span: Span) -> Items:
    parts: list[Thing] = []
    for key, field in target.fields.items():
        word = Atom(key, field.name)
        parts.append({"keys": word, "values": field.value}.get(name) or Items([word, field.value], field.name))
    return Items(parts, span, target.complete)


# -- functions -------------------------------------------------------------------------------------------------------


def _of_library(run: State, path: str, arguments: list[Thing], span: Span) -> Thing | None:
    known = _FUNCTIONS.get(path)
    plain = [argument for argument in arguments if not isinstance(argument, Named)]
    if known is not None:
        named = any(isinstance(a, Named) and (a.fields or not a.complete) for a in arguments)
        repeated = path == "itertools.product" and named
        return Opaque(span, _NOT_HERE) if repeated else known(plain, span)
    if path == "dict":
        return _dictionary(run, arguments, span)
    if path in ("field", "dataclasses.field"):
        return _field(run, arguments, span)
    if path in ("map", "filter") and len(plain) == 2:
        return _applied(run, path, plain, span)
    if path in ("os.environ.get", "os.getenv"):
        return Opaque(span, "only the environment knows it")
    return None


def _field(run: State, arguments: list[Thing], span: Span) -> Thing:
    """What a field of a data class is where nothing is given."""
    named = arguments[-1] if arguments and isinstance(arguments[-1], Named) else None
    given = named.get("default") if named is not None else None
    maker = named.get("default_factory") if named is not None else None
    if isinstance(maker, Closure):
        return run.invoke(maker, [], span)
    if isinstance(maker, Foreign) and maker.path in ("dict", "list"):
        return Fields({}, span) if maker.path == "dict" else Items([], span)
    return given if given is not None else Opaque(span, _NOT_HERE)


def _dictionary(run: State, arguments: list[Thing], span: Span) -> Thing:
    made = Fields({}, span)
    run.doubts.born(made)
    for argument in arguments:
        if isinstance(argument, Items):
            argument = _from_pairs(argument)
        if isinstance(argument, Fields):
            made.fields |= argument.fields
            made.complete = made.complete and argument.complete
        else:
            made.complete = False
    return made


def _from_pairs(pairs: Items) -> Fields:
    made = Fields({}, pairs.span, pairs.complete)
    for item in pairs.items:
        key = item.items[0] if isinstance(item, Items) and len(item.items) == 2 else None
        if isinstance(item, Items) and isinstance(key, Atom):
            gone = key.span._replace(end=key.span.start)
            made.fields[str(key.value)] = Field(key.span, None, item.items[1], gone)
        else:
            made.complete = False
    return made


def _applied(run: State, path: str, arguments: list[Thing], span: Span) -> Thing:
    closure, given = arguments
    over = _iterated([given], span)
    if not isinstance(closure, Closure) or not isinstance(over, Items):
        _call_back(run, [closure], span)
        return Opaque(span, _NOT_HERE)
    results: list[Thing] = []
    complete = over.complete
    for item in over.items[:_LIMIT]:
        result = run.invoke(closure, [item], span)
        if path == "map":
            results.append(result)
            continue
        known = run.truth(result)
        results += [item] if known else []
        complete = complete and known is not None
    return Items(results, span, complete)


def _iterated(arguments: list[Thing], span: Span) -> Thing:
    """What a loop runs over."""
    given = arguments[0] if arguments else Items([], span)
    if isinstance(given, Fields):
        return _parts(given, "keys", span)
    return given if isinstance(given, Items) else Opaque(span, "the list isn't known")


def _listed(arguments: list[Thing], span: Span) -> Thing:
    found = _iterated(arguments, span)
    return Items(found.items, found.span, found.complete) if isinstance(found, Items) else found


def _reordered(arguments: list[Thing], span: Span) -> Thing:
    """The same members in another order, which nothing here depends on."""
    found = _listed(arguments, span)
    return found if isinstance(found, Items) and found.complete else Opaque(span, _NOT_HERE)


def _enumerate(arguments: list[Thing], span: Span) -> Thing:
    found = _iterated(arguments, span)
    if not isinstance(found, Items) or len(arguments) != 1:
        return Opaque(span, _NOT_HERE)
    return Items([Items([Atom(at, span), item], span) for at, item in enumerate(found.items)], span, found.complete)


def _lists(arguments: list[Thing], span: Span) -> list[list[Thing]] | None:
    """The members of several lists; None unless all of them are known."""
    lists = [found for a in arguments if isinstance(found := _iterated([a], span), Items) and found.complete]
    return [one.items for one in lists] if len(lists) == len(arguments) else None


def _zip(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    if lists is None:
        return Opaque(span, _NOT_HERE)
    return Items([Items(row, span) for row in zip(*lists, strict=False)], span)


def _product(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    if lists is None or math.prod(map(len, lists)) > _LIMIT:
        return Opaque(span, _NOT_HERE)
    return Items([Items(row, span) for row in itertools.product(*lists)], span)


def _chain(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    return Items([*itertools.chain(*lists)], span) if lists is not None else Opaque(span, _NOT_HERE)


def _chained(arguments: list[Thing], span: Span) -> Thing:
    lists = _lists(arguments, span)
    return _chain(lists[0], span) if lists else Opaque(span, _NOT_HERE)


def _range(arguments: list[Thing], span: Span) -> Thing:
    numbers = [a.value for a in arguments if isinstance(a, Atom) and isinstance(a.value, int)]
    if len(numbers) != len(arguments) or not 1 <= len(numbers) <= 3 or 0 in numbers[2:]:
        return Opaque(span, _NOT_HERE)
    rounds = range(*numbers)
    return Items([Atom(at, span) for at in rounds[:_LIMIT]], span, len(rounds) <= _LIMIT)


def _len(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    if isinstance(given, Items | Fields) and given.complete:
        return Atom(len(given.items if isinstance(given, Items) else given.fields), span)
    if isinstance(given, Atom) and isinstance(given.value, str):
        return Atom(len(given.value), span)
    return Opaque(span, _NOT_HERE)


def _text(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    if isinstance(given, Atom):
        return given if isinstance(given.value, str) else Atom(str(given.value), span)
    return given if isinstance(given, Text | Member) else Opaque(span, _NOT_HERE)


def _int(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    value = given.value if isinstance(given, Atom) else None
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return Atom(int(value), span)
    return Atom(int(value), span) if isinstance(value, int | float) and abs(value) < 1e15 else Opaque(span, _NOT_HERE)


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
    return Text((arguments[0],), span) if arguments else Opaque(span, _NOT_HERE)


def file_of(span: Span) -> Atom:
    """`__file__`."""
    return Atom(absolute(span.path), span)


_FUNCTIONS: dict[str, Callable[[list[Thing], Span], Thing]] = {
    ITERATED: _iterated,
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
