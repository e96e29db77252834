"""The whole event, headers, a body, the environment or credentials are logged.

## Why it matters
An event of an API carries tokens, cookies and what people typed; the environment of a function carries the credentials
of its role. A log line keeps them for months, readable for everybody who may read logs. Log the fields that help.

## When it stays silent
A single field that is none of these is logged, the line is a debug line and debug lines are off, or only the type is
printed, or addresses (`%v` of a slice of pointers).

## References
- AWS Lambda developer guide: Log and monitor Go Lambda functions
- OWASP cheat sheet series: Logging, data to exclude
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    HandlerPath,
    Origin,
    Rule,
    Severity,
    call_path,
    gotypes,
    is_of_package,
    methodsets,
    pattern,
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_loggers import PRINTING_WORD, WORDS
from lambdalint.data.go_responses import (
    BATCH_EVENTS,
    CREDENTIAL_HEADERS,
    CREDENTIALS,
    EVENTS,
    HEADERS,
    PAYLOADS,
    RAW_MESSAGES,
)
from lambdalint_rules.operations._addresses import is_address
from lambdalint_rules.operations._printed import chained, gathered, is_on, latest, printed, writes_line

TOKEN = pattern(r"(?i)(password|passwd|secret|(bearer|access|id|refresh|auth|jwt)_?token|^token|api_?key)$")
RECORDS = ((), ("Records",), ("Records", "[]"))

rule = Rule(
    "LL710",
    "event-logged",
    Severity.WARNING,
    since="0.1.0",
    tags=("security",),
    security_severity="5.5",
    needs=(PRINTING_WORD, *WORDS),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    origins = provenance(ctx.project, path)
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        around = chained(reached.function)
        for site in reached.sites:
            level = writes_line(site.call, around)
            if level is None or not is_on(ctx.project, path.program, site, level):
                continue
            shown = (a for a in printed(site.call) if not is_address(ctx.project, site.call, a))
            arguments = (latest(reached.function, a) for a in shown if a.type != gotypes.ERROR)
            for argument in (part for a in arguments for part in (a, *gathered(reached.function, a))):
                what = _environment(argument) or _what(path, ctx, argument, origins.of(argument, reached.function))
                if what:
                    yield Finding(
                        site.call.span,
                        f"{what} is logged",
                        flow=call_path(ctx.project, path.handler, reached.route),
                        anchor=reached.function.label,
                    )
                    break


def _environment(argument: ast.Expr) -> str | None:
    callee = argument.callee if isinstance(argument, ast.Call) else None
    found = callee is not None and (callee.package, callee.name) in (("os", "Environ"), ("syscall", "Environ"))
    return "the whole environment, with the role's credentials," if found else None


def _what(path: HandlerPath, ctx: Context, argument: ast.Expr, origins: frozenset[Origin]) -> str | None:
    """What of the event an argument is, None where it is nothing that must stay out of a log."""
    paths = {o.path for o in origins if o.source == "event" and o.path is not None}
    for steps in sorted(paths):
        if found := _part(path, steps) or _envelope(path, ctx, steps) or _own_type(argument):
            return found
    name = argument.name if isinstance(argument, ast.Name | ast.Selector) else ""
    secret = bool(origins) and argument.type == gotypes.STRING and TOKEN.search(name)
    return f"the credential {name}" if secret else None


def _own_type(argument: ast.Expr) -> str | None:
    """What the runtime client's own types tell: an event inside of another one, a raw message."""
    inner = argument
    while isinstance(inner, ast.Conversion | ast.Unary):
        inner = inner.operand
    if isinstance(inner, ast.Selector) and inner.name in RAW_MESSAGES and is_of_package(inner.field_of, EVENTS):
        return f"{inner.name} of the event"
    named = inner.type.element if isinstance(inner.type, gotypes.Pointer) else inner.type
    if isinstance(named, gotypes.Named) and named.package == EVENTS and named.name.endswith(("Request", "Event")):
        return "the whole event"
    return None


def _part(path: HandlerPath, steps: tuple[str, ...]) -> str | None:
    last = steps[-1] if steps else ""
    if steps in RECORDS[:1]:
        return "the whole event" if _carries_data(path) else None
    if last in HEADERS:
        return f"{last} of the event"
    raw = last in RAW_MESSAGES and PAYLOADS.isdisjoint(steps) and _event_name(path)
    if last in PAYLOADS or raw:
        return f"{last} of the event"
    if last in CREDENTIALS or last.strip("[]").lower() in CREDENTIAL_HEADERS:
        return f"the credential {last.strip('[]')} of the event"
    if steps in RECORDS and _event_name(path) in BATCH_EVENTS | {"SNSEvent"}:
        return "the whole record"
    return None


def _envelope(path: HandlerPath, ctx: Context, steps: tuple[str, ...]) -> str | None:
    """What a type of the program's own keeps as it came: a field of raw JSON is what a producer sent."""
    signature = path.handler.type
    given = signature.parameters[-1] if signature and signature.parameters else None
    kind = methodsets.underlying(ctx.project.code.types, given.element if isinstance(given, gotypes.Pointer) else given)
    if len(steps) != 1 or not isinstance(kind, gotypes.Struct):
        return None
    raw = any(f.name == steps[0] and is_of_package(f.type, "encoding/json", "RawMessage") for f in kind.fields)
    return f"{steps[0]} of the event" if raw else None


def _event_name(path: HandlerPath) -> str:
    """The name of the runtime client's event type that a handler takes; empty for other types."""
    signature = path.handler.type
    for kind in signature.parameters if signature else ():
        named = kind.element if isinstance(kind, gotypes.Pointer) else kind
        if isinstance(named, gotypes.Named) and named.package == EVENTS:
            return named.name
    return ""


def _carries_data(path: HandlerPath) -> bool:
    """False for events that hold a name or a number only."""
    signature = path.handler.type
    last = signature.parameters[-1] if signature and signature.parameters else None
    return not isinstance(last, gotypes.Basic) or last.name in ("string", "any")
