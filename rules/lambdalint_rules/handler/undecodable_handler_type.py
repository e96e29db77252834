"""The event or the result of a handler is of a type that JSON can't carry.

## Why it matters
The runtime client accepts the signature, and then fails to decode the event or to encode the result at each
invocation: channels, functions, complex numbers, maps whose keys are no text or integers, and interfaces with methods
have no form in JSON.

## When it stays silent
A type isn't known, it brings its own JSON methods, a result is a reader (it is streamed), or a field is left out
with `json:"-"` or carries any other tag.

## References
- aws-lambda-go, `lambda/handler.go`
- Go documentation: encoding/json
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Handler, Rule, Severity, gotypes, methodsets
from lambdalint_rules.handler._signature import event_of, is_interface, judged, label

OWN_FORM = frozenset({"MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText"})
NUMBERS_WITHOUT_FORM = frozenset({"complex64", "complex128"})
KEYS_WITHOUT_FORM = NUMBERS_WITHOUT_FORM | {"any", "bool", "float32", "float64"}

rule = Rule("LL102", "undecodable-handler-type", Severity.ERROR, since="0.1.0")


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None or len(signature.parameters) > 2 or len(signature.results) > 2 or signature.variadic:
        return
    event = event_of(ctx, signature)
    if event is not None and (why := _event_problem(ctx, signature, event)):
        yield _finding(handler, f"{label(handler)} can't be given an event: {why}")
    if len(signature.results) == 2 and (result := signature.results[0]) is not None:
        reader = "Read" in methodsets.methods(ctx.project.code.types, result).methods
        if not reader and (why := _problem(ctx, result, 4)):
            yield _finding(handler, f"the result of {label(handler)} can't be sent: {why}")


def _finding(handler: Handler, message: str) -> Finding:
    return Finding(handler.span, message, anchor=label(handler))


def _event_problem(ctx: Context, signature: gotypes.Func, event: gotypes.GoType) -> str | None:
    target: gotypes.GoType | None = event.element if isinstance(event, gotypes.Pointer) else event
    methods = methodsets.methods(ctx.project.code.types, target).methods
    if is_interface(ctx, target) is True and methods and (len(signature.parameters) == 2 or target is not event):
        return f"JSON can't be decoded into the interface {gotypes.spell(target)}"
    return _problem(ctx, event, 4)


def _problem(ctx: Context, kind: gotypes.GoType | None, depth: int) -> str | None:
    """Why JSON can't carry a type; None also where that isn't known."""
    if kind is None or depth == 0:
        return None
    types = ctx.project.code.types
    if isinstance(kind, gotypes.Pointer):
        return _problem(ctx, kind.element, depth - 1)
    if isinstance(kind, gotypes.Named) and OWN_FORM & set(methodsets.methods(types, kind).methods):
        return None
    under = methodsets.underlying(types, kind)
    if isinstance(under, gotypes.Struct):
        return _field_problem(ctx, under, depth)
    if isinstance(under, gotypes.Map) and _bad_key(ctx, under.key):
        return f"JSON has no form for the keys of {gotypes.spell(kind)}"
    unfit = isinstance(under, gotypes.Func | gotypes.Chan)
    if unfit or (isinstance(under, gotypes.Basic) and under.name in NUMBERS_WITHOUT_FORM):
        return f"JSON has no form for {gotypes.spell(kind)}"
    return None


def _field_problem(ctx: Context, struct: gotypes.Struct, depth: int) -> str | None:
    for field in struct.fields:
        exported = field.name[:1].isupper() and not field.tag
        if exported and not isinstance(field.type, gotypes.Pointer) and (why := _problem(ctx, field.type, depth - 1)):
            return f"{why} (field {field.name})"
    return None


def _bad_key(ctx: Context, key: gotypes.GoType | None) -> bool:
    found = methodsets.methods(ctx.project.code.types, key)
    if found.methods:
        return False
    under = methodsets.underlying(ctx.project.code.types, key)
    return isinstance(under, gotypes.Basic) and under.name in KEYS_WITHOUT_FORM
