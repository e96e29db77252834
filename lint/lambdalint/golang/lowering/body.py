"""The state of lowering one declaration: its scopes, the names they bind, and what was found on the way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from operator import itemgetter
from typing import Protocol

from lambdalint.golang.lowering.types import NameSpace, TypeNodes
from lambdalint.golang.source.declarations import Bound, FileScope
from lambdalint.model.code import GoFunction, TypeDeclaration
from lambdalint.model.goast import (
    Binary,
    Call,
    Constant,
    Conversion,
    Expr,
    FunctionBody,
    Literal,
    Name,
    Opaque,
    Selector,
    TypeName,
    Unary,
)
from lambdalint.model.gotypes import Basic, GoType, Named
from lambdalint.model.methodsets import Types
from lambdalint.source import Span
from lambdalint.syntax.go import Node

new = tuple.__new__  # the quickest way to make a record, for those that are made by the ten thousands
BOOL = Basic("bool")
INT = Basic("int")
NIL = Basic("untyped nil")

_BUILTINS = "append cap clear close complex copy delete imag len make max min new panic print println real recover"
BUILTINS = frozenset(_BUILTINS.split())


_FIXED = {
    "true": Bound("builtin:true", BOOL, True),
    "false": Bound("builtin:false", BOOL, False),
    "nil": Bound("builtin:nil", NIL),
}
UNBOUND = Bound("", None)
_span = itemgetter(0)
_FOLDED = (Name, Selector, Conversion, Unary, Binary)


class Universe(NameSpace, Protocol):
    """What lowering asks of everything that was loaded. `depth` is how deep the current nesting is, over all bodies."""

    depth: int

    @property
    def types(self) -> Types:
        """The declarations of the project's types."""
        ...

    def member(self, package: str, name: str) -> Bound:
        """What a member of any package means."""
        ...

    def has_package(self, path: str) -> bool:
        """True for packages of the project."""
        ...

    def type_parameters(self, key: str) -> tuple[str, ...]:
        """The names of the type parameters of a function, the project's or foreign."""
        ...

    def add_type(self, declaration: TypeDeclaration) -> None:
        """Take in a type that is declared inside a function."""
        ...


class Frame:
    """A function or literal that is being lowered."""

    __slots__ = ("calls", "closures", "key")

    def __init__(self, key: str) -> None:
        self.key = key
        self.calls: list[Call] = []
        self.closures: list[str] = []

    def in_order(self) -> tuple[Call, ...]:
        """The calls in the order of the text, inner ones first where they start together."""
        return tuple(sorted(self.calls, key=_span))


