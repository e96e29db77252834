"""Variables and functions of make."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from itertools import zip_longest

from lambdalint.frontends.commands.words import Expander, State, absolute
from lambdalint.frontends.text import ROOT, UNKNOWN, Files, Text, computed, join, place, unknown
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import bash


class Variable(NamedTuple):
    """A variable. `deferred`: its value is expanded where it is used."""

    text: Text
    deferred: bool


class Scope:
    """The variables a text is expanded with: those of the target over those of the file.

    `folder` is where make runs. `depth` and `budget` (shared by all) bound what variables that name one
    another can cost. `define` takes text that is to be read as more of the makefile.
    """

    def __init__(self, files: Files, folder: str | None) -> None:
        self.files = files
        self.folder = folder
        self.variables: dict[str, Variable] = {}
        self.fixed: set[str] = set()
        self.local: dict[str, Variable] = {}
        self.depth = 0
        self.budget = [1_000_000]
        self.define: Callable[[Text], object] = Text.place

    def get(self, name: str) -> Variable | None:
        """A variable, None where nothing in the file gives it a value."""
        return self.local.get(name) or self.variables.get(name)

    def inside(self, local: dict[str, Variable]) -> Scope:
        """The scope of one target or call."""
        other = Scope(self.files, self.folder)
        other.variables, other.fixed, other.define = self.variables, self.fixed, self.define
        other.local = {**self.local, **local}
        other.depth, other.budget = self.depth + 1, self.budget
        return other


def expand(scope: Scope, text: Text) -> Text:
    """A text with its references replaced; what can't be known becomes a mark."""
    data = text.data
    at = data.find("$")
    if at < 0:
        return text
    done: list[Text] = []
    last = 0
    while 0 <= at < len(data) - 1:
        scope.budget[0] -= 10
        if scope.budget[0] < 0 and (span := text.place()) is not None:
            return unknown(span)
        done.append(text.cut(last, at) if at > last else Text())
        following = data[at + 1]
        if following == "$":
            done.append(text.cut(at + 1, at + 2))
            last = at + 2
        elif following in "({":
            end = _closing(data, at + 1)
            if end < 0:
                last = at
                break
            done.append(_reference(scope, text.cut(at + 2, end), text.cut(at, end + 1)))
            last = end + 1
        else:
            done.append(_named(scope, following, text.cut(at, at + 2)))
            last = at + 2
        at = data.find("$", last)
    if last < len(data):
        done.append(text.cut(last, len(data)))
    return join(done)


def _closing(data: str, at: int) -> int:
    opening = data[at]
    closing = ")" if opening == "(" else "}"
    level = 0
    for index in range(at, min(len(data), at + 20_000)):
        if data[index] == opening:
            level += 1
        elif data[index] == closing:
            level -= 1
            if level == 0:
                return index
    return -1


def _named(scope: Scope, name: str, use: Text) -> Text:
    """The value of a variable, seen from its use."""
    span = use.place()
    if span is None:
        return Text()
    variable = scope.get(name)
    if variable is None:
        known = _BUILT_IN.get(name)
        if name == "CURDIR" and scope.folder is not None:
            known = absolute(scope.folder)
        return computed(known, span) if known is not None else unknown(span)
    scope.budget[0] -= len(variable.text.data) + 50 * len(variable.text.pieces)
    if not variable.deferred or "$" not in variable.text.data:
        return variable.text.through(span)
    if scope.depth > 30 or scope.budget[0] < 0:
        return unknown(span)
    scope.depth += 1
    found = expand(scope, variable.text).through(span)
    scope.depth -= 1
    return found


_BUILT_IN = {"MAKE": "make", "RM": "rm -f", "SHELL": "/bin/sh", "MAKEFLAGS": "", "comma": ","}
_FUNCTION = pattern(r"([a-z-]+)(?:[ \t]+|$)")


def _reference(scope: Scope, inner: Text, use: Text) -> Text:
    span = use.place()
    if span is None:
        return Text()
    match = _FUNCTION.match(inner.data)
    if match and (match[1] in _PLAIN or match[1] in _SCOPED or match[1] in _LAZY or match[1] in _SILENT):
        if scope.depth > 30 or scope.budget[0] < 0:
            return unknown(span)
        scope.depth += 1
        arguments = _arguments(inner.cut(match.end(), len(inner.data)), match[1])
        found = _apply(scope, match[1], arguments, span)
        scope.depth -= 1
        return found
    name = expand(scope, inner) if "$" in inner.data else inner
    if not name.known:
        return unknown(span)
    colon = re.match(r"([^:=\s]+):([^=]*)=(.*)", name.data, re.DOTALL)
    if colon:
        source, target = colon[2].strip(), colon[3].strip()
        if "%" not in source:
            source, target = "%" + source, "%" + target
        return _computed([_substituted(w.data, source, target) for w in _named(scope, colon[1], use).words()], span)
    return _named(scope, name.data.strip(), use)


