"""Type expressions of Go text → Go types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from lambdalint.golang.source.declarations import FileScope
from lambdalint.model.gotypes import (
    ANY,
    CONTEXT,
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
)
from lambdalint.model.typetext import BASIC
from lambdalint.syntax.go import Node

ALIASES: dict[tuple[str, str], GoType] = {
    ("golang.org/x/net/context", "CancelFunc"): Named("context", "CancelFunc"),
    ("golang.org/x/net/context", "Context"): CONTEXT,
    ("github.com/aws/aws-sdk-go/aws", "Context"): CONTEXT,
    ("io/fs", "FileMode"): Named("os", "FileMode"),
    ("github.com/sirupsen/logrus", "Ext1FieldLogger"): Named("github.com/sirupsen/logrus", "FieldLogger"),
}

TYPE_NODES = frozenset(
    {
        "array_type",
        "channel_type",
        "function_type",
        "generic_type",
        "implicit_length_array_type",
        "interface_type",
        "map_type",
        "parenthesized_type",
        "pointer_type",
        "qualified_type",
        "slice_type",
        "struct_type",
        "type_identifier",
    }
)

_DEEP = 60
_LONG = 80  # bytes of a type's text beyond which it isn't worth remembering


class NameSpace(Protocol):
    """Where the names of types are looked up."""

    def member_type(self, package: str, name: str, arguments: tuple[GoType | None, ...]) -> GoType | None:
        """The type that a member of any package means (aliases resolved), or None where it isn't a type."""
        ...


Local = Callable[[str], GoType | None]


def nothing_local(_: str) -> GoType | None:
    """No type names but those of packages."""
    return None


def look_up(names: Mapping[str, GoType | None]) -> Local:
    """Names of types by a table."""
    return names.get if names else nothing_local