class Body(ABC):
    """Lowers one outermost declaration; literals in it share its scopes and its numbering of locals.

    The ways down are given by the class that is made of it: `expression` (with the type that an untyped literal gets),
    `values` for several of them, and `block` for bodies of functions, in the innermost scope.

    `names` are the local names in scope. `scopes` has for each open scope what the names that it binds meant before.
    `frame` is the innermost function or literal that is being lowered.
    """

    def __init__(self, universe: Universe, file: FileScope, key: str) -> None:
        self.universe = universe
        self.file = file
        self.text = file.text
        self.source = file.source
        self.path = file.path
        self.key = key
        self.names: dict[str, Bound] = {}
        self.scopes: list[dict[str, Bound | None]] = [{}]
        self.frame = Frame(key)
        self.literals: list[GoFunction] = []
        self.iota: int | None = None
        self.count = 0
        self.types = TypeNodes(universe, file, self._local_type)
        self.types.plain = True

    def span(self, node: Node) -> Span:
        """Where a node is."""
        return new(Span, (self.path, node.start_byte, node.end_byte))

    def opaque(self, node: Node) -> Expr:
        """A node that isn't understood."""
        return Opaque(self.span(node))

    @abstractmethod
    def expression(self, node: Node, hint: GoType | None = None) -> Expr:
        """Lower an expression."""

    @abstractmethod
    def values(self, nodes: Iterable[Node], hint: GoType | None = None) -> tuple[Expr, ...]:
        """Lower expressions; comments between them are passed over."""

    @abstractmethod
    def block(self, node: Node) -> FunctionBody:
        """Lower the body of a function."""

    # -- names -----------------------------------------------------------------------------------------------------

    def push(self) -> None:
        """Open a scope."""
        self.scopes.append({})

    def pop(self, depth: int = -1) -> None:
        """Close the innermost scope, or scopes until only `depth` are open."""
        names = self.names
        while True:
            for name, before in self.scopes.pop().items():
                if before is None:
                    del names[name]
                else:
                    names[name] = before
            if depth < 0 or len(self.scopes) == depth:
                return

    def bind(self, name: str, bound: Bound) -> None:
        """Bind a name in the innermost scope."""
        scope = self.scopes[-1]
        if name not in scope:
            scope[name] = self.names.get(name)
        self.names[name] = bound

    def declare(self, name: str, kind: GoType | None, value: Constant = None) -> Bound:
        """Bind a name to a new local in the innermost scope; `_` and an empty name get no binding and no ref."""
        if name in ("_", ""):
            return Bound("", kind)
        bound = new(Bound, (f"local:{self.count}", kind, value, False))
        self.count += 1
        scope = self.scopes[-1]
        if name not in scope:
            scope[name] = self.names.get(name)
        self.names[name] = bound
        return bound

    def bind_type(self, name: str, kind: GoType) -> None:
        """Bind the name of a type in the innermost scope."""
        self.types.plain = False
        self.bind(name, Bound(named_ref(kind), kind, None, True))

    def _local_type(self, name: str) -> GoType | None:
        bound = self.names.get(name)
        return bound.type if bound is not None and bound.is_type else None

    def resolve(self, name: str) -> Bound:
        """What a name means here."""
        return self.names.get(name) or self.file.names.get(name) or self._not_local(name)

    def _not_local(self, name: str) -> Bound:
        """What a name means that no scope binds; remembered where it is the same in all of the file."""
        package = self.file.package
        if name in package.members:
            found = self.universe.member(package.path, name)
            if found.type is None:
                return found  # its type may only be unknown as yet
        elif name in self.file.imports:
            found = Bound(f"package:{self.file.imports[name]}", None)
        elif name in _FIXED:
            found = _FIXED[name]
        elif name == "iota" and self.iota is not None:
            return Bound("builtin:iota", INT, self.iota)
        elif name in BUILTINS:
            found = Bound(f"builtin:{name}", None)
        else:
            kind = self.types.named(name)
            if not isinstance(kind, Basic):
                return self._from_dots(name)
            found = Bound(f"builtin:{name}", kind, None, True)
        self.file.names[name] = found
        return found

    def _from_dots(self, name: str) -> Bound:
        for path in self.file.dots:
            bound = self.universe.member(path, name)
            if bound.ref and (self.universe.has_package(path) or not bound.ref.startswith("var:") or bound.type):
                return bound
        foreign = [path for path in self.file.dots if not self.universe.has_package(path)]
        if len(foreign) == 1 and name[:1].isupper():
            return Bound(f"func:{foreign[0]}.{name}", None)
        return UNBOUND


def type_of(expr: Expr) -> GoType | None:
    """The type of an expression's value; None for the name of a type."""
    return None if type(expr) is TypeName else expr.type


def value_of(expr: Expr) -> Constant:
    """The constant an expression folds to."""
    if isinstance(expr, _FOLDED):
        return expr.value
    return expr.value if isinstance(expr, Literal) and expr.kind != "rune" else None


def named_ref(kind: GoType | None) -> str:
    """The ref of a type's name."""
    if isinstance(kind, Named):
        return f"type:{kind.package}.{kind.name}"
    return f"builtin:{kind.name}" if isinstance(kind, Basic) else ""
