"""What the words of Terragrunt stand for in a unit: other configurations, files beside it, its own place.

An expression of a unit becomes one that Terraform itself could have: `include.root.locals.x` and what
`read_terragrunt_config` gives become what is written there, a file's name becomes one as seen from the module.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import hcl
from lambdalint.syntax.hcltree import (
    Attribute,
    Body,
    Call,
    Expression,
    Get,
    Literal,
    Name,
    Object,
    Opaque,
    Pair,
    Template,
)

Reader: TypeAlias = Callable[[str], bytes | None]

UNIT = "terragrunt.hcl"
_ROOTS = frozenset({"get_repo_root", "get_path_to_repo_root"})
_FILES = frozenset({"file", "fileexists", "templatefile"})
_PLACES = frozenset({"basename", "path_relative_to_include"})
_CONFIGURATION = "read_terragrunt_config"
_DEEPEST = 30
LARGEST = 20_000
"""So many parts of expressions are gone through for one unit."""


class Place(NamedTuple):
    """Where a unit is, which files there are, where Terraform runs its module, and the files that it includes.

    `left` is how much may still be read of it, `read` what was read before.
    """

    folder: str
    known: frozenset[str]
    reader: Reader
    runs_in: str
    included: Mapping[str, tuple[str, Body]]
    left: list[int]
    read: dict[str, Body]


def text_of(expression: Expression, folder: str, known: frozenset[str]) -> str | None:
    """A path with what Terragrunt's own functions put into it; absolute ones begin at the project root."""
    if isinstance(expression, Literal):
        return expression.value if isinstance(expression.value, str) else None
    if isinstance(expression, Template):
        parts = [p if isinstance(p, str) else text_of(p, folder, known) for p in expression.parts]
        return "".join(p for p in parts if p is not None) if None not in parts else None
    if not isinstance(expression, Call):
        return None
    if expression.name in _ROOTS:
        return "/"
    if expression.name in ("get_terragrunt_dir", "get_original_terragrunt_dir"):
        return f"/{folder}"
    if expression.name == "find_in_parent_folders":
        name = text_of(expression.arguments[0], folder, known) if expression.arguments else UNIT
        return next((f"/{path}" for path in _above(folder, name or UNIT) if path in known), None)
    if expression.name in ("dirname", "basename") and len(expression.arguments) == 1:
        inner = text_of(expression.arguments[0], folder, known)
        part = posixpath.dirname if expression.name == "dirname" else posixpath.basename
        return part(inner) if inner is not None else None
    return None


def _above(folder: str, name: str) -> Iterator[str]:
    """The places above a unit where a file may be."""
    while folder not in ("", "."):
        folder = posixpath.dirname(folder)
        yield posixpath.join(folder, name)


