"""A function is traced, but its code makes no segments.

## Why it matters
Lambda then records only how long the whole invocation took. Which of the calls to other services was slow or failed is
seen only when the clients are instrumented.

## When it stays silent
The mode is not known before deployment or nobody wrote it, the code calls nothing that a trace would show, or it
imports any package that may take part in tracing.

## References
- AWS Lambda developer guide, "Instrumenting Go code in AWS Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-tracing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Known,
    LinkedFunction,
    Program,
    Related,
    Rule,
    Severity,
    Status,
    Strength,
)
from lambdalint.data.go_tracing import CALLERS, TRACERS

ACTIVE = "Active"
HTTP = "net/http"
REQUESTS = frozenset({"Get", "Head", "NewRequest", "NewRequestWithContext", "Post", "PostForm"})
SENDERS = frozenset({"Client", "RoundTripper", "Transport"})

rule = Rule(
    code="LL706",
    name="tracing-not-instrumented",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function, program = linked.function, linked.program
    tracing = function.tracing
    if not isinstance(tracing, Known) or tracing.value != ACTIVE or tracing.default:
        return
    if linked.link.strength is not Strength.EXACT or not isinstance(function.layers, Known) or function.layers.value:
        return
    imports = program.imports
    if any(t in p.lower() for p in imports for t in TRACERS) or not _calls_others(program, ctx):
        return
    shared = sum(f.tracing.span == tracing.span for f in ctx.project.infra.functions) > 1
    yield Finding(
        function.span if shared else tracing.span,
        f"{function.label} is traced, but its code instruments none of its clients",
        related=(Related(program.main.signature, "the program"),),
        anchor=function.label,
    )


def _calls_others(program: Program, ctx: Context) -> bool:
    """True for a program that calls other services; who only serves HTTP imports its package too."""
    callers = {p for p in program.imports if p.startswith(CALLERS)}
    if callers != {HTTP}:
        return bool(callers)
    own = (f for f in ctx.project.code.functions.values() if f.package in program.packages)
    called = (call.callee for f in own for call in f.calls if call.callee is not None)
    return any(c.package == HTTP and (c.receiver in SENDERS or (not c.receiver and c.name in REQUESTS)) for c in called)
