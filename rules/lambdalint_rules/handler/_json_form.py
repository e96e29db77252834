"""What the JSON of Go has no form for, and which fields of a struct it writes."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, NamedTuple, gotypes, methodsets, pattern

OWN_FORM = frozenset({"MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText"})
NUMBERS_WITHOUT_FORM = frozenset({"complex64", "complex128"})
# Newer versions of Go also carry keys that are numbers of any kind, and interfaces that hold a text.
KEYS_WITHOUT_FORM = NUMBERS_WITHOUT_FORM | {"bool"}
TAG = pattern(r'\bjson:"([^"]*)"')
DEPTH = 6


class _Member(NamedTuple):
    """A field as JSON names it. `certain`: it is written whenever the struct is."""

    name: str
    tagged: bool
    field: gotypes.Field
    certain: bool


def event_problem(ctx: Context, kind: gotypes.GoType | None, depth: int = DEPTH) -> str | None:
    """Why nothing can be decoded into a type. The fields of a struct don't count: an event need not have them."""
    if kind is None or depth == 0 or _own_form(ctx, kind):
        return None
    under = methodsets.underlying(ctx.project.code.types, kind)
    if isinstance(under, gotypes.Interface) and methodsets.methods(ctx.project.code.types, kind).methods:
        return f"JSON can't be decoded into the interface {gotypes.spell(kind)}"
    if isinstance(under, gotypes.Pointer | gotypes.Slice | gotypes.Array | gotypes.Map):
        return _key_problem(ctx, kind, under) or event_problem(ctx, under.element, depth - 1)
    return _plain_problem(kind, under)


def result_problem(ctx: Context, kind: gotypes.GoType | None, inside: bool = False, depth: int = DEPTH) -> str | None:
    """Why a value of a type can't be encoded. `inside` a struct what may be nil or empty is no problem."""
    if kind is None or depth == 0 or _own_form(ctx, kind):
        return None
    under = methodsets.underlying(ctx.project.code.types, kind)
    if isinstance(under, gotypes.Struct):
        return _field_problem(ctx, under, depth)
    if isinstance(under, gotypes.Array):
        return result_problem(ctx, under.element, inside, depth - 1) if under.length else None
    if isinstance(under, gotypes.Pointer | gotypes.Slice | gotypes.Map):
        if inside:
            return None
        return _key_problem(ctx, kind, under) or result_problem(ctx, under.element, False, depth - 1)
    return _plain_problem(kind, under)


def _plain_problem(kind: gotypes.GoType, under: gotypes.GoType | None) -> str | None:
    unfit = isinstance(under, gotypes.Func | gotypes.Chan)
    if unfit or (isinstance(under, gotypes.Basic) and under.name in NUMBERS_WITHOUT_FORM):
        return f"JSON has no form for {gotypes.spell(kind)}"
    return None


def _own_form(ctx: Context, kind: gotypes.GoType) -> bool:
    """Whether a type brings a form of its own, or may."""
    found = methodsets.methods(ctx.project.code.types, kind)
    return not found.complete or bool(OWN_FORM & set(found.methods))


def _key_problem(ctx: Context, kind: gotypes.GoType, under: gotypes.GoType) -> str | None:
    if not isinstance(under, gotypes.Map) or under.key is None or _own_form(ctx, under.key):
        return None
    key = methodsets.underlying(ctx.project.code.types, under.key)
    composed = isinstance(key, gotypes.Struct | gotypes.Array | gotypes.Chan)
    if composed or (isinstance(key, gotypes.Basic) and key.name in KEYS_WITHOUT_FORM):
        return f"JSON has no form for the keys of {gotypes.spell(kind)}"
    return None


def _field_problem(ctx: Context, struct: gotypes.Struct, depth: int) -> str | None:
    for member in _written(ctx, struct):
        if member.certain and (why := result_problem(ctx, member.field.type, True, depth - 1)):
            return f"{why} (field {member.field.name})"
    return None


def _written(ctx: Context, struct: gotypes.Struct) -> Iterator[_Member]:
    """The fields that are written, with those of embedded structs: of several with one name the shallowest, or none."""
    level = [(struct, True)]
    taken: set[str] = set()
    for _ in range(DEPTH):
        members: list[_Member] = []
        deeper: list[tuple[gotypes.Struct, bool]] = []
        for one, certain in level:
            for field in one.fields:
                inner = _embedded(ctx, field)
                if inner is not None:
                    deeper.append((inner, certain and not isinstance(field.type, gotypes.Pointer)))
                elif (member := _member(field, certain)) is not None:
                    members.append(member)
        for member in members:
            rivals = [m for m in members if m.name == member.name and m.tagged >= member.tagged]
            if member.name not in taken and len(rivals) == 1:
                yield member
        taken |= {member.name for member in members}
        level = deeper


def _embedded(ctx: Context, field: gotypes.Field) -> gotypes.Struct | None:
    """The struct whose fields are written in place of an embedded field."""
    if not field.embedded or TAG.search(field.tag):
        return None
    bare = gotypes.bare(field.type)
    under = methodsets.underlying(ctx.project.code.types, bare)
    return under if isinstance(under, gotypes.Struct) else None


def _member(field: gotypes.Field, certain: bool) -> _Member | None:
    tag = TAG.search(field.tag)
    text = tag[1] if tag else ""
    if text == "-" or not field.name[:1].isupper():
        return None
    name, *options = text.split(",")
    return _Member(name or field.name, bool(name), field, certain and "omitzero" not in options)
