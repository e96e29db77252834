"""Handlers that take a batch: records of a queue or a stream."""

from __future__ import annotations

from lambdalint.api import Context, HandlerPath, Reached, gotypes, is_of_package, methodsets, pattern
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import BATCH_EVENTS, EVENTS

WORDS = (*sorted(BATCH_EVENTS), "EventSourceARN", "eventSourceARN")
"""What a program spells that takes a batch."""

_TAG = pattern(r'json:"([^",]+)')


def takes_batch(path: HandlerPath, ctx: Context) -> bool:
    """True for a handler of records of a queue or a stream, also where their type is one of the program's own, or
    where they come out of an event that is taken as it came.
    """
    signature = path.handler.type
    events = signature.parameters if signature else ()
    if any(is_of_package(kind, EVENTS, *BATCH_EVENTS) or _has_records(kind, ctx) for kind in events):
        return True
    return any(_is_raw(kind) for kind in events) and any(_goes_through_batch(reached) for reached in path.reached)


def _is_raw(kind: gotypes.GoType | None) -> bool:
    """True for an event as it came, which the handler decodes by its kind."""
    return is_of_package(kind, "encoding/json", "RawMessage") or kind == gotypes.Slice(gotypes.Basic("byte"))


def _goes_through_batch(reached: Reached) -> bool:
    loops = (n.subject for n in ast.walk(reached.function.body) if isinstance(n, ast.Range))
    subjects = (s for s in loops if isinstance(s, ast.Selector) and s.name == "Records")
    return any(is_of_package(getattr(s.operand, "type", None), EVENTS, *BATCH_EVENTS) for s in subjects)


def _has_records(kind: gotypes.GoType | None, ctx: Context) -> bool:
    """True for a type as records of queues and streams come in: each tells which one it is from."""
    records = next((f.type for f in _fields(kind, ctx) if f.name == "Records"), None)
    one = records.element if isinstance(records, gotypes.Slice) else None
    return any(_spelt(f) == "eventsourcearn" for f in _fields(one, ctx))


def _spelt(field: gotypes.Field) -> str:
    """The name of a field in JSON, in lower case."""
    tag = _TAG.search(field.tag)
    return (tag[1] if tag else field.name).lower()


def _fields(kind: gotypes.GoType | None, ctx: Context) -> tuple[gotypes.Field, ...]:
    own = gotypes.bare(kind)
    struct = methodsets.underlying(ctx.project.code.types, own)
    return struct.fields if isinstance(struct, gotypes.Struct) else ()
