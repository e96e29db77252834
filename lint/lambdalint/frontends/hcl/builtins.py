"""The functions of the Terraform language over known values: those of whole values here, of lists and texts beside."""

from __future__ import annotations

from lambdalint.frontends.hcl import numbers, sequences, texts
from lambdalint.frontends.hcl.operators import computed, number, truth
from lambdalint.frontends.hcl.sequences import SIZE_LIMIT, Arguments, Function, as_set, items_of
from lambdalint.frontends.hcl.values import (
    Failed,
    Field,
    Fields,
    Free,
    HclValue,
    Items,
    Partial,
    Scalar,
    identity,
    is_null,
    plain,
    text_of,
    unknown,
)
from lambdalint.source import Span


def call(name: str, arguments: Arguments, span: Span) -> HclValue:
    """The value of a function call; unknown for functions and arguments that aren't known."""
    function = _FUNCTIONS.get(name) or (_rarer(name) if name not in HASHES else None)
    arguments = [plain(a) for a in arguments]
    result = function(arguments, span) if function is not None else None
    if result is not None:
        return result
    failed = next((a for a in arguments if isinstance(a, Failed)), None)
    return failed if failed is not None else computed(name, arguments, span, f"{name}(…)" if name in HASHES else "")


_NUMERIC = frozenset("0123456789.+-eE")
HASHES = frozenset(
    f"{prefix}{kind}" for prefix in ("", "file", "base64", "filebase64") for kind in ("md5", "sha1", "sha256", "sha512")
)


def _rarer(name: str) -> Function | None:
    """Functions that few configurations call."""
    from lambdalint.frontends.hcl import addresses, encodings, patterns

    found = {"regex": patterns.first, "regexall": patterns.every}
    return found.get(name) or addresses.FUNCTIONS.get(name) or encodings.FUNCTIONS.get(name)


def _merge(arguments: Arguments, span: Span) -> HclValue:
    fields: dict[str, Field] = {}
    parts: list[Span] = []
    complete = True
    for argument in arguments:
        if isinstance(argument, Fields):
            parts += argument.parts or (argument.span,)
            if not argument.complete:
                fields.clear()
                complete = False
            for key, field in argument.fields.items():
                fields.pop(key, None)
                fields[key] = field
        elif not is_null(argument):
            fields.clear()
            complete = False
    return Fields(fields, complete, span, (), tuple(parts[:SIZE_LIMIT]))


def _concat(arguments: Arguments, span: Span) -> HclValue:
    items: list[HclValue] = []
    complete = True
    for argument in arguments:
        if isinstance(argument, Items):
            items += argument.items
            complete = complete and argument.complete
        else:
            complete = False
    if len(items) > SIZE_LIMIT:
        return unknown("too long", span)
    return Items(tuple(items), complete, span)


def _flatten(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Items):
        return None
    items: list[HclValue] = []
    complete = arguments[0].complete
    waiting = list(reversed(arguments[0].items))
    while waiting and len(items) <= SIZE_LIMIT:
        item = plain(waiting.pop())
        if isinstance(item, Items):
            complete = complete and item.complete
            waiting += reversed(item.items)
        elif isinstance(item, Partial):
            complete = False  # it may be a list
        else:
            items.append(item)
    return Items(tuple(items), complete, span)


def _compact(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Items):
        return None
    kept = tuple(i for i in arguments[0].items if not (isinstance(i, Scalar) and i.value in (None, "")))
    return Items(kept, arguments[0].complete, span)


def _distinct(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Items):
        return None
    seen: dict[str, HclValue] = {}
    for i, item in enumerate(arguments[0].items):
        seen.setdefault(identity(item) or f"\0{i}", item)
    return Items(tuple(seen.values()), arguments[0].complete, span)


def _as_set(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Items):
        return None
    return as_set(arguments[0].items, arguments[0].complete, span)


def _as_list(arguments: Arguments, span: Span) -> HclValue | None:
    value = _same_value(arguments, span)
    return value._replace(unordered=False) if isinstance(value, Items) else value


def _union(arguments: Arguments, span: Span) -> HclValue | None:
    return _as_set([_concat(arguments, span)], span)


def _same_value(arguments: Arguments, _: Span) -> HclValue | None:
    return arguments[0] if arguments and not isinstance(arguments[0], Failed) else None


def _as_text(arguments: Arguments, span: Span) -> HclValue | None:
    value = arguments[0] if arguments else None
    if isinstance(value, Scalar) and value.value is not None and not isinstance(value.value, str):
        return Scalar(text_of(value.value), span)
    return value if isinstance(value, Scalar | Partial) else None


def _as_number(arguments: Arguments, span: Span) -> HclValue | None:
    value = arguments[0] if arguments else None
    found = number(value) if value is not None else None
    if found is None and isinstance(value, Scalar) and not _NUMERIC.issuperset(text_of(value.value)):
        return Failed(span)
    return _retyped(arguments[0], found) if found is not None else None


def _as_bool(arguments: Arguments, span: Span) -> HclValue | None:
    found = truth(arguments[0]) if arguments else None
    if found is None and arguments and isinstance(arguments[0], Scalar) and arguments[0].value is not None:
        return Failed(span)
    return _retyped(arguments[0], found) if found is not None else None


def _retyped(value: HclValue, known: int | float | bool) -> HclValue | None:
    return value._replace(value=known) if isinstance(value, Scalar) else None


def _lookup(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) < 2 or not isinstance(arguments[0], Fields) or not isinstance(arguments[1], Scalar):
        return None
    field = arguments[0].fields.get(text_of(arguments[1].value))
    if field is not None:
        return field.value
    if not arguments[0].complete:
        return None
    return arguments[2] if len(arguments) > 2 else Failed(span)


