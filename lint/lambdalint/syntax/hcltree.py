"""HCL as plain data: expressions, attributes and blocks with their places. Bodies are converted when first asked for.

Literal text is decoded (escapes resolved, heredocs dedented). `Opaque` stands for what can't be understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Literal(NamedTuple):
    """A string without holes, a number, a bool or null. `body` is the byte range of a heredoc's content."""

    span: Span
    value: str | int | float | bool | None
    body: tuple[int, int] | None = None


class Template(NamedTuple):
    """A string with interpolations. `holes` are the byte ranges of its interpolations, one for each part that is an
    expression; `body` is the byte range of a heredoc's content, None for quoted strings.
    """

    span: Span
    parts: tuple[str | Expression, ...]
    holes: tuple[tuple[int, int], ...]
    body: tuple[int, int] | None = None


class Name(NamedTuple):
    """The first word of a traversal: `var`, `local`, a resource type, a bound name."""

    span: Span
    name: str


class Get(NamedTuple):
    """`operand.name`"""

    span: Span
    operand: Expression
    name: str


class Index(NamedTuple):
    """`operand[key]`"""

    span: Span
    operand: Expression
    key: Expression


class Item(NamedTuple):
    """The element that a splat is working on; only occurs inside `Splat.each`."""

    span: Span


class Splat(NamedTuple):
    """`operand[*]…`: `each` is what is made of each element."""

    span: Span
    operand: Expression
    each: Expression


class Call(NamedTuple):
    """`name(arguments)`; `spread` when the last argument ends with `...`"""

    span: Span
    name: str
    arguments: tuple[Expression, ...]
    spread: bool


class Sequence(NamedTuple):
    """`[ … ]`"""

    span: Span
    items: tuple[Expression, ...]


class Pair(NamedTuple):
    """One entry of an object; a bare word as key is a Literal."""

    span: Span
    key: Expression
    value: Expression


class Object(NamedTuple):
    """`{ … }` as a value"""

    span: Span
    pairs: tuple[Pair, ...]


class For(NamedTuple):
    """`[for …]`, or `{for …}` where `key` is set. `group` when the value ends with `...`"""

    span: Span
    names: tuple[str, ...]
    collection: Expression
    key: Expression | None
    value: Expression
    condition: Expression | None
    group: bool


class Conditional(NamedTuple):
    """`test ? yes : no`"""

    span: Span
    test: Expression
    yes: Expression
    no: Expression


class Operation(NamedTuple):
    """A unary or binary operation."""

    span: Span
    operator: str
    operands: tuple[Expression, ...]


class Opaque(NamedTuple):
    """Text that isn't understood: broken, too deep, or a template directive."""

    span: Span
    reason: str


Expression: TypeAlias = (
    Literal
    | Template
    | Name
    | Get
    | Index
    | Item
    | Splat
    | Call
    | Sequence
    | Object
    | For
    | Conditional
    | Operation
    | Opaque
)


class Attribute:
    """`name = expression`. The expression is converted when first asked for."""

    __slots__ = ("_expression", "_load", "name", "name_span", "span")

    def __init__(self, name: str, name_span: Span, span: Span, load: Callable[[], Expression]) -> None:
        self.name = name
        self.name_span = name_span
        self.span = span
        self._load = load
        self._expression: Expression | None = None

    @property
    def expression(self) -> Expression:
        """The right side."""
        if self._expression is None:
            self._expression = self._load()
        return self._expression

    def blocks(self) -> tuple[Block, ...] | None:
        """The nested blocks that it stands for; None for what can only be an attribute."""
        return None


class Body(NamedTuple):
    """What a block holds. `broken`: parts of it could not be read. `json`: it comes from JSON, where nested blocks
    look like attributes.
    """

    attributes: Mapping[str, Attribute]
    blocks: tuple[Block, ...]
    broken: bool
    json: bool = False


class Block:
    """`kind "label" … { body }`. `header` ends before the brace; `inner` is what stands between the braces.

    `flat` is True where the braces stand on one line.
    """

    __slots__ = ("_body", "_load", "flat", "header", "inner", "kind", "kind_span", "labels", "span")

    def __init__(
        self,
        kind: str,
        labels: tuple[str, ...],
        kind_span: Span,
        header: Span,
        span: Span,
        inner: Span | None,
        flat: bool,
        load: Callable[[], Body],
    ) -> None:
        self.kind = kind
        self.labels = labels
        self.kind_span = kind_span
        self.header = header
        self.span = span
        self.inner = inner
        self.flat = flat
        self._load = load
        self._body: Body | None = None

    @property
    def body(self) -> Body:
        """Its attributes and blocks."""
        if self._body is None:
            self._body = self._load()
        return self._body


def nested(body: Body) -> tuple[Block, ...]:
    """The blocks in a body; of JSON all that its entries may stand for."""
    if not body.json:
        return body.blocks
    return (*body.blocks, *(block for attribute in body.attributes.values() for block in attribute.blocks() or ()))