class Words:
    """The words of one file of a unit. Its own locals are put in place where `inline` is True."""

    def __init__(self, place: Place, body: Body, inline: bool, path: str = "") -> None:
        self._place = place
        self._inline = inline
        self._path = path
        self._locals = {n: a for b in body.blocks if b.kind == "locals" for n, a in b.body.attributes.items()}

    def attribute(self, written: Attribute) -> Attribute:
        """An attribute with its right side said in Terraform's words."""
        return Attribute(written.name, written.name_span, written.span, lambda: self._said(written.expression, 0))

    def locals(self) -> dict[str, Attribute]:
        """The locals of the file, said so too."""
        return {name: self.attribute(written) for name, written in self._locals.items()}

    def _said(self, e: Expression, depth: int) -> Expression:
        self._place.left[0] -= 1
        if depth > _DEEPEST or self._place.left[0] <= 0:
            return Opaque(e.span, "it is computed")
        if isinstance(e, Get):
            known = self._named(e, depth)
            if known is not None:
                return known
        if isinstance(e, Call):
            known = self._called(e, depth)
            if known is not None:
                return known
        same: Expression = self._inside(e, depth)
        return same

    def _inside(self, thing: Any, depth: int) -> Any:
        """The same, with what is inside said in Terraform's words."""
        if isinstance(thing, Span) or not isinstance(thing, tuple):
            return thing
        if not hasattr(thing, "_fields"):
            return tuple(self._part(item, depth) for item in thing)
        return type(thing)(*(self._part(item, depth) for item in thing))

    def _part(self, thing: Any, depth: int) -> Any:
        return self._said(thing, depth + 1) if hasattr(thing, "span") else self._inside(thing, depth + 1)

    def _named(self, e: Get, depth: int) -> Expression | None:
        operand = e.operand
        if isinstance(operand, Name) and operand.name == "local" and self._inline:
            written = self._locals.get(e.name)
            return self._said(written.expression, depth + 1) if written is not None else Opaque(e.span, "it isn't set")
        if isinstance(operand, Get):
            inner = self._said(operand, depth + 1)
            return _member(inner, e) if inner is not operand else None
        if not isinstance(operand, Name) or operand.name != "include":
            if isinstance(operand, Call) and operand.name == _CONFIGURATION:
                return _member(self._said(operand, depth + 1), e)
            return None
        found = self._place.included.get(e.name)
        return self._object(*found, e.span, depth) if found is not None else None

    def _called(self, e: Call, depth: int) -> Expression | None:
        place = self._place
        if e.name in _PLACES:
            text = self._own_place() if e.name != "basename" else text_of(e, place.folder, place.known)
            return Literal(e.span, text) if text and not text.startswith("/") else None
        if e.name == "get_env" and len(e.arguments) == 2:
            return self._said(e.arguments[1], depth + 1)
        if e.name in _FILES and e.arguments:
            path = self._file(e.arguments[0])
            shown = Template(e.arguments[0].span, (posixpath.relpath(path, place.runs_in),), ()) if path else None
            rest = tuple(self._said(a, depth + 1) for a in e.arguments[1:])
            return e._replace(arguments=(shown, *rest)) if shown is not None else Opaque(e.span, "it is computed")
        if e.name == _CONFIGURATION and e.arguments:
            path = self._file(e.arguments[0])
            body = self._configuration(path) if path is not None else None
            if path is None or body is None:
                return Opaque(e.span, "it is read from elsewhere")
            return self._object(path, body, e.span, depth)
        return None

    def _own_place(self) -> str | None:
        """The folder of the unit as seen from the only file that it includes."""
        if len(self._place.included) != 1:
            return None
        (path, _), *_ = self._place.included.values()
        return posixpath.relpath(self._place.folder, posixpath.dirname(path) or ".")

    def _file(self, written: Expression) -> str | None:
        text = text_of(written, self._place.folder, self._place.known)
        if text is None:
            return None
        folder = posixpath.dirname(self._path) if self._path else self._place.folder
        path = posixpath.normpath(text.lstrip("/") if text.startswith("/") else posixpath.join(folder, text))
        return None if path.startswith("..") else path

    def _configuration(self, path: str) -> Body | None:
        read = self._place.read
        data = self._place.reader(path) if path not in read else None
        if data is not None:
            read[path] = hcl.parse(path, data).body
        return read.get(path)

    def _object(self, path: str, body: Body, span: Span, depth: int) -> Expression:
        """What a configuration gives to those that read it: its locals and inputs."""
        if depth > _DEEPEST or body.broken:
            return Opaque(span, "it is computed")
        words = Words(self._place, body, True, path)
        pairs = [
            Pair(span, Literal(span, name), words._said(written.expression, depth + 1))
            for name, written in words._locals.items()
        ]
        found = [Pair(span, Literal(span, "locals"), Object(span, tuple(pairs)))]
        inputs = body.attributes.get("inputs")
        if inputs is not None:
            found.append(Pair(span, Literal(span, "inputs"), words._said(inputs.expression, depth + 1)))
        return Object(span, tuple(found))


def _member(value: Expression, e: Get) -> Expression:
    """A member of what is known as an object, without the rest of it."""
    if isinstance(value, Object):
        for pair in value.pairs:
            if isinstance(pair.key, Literal) and pair.key.value == e.name:
                return pair.value
    return e._replace(operand=value)