class TypeNodes:
    """Reads type nodes of one file. `local` finds type parameters and types declared in functions.

    `plain`: there are none of these, so that a text means the same as anywhere else in the file.
    """

    __slots__ = ("_depth", "_file", "_local", "_space", "plain")

    def __init__(self, space: NameSpace, file: FileScope, local: Local = nothing_local) -> None:
        self._space = space
        self._file = file
        self._local = local
        self._depth = 0
        self.plain = local is nothing_local

    def read(self, node: Node | None) -> GoType | None:
        """The type a node means; None for what isn't a type or isn't known."""
        if node is None:
            return None
        start, end = node.start_byte, node.end_byte
        if not self.plain or end - start > _LONG:
            return self._deeper(node)
        text = self._file.source[start:end]
        found = self._file.types.get(text)
        if found is None:
            found = self._deeper(node)
            if found is not None:
                self._file.types[text] = found
        return found

    def _deeper(self, node: Node) -> GoType | None:
        if self._depth > _DEEP:
            return None
        self._depth += 1
        try:
            return self._read(node)
        finally:
            self._depth -= 1

    def _read(self, node: Node) -> GoType | None:
        match node.type:
            case "type_identifier" | "identifier":
                return self.named(self._file.text(node))
            case "qualified_type":
                return self._qualified(node, ())
            case "selector_expression":
                return self._selected(node)
            case "generic_type" | "type_instantiation_expression":
                return self._generic(node)
            case "index_expression":
                return self._indexed(node)
            case "pointer_type" | "unary_expression":
                return self._pointer(node)
            case "parenthesized_type" | "parenthesized_expression" | "type_elem" | "type_constraint":
                inner = [child for child in node.named_children if child.type != "comment"]
                return self.read(inner[0]) if len(inner) == 1 else None
        return self._composed(node)

    def _composed(self, node: Node) -> GoType | None:
        match node.type:
            case "slice_type":
                return Slice(self.read(node.child_by_field_name("element")))
            case "array_type":
                length = node.child_by_field_name("length")
                text = self._file.text(length) if length is not None else ""
                return Array(self.read(node.child_by_field_name("element")), int(text) if text.isdecimal() else None)
            case "implicit_length_array_type":
                return Array(self.read(node.child_by_field_name("element")), None)
            case "map_type":
                key, value = node.child_by_field_name("key"), node.child_by_field_name("value")
                return Map(self.read(key), self.read(value))
            case "channel_type":
                words = self._file.text(node).replace(" ", "")
                direction = "receive" if words.startswith("<-") else "send" if words.startswith("chan<-") else ""
                return Chan(self.read(node.child_by_field_name("value")), direction)
            case "function_type":
                return self.function(node)
            case "struct_type":
                return self._struct(node)
            case "interface_type":
                return self._interface(node)
        return None

    def named(self, name: str, arguments: tuple[GoType | None, ...] = ()) -> GoType | None:
        """The type that a plain name means."""
        found = self._local(name)
        if found is not None:
            if arguments and isinstance(found, Named):
                return Named(found.package, found.name, arguments)
            return found
        package = self._file.package
        declared = package.members.get(name)
        if declared is not None:
            return self._space.member_type(package.path, name, arguments)
        if name in BASIC:
            return Basic(name)
        for path in self._file.dots:
            found = self._space.member_type(path, name, arguments)
            if found is not None:
                return found
        return None

    def _qualified(self, node: Node, arguments: tuple[GoType | None, ...]) -> GoType | None:
        package, name = node.child_by_field_name("package"), node.child_by_field_name("name")
        if package is None or name is None:
            return None
        return self._member(self._file.text(package), self._file.text(name), arguments)

    def _member(self, qualifier: str, name: str, arguments: tuple[GoType | None, ...]) -> GoType | None:
        path = self._file.imports.get(qualifier)
        return self._space.member_type(path, name, arguments) if path is not None else None

    def _selected(self, node: Node, arguments: tuple[GoType | None, ...] = ()) -> GoType | None:
        operand, name = node.child_by_field_name("operand"), node.child_by_field_name("field")
        if operand is None or name is None or operand.type != "identifier":
            return None
        return self._member(self._file.text(operand), self._file.text(name), arguments)

    def _generic(self, node: Node) -> GoType | None:
        base = node.child_by_field_name("type")
        given = node.child_by_field_name("type_arguments")
        members = given.named_children if given is not None else node.named_children[1:]
        return self._apply(base, tuple(self.read(child) for child in members if child.type != "comment"))

    def _indexed(self, node: Node) -> GoType | None:
        base, index = node.child_by_field_name("operand"), node.child_by_field_name("index")
        return self._apply(base, (self.read(index),))

    def _apply(self, base: Node | None, arguments: tuple[GoType | None, ...]) -> GoType | None:
        if base is None:
            return None
        if base.type in ("type_identifier", "identifier"):
            return self.named(self._file.text(base), arguments)
        if base.type == "qualified_type":
            return self._qualified(base, arguments)
        return self._selected(base, arguments) if base.type == "selector_expression" else None

    def _pointer(self, node: Node) -> GoType | None:
        if node.type == "unary_expression":
            if not self._file.data.startswith(b"*", node.start_byte):
                return None
            inner = self.read(node.child_by_field_name("operand"))
            return Pointer(inner) if inner is not None else None
        return Pointer(self.read(next((c for c in node.named_children if c.type != "comment"), None)))

    # -- functions, structs, interfaces ----------------------------------------------------------------------------

    def function(self, node: Node) -> Func:
        """The function type of anything with `parameters` and `result`."""
        inputs, variadic = self._parameters(node.child_by_field_name("parameters"))
        result = node.child_by_field_name("result")
        if result is None:
            return Func(inputs, (), variadic)
        if result.type == "parameter_list":
            return Func(inputs, self._parameters(result)[0], variadic)
        return Func(inputs, (self.read(result),), variadic)

    def _parameters(self, node: Node | None) -> tuple[tuple[GoType | None, ...], bool]:
        found: list[GoType | None] = []
        variadic = False
        for child in node.named_children if node is not None else ():
            if child.type == "parameter_declaration":
                kind = self.read(child.child_by_field_name("type"))
                found += [kind] * max(1, len(child.children_by_field_name("name")))
            elif child.type == "variadic_parameter_declaration":
                found.append(Slice(self.read(child.child_by_field_name("type"))))
                variadic = True
        return tuple(found), variadic

    def _struct(self, node: Node) -> Struct:
        fields: list[Field] = []
        for body in node.named_children:
            for child in body.named_children if body.type == "field_declaration_list" else ():
                if child.type == "field_declaration":
                    fields += self._field(child)
        return Struct(tuple(fields))

    def _field(self, node: Node) -> list[Field]:
        tag_node, kind_node = node.child_by_field_name("tag"), node.child_by_field_name("type")
        tag = unquote(self._file.text(tag_node)) if tag_node is not None else ""
        kind = self.read(kind_node)
        names = [child for child in node.children_by_field_name("name") if child.is_named]
        if names:
            return [Field(self._file.text(name), kind, tag, False) for name in names]
        if any(child.type == "*" for child in node.children):
            kind = Pointer(kind)
        return [Field(self._base_name(kind_node), kind, tag, True)]

    def _base_name(self, node: Node | None) -> str:
        while node is not None and node.type in ("generic_type", "pointer_type", "parenthesized_type"):
            node = node.child_by_field_name("type") or next(iter(node.named_children), None)
        return self._file.text(node).rpartition(".")[2] if node is not None else ""

    def _interface(self, node: Node) -> GoType:
        methods: list[tuple[str, Func]] = []
        embedded: list[GoType | None] = []
        for child in node.named_children:
            if child.type == "method_elem":
                name = child.child_by_field_name("name")
                if name is not None:
                    methods.append((self._file.text(name), self.function(child)))
            elif child.type == "type_elem":
                embedded.append(self.read(child))
        return Interface(tuple(methods), tuple(embedded)) if methods or embedded else ANY


def unquote(text: str) -> str:
    """The value of a string literal; escapes that aren't Go's stay as they are."""
    if len(text) < 2 or text[0] == "`":
        return text.strip("`").replace("\r", "")
    inner = text[1:-1]
    return inner if "\\" not in inner else _unescape(inner)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "'": "'", "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEX = {"x": 2, "u": 4, "U": 8}


def _unescape(text: str) -> str:
    parts: list[str] = []
    at = 0
    while at < len(text):
        slash = text.find("\\", at)
        if slash < 0 or slash + 1 >= len(text):
            break
        parts.append(text[at:slash])
        letter = text[slash + 1]
        length = _HEX.get(letter, 0)
        digits = text[slash + 2 : slash + 2 + length]
        if letter in _ESCAPES:
            parts.append(_ESCAPES[letter])
            at = slash + 2
        elif length and len(digits) == length and all(c in "0123456789abcdefABCDEF" for c in digits):
            parts.append(chr(min(int(digits, 16), 0x10FFFF)))
            at = slash + 2 + length
        else:
            parts.append(text[slash : slash + 2])
            at = slash + 2
    return "".join(parts) + text[at:]
