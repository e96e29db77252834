"""Generated functions that come to nothing but each other: decoders, encoders, validators. Nobody has to read them.

In large generated servers they are most of the text. They are told by words alone: a word too many only means that a
function is read in vain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lambdalint.data.go_constructors import CONNECTIONS, SDK_CLIENTS
from lambdalint.data.go_environment import FILE_READERS, STRUCT_READERS
from lambdalint.golang.source.declarations import FileScope, PackageScope
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_LEAST = 32_000  # bytes of generated code in a package; to tell what is inert in less costs more than to read it
_WORD = pattern(r"[A-Za-z_]\w*")
_SAID = pattern(r"\b[A-Za-z_]\w*+\(?")  # what is called with its parenthesis
_METHOD = pattern(r"(?m)(?:^|[{;])[ \t]*+([A-Za-z_]\w*+)\(")
_FIELD = pattern(r"(?m)(?:^|[{;])[ \t]*+([A-Za-z_]\w*+(?:, *+\w+)*+)[ \t]++([^\s=:(][^;\n]*+)")
_SHOWN = 200  # characters of a variable in which its type is looked for
_DEPTH = 3  # types of types that hold functions
# What libraries call own code by, and what their types for it are called.
_METHODS = frozenset({"Do", "RoundTrip", "ServeHTTP", "Write", "WriteHeader"})
_FUNCTIONS = frozenset({"Handler", "HandlerFunc", "func"})
_CONVERSIONS = frozenset({"any", "bool", "byte", "error", "float64", "int", "int32", "int64", "string"})
# A generated file that imports one of these may itself be why something runs, costs or is allowed.
_TELLING = ("os", "syscall", "github.com/aws/", *CONNECTIONS, *SDK_CLIENTS, *FILE_READERS, *STRUCT_READERS)


class _Outward(NamedTuple):
    """How generated code of a package may come to other code: by `words` in bodies, and by what it is given.

    `fields` are words that fields of data have for a name too: these count where they are called. `kinds` are types
    whose values may be functions of others, have methods of theirs, or hold such.
    """

    words: frozenset[str]
    fields: frozenset[str]
    kinds: frozenset[str]


class _Candidate(NamedTuple):
    """A generated function: its key and name, the words in its body and those called there; `head` are the words before
    its body, `given` those of them that may name parameters.
    """

    key: str
    name: str
    words: frozenset[str]
    called: frozenset[str]
    head: frozenset[str]
    given: frozenset[str]
    outward: _Outward

    def says(self, wanted: frozenset[str]) -> bool:
        """True when one of these words stands in it, called where fields have it for a name too."""
        said = self.words & wanted
        return bool(said) and not (said <= self.outward.fields and said.isdisjoint(self.called))

    def hands(self) -> bool:
        """True when others may give it something to run, or get it back. Generated ones come to that by themselves."""
        return not (self.head.isdisjoint(self.outward.kinds) and self.called.isdisjoint(self.given))


def inert(scopes: Mapping[str, PackageScope]) -> frozenset[str]:
    """The keys of such functions in these packages, which are all that were loaded, by their import paths."""
    large = {path: files for path, scope in scopes.items() if (files := _generated(scope))}
    if not large:
        return frozenset()
    generated = frozenset().union(*large.values())
    others = frozenset(
        name
        for scope in scopes.values()
        for declared in scope.methods.values()
        for name, method in declared.items()
        if method.declared.file.path not in generated
    )
    left: dict[str, _Candidate] = {}
    telling: list[str] = []  # names of functions that come to other code
    for path, files in large.items():
        outward = _outward(_imported(scopes[path], scopes), generated, others)
        for candidate in _candidates(scopes[path], files, outward):
            if candidate.says(outward.words):
                telling.append(candidate.name)
            elif not candidate.hands():
                left[candidate.key] = candidate
    _spread(telling, left)
    return frozenset(left)


def _generated(scope: PackageScope) -> frozenset[str]:
    """The generated files of a package that may be inert, if they are large."""
    found = [file for file in scope.files if file.head.generated and not _tells(file)]
    large = sum(len(file.data) for file in found) >= _LEAST
    return frozenset(file.path for file in found) if large else frozenset()


def _tells(file: FileScope) -> bool:
    return any(spec.path.startswith(_TELLING) for spec in file.head.imports)


def _imported(scope: PackageScope, scopes: Mapping[str, PackageScope]) -> list[PackageScope]:
    """A package and those that it comes to by imports."""
    found: dict[str, PackageScope] = {}
    stack = [scope]
    while stack:
        one = stack.pop()
        if one.path not in found:
            found[one.path] = one
            paths = {path for file in one.files for path in (*file.imports.values(), *file.dots)}
            stack.extend(scopes[path] for path in paths if path in scopes)
    return list(found.values())


def _outward(scopes: Iterable[PackageScope], generated: frozenset[str], others: frozenset[str]) -> _Outward:
    """`generated` are the files of large generated packages, `others` the names of all methods outside of them."""
    words: set[str] = set(_METHODS)
    kinds: set[str] = set(_FUNCTIONS)
    holders: list[tuple[str, str]] = []  # names of types, and what they are made of
    kept: list[tuple[str, str]] = []  # names of fields and variables, and their types
    for scope in scopes:
        words.update(d.name for d in scope.functions.values() if d.kind == "func" and d.file.path not in generated)
        for name, declared in scope.members.items():
            node = declared.node
            text = (
                declared.file.source[node.start_byte : node.end_byte] if declared.kind not in ("func", "const") else ""
            )
            if declared.kind == "var":
                kept.append((name, text[:_SHOWN]))
            elif text:
                written = node.child_by_field_name("type")
                form = written.type if written is not None else ""
                if form == "struct_type":
                    kept += _FIELD.findall(text)
                elif form == "interface_type":
                    methods = _METHOD.findall(text)
                    words |= others.intersection(methods)
                    if not methods or not others.isdisjoint(methods):
                        kinds.add(name)
                else:
                    holders.append((name, text))
    for _ in range(_DEPTH):
        kinds.update(name for name, text in holders if not kinds.isdisjoint(_WORD.findall(text)))
    fields: set[str] = set()
    for names, kind in kept:
        (fields if kinds.isdisjoint(_WORD.findall(kind)) else words).update(_WORD.findall(names))
    return _Outward(frozenset(words), frozenset(fields), frozenset(kinds))


def _candidates(scope: PackageScope, files: frozenset[str], outward: _Outward) -> Iterator[_Candidate]:
    for key, declared in scope.functions.items():
        file, node = declared.file, declared.node
        if declared.kind == "func" and file.path in files:
            body = node.child_by_field_name("body")
            if body is not None:
                said = frozenset(_SAID.findall(file.source, body.start_byte, body.end_byte))
                called = frozenset(word[:-1] for word in said if word[-1] == "(")
                head = frozenset(_WORD.findall(file.source, node.start_byte + len("func"), body.start_byte))
                given = head - scope.members.keys() - _CONVERSIONS - {declared.name}
                yield _Candidate(key, declared.name, said | called, called, head, given, outward)


def _spread(telling: list[str], left: dict[str, _Candidate]) -> None:
    """Take out what names a function that comes to other code, and what names that."""
    names = frozenset(candidate.name for candidate in left.values()).union(telling)
    users: dict[str, list[str]] = {}
    for candidate in left.values():
        for word in candidate.words & names:
            users.setdefault(word, []).append(candidate.key)
    while telling:
        name = telling.pop()
        for key in users.get(name, ()):
            if key in left and left[key].says(frozenset({name})):
                telling.append(left.pop(key).name)
