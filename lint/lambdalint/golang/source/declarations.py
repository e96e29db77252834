"""What packages declare: their members, methods and initialisers, as nodes that are read when they are needed."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.golang.source.header import Header
from lambdalint.model.goast import Constant
from lambdalint.model.gotypes import GoType
from lambdalint.record import NamedTuple
from lambdalint.syntax.go import Node


class Bound(NamedTuple):
    """What a name means: its `ref` as in the model, its type, and its value where it is a constant.

    For the name of a type `type` is that type and `is_type` True.
    """

    ref: str
    type: GoType | None
    value: Constant = None
    is_type: bool = False


class FileScope:
    """A file as names see it: `imports` maps local names to import paths, `dots` are dot-imported paths.

    `source` has a character for each of its bytes: slices of it are right where they are ASCII, for others there is
    `text`. `types` are the types that texts mean wherever no type parameter or local type is in scope, `names` what
    names and `package.Name` mean where no scope binds them, `chains` the names in texts like `x.y.z`, `lists` what
    texts like `(ctx context.Context, id string)` declare wherever `types` hold: as they get known. A list has its
    parameters, each with name, type and place in the text, and whether the last one is variadic.
    """

    __slots__ = (
        "chains", "data", "dots", "first_party", "head", "imports", "lists", "names", "package", "path", "source",
        "types",
    )  # fmt: skip

    def __init__(self, path: str, data: bytes, head: Header, package: PackageScope, first_party: bool) -> None:
        self.path = path
        self.data = data
        self.head = head
        self.package = package
        self.first_party = first_party
        self.imports: dict[str, str] = {}
        self.dots: tuple[str, ...] = ()
        self.source = data.decode("latin-1")
        self.types: dict[str, GoType] = {}
        self.names: dict[str, Bound] = {}
        self.chains: dict[str, list[str]] = {}
        self.lists: dict[str, tuple[tuple[tuple[str, GoType | None, int, int], ...], bool]] = {}

    def text(self, node: Node) -> str:
        """The text of a node."""
        text = self.source[node.start_byte : node.end_byte]
        return text if text.isascii() else text.encode("latin-1").decode("utf-8", "replace")


class Declared(NamedTuple):
    """A declaration. `kind`: `func`, `type`, `alias`, `var` or `const`.

    For variables and constants `node` is the whole spec, `place` the name's index in it; `source` is the spec whose
    values a constant repeats, `iota` its place in the group.
    """

    kind: str
    name: str
    node: Node
    file: FileScope
    place: int = 0
    iota: int = 0
    source: Node | None = None


class Method(NamedTuple):
    """A method's declaration, whether its receiver is a pointer, and its names for the receiver's type parameters."""

    declared: Declared
    pointer: bool
    parameters: tuple[str, ...]


class PackageScope:
    """A package as names see it. `functions` maps the keys of everything with a body to its declaration."""

    __slots__ = ("files", "functions", "members", "methods", "name", "path", "receivers")

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name
        self.files: list[FileScope] = []
        self.members: dict[str, Declared] = {}
        self.methods: dict[str, dict[str, Method]] = {}
        self.functions: dict[str, Declared] = {}
        self.receivers: dict[str, str] = {}

    def add(self, file: FileScope, root: Node) -> None:
        """Take in the declarations of a file. Of several with one name the first counts."""
        self.files.append(file)
        for node in _top(root):
            match node.type:
                case "function_declaration":
                    self._function(file, node)
                case "method_declaration":
                    self._method(file, node)
                case "type_declaration":
                    self._types(file, node)
                case "const_declaration":
                    self._constants(file, node)
                case "var_declaration":
                    for spec in specs(node, "var_spec"):
                        self._variables(file, spec)

    def _function(self, file: FileScope, node: Node) -> None:
        name = _field_text(file, node, "name")
        declared = Declared("func", name, node, file)
        key = f"{self.path}.{name}"
        if name in ("init", "_"):
            self.functions[self._free(key)] = declared
        elif name and name not in self.members:
            self.members[name] = declared
            self.functions[key] = declared

    def _free(self, key: str) -> str:
        if key not in self.functions:
            return key
        number = 2
        while f"{key}#{number}" in self.functions:
            number += 1
        return f"{key}#{number}"

    def _method(self, file: FileScope, node: Node) -> None:
        name = _field_text(file, node, "name")
        receiver = node.child_by_field_name("receiver")
        children = receiver.named_children if receiver is not None else []
        parameter = next((c for c in children if c.type == "parameter_declaration"), None)
        kind = parameter.child_by_field_name("type") if parameter else None
        pointer = False
        while kind is not None and kind.type in ("pointer_type", "parenthesized_type"):
            pointer = pointer or kind.type == "pointer_type"
            kind = next(iter(kind.named_children), None)
        parameters: tuple[str, ...] = ()
        if kind is not None and kind.type == "generic_type":
            given = kind.child_by_field_name("type_arguments")
            parameters = tuple(file.text(c) for c in given.named_children if c.type == "type_elem") if given else ()
            kind = kind.child_by_field_name("type")
        if kind is None or not name:
            return
        owner = file.text(kind)
        own = self.methods.setdefault(owner, {})
        if name not in own and name != "_":
            key = f"{self.path}.{owner}.{name}"
            declared = Declared("func", name, node, file)
            own[name] = Method(declared, pointer, parameters)
            self.functions[key] = declared
            self.receivers[key] = owner

    def _types(self, file: FileScope, node: Node) -> None:
        for spec in node.named_children:
            if spec.type in ("type_spec", "type_alias"):
                name = _field_text(file, spec, "name")
                if name and name != "_":
                    kind = "type" if spec.type == "type_spec" else "alias"
                    self.members.setdefault(name, Declared(kind, name, spec, file))

    def _constants(self, file: FileScope, node: Node) -> None:
        for declared in constants(file, node):
            if declared.name != "_":
                self.members.setdefault(declared.name, declared)

    def _variables(self, file: FileScope, spec: Node) -> None:
        names = [file.text(child) for child in spec.children_by_field_name("name")]
        values = spec.child_by_field_name("value")
        for index, name in enumerate(names):
            declared = Declared("var", name, spec, file, index)
            if name != "_" and name not in self.members:
                self.members[name] = declared
            if values is not None and (index == 0 or len(expressions(values)) == len(names)):
                self.functions[self._free(f"{self.path}.var {name}")] = declared


def _top(root: Node) -> Iterator[Node]:
    """The declarations of a file, also those that a syntax error swallowed."""
    for node in root.named_children:
        if node.type == "ERROR":
            yield from node.named_children
        else:
            yield node


def _field_text(file: FileScope, node: Node, name: str) -> str:
    found = node.child_by_field_name(name)
    return file.text(found) if found is not None else ""


def specs(node: Node, kind: str) -> Iterator[Node]:
    """The specs of a declaration, grouped or not."""
    for child in node.named_children:
        if child.type == kind:
            yield child
        elif child.type == f"{kind}_list":
            yield from (one for one in child.named_children if one.type == kind)


def expressions(node: Node | None) -> list[Node]:
    """The members of an expression list (or the one expression that stands in its place), without comments."""
    if node is None:
        return []
    if node.type != "expression_list":
        return [node]
    children = node.children
    if len(children) == 1:
        return children
    named = node.named_children
    if len(children) == 2 * len(named) - 1:
        return named  # nothing but commas between them
    return [child for child in named if child.type != "comment"]


def constants(file: FileScope, node: Node) -> Iterator[Declared]:
    """The constants of a declaration, with the values they repeat and their iota."""
    source: Node | None = None
    for iota, spec in enumerate(specs(node, "const_spec")):
        if spec.child_by_field_name("value") is not None:
            source = spec
        names = [child for child in spec.children_by_field_name("name") if child.is_named]
        for index, child in enumerate(names):
            yield Declared("const", file.text(child), spec, file, index, iota, source)
