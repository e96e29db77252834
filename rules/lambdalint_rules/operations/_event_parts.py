"""Which parts of an event must stay out of a log."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, HandlerPath, gotypes, is_of_package, is_shown, methodsets, pattern
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import (
    BATCH_EVENTS,
    CREDENTIAL_HEADERS,
    CREDENTIALS,
    ENVELOPED,
    EVENTS,
    HEADERS,
    PAYLOADS,
    RAW_MESSAGES,
    RAW_OF,
    RECORD_TYPES,
)

TOKEN = pattern(r"(?i)(password|passwd|secret|(bearer|access|id|refresh|auth|jwt)_?token|^token|api_?key)$")
REQUEST = "request"
DEEPEST = 1  # structs in structs
RECORDS = ((), ("Records",), ("Records", "[]"), ("Records", "[]", "[]"))  # the last: of one partition of a topic


def sensitive(path: HandlerPath, ctx: Context, steps: tuple[str, ...], argument: ast.Expr | None) -> str | None:
    """What of the event lies at the end of a path from it, None where it is nothing that must stay out of a log.

    `argument` is the expression that has it, where there is one.
    """
    found = _part(path, steps) or _envelope(path, ctx, steps)
    if found or argument is None:
        return found
    told = _own_type(argument) or _raw(steps, argument) or _message(ctx, steps, argument)
    return told or (_credential_inside(ctx, argument) if steps else None)


def _own_type(argument: ast.Expr) -> str | None:
    """What the runtime client's own types tell: an event inside of another one, a raw message."""
    inner = argument
    while isinstance(inner, ast.Conversion | ast.Unary):
        inner = inner.operand
    if isinstance(inner, ast.Selector) and inner.name in RAW_MESSAGES and is_of_package(inner.field_of, EVENTS):
        return f"{inner.name} of the event"
    named = gotypes.bare(inner.type)
    if not isinstance(named, gotypes.Named) or named.package != EVENTS:
        return None
    if named.name in RECORD_TYPES:
        return "the whole record"
    return "the whole event" if named.name.endswith(("Request", "Event")) else None


def _raw(steps: tuple[str, ...], argument: ast.Expr) -> str | None:
    """A field of raw JSON in what a body was decoded to: it is a part of what came that nobody has looked at."""
    inner = argument
    while isinstance(inner, ast.Conversion | ast.Unary):
        inner = inner.operand
    raw = isinstance(inner, ast.Selector | ast.Name) and is_of_package(inner.type, "encoding/json", "RawMessage")
    return f"{inner.name} of the event" if isinstance(inner, ast.Selector | ast.Name) and raw and steps else None


def _message(ctx: Context, steps: tuple[str, ...], argument: ast.Expr) -> str | None:
    """What was decoded from the message that a body is the envelope of."""
    kind = methodsets.underlying(ctx.project.code.types, gotypes.bare(getattr(argument, "type", None)))
    wrapped = bool(steps) and steps[-1] in ENVELOPED and not PAYLOADS.isdisjoint(steps[:-1])
    return f"{steps[-1]} of the event" if wrapped and isinstance(kind, gotypes.Struct) else None


def _credential_inside(ctx: Context, argument: ast.Expr) -> str | None:
    """The credential in a struct of the program's own that is printed whole, in whatever form."""
    types, kind = ctx.project.code.types, getattr(argument, "type", None)
    named = gotypes.bare(kind)
    if not isinstance(named, gotypes.Named) or named.package == EVENTS:
        return None
    for steps, field in _fields(ctx, kind, ()):
        secret = field == gotypes.STRING and TOKEN.search(steps[-1])
        if secret and is_shown(types, kind, steps, True) and is_shown(types, kind, steps, False):
            return f"the credential {steps[-1]} of the event"
    return None


def _fields(
    ctx: Context, kind: gotypes.GoType | None, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], gotypes.GoType | None]]:
    """The fields of a struct, and those of the structs in it, with the way to each."""
    struct = methodsets.underlying(ctx.project.code.types, gotypes.bare(kind))
    for field in struct.fields if isinstance(struct, gotypes.Struct) else ():
        yield (*above, field.name), field.type
        if len(above) < DEEPEST:
            yield from _fields(ctx, field.type, (*above, field.name))


def _part(path: HandlerPath, steps: tuple[str, ...]) -> str | None:
    last = steps[-1] if steps else ""
    if steps in RECORDS[:1]:
        return "the whole event" if _carries_data(path) else None
    if last in HEADERS:
        return f"{last} of the event"
    event = _event_name(path)
    raw = (last in RAW_MESSAGES and PAYLOADS.isdisjoint(steps) and event) or last in RAW_OF.get(event, ())
    if last in PAYLOADS or raw:
        return f"{last} of the {'request' if steps[0] == REQUEST else 'event'}"
    if last in CREDENTIALS or last.strip("[]").lower() in CREDENTIAL_HEADERS:
        return f"the credential {last.strip('[]')} of the event"
    if steps in RECORDS and event in BATCH_EVENTS | {"SNSEvent"}:
        return "the whole record"
    return None


def _envelope(path: HandlerPath, ctx: Context, steps: tuple[str, ...]) -> str | None:
    """What a type of the program's own keeps as it came: a field of raw JSON is what a producer sent."""
    signature = path.handler.type
    given = signature.parameters[-1] if signature and signature.parameters else None
    kind = methodsets.underlying(ctx.project.code.types, gotypes.bare(given))
    if len(steps) != 1 or not isinstance(kind, gotypes.Struct):
        return None
    raw = any(f.name == steps[0] and is_of_package(f.type, "encoding/json", "RawMessage") for f in kind.fields)
    return f"{steps[0]} of the event" if raw else None


def _event_name(path: HandlerPath) -> str:
    """The name of the runtime client's event type that a handler takes; empty for other types."""
    signature = path.handler.type
    for kind in signature.parameters if signature else ():
        named = gotypes.bare(kind)
        if isinstance(named, gotypes.Named) and named.package == EVENTS:
            return named.name
    return ""


def _carries_data(path: HandlerPath) -> bool:
    """False for events that hold a name or a number only."""
    signature = path.handler.type
    last = signature.parameters[-1] if signature and signature.parameters else None
    return not isinstance(last, gotypes.Basic) or last.name in ("string", "any")
