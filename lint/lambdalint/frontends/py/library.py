"""What Python's own types and functions do with values that are known."""

from __future__ import annotations

import posixpath

from lambdalint.frontends.py.arguments import Named
from lambdalint.frontends.py.functions import FUNCTIONS, LIMIT, NOT_HERE, iterated, parts
from lambdalint.frontends.py.texts import of_text, paths
from lambdalint.frontends.script.places import absolute
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Closure, Field, Fields, Foreign, Items, Opaque, Text, Thing
from lambdalint.source import Span


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
    return Opaque(span, NOT_HERE)


def _of_dictionary(run: State, target: Fields, name: str, arguments: list[Thing], span: Span) -> Thing:
    first = arguments[0] if arguments else None
    word = first.value if isinstance(first, Atom) else None
    if name in ("items", "keys", "values"):
        return parts(target, name, span)
    if name == "copy":
        return Fields(target.fields, target.span, target.complete)
    if name in ("get", "setdefault", "pop") and isinstance(word, str):
        return _taken(run, target, name, word, arguments, span)
    if name == "update":
        for argument in arguments:
            _update(run, target, argument, span)
        return Atom(None, span)
    _forget(target, span)
    return Opaque(span, NOT_HERE)


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


# -- functions -------------------------------------------------------------------------------------------------------


def _of_library(run: State, path: str, arguments: list[Thing], span: Span) -> Thing | None:
    known = FUNCTIONS.get(path)
    plain = [argument for argument in arguments if not isinstance(argument, Named)]
    if known is not None:
        named = any(isinstance(a, Named) and (a.fields or not a.complete) for a in arguments)
        repeated = path == "itertools.product" and named
        return Opaque(span, NOT_HERE) if repeated else known(plain, span)
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
    return given if given is not None else Opaque(span, NOT_HERE)


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
    over = iterated([given], span)
    if not isinstance(closure, Closure) or not isinstance(over, Items):
        _call_back(run, [closure], span)
        return Opaque(span, NOT_HERE)
    results: list[Thing] = []
    complete = over.complete
    for item in over.items[:LIMIT]:
        result = run.invoke(closure, [item], span)
        if path == "map":
            results.append(result)
            continue
        known = run.truth(result)
        results += [item] if known else []
        complete = complete and known is not None
    return Items(results, span, complete)


def file_of(span: Span) -> Atom:
    """`__file__`."""
    return Atom(absolute(span.path), span)
