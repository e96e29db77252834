"""Everything that was loaded, resolved piece by piece as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from lambdalint.golang.lowering.body import UNBOUND, value_of
from lambdalint.golang.lowering.functions import constant, lower
from lambdalint.golang.lowering.types import ALIASES, TypeNodes, look_up
from lambdalint.golang.source.declarations import Bound, Declared, Method, PackageScope
from lambdalint.golang.source.inert import inert
from lambdalint.model import foreign
from lambdalint.model.code import GoFunction, TypeDeclaration
from lambdalint.model.goast import Assign, Constant, Name
from lambdalint.model.gotypes import Func, GoType, Named, TypeParameter
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.go import Node

V = TypeVar("V")

_DEEPEST = 100
_NESTED = 12  # what a body inside a body counts for: it costs that many more frames than an expression


class Lazy(Mapping[str, V], Generic[V]):
    """A mapping whose values are made when they are first asked for. `made` holds those that were.

    `answers` is a memory for questions about the values, which never change.
    """

    def __init__(self, keys: Callable[[], Iterator[str]], make: Callable[[str], V | None]) -> None:
        self._keys = keys
        self._make = make
        self.made: dict[str, V] = {}
        self.answers: dict[object, object] = {}

    def __getitem__(self, key: str) -> V:
        found: V | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default`: without the exception that a miss would cost."""
        found = self.made.get(key)
        if found is None:
            found = self._make(key)
            if found is None:
                return default
            self.made.setdefault(key, found)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*self._keys(), *self.made])

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Typed(NamedTuple):
    """A package variable's or constant's type and value, wrapped so that an unknown type is an answer too."""

    type: GoType | None
    value: Constant


class Methods(Mapping[str, tuple[Func, bool]]):
    """The methods that a type declares: type, and whether the receiver is a pointer. Each is read when asked for."""

    def __init__(self, world: World, owner: str, methods: Mapping[str, Method]) -> None:
        self._world = world
        self._owner = owner
        self._methods = methods

    def __getitem__(self, name: str) -> tuple[Func, bool]:
        method = self._methods[name]
        return self._world.signature(f"{self._owner}.{name}", method.declared), method.pointer

    def __contains__(self, name: object) -> bool:
        return name in self._methods

    def __iter__(self) -> Iterator[str]:
        return iter(self._methods)

    def __len__(self) -> int:
        return len(self._methods)