def _arguments(text: Text, name: str) -> list[Text]:
    """What stands between the commas of a call."""
    limit = _ARITY.get(name, 99)
    found: list[Text] = []
    level = start = 0
    for index, character in enumerate(text.data):
        if character in "({":
            level += 1
        elif character in ")}":
            level -= 1
        elif character == "," and level == 0 and len(found) + 1 < limit:
            found.append(text.cut(start, index))
            start = index + 1
    found.append(text.cut(start, len(text.data)))
    return [Text() if not f.data else f for f in found]


def _apply(scope: Scope, name: str, arguments: list[Text], span: Span) -> Text:
    if name in _LAZY:
        return _LAZY[name](scope, arguments, span)
    if name in _SILENT:
        return Text()
    expanded = [expand(scope, a) for a in arguments]
    words = [e.data for e in expanded]
    if any(not e.known for e in expanded):
        return unknown(span)
    if name in _SCOPED:
        result = _SCOPED[name](scope, words)
    else:
        arity, function = _PLAIN[name]
        result = function(words) if len(words) >= arity else None
    return _computed(result, span) if result is not None else unknown(span)


def _computed(words: list[str], span: Span) -> Text:
    data = " ".join(w for w in words if w)
    return computed(UNKNOWN if UNKNOWN in data and len(words) == 1 else data, span)


def _substituted(word: str, source: str, target: str) -> str:
    head, percent, tail = source.partition("%")
    if not percent:
        return target if word == source else word
    if len(word) >= len(head) + len(tail) and word.startswith(head) and word.endswith(tail):
        return target.replace("%", word[len(head) : len(word) - len(tail)], 1)
    return word


def matches(word: str, pattern: str) -> str | None:
    """The part of a word that `%` of a pattern stands for, None where it doesn't match."""
    head, percent, tail = pattern.partition("%")
    if not percent:
        return "" if word == pattern else None
    if len(word) > len(head) + len(tail) - (not (head or tail)) and word.startswith(head) and word.endswith(tail):
        return word[len(head) : len(word) - len(tail)]
    return None


# -- functions whose arguments are all expanded first ------------------------------------------------------------


def _wildcard(scope: Scope, a: list[str]) -> list[str] | None:
    if scope.folder is None or scope.folder.startswith("/"):
        return None
    found: list[str] = []
    for word in a[0].split():
        if word.startswith(ROOT):
            return None
        if any(c in word for c in "*?["):
            found += scope.files.glob(scope.folder, word)
        else:
            path = place(scope.folder, word) or ""
            found += [word] if path in scope.files.paths or scope.files.is_folder(path) else []
    return found


def _shell(scope: Scope, a: list[str]) -> list[str] | None:
    command = a[0].strip()
    if command in ("pwd", "echo $PWD") and scope.folder is not None:
        return [absolute(scope.folder)]
    if command == "git rev-parse --show-toplevel":
        return [ROOT]
    if (words := command.split())[:1] == ["dirname"] and len(words) == 2:
        return [posixpath.dirname(words[1]) or "."]
    if words[:2] == ["go", "list"]:
        from lambdalint.frontends.commands.golist import listed

        inside = scope.folder is not None and not scope.folder.startswith("/")
        return listed(scope.files, scope.folder or ".", words[2:]) if inside else None
    if words[:1] not in (["ls"], ["find"]):
        return None
    from lambdalint.frontends.commands import listings

    text = computed(command, Span("", 0, 0))
    expander = Expander(text, State("", scope.folder), lambda _: None)
    return listings.printed(scope.files, scope.folder, expander, bash.parse(command.encode("latin-1", "replace")))


def _absolute(scope: Scope, a: list[str]) -> list[str] | None:
    places = [place(scope.folder, w) for w in a[0].split()]
    return [absolute(p) for p in places if p is not None] if None not in places else None


def _filtered(a: list[str], wanted: bool) -> list[str]:
    patterns = a[0].split()
    return [w for w in a[1].split() if any(matches(w, p) is not None for p in patterns) == wanted]


def _word(a: list[str]) -> list[str] | None:
    index = int(a[0]) if a[0].strip().isdigit() else 0
    return a[1].split()[index - 1 : index] if index > 0 else None


def _folder_of(word: str) -> str:
    return word[: word.rfind("/") + 1] or "./"


