"""Names for package variables: which ones a package has given away, and what a client would be called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lambdalint.data.go_constructors import HTTP, SDK_CONFIGURATIONS
from lambdalint.gofix import code_only
from lambdalint.model.code import Code, GoFile
from lambdalint.model.goast import Call, Expr
from lambdalint.model.gotypes import GoType, Named, Pointer, package_name
from lambdalint.model.project import Project
from lambdalint.pattern import pattern

_WORDS = """any append bool break byte cap case chan clear close comparable complex complex64 complex128 const continue
    copy default defer delete else err error fallthrough false float32 float64 for func go goto if imag import init int
    int8 int16 int32 int64 interface iota len main make map max min new nil package panic print println range real
    recover return rune select string struct switch true type uint uint8 uint16 uint32 uint64 uintptr var"""
PREDECLARED = frozenset(_WORDS.split())
SHORT = frozenset({"db"})
GENERAL = frozenset({"c", "cli", "client", "conn", "service", "svc"})  # these say too little outside a function
LONG = {"cfg": "awsConfig", "db": "database", "sess": "awsSession"}
_TOP = pattern(rb"(?m)^(?:func\s+(\w+)|(?:type|var|const)\s+(\w+(?:\s*,\s*\w+)*))")
_GROUP = pattern(rb"(?ms)^(?:type|var|const)\s*\((.*?)^\)")
_IMPORT = pattern(r'(?m)^(?:import)?[ \t]+(?:(\w+)[ \t]+)?"([^"\n]+)"[ \t]*(?://.*)?\r?$')
_SPEC = pattern(rb"(?m)^\s+(\w+(?:\s*,\s*\w+)*)")


def taken(project: Project, folder: str, package: str) -> frozenset[str]:
    """Names that mean something in any Go file of a folder, tests and files for other systems among them.

    Files that are programs of their own, each with its `main`, don't mind each other.
    """
    found = set(PREDECLARED)
    mains = {f.file: f.package for f in project.code.functions.values() if f.name == "main" and f.receiver is None}
    for path in project.code.folders.get(folder, ()):
        source = project.sources.get(path)
        if source is not None and mains.get(path, package) == package:
            text = code_only(source.data)
            found |= {name.decode() for name in _declared(text)}
            found |= {m[1] or package_name(m[2]) for m in _IMPORT.finditer(source.data.decode("utf-8", "replace"))}
    return frozenset(found)


def _declared(text: bytes) -> Iterator[bytes]:
    for match in _TOP.finditer(text):
        yield from re.findall(rb"\w+", match[1] or match[2])
    for group in _GROUP.finditer(text):
        for spec in _SPEC.finditer(group[1]):
            yield from re.findall(rb"\w+", spec[1])


def kind_of(value: Expr) -> GoType | None:
    """The type of what an expression makes, the error beside it left out."""
    kind = value.type
    members = getattr(kind, "members", None)
    return members[0] if members else kind


def of_constructor(value: Expr) -> str:
    """What a function of the project says it makes: `NewQueue` a queue; empty where that says nothing."""
    callee = value.callee if isinstance(value, Call) else None
    found = re.fullmatch(
        r"(?:[nN]ew|[cC]reate|[oO]pen|[cC]onnect|[mM]ake|[gG]et|[iI]nit)([A-Z]\w{2,})", getattr(callee, "name", "")
    )
    word = _lower_first(found[1]) if found else ""
    return "" if word in GENERAL else word


def says_enough(name: str) -> bool:
    """True for the name of a local that may become one of the package."""
    return (len(name) > 2 or name in SHORT) and name not in GENERAL


def made_by(code: Code, value: Expr, kind: GoType | None, file: GoFile) -> str:
    """What a value is called where its own name won't do: after the project's function that makes it, or its type."""
    callee = value.callee if isinstance(value, Call) else None
    own = callee is not None and not callee.receiver and f"{callee.package}.{callee.name}" in code.functions
    return (of_constructor(value) if own else "") or default(value, kind, file)


def variants(name: str) -> list[str]:
    """A name, and what may stand for it where that is taken."""
    more = [LONG[name]] if name in LONG else []
    return [name, *more, f"shared{name[:1].upper()}{name[1:]}"]


def default(value: Expr, kind: GoType | None, file: GoFile) -> str:
    """What a client, a connection or a repository is called where its own name won't do in `file`."""
    callee = value.callee if isinstance(value, Call) else None
    package = callee.package if callee is not None else ""
    if callee is not None and package in SDK_CONFIGURATIONS:
        return "sess" if package.endswith("/session") else "cfg"
    named = kind.element if isinstance(kind, Pointer) else kind
    if not isinstance(named, Named):
        return "client"
    if named.package == "database/sql" or named.name == "DB":
        return "db"
    if named.name == "Pool":
        return "pool"
    if named.package == HTTP:
        return "http" + named.name
    service = re.search(r"/service/(\w+)$", named.package)
    if service and (named.name in ("Client", "*", "") or (callee is not None and callee.name == "New")):
        return _said(service[1], named.package, file) + "Client"
    interface = re.search(r"/(\w+)iface$", named.package)
    if interface:
        return interface[1] + "Client"
    word = named.name.strip("*") or "client"
    if word == "Client":
        return re.sub(r"\W", "", package_name(named.package)) + "Client"
    return _lower_first(word)


def _said(service: str, path: str, file: GoFile) -> str:
    """What a file calls a service where that is shorter: `elbv2`."""
    aliases = (line.name for line in file.imports if line.path == path and line.alias)
    return min([service, *(alias for alias in aliases if len(alias) > 2 and alias.islower())], key=len)


def _lower_first(word: str) -> str:
    capitals = re.match(r"[A-Z]*", word)
    count = len(capitals[0]) if capitals else 0
    if count == len(word) or count < 2:
        return word.lower() if count == len(word) else word[:1].lower() + word[1:]
    return word[: count - 1].lower() + word[count - 1 :]


def free(wanted: Iterable[str], used: frozenset[str] | set[str]) -> str:
    """The first of some names that isn't used, the last one with a number if need be."""
    names = list(wanted)
    for name in names:
        if name not in used:
            return name
    return next(n for n in (f"{names[-1]}{i}" for i in range(2, 1000)) if n not in used)
