"""What JavaScript's own objects and the modules of Node do with values that are known."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lambdalint.frontends.script import arithmetic
from lambdalint.frontends.script.operators import joined, text, truth
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import (
    Atom,
    Closure,
    Field,
    Fields,
    Foreign,
    Items,
    Opaque,
    Text,
    Thing,
    span_of,
)
from lambdalint.source import Span

_LIMIT = 500


def method(run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    """A method of a known value or a function of the library; None where it isn't known."""
    if isinstance(target, Items):
        return _of_list(run, target, name, arguments, span)
    if isinstance(target, Foreign):
        return _of_library(run, f"{target.path}.{name}" if name else target.path, arguments, span)
    if isinstance(target, Atom) and isinstance(target.value, str):
        return _of_text(target.value, name, arguments, span)
    if isinstance(target, Atom | Text) and name == "toString":
        return target
    if isinstance(target, Text) and name == "concat":
        return joined([target, *arguments], span)
    if isinstance(target, Opaque):
        _call_back(run, arguments, span)
        return Opaque(span, target.reason)
    return None


def attribute(target: Thing, name: str, span: Span) -> Thing | None:
    """An attribute of a known value."""
    if name == "length" and isinstance(target, Items) and target.complete:
        return Atom(len(target.items), span)
    if name == "length" and isinstance(target, Atom) and isinstance(target.value, str):
        return Atom(len(target.value), span)
    return None


def _call_back(run: State, arguments: list[Thing], span: Span) -> None:
    """Functions given to something that isn't known may run, with what isn't known."""
    for argument in arguments:
        if isinstance(argument, Closure) and id(argument.code) not in run.used:
            made = len(run.calls)
            run.doubts.enter()
            run.invoke(argument, [Opaque(span, "only the running program knows it")] * 3, span)
            run.doubts.leave(span)
            run.tell_of_more(made, span)


# -- lists -----------------------------------------------------------------------------------------------------------


