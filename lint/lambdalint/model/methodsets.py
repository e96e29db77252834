"""Questions about Go types: underlying types, fields and method sets.

`types` is the mapping of the project's type declarations (`Code.types`). A few foreign types are known from tables:
the events of the Lambda runtime client, and interfaces of the standard library. Where a piece isn't known the answer is
None, never a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from lambdalint.model import foreign
from lambdalint.model.code import TypeDeclaration
from lambdalint.model.generics import substitute
from lambdalint.model.gotypes import (
    ANY,
    ERROR,
    STRING,
    Basic,
    Func,
    GoType,
    Interface,
    Named,
    Pointer,
    Struct,
    TypeParameter,
)
from lambdalint.record import NamedTuple

Types = Mapping[str, TypeDeclaration]
T = TypeVar("T")

_ERROR = Interface((("Error", Func((), (STRING,))),))
_PREDECLARED: dict[GoType, GoType] = {ERROR: _ERROR, ANY: Interface(())}
_UNASKED: Any = object()


class Method(NamedTuple):
    """A method of a type. `owner` is the key of the type or interface that declares it (`<import path>.<Name>`).

    `pointer`: only the pointer has it. `type` is None for a method that is only known to exist.
    """

    name: str
    type: Func | None
    pointer: bool
    owner: str
    interface: bool

    @property
    def key(self) -> str:
        """Key of the function that implements it, where the owner is a type of the project."""
        return f"{self.owner}.{self.name}"


class MethodSet(NamedTuple):
    """Methods by name, promoted ones included, also those that only a pointer has.

    `complete` is False when there may be more of them (something embedded isn't known).
    """

    methods: Mapping[str, Method]
    complete: bool


class FoundField(NamedTuple):
    """A field found by name. `owner` is the type that declares it, embedded structs resolved."""

    type: GoType | None
    owner: GoType | None
    embedded: bool


def declaration(types: Types, kind: GoType | None) -> TypeDeclaration | None:
    """The project's declaration of a named type."""
    return types.get(f"{kind.package}.{kind.name}") if isinstance(kind, Named) else None


def remembered(types: Types, question: Callable[..., T], *about: Any) -> T:
    """The answer to a question about these types, from memory where they have one (`answers`)."""
    answers: dict[object, T] | None = getattr(types, "answers", None)
    if answers is None:
        return question(types, *about)
    key = (question, type(about[0]), *about)  # records of different classes may be equal
    found = answers.get(key, _UNASKED)
    return found if found is not _UNASKED else answers.setdefault(key, question(types, *about))


def underlying(types: Types, kind: GoType | None) -> GoType | None:
    """The underlying type, type arguments substituted; None where it isn't known."""
    if type(kind) is Named:
        answers: dict[object, GoType | None] | None = getattr(types, "answers", None)
        if answers is None:
            return _underlying(types, kind)
        found: GoType | None = answers.get(kind, _UNASKED)  # asked most of all: the type is the whole key
        if found is _UNASKED:
            found = answers[kind] = _underlying(types, kind)
        return found
    if type(kind) is Basic:
        return _PREDECLARED.get(kind, kind)
    return None if type(kind) is TypeParameter else kind


def _underlying(types: Types, kind: GoType | None) -> GoType | None:
    for _ in range(50):
        if isinstance(kind, Basic):
            return _PREDECLARED.get(kind, kind)
        if not isinstance(kind, Named):
            return None if isinstance(kind, TypeParameter) else kind
        found = declaration(types, kind)
        if found is None:
            kind = foreign.underlying(kind)
        else:
            kind = substitute(found.underlying, dict(zip(found.parameters, kind.arguments, strict=False)))
    return None


# -- one member ----------------------------------------------------------------------------------------------------


def member(types: Types, kind: GoType | None, name: str) -> Method | FoundField | None:
    """What `x.name` means for an `x` of this type: the field or method at the shallowest depth.

    Where nothing known has the name and exactly one unknown type is embedded, the member is that type's: a Method
    without a type.
    """
    if kind is None:
        return None
    answers: dict[object, Any] | None = getattr(types, "answers", None)
    if answers is None:
        return _member(types, kind, name)
    key = (type(kind), kind, name)
    found: Method | FoundField | None = answers.get(key, _UNASKED)
    if found is _UNASKED:
        found = answers[key] = _member(types, kind, name)
    return found


def _member(types: Types, kind: GoType | None, name: str) -> Method | FoundField | None:
    level: list[GoType] = [kind] if kind is not None else []
    seen: set[GoType] = set()
    unknown: list[Named] = []
    while level:
        deeper: list[GoType] = []
        for one in level:
            bare = one.element if isinstance(one, Pointer) else one
            if bare is None or bare in seen:
                continue
            seen.add(bare)
            found = _own_method(types, bare, name) or _own_field(types, bare, name)
            if found is not None:
                return found
            deeper += _embedded(types, bare, unknown)
        level = deeper
    if len(unknown) == 1:
        return Method(name, None, False, f"{unknown[0].package}.{unknown[0].name}", False)
    return None


def _own_method(types: Types, kind: GoType, name: str) -> Method | None:
    if kind == ERROR:
        return Method(name, Func((), (STRING,)), False, "builtin.error", True) if name == "Error" else None
    if isinstance(kind, Named):
        owner = f"{kind.package}.{kind.name}"
        found = declaration(types, kind)
        if found is None:
            signature = foreign.method(kind, name)
            if signature is not None:
                return Method(name, signature, False, owner, isinstance(foreign.underlying(kind), Interface))
        elif name in found.methods:
            signature, pointer = found.methods[name]
            bound = substitute(signature, dict(zip(found.parameters, kind.arguments, strict=False)))
            return Method(name, bound if isinstance(bound, Func) else None, pointer, owner, False)
    inner = underlying(types, kind)
    if isinstance(inner, Interface):
        for own, signature in inner.methods:
            if own == name:
                return Method(name, signature, False, _owner(kind), True)
    return None


def _own_field(types: Types, kind: GoType, name: str) -> FoundField | None:
    inner = underlying(types, kind)
    if isinstance(inner, Struct):
        for one in inner.fields:
            if one.name == name:
                return FoundField(one.type, kind, one.embedded)
    return None


def _embedded(types: Types, kind: GoType, unknown: list[Named]) -> list[GoType]:
    inner = underlying(types, kind)
    if isinstance(inner, Struct):
        if isinstance(kind, Named) and declaration(types, kind) is None and not foreign.is_whole_struct(kind):
            unknown.append(kind)
        return [one.type for one in inner.fields if one.embedded and one.type is not None]
    if isinstance(inner, Interface):
        return [one for one in inner.embedded if one is not None]
    if inner is None and isinstance(kind, Named) and declaration(types, kind) is None:
        unknown.append(kind)
    return []


def _owner(kind: GoType) -> str:
    return f"{kind.package}.{kind.name}" if isinstance(kind, Named) else ""


def method(types: Types, kind: GoType | None, name: str) -> Method | None:
    """One method by name (also where it needs the address of the value)."""
    found = member(types, kind, name)
    return found if isinstance(found, Method) else None


def field(types: Types, kind: GoType | None, name: str) -> FoundField | None:
    """A field of a struct or of what a pointer points to, promoted ones included."""
    found = member(types, kind, name)
    return found if isinstance(found, FoundField) else None


# -- whole method sets ---------------------------------------------------------------------------------------------


def methods(types: Types, kind: GoType | None) -> MethodSet:
    """The method set of a type or of what it points to; of an interface, its methods."""
    return remembered(types, _methods, kind)


def _methods(types: Types, kind: GoType | None) -> MethodSet:
    found: dict[str, Method] = {}
    hidden: set[str] = set()
    complete = kind is not None
    level: list[tuple[GoType, bool]] = [(kind, False)] if kind is not None else []
    seen: set[GoType] = set()
    while level:
        deeper: list[tuple[GoType, bool]] = []
        names: set[str] = set()
        for one, reached in level:
            pointed = reached or (isinstance(one, Pointer) and one is not kind)
            bare = one.element if isinstance(one, Pointer) else one
            if bare is None or bare in seen:
                complete = complete and bare is not None
                continue
            seen.add(bare)
            own, whole = _own_methods(types, bare)
            complete = complete and whole
            for item in own:
                if item.name not in hidden:
                    found.setdefault(item.name, item._replace(pointer=item.pointer and not pointed))
                    names.add(item.name)
            deeper += _next_level(types, bare, pointed, names)
            complete = complete and not _has_unknown_part(types, bare)
        hidden |= names
        level = deeper
    return MethodSet(found, complete)


def _own_methods(types: Types, kind: GoType) -> tuple[list[Method], bool]:
    """The methods a type declares itself, and whether these are all."""
    inner = underlying(types, kind)
    if isinstance(inner, Interface):
        return [Method(name, signature, False, _owner(kind), True) for name, signature in inner.methods], True
    if isinstance(kind, TypeParameter):
        return [], False
    if not isinstance(kind, Named):
        return [], True
    found = declaration(types, kind)
    owner = _owner(kind)
    if found is None:
        listed = foreign.declared_methods(kind)
        return [Method(n, s, pointer, owner, False) for n, (s, pointer) in (listed or {}).items()], listed is not None
    bindings = dict(zip(found.parameters, kind.arguments, strict=False))
    own: list[Method] = []
    for name, (signature, pointer) in found.methods.items():
        bound = substitute(signature, bindings)
        own.append(Method(name, bound if isinstance(bound, Func) else None, pointer, owner, False))
    return own, inner is not None or found.underlying is not None


def _next_level(types: Types, kind: GoType, pointed: bool, names: set[str]) -> Iterator[tuple[GoType, bool]]:
    inner = underlying(types, kind)
    if isinstance(inner, Struct):
        for one in inner.fields:
            if one.embedded and one.type is not None:
                yield one.type, pointed
            else:
                names.add(one.name)
    elif isinstance(inner, Interface):
        for included in inner.embedded:
            if included is not None:
                yield included, pointed


def _has_unknown_part(types: Types, kind: GoType) -> bool:
    inner = underlying(types, kind)
    if isinstance(inner, Struct):
        return any(one.embedded and one.type is None for one in inner.fields)
    if isinstance(inner, Interface):
        return None in inner.embedded
    return inner is None and isinstance(kind, Named)
