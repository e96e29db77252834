"""What trees of Go programs have that those of scripts don't: types, struct literals, methods, packages."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Expr, Function, Pattern, Statement


class Type(NamedTuple):
    """A type as written. `kind` is `name`, `pointer`, `list`, `map`, `struct` or `other`.

    A `name` has its `package` (empty for one of the file's own package); `inner` is what a pointer, list or map holds.
    """

    kind: str
    name: str = ""
    package: str = ""
    inner: Type | None = None
    fields: tuple[FieldType, ...] = ()


class FieldType(NamedTuple):
    """A field of a struct; `embedded` where only its type is written."""

    name: str
    type: Type
    embedded: bool


class Element(NamedTuple):
    """One element of a literal. `field` is its key where that is a plain name, else empty; `key` None without a key.

    `place` is the text of the key.
    """

    key: Expr | None
    field: str
    value: Expr
    place: Span
    span: Span


class Composite(NamedTuple):
    """`T{…}`; `type` is None where it follows from the literal around it. `body` is the braces with what they hold."""

    type: Type | None
    elements: tuple[Element, ...]
    body: Span
    span: Span


class Zero(NamedTuple):
    """The value of a variable that nothing was assigned to, of `make` and of `new`: `word` is empty or one of these.

    `sized` for a list that is made with members.
    """

    type: Type | None
    span: Span
    word: str = ""
    sized: bool = False


class Convert(NamedTuple):
    """`T(value)` for a type that isn't a name."""

    type: Type
    value: Expr
    span: Span


class Assert(NamedTuple):
    """`value.(T)`"""

    value: Expr
    span: Span


class Several(NamedTuple):
    """What a function with several results gives."""

    items: tuple[Expr, ...]
    span: Span


# -- statements ------------------------------------------------------------------------------------------------------


class Range(NamedTuple):
    """`for key, value := range subject`; either name may be missing."""

    key: Pattern | None
    value: Pattern | None
    subject: Expr
    body: Statement


class Store(NamedTuple):
    """`targets = value`, or `:=` where `new` is True: one value for each target, or one call for all."""

    targets: tuple[Pattern, ...]
    values: tuple[Expr, ...]
    new: bool
    span: Span


class Variable(NamedTuple):
    """A variable or constant of a package: it gets its value when it is first asked for."""

    name: str
    value: Expr
    place: int | None = None


class Skipped(NamedTuple):
    """A statement that isn't understood."""

    span: Span


class DefineType(NamedTuple):
    """`type name …`"""

    name: str
    type: Type


class TypeParameter(NamedTuple):
    """A type that a call chooses: that of what it gives for one of the `parameters`."""

    name: str
    parameters: tuple[str, ...]


class DefineMethod(NamedTuple):
    """A method; the receiver is the first parameter of `value`, a copy unless it is `pointed` to."""

    receiver: str
    pointed: bool
    name: str
    value: Function


class File(NamedTuple):
    """A file: its imports as (local name or empty, path), and its declarations. `faults` is what doesn't parse."""

    path: str
    imports: tuple[tuple[str, str], ...]
    body: tuple[Statement, ...]
    faults: tuple[Span, ...]