def _joined(a: list[str]) -> list[str]:
    first, second = a[0].split(), a[1].split()
    return [x + y for x, y in zip_longest(first, second, fillvalue="")]


_SCOPED: dict[str, Callable[[Scope, list[str]], list[str] | None]] = {
    "wildcard": _wildcard,
    "shell": _shell,
    "abspath": _absolute,
    "realpath": _absolute,
}
_PLAIN: dict[str, tuple[int, Callable[[list[str]], list[str] | None]]] = {
    "subst": (3, lambda a: [a[2].replace(a[0], a[1])] if a[0] else None),
    "patsubst": (3, lambda a: [_substituted(w, a[0].strip(), a[1].strip()) for w in a[2].split()]),
    "notdir": (1, lambda a: [posixpath.basename(w) for w in a[0].split()]),
    "dir": (1, lambda a: [_folder_of(w) for w in a[0].split()]),
    "basename": (1, lambda a: [posixpath.splitext(w)[0] for w in a[0].split()]),
    "suffix": (1, lambda a: [posixpath.splitext(w)[1] for w in a[0].split()]),
    "addprefix": (2, lambda a: [a[0].strip() + w for w in a[1].split()]),
    "addsuffix": (2, lambda a: [w + a[0].strip() for w in a[1].split()]),
    "filter": (2, lambda a: _filtered(a, True)),
    "filter-out": (2, lambda a: _filtered(a, False)),
    "findstring": (2, lambda a: [a[0] if a[0] in a[1] else ""]),
    "sort": (1, lambda a: sorted(set(a[0].split()))),
    "strip": (1, lambda a: a[0].split()),
    "words": (1, lambda a: [str(len(a[0].split()))]),
    "word": (2, lambda a: _word(a)),
    "firstword": (1, lambda a: a[0].split()[:1]),
    "lastword": (1, lambda a: a[0].split()[-1:]),
    "join": (2, lambda a: _joined(a)),
}
_SILENT = frozenset({"info", "warning", "error"})

# -- functions that expand what they need ------------------------------------------------------------------------


def _if(scope: Scope, a: list[Text], span: Span) -> Text:
    condition = expand(scope, a[0])
    if not condition.known or len(a) < 2:
        return unknown(span)
    found = expand(scope, a[1 if condition.data.strip() else 2]) if condition.data.strip() or len(a) > 2 else Text()
    # what stands there is for all who come there: what chose it would have to change
    return found._replace(pieces=tuple(piece._replace(exact=False) for piece in found.pieces))


def _or(scope: Scope, a: list[Text], span: Span) -> Text:
    for argument in a:
        found = expand(scope, argument)
        if not found.known:
            return unknown(span)
        if found.data.strip():
            return found
    return Text()


def _and(scope: Scope, a: list[Text], span: Span) -> Text:
    found = Text()
    for argument in a:
        found = expand(scope, argument)
        if not found.known:
            return unknown(span)
        if not found.data.strip():
            return Text()
    return found


def _foreach(scope: Scope, a: list[Text], span: Span) -> Text:
    if len(a) < 3:
        return unknown(span)
    name, words = expand(scope, a[0]).data.strip(), expand(scope, a[1])
    if not words.known:
        return unknown(span)
    found = []
    for word in words.words()[:300]:
        inner = scope.inside({name: Variable(word, False)})
        found.append(expand(inner, a[2]))
    return join(found, " ")


def _call(scope: Scope, a: list[Text], span: Span) -> Text:
    name = expand(scope, a[0]).data.strip()
    variable = scope.get(name)
    if variable is None:
        return unknown(span)
    local = {str(i): Variable(expand(scope, t), False) for i, t in enumerate(a) if i}
    inner = scope.inside({**local, "0": Variable(computed(name, span), False)})
    return expand(inner, variable.text).through(span)


def _eval(scope: Scope, a: list[Text], span: Span) -> Text:
    del span
    scope.define(expand(scope, a[0]).settled())
    return Text()


def _value(scope: Scope, a: list[Text], span: Span) -> Text:
    variable = scope.get(expand(scope, a[0]).data.strip())
    return variable.text.through(span) if variable is not None else unknown(span)


def _origin(scope: Scope, a: list[Text], span: Span) -> Text:
    return computed("file", span) if scope.get(expand(scope, a[0]).data.strip()) is not None else unknown(span)


_LAZY = {
    "if": _if,
    "or": _or,
    "and": _and,
    "foreach": _foreach,
    "call": _call,
    "eval": _eval,
    "value": _value,
    "origin": _origin,
}
_ARITY = {"subst": 3, "patsubst": 3, "foreach": 3, "if": 3, "shell": 1, "wildcard": 1, "eval": 1}