def _of_list(run: State, target: Items, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    first = arguments[0] if arguments else None
    if name in ("map", "forEach", "flatMap", "filter") and isinstance(first, Closure):
        return _each(run, target, name, first, span)
    if name in ("push", "unshift"):
        if run.doubts.now:
            run.doubts.changed(target, "")
        target.items += arguments
        return Opaque(span, "its length isn't followed")
    if name == "concat":
        lists = [a for a in arguments if isinstance(a, Items)]
        items = [*target.items, *(i for a in lists for i in a.items)]
        whole = len(lists) == len(arguments) and all(a.complete for a in lists)
        return Items(items, span, target.complete and whole)
    if name == "join" and target.complete:
        sign = Atom(first.value if isinstance(first, Atom) else ",", span)  # it stands elsewhere, and once
        parts = [part for item in target.items for part in (sign, item)][1:]
        return joined(parts, span)
    if name == "includes" and isinstance(first, Atom) and target.complete:
        values = [i.value for i in target.items if isinstance(i, Atom)]
        return Atom(first.value in values, span) if len(values) == len(target.items) else None
    if name == "entries":
        pairs: list[Thing] = [Items([Atom(at, span), item], span) for at, item in enumerate(target.items)]
        return Items(pairs, span, target.complete)
    if name in ("slice", "reverse", "sort", "keys"):
        return Opaque(span, "it isn't computed here")
    _call_back(run, arguments, span)
    return Opaque(span, "it isn't computed here")


def _each(run: State, target: Items, name: str, closure: Closure, span: Span) -> Thing:
    results: list[Thing] = []
    complete = target.complete
    counted = len(getattr(closure.code, "parameters", ())) > 1
    for at, item in enumerate(target.items[:_LIMIT]):
        with run.at_member(None if counted else span_of(item)):
            result = run.invoke(closure, [item, Atom(at, span), target], span)
        if name == "filter":
            known = truth(result)
            results += [item] if known else []
            complete = complete and known is not None
        elif name == "flatMap" and isinstance(result, Items):
            results += result.items
            complete = complete and result.complete
        else:
            results.append(result)
    if not target.complete:
        made = len(run.calls)
        run.doubts.enter()
        run.invoke(closure, [Opaque(span, "the list isn't known")] * 2, span)
        run.doubts.leave(span)
        run.tell_of_more(made, span)
    return Items(results, span, complete)


# -- texts -----------------------------------------------------------------------------------------------------------

_TEXT: dict[str, Callable[[str], str]] = {
    "toLowerCase": str.lower,
    "toUpperCase": str.upper,
    "trim": str.strip,
    "toString": str,
    "toLocaleLowerCase": str.lower,
    "toLocaleUpperCase": str.upper,
}


def _of_text(value: str, name: str, arguments: list[Thing], span: Span) -> Thing | None:
    plain = [a.value for a in arguments if isinstance(a, Atom)]
    if name in _TEXT:
        return Atom(_TEXT[name](value), span)
    if name == "concat":
        return joined([Atom(value, span), *arguments], span)
    if len(plain) != len(arguments):
        return Opaque(span, "it isn't computed here")
    words = [text(word) for word in plain]
    if name in ("replace", "replaceAll") and len(words) == 2 and all(isinstance(word, str) for word in plain):
        return Atom(value.replace(words[0], words[1], 1 if name == "replace" else -1), span)
    if name == "split" and len(words) == 1 and words[0]:
        return Items([Atom(part, span) for part in value.split(words[0])], span)
    if name in ("startsWith", "endsWith", "includes") and len(words) == 1:
        tests = {"startsWith": value.startswith(words[0]), "endsWith": value.endswith(words[0])}
        return Atom(tests.get(name, words[0] in value), span)
    return Opaque(span, "it isn't computed here")


# -- objects and modules ---------------------------------------------------------------------------------------------


def _of_library(run: State, path: str, arguments: list[Thing], span: Span) -> Thing | None:
    known = _FUNCTIONS.get(path)
    if known is not None:
        return known(arguments, span)
    if path in ("String", "Number", "Boolean", "Promise.resolve", "pulumi.pulumi.output") and len(arguments) == 1:
        return _converted(path, arguments[0], span)
    if path in ("console.log", "console.warn", "console.error", "console.info"):
        return Atom(None, span)
    del run
    return None


def _converted(path: str, thing: Thing, span: Span) -> Thing:
    if path == "String" and isinstance(thing, Atom):
        return Atom(text(thing.value), span)
    if path == "Boolean" and truth(thing) is not None:
        return Atom(truth(thing), span)
    if path == "Number" and isinstance(thing, Atom):
        return thing if isinstance(thing.value, int | float) else arithmetic.parsed(thing, span)
    return thing if path not in ("Number", "Boolean") else Opaque(span, "it isn't computed here")


def _entries(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if arguments else None
    if not isinstance(given, Fields):
        return Opaque(span, "the object isn't known")
    pairs = [Items([Atom(k, f.name), f.value], f.name) for k, f in given.fields.items()]
    return Items(pairs, span, given.complete)


def _keys(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if arguments else None
    if not isinstance(given, Fields):
        return Opaque(span, "the object isn't known")
    return Items([Atom(k, f.name) for k, f in given.fields.items()], span, given.complete)


def _values(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if arguments else None
    if not isinstance(given, Fields):
        return Opaque(span, "the object isn't known")
    return Items([f.value for f in given.fields.values()], span, given.complete)


def _from_entries(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if arguments else None
    made = Fields({}, span)
    if not isinstance(given, Items):
        return Opaque(span, "the entries aren't known")
    made.complete = given.complete
    for item in given.items:
        key = item.items[0] if isinstance(item, Items) and len(item.items) == 2 else None
        if isinstance(item, Items) and isinstance(key, Atom):
            made.fields[text(key.value)] = Field(key.span, None, item.items[1], key.span._replace(end=key.span.start))
        else:
            made.complete = False
    return made


def _assign(arguments: list[Thing], span: Span) -> Thing:
    made = Fields({}, span)
    for given in arguments:
        if not isinstance(given, Fields):
            return Opaque(span, "it isn't known what is merged")
        made.fields |= given.fields
        made.complete = made.complete and given.complete
    if arguments and isinstance(arguments[0], Fields):
        arguments[0].fields |= made.fields
    return made


def _same(arguments: list[Thing], span: Span) -> Thing:
    return arguments[0] if arguments else Atom(None, span)


def _path_join(arguments: list[Thing], span: Span) -> Thing:
    texts = [a.value for a in arguments if isinstance(a, Atom) and isinstance(a.value, str)]
    if len(texts) != len(arguments) or not texts:
        return joined([p for a in arguments for p in (Atom("/", span), a)][1:], span)
    return Atom(posixpath.normpath("/".join(texts)), span, None, (span,))


def _path_resolve(arguments: list[Thing], span: Span) -> Thing:
    texts = [a.value for a in arguments if isinstance(a, Atom) and isinstance(a.value, str)]
    if len(texts) != len(arguments):
        return Opaque(span, "the path isn't known")
    path = ""
    for part in texts:
        path = part if part.startswith("/") else posixpath.join(path, part)
    return Atom(posixpath.normpath(path or "."), span)


def _dirname(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if arguments else None
    if isinstance(given, Atom) and isinstance(given.value, str):
        return Atom(posixpath.dirname(given.value), span)
    return Opaque(span, "the path isn't known")


def _basename(arguments: list[Thing], span: Span) -> Thing:
    given = arguments[0] if len(arguments) == 1 else None
    if isinstance(given, Atom) and isinstance(given.value, str):
        return Atom(posixpath.basename(given.value), span)
    return Opaque(span, "the path isn't known")


def _whole(arguments: list[Thing], span: Span) -> Thing:
    base = arguments[1] if len(arguments) == 2 else Atom(10, span)
    first = arguments[0] if arguments else None
    found = first if arithmetic.number(first) is not None else arithmetic.parsed(first, span)
    whole = isinstance(found, Atom) and isinstance(found.value, int) and isinstance(base, Atom) and base.value == 10
    return found if whole and found is not None else Opaque(span, "it isn't computed here")


def _json(arguments: list[Thing], span: Span) -> Thing:
    return Text((arguments[0],), span) if arguments else Opaque(span, "it isn't known")


def _here(arguments: list[Thing], span: Span) -> Thing:
    del arguments
    return Atom(".", span)


_FUNCTIONS: dict[str, Callable[[list[Thing], Span], Thing]] = {
    "Object.entries": _entries,
    "Object.keys": _keys,
    "Object.values": _values,
    "Object.fromEntries": _from_entries,
    "Object.assign": _assign,
    "Object.freeze": _same,
    "Array.from": _same,
    "Promise.all": _same,
    "path.join": _path_join,
    "path.posix.join": _path_join,
    "path.resolve": _path_resolve,
    "path.dirname": _dirname,
    "path.basename": _basename,
    "url.fileURLToPath": _same,
    "JSON.stringify": _json,
    "Math.abs": arithmetic.ABSOLUTE,
    "Math.ceil": arithmetic.CEILING,
    "Math.floor": arithmetic.FLOOR,
    "Math.max": arithmetic.LARGEST,
    "Math.min": arithmetic.SMALLEST,
    "Math.round": arithmetic.HALVES_UP,
    "parseInt": _whole,
    "pulumi.pulumi.concat": joined,
    "pulumi.pulumi.jsonStringify": _json,
    "process.cwd": _here,
}
