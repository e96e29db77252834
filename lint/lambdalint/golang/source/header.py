"""The head of a Go file, read without parsing it: build constraints, package clause and imports."""

from __future__ import annotations

import re

from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_SYSTEMS = (
    "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 "
    "windows zos"
)
_MACHINES = "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x sparc64 wasm"
SYSTEMS = frozenset(_SYSTEMS.split())
MACHINES = frozenset(_MACHINES.split())

# Tags of files that no deployed program is built of.
_NO_PROGRAMS = frozenset({"ignore", "tools", "wireinject", "integration", "e2e", "test", "local", "mage", "example"})

_SPACE = pattern(rb"(?:[\s;]|\xef\xbb\xbf)*")
_COMMENT = pattern(rb"//[^\n]*|/\*.*?(?:\*/|\Z)", re.S)
_PACKAGE = pattern(rb"package\s+(\w+)")
_IMPORT = pattern(rb"import\b")
_SPEC = pattern(rb"[\s;]*(?:([\w.]+)\s*)?(\"[^\"\n]*\"|`[^`]*`)")
_GENERATED = pattern(rb"^// Code generated .* DO NOT EDIT\.\r?$", re.M)
_TERM = pattern(r"\s*(\|\||&&|!|\(|\)|[\w.]+)")


class Spec(NamedTuple):
    """An import: its bytes, the local name as written (empty where it isn't), and its path."""

    start: int
    end: int
    name: str
    path: str


class Header(NamedTuple):
    """What the head of a file says. `package` is empty where there is no package clause.

    `built`: a build for Lambda (linux, amd64 or arm64, no tags of its own) takes the file, its name aside.
    `constraint` is its `//go:build` expression, empty where it has none.
    """

    package: str
    imports: tuple[Spec, ...]
    imports_end: int
    generated: bool
    built: bool
    constraint: str = ""


def name_is_built(path: str) -> bool:
    """False for tests and for files whose name binds them to another system or machine."""
    stem = path.rsplit("/", 1)[-1].removesuffix(".go")
    if "_" not in stem:
        return not stem.startswith(".")
    if stem.endswith("_test") or stem.startswith(("_", ".")):
        return False
    parts = stem.split("_")[1:]
    if parts and parts[-1] in MACHINES:
        if parts[-1] not in ("amd64", "arm64"):
            return False
        parts.pop()
    return not (parts and parts[-1] in SYSTEMS and parts[-1] != "linux")


def scan(data: bytes) -> Header:
    """Read the head of a file. Total: any bytes give a header."""
    at, head = _skip(data, 0)
    match = _PACKAGE.match(data, at)
    if match is None:
        return Header("", (), at, False, True)
    comments = [data[start:end] for start, end in head]
    generated = any(_GENERATED.match(comment) for comment in comments)
    end = match.end()
    imports: list[Spec] = []
    at, _ = _skip(data, end)
    while word := _IMPORT.match(data, at):
        at, _ = _skip(data, word.end())
        if data[at : at + 1] == b"(":
            at, found = _group(data, at + 1)
            imports += found
        else:
            spec = _SPEC.match(data, at)
            if spec is None:
                break
            imports.append(_spec(spec))
            at = spec.end()
        end = at
        at, _ = _skip(data, at)
    return Header(match.group(1).decode(), tuple(imports), end, generated, _is_built(comments), _constraint(comments))


def own_tags(head: Header) -> tuple[str, ...]:
    """The tags of the project's own of which one alone has a build for Lambda take a file that it leaves out else."""
    if head.built or not head.constraint:
        return ()
    words = dict.fromkeys(_TERM.findall(head.constraint))
    tags = (w for w in words if w[0].isalpha() and w not in SYSTEMS | MACHINES | _NO_PROGRAMS and not _tag(w, ""))
    return tuple(tag for tag in tags if built_with(head, tag))


def built_with(head: Header, tag: str) -> bool:
    """Whether a build for Lambda with a tag takes a file, its name aside."""
    return holds(head.constraint, tag) if head.constraint else head.built


def _skip(data: bytes, at: int) -> tuple[int, list[tuple[int, int]]]:
    """The place after blanks and comments, and where the comments are."""
    comments: list[tuple[int, int]] = []
    while True:
        space = _SPACE.match(data, at)
        at = space.end() if space else at
        comment = _COMMENT.match(data, at)
        if comment is None:
            return at, comments
        comments.append(comment.span())
        at = comment.end()


def _group(data: bytes, at: int) -> tuple[int, list[Spec]]:
    found: list[Spec] = []
    while True:
        spec = _SPEC.match(data, at)
        if spec is None:
            at, _ = _skip(data, at)
            spec = _SPEC.match(data, at)
        if spec is None:
            return (at + 1 if data[at : at + 1] == b")" else at), found
        found.append(_spec(spec))
        at = spec.end()


def _spec(match: re.Match[bytes]) -> Spec:
    name, path = match.groups(b"")
    start = match.start(1) if name else match.start(2)
    return Spec(start, match.end(), name.decode("utf-8", "replace"), path[1:-1].decode("utf-8", "replace"))


def _constraint(comments: list[bytes]) -> str:
    found = (c[11:] for c in comments if c.startswith(b"//go:build "))
    return next(found, b"").decode("utf-8", "replace").strip()


def _is_built(comments: list[bytes]) -> bool:
    expression = _constraint(comments)
    if expression:
        return holds(expression)
    old: list[str] = []
    for comment in comments:
        text = comment[2:].strip()
        if comment.startswith(b"//") and text.startswith(b"+build "):
            old.append(text[7:].decode("utf-8", "replace"))
    return all(any(all(_old_term(t) for t in group.split(",")) for group in line.split()) for line in old)


def _old_term(term: str) -> bool:
    return not _tag(term[1:], "") if term.startswith("!") else _tag(term, "")


def _tag(name: str, machine: str) -> bool:
    """Whether a build tag is set: the system's, the compiler's, and tags that speak of Lambda."""
    if name in MACHINES:
        return name == machine if machine else name in ("amd64", "arm64")
    return name in ("linux", "unix", "gc", "cgo") or re.match(r"go1\.\d+$", name) is not None or "lambda" in name


def holds(expression: str, tag: str = "") -> bool:
    """Whether a `//go:build` expression holds on one of the machines that Lambda has; True where it can't be read.

    `tag` is one that is set beside those that each build for Lambda sets.
    """
    tokens = _TERM.findall(expression)
    if not tokens or len(tokens) > 200:
        return True
    return any(_Constraint(tokens, machine, tag).value() for machine in ("amd64", "arm64"))


class _Constraint:
    def __init__(self, tokens: list[str], machine: str, tag: str) -> None:
        self._tokens = tokens
        self._machine = machine
        self._tag = tag
        self._at = 0

    def value(self) -> bool:
        result = self._all()
        while self._take("||"):
            other = self._all()
            result = result or other
        return result

    def _all(self) -> bool:
        result = self._term()
        while self._take("&&"):
            other = self._term()
            result = result and other
        return result

    def _term(self) -> bool:
        if self._take("!"):
            return not self._term()
        if self._take("("):
            result = self.value()
            self._take(")")
            return result
        token = self._tokens[self._at] if self._at < len(self._tokens) else "linux"
        self._at += 1
        return token == self._tag or _tag(token, self._machine)

    def _take(self, token: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == token:
            self._at += 1
            return True
        return False