class World:
    """The loaded packages as names, types and bodies see them."""

    def __init__(self, scopes: dict[str, PackageScope]) -> None:
        self.scopes = scopes
        self._inert = inert(scopes)
        self.depth = 0
        self._members: dict[tuple[str, str], Bound] = {}
        self._busy: set[str] = set()
        self._signatures: dict[str, Func] = {}
        self._parameters: dict[str, tuple[str, ...]] = {}
        self._place: dict[str, PackageScope] = {k: scope for scope in scopes.values() for k in scope.functions}
        self._type_place: dict[str, Declared] = {
            f"{scope.path}.{name}": declared
            for scope in scopes.values()
            for name, declared in scope.members.items()
            if declared.kind == "type"
        }
        self.types: Lazy[TypeDeclaration] = Lazy(lambda: iter(self._type_place), self._type)
        self.functions: Lazy[GoFunction] = Lazy(lambda: iter(self._place), self._function)
        self.constants: Lazy[Typed] = Lazy(lambda: self._values("const"), lambda key: self._value(key, "const"))
        self.variables: Lazy[Typed] = Lazy(lambda: self._values("var"), lambda key: self._value(key, "var"))

    # -- names -----------------------------------------------------------------------------------------------------

    def has_package(self, path: str) -> bool:
        """True for packages of the project."""
        return path in self.scopes

    def member(self, package: str, name: str) -> Bound:
        """What a member of any package means."""
        key = (package, name)
        found = self._members.get(key)
        if found is None:
            scope = self.scopes.get(package)
            found = self._foreign(package, name) if scope is None else self._own(scope, name)
            if found.type is not None or scope is None:
                self._members[key] = found
        return found

    def _own(self, scope: PackageScope, name: str) -> Bound:
        declared = scope.members.get(name)
        if declared is None:
            return UNBOUND
        path = f"{scope.path}.{name}"
        if declared.kind == "func":
            return Bound(f"func:{path}", self.signature(path, declared))
        if declared.kind in ("type", "alias"):
            kind = self.member_type(scope.path, name, ())
            ref = f"type:{kind.package}.{kind.name}" if isinstance(kind, Named) else f"type:{path}"
            return Bound(ref, kind, None, True)
        table = self.constants if declared.kind == "const" else self.variables
        typed = table.get(path)
        if typed is None:
            return Bound(f"{declared.kind}:{path}", None)
        return Bound(f"{declared.kind}:{path}", typed.type, typed.value)

    def _foreign(self, package: str, name: str) -> Bound:
        if package == "golang.org/x/net/context":
            package = "context"
        path = f"{package}.{name}"
        if (package, name) in ALIASES or foreign.is_type(package, name):
            kind = self.member_type(package, name, ())
            return Bound(f"type:{path}", kind, None, True)
        word = foreign.member_kind(package, name)
        if word == "func":
            return Bound(f"func:{path}", foreign.function(package, name))
        if word == "const":
            value, of = foreign.constant(package, name)
            return Bound(f"const:{path}", of, value)
        return Bound(f"var:{path}", foreign.variable(package, name))

    # -- types -----------------------------------------------------------------------------------------------------

    def member_type(self, package: str, name: str, arguments: tuple[GoType | None, ...]) -> GoType | None:
        """The type that a member of any package means, aliases resolved; None where it isn't a type."""
        scope = self.scopes.get(package)
        if scope is None:
            alias = ALIASES.get((package, name))
            return alias if alias is not None else Named(package, name, arguments)
        declared = scope.members.get(name)
        if declared is None or declared.kind not in ("type", "alias"):
            return None
        if declared.kind == "type":
            return Named(package, name, arguments)
        key = f"{package}.{name}"
        if key in self._busy:
            return None
        self._busy.add(key)
        try:
            names = type_parameter_names(declared)
            bound: dict[str, GoType | None] = dict(zip(names, arguments, strict=False))
            return TypeNodes(self, declared.file, look_up(bound)).read(declared.node.child_by_field_name("type"))
        finally:
            self._busy.discard(key)

    def add_type(self, declaration: TypeDeclaration) -> None:
        """Take in a type that is declared inside a function."""
        self.types.made[f"{declaration.package}.{declaration.name}"] = declaration

    def _type(self, key: str) -> TypeDeclaration | None:
        declared = self._type_place.get(key)
        if declared is None:
            return None
        file, node = declared.file, declared.node
        names = type_parameter_names(declared)
        parameters: dict[str, GoType] = {name: TypeParameter(name, None) for name in names}
        under = TypeNodes(self, file, look_up(parameters)).read(node.child_by_field_name("type"))
        own = file.package.methods.get(declared.name, {})
        span = Span(file.path, node.start_byte, node.end_byte)
        return TypeDeclaration(file.package.path, declared.name, span, under, names, Methods(self, key, own))

    # -- functions -------------------------------------------------------------------------------------------------

    def signature(self, key: str, declared: Declared) -> Func:
        """The type of a function, its type parameters unbound."""
        found = self._signatures.get(key)
        if found is None:
            found = TypeNodes(self, declared.file, look_up(self._type_names(key, declared))).function(declared.node)
            self._signatures[key] = found
        return found

    def type_parameters(self, key: str) -> tuple[str, ...]:
        """The names of the type parameters of a function, the project's or foreign."""
        found = self._parameters.get(key)
        if found is None:
            found = self._parameters[key] = self._parameters_of(key)
        return found

    def _parameters_of(self, key: str) -> tuple[str, ...]:
        scope = self._place.get(key)
        if scope is not None:
            return type_parameter_names(scope.functions[key])
        package, _, name = key.rpartition(".")
        return foreign.function_parameters(package, name) if package not in self.scopes else ()

    def _type_names(self, key: str, declared: Declared) -> dict[str, GoType]:
        """The type parameters that a function's text may name."""
        file = declared.file
        owner = file.package.receivers.get(key)
        if owner is not None:
            base = file.package.members.get(owner)
            names = type_parameter_names(base) if base is not None else ()
            return _receiver_types(file.package.methods[owner][declared.name], names)
        nodes = dict(type_parameter_nodes(declared.node)) if declared.kind == "func" else {}
        if not nodes:
            return {}
        found: dict[str, GoType] = {name: TypeParameter(name, None) for name in nodes}
        read = TypeNodes(self, file, found.get)
        return {name: TypeParameter(name, read.read(node)) for name, node in nodes.items()}

    def _function(self, key: str) -> GoFunction | None:
        scope = self._place.get(key)
        if scope is None:
            return self._literal(key)
        if key in self._busy or self.depth > _DEEPEST:
            return None
        declared = scope.functions[key]
        self._busy.add(key)
        self.depth += _NESTED
        try:
            names, owner = self._type_names(key, declared), scope.receivers.get(key, "")
            made = lower(self, key, declared, owner, names, bodiless=key in self._inert)
        finally:
            self.depth -= _NESTED
            self._busy.discard(key)
        self._signatures[key] = made[0].type
        for function in made:
            self.functions.made[function.key] = function
        return made[0]

    def _literal(self, key: str) -> GoFunction | None:
        outer, mark, _ = key.partition("$")
        if mark and outer in self._place and outer not in self.functions.made and outer not in self._busy:
            self.functions.get(outer)
        return self.functions.made.get(key)

    # -- variables and constants -----------------------------------------------------------------------------------

    def _values(self, kind: str) -> Iterator[str]:
        for scope in self.scopes.values():
            for name, declared in scope.members.items():
                if declared.kind == kind:
                    yield f"{scope.path}.{name}"

    def _value(self, key: str, kind: str) -> Typed | None:
        package, _, name = key.rpartition(".")
        scope = self.scopes.get(package)
        declared = scope.members.get(name) if scope is not None else None
        if declared is None or declared.kind != kind:
            return None
        if kind == "const":
            return self._constant(key, declared)
        written = declared.node.child_by_field_name("type")
        if written is not None:
            return Typed(TypeNodes(self, declared.file).read(written), None)
        keys = self._initialisers(package, declared)
        if not self._busy.isdisjoint(keys):
            return None
        return Typed(self._inferred(keys, declared.name), None)

    def _constant(self, key: str, declared: Declared) -> Typed | None:
        mark = f"const {key}"
        if mark in self._busy or self.depth > _DEEPEST:
            return None
        self._busy.add(mark)
        try:
            self.depth += _NESTED
            kind, value = constant(self, declared)
            return Typed(kind, value_of(value) if value is not None else None)
        finally:
            self.depth -= _NESTED
            self._busy.discard(mark)

    def _initialisers(self, package: str, declared: Declared) -> tuple[str, str]:
        """Keys under which a variable's initialiser may be: its own, and that of the first name of its spec."""
        names = (c for c in declared.node.children_by_field_name("name") if c.is_named)
        first = next((declared.file.text(name) for name in names), declared.name)
        return f"{package}.var {declared.name}", f"{package}.var {first}"

    def _inferred(self, keys: tuple[str, str], name: str) -> GoType | None:
        for key in keys:
            function = self.functions.get(key)
            if function is not None and function.body is not None and function.body.statements:
                kind = _target_type(function.body.statements[0], name)
                if kind is not None:
                    return kind
        return None


def _target_type(statement: object, name: str) -> GoType | None:
    if isinstance(statement, Assign):
        for target in statement.targets:
            if isinstance(target, Name) and target.name == name:
                return target.type
    return None


def type_parameter_nodes(node: Node) -> Iterator[tuple[str, Node]]:
    """The type parameters of a declaration's node: each name with its constraint."""
    given = node.child_by_field_name("type_parameters")
    for child in given.named_children if given is not None else ():
        constraint = child.child_by_field_name("type")
        if child.type == "type_parameter_declaration" and constraint is not None:
            for name in child.children_by_field_name("name"):
                if name.is_named:
                    yield (name.text or b"").decode("utf-8", "replace"), constraint


def type_parameter_names(declared: Declared) -> tuple[str, ...]:
    """The names of a declaration's type parameters."""
    return tuple(name for name, _ in type_parameter_nodes(declared.node))


def _receiver_types(method: Method, names: tuple[str, ...]) -> dict[str, GoType]:
    """A method's names for the type parameters of its receiver, as parameters with the declared names."""
    pairs = zip(method.parameters, names, strict=False)
    return {own: TypeParameter(declared, None) for own, declared in pairs}