def _coalesce(arguments: Arguments, span: Span) -> HclValue | None:
    for argument in arguments:
        if isinstance(argument, Scalar):
            if argument.value not in (None, ""):
                return argument
        elif isinstance(argument, Partial) and (argument.ref is not None or _some_text(argument)):
            return argument
        else:
            return None
    return Failed(span)


def _some_text(value: Partial) -> bool:
    return any(not isinstance(p, Free) and p != "" for p in value.parts)


def _coalesce_list(arguments: Arguments, span: Span) -> HclValue | None:
    for argument in arguments:
        if not isinstance(argument, Items) or not argument.complete:
            return None
        if argument.items:
            return argument
    return Failed(span)


def _try(arguments: Arguments, span: Span) -> HclValue | None:
    for argument in arguments:
        if not isinstance(argument, Failed):
            return argument
    return Failed(span)


def _can(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) == 1 and not isinstance(arguments[0], Partial):
        return Scalar(not isinstance(arguments[0], Failed), span)
    return None


def _element(arguments: Arguments, _: Span) -> HclValue | None:
    items = items_of(arguments[0]) if len(arguments) == 2 else None
    at = number(arguments[1]) if len(arguments) == 2 else None
    if not isinstance(at, int):
        return None
    if items:
        return items[at % len(items)]
    first = arguments[0]
    alike = isinstance(first, Items) and len(first.items) == 1
    return first.items[0] if alike and isinstance(first, Items) else None


def _one(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Items):
        return None
    if not arguments[0].items:
        return Scalar(None, span) if arguments[0].complete else None
    return arguments[0].items[0] if len(arguments[0].items) == 1 else Failed(span)


def _length(arguments: Arguments, span: Span) -> HclValue | None:
    value = arguments[0] if len(arguments) == 1 else None
    if isinstance(value, Items) and value.complete:
        return Scalar(len(value.items), span)
    if isinstance(value, Fields) and value.complete:
        return Scalar(len(value.fields), span)
    if isinstance(value, Scalar) and isinstance(value.value, str):
        return Scalar(len(value.value), span)
    return None


def _keys(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 1 or not isinstance(arguments[0], Fields):
        return None
    found = sorted(arguments[0].fields.items())
    return Items(tuple(Scalar(k, f.key, f.key_exact) for k, f in found), arguments[0].complete, span)


def _values(arguments: Arguments, span: Span) -> HclValue | None:
    value = arguments[0] if len(arguments) == 1 else None
    if isinstance(value, Fields):
        return Items(tuple(f.value for _, f in sorted(value.fields.items())), value.complete, span)
    return value if isinstance(value, Items) else None


def _contains(arguments: Arguments, span: Span) -> HclValue | None:
    if len(arguments) != 2 or not isinstance(arguments[0], Items) or not isinstance(arguments[1], Scalar):
        return None
    wanted = text_of(arguments[1].value)
    items = [plain(i) for i in arguments[0].items]
    if any(isinstance(i, Scalar) and text_of(i.value) == wanted for i in items):
        return Scalar(True, span)
    known = arguments[0].complete and all(isinstance(i, Scalar) for i in items)
    return Scalar(False, span) if known else None


def _zipmap(arguments: Arguments, span: Span) -> HclValue | None:
    sides = [items_of(a) for a in arguments]
    if len(sides) != 2 or sides[0] is None or sides[1] is None:
        return None
    fields = {}
    if len(sides[0]) != len(sides[1]):
        return Failed(span)
    for key, value in zip(sides[0], sides[1], strict=True):
        if not isinstance(key, Scalar):
            return None
        fields[text_of(key.value)] = Field(key.span, key.exact, value, value.span)
    return Fields(fields, True, span)


def _range(arguments: Arguments, span: Span) -> HclValue | None:
    bounds = [number(a) for a in arguments]
    if not 1 <= len(bounds) <= 3 or not all(isinstance(b, int) for b in bounds):
        return None
    whole = [b for b in bounds if isinstance(b, int)]
    if len(whole) == 3 and whole[2] == 0:
        return None
    start, end = (0, whole[0]) if len(whole) == 1 else whole[:2]
    found = range(start, end, whole[2] if len(whole) == 3 else 1 if start <= end else -1)
    return Items(tuple(Scalar(n, span) for n in found), True, span) if len(found) <= 1000 else None


def _nothing(_: Arguments, span: Span) -> HclValue | None:
    return Scalar(None, span)


def _listed(arguments: Arguments, span: Span) -> HclValue | None:
    return Items(tuple(arguments), True, span)


def _mapped(arguments: Arguments, span: Span) -> HclValue | None:
    return _zipmap([Items(tuple(arguments[i::2]), True, span) for i in (0, 1)], span)


_FUNCTIONS: dict[str, Function] = {
    **numbers.FUNCTIONS,
    **sequences.FUNCTIONS,
    **texts.FUNCTIONS,
    "can": _can,
    "coalesce": _coalesce,
    "coalescelist": _coalesce_list,
    "compact": _compact,
    "concat": _concat,
    "contains": _contains,
    "distinct": _distinct,
    "element": _element,
    "ephemeralasnull": _nothing,
    "flatten": _flatten,
    "keys": _keys,
    "length": _length,
    "list": _listed,
    "lookup": _lookup,
    "map": _mapped,
    "merge": _merge,
    "nonsensitive": _same_value,
    "one": _one,
    "pathexpand": _same_value,
    "range": _range,
    "sensitive": _same_value,
    "setunion": _union,
    "tobool": _as_bool,
    "tolist": _as_list,
    "tomap": _same_value,
    "tonumber": _as_number,
    "toset": _as_set,
    "tostring": _as_text,
    "try": _try,
    "values": _values,
    "zipmap": _zipmap,
}
