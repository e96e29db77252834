"""Go types from their text, as the data tables write them.

The text is a type of Go: `*Client`, `map[string][]int`, `func(context.Context, ...any) (Rows, error)`,
`struct{A, B int; C *T; *Embedded}`, `interface{Read([]byte) (int, error); io.Closer}`. Parameters have no names.
"""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.model.gotypes import (
    Array,
    Basic,
    Chan,
    Field,
    Func,
    GoType,
    Interface,
    Map,
    Named,
    Pointer,
    Slice,
    Struct,
    TypeParameter,
)
from lambdalint.pattern import pattern

_BASIC = (
    "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string "
    "uint uint8 uint16 uint32 uint64 uintptr"
)
BASIC = frozenset(_BASIC.split())

_TOKEN = pattern(r"\.\.\.|<-|[\w.]+|[^\w\s]")


class TypeReader:
    """Reads one text. `package` is the path that unqualified names belong to, `imports` the paths of qualifiers."""

    def __init__(self, text: str, package: str, imports: Mapping[str, str], parameters: tuple[str, ...] = ()) -> None:
        self._tokens = _TOKEN.findall(text)
        self._at = 0
        self._package = package
        self._imports = imports
        self._parameters = parameters

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token

    def _skip(self, token: str) -> bool:
        if self._peek() == token:
            self._at += 1
            return True
        return False

    def type(self) -> GoType | None:
        """The type at this place; None for a qualifier that isn't among the imports."""
        token = self._next()
        match token:
            case "*":
                return Pointer(self.type())
            case "[":
                return self._list()
            case "map":
                self._skip("[")
                key = self.type()
                self._skip("]")
                return Map(key, self.type())
            case "chan":
                return Chan(self.type(), "send" if self._skip("<-") else "")
            case "<-":
                self._skip("chan")
                return Chan(self.type(), "receive")
            case "func":
                return self.signature()
            case "struct":
                return self._struct()
            case "interface":
                return self._interface()
        return self._named(token)

    def _list(self) -> GoType:
        length = self._next()
        if length == "]":
            return Slice(self.type())
        self._skip("]")
        return Array(self.type(), int(length))

    def _named(self, token: str) -> GoType | None:
        if token in self._parameters:
            return TypeParameter(token, None)
        if token in BASIC:
            return Basic(token)
        qualifier, _, name = token.rpartition(".")
        package = self._imports.get(qualifier) if qualifier else self._package
        arguments: list[GoType | None] = []
        if self._peek() == "[" and self._at + 1 < len(self._tokens) and self._tokens[self._at + 1] != "]":
            self._next()
            while not self._skip("]") and self._peek():
                arguments.append(self.type())
                self._skip(",")
        return Named(package, name, tuple(arguments)) if package is not None else None

    def signature(self) -> Func:
        """Parameters and results, from the opening parenthesis on."""
        self._skip("(")
        parameters: list[GoType | None] = []
        variadic = False
        while not self._skip(")") and self._peek():
            if self._skip("..."):
                variadic = True
                parameters.append(Slice(self.type()))
            else:
                parameters.append(self.type())
            self._skip(",")
        results: list[GoType | None] = []
        if self._skip("("):
            while not self._skip(")") and self._peek():
                results.append(self.type())
                self._skip(",")
        elif self._peek() not in ("", ",", ")", ";", "}", "]"):
            results.append(self.type())
        return Func(tuple(parameters), tuple(results), variadic)

    def _struct(self) -> Struct:
        self._skip("{")
        fields: list[Field] = []
        while not self._skip("}") and self._peek():
            names = [self._next()]
            while self._skip(","):
                names.append(self._next())
            if names == ["*"] or self._peek() in (";", "}"):
                self._at -= 1
                kind = self.type()
                inner = kind.element if isinstance(kind, Pointer) else kind
                fields.append(Field(inner.name if isinstance(inner, Named) else names[0], kind, "", True))
            else:
                kind = self.type()
                fields += [Field(name, kind, "", False) for name in names]
            self._skip(";")
        return Struct(tuple(fields))

    def _interface(self) -> Interface:
        self._skip("{")
        methods: list[tuple[str, Func]] = []
        embedded: list[GoType | None] = []
        while not self._skip("}") and self._peek():
            name = self._next()
            if self._peek() == "(":
                methods.append((name, self.signature()))
            else:
                embedded.append(self._named(name))
            self._skip(";")
        return Interface(tuple(methods), tuple(embedded))
