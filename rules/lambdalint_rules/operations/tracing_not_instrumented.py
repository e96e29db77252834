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

from lambdalint.api import Context, Finding, Known, LinkedFunction, Related, Rule, Severity, Status, Strength
from lambdalint.data.go_tracing import CALLERS, TRACERS

ACTIVE = "Active"

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
    if not any(p.startswith(CALLERS) for p in imports) or any(t in p.lower() for p in imports for t in TRACERS):
        return
    shared = sum(f.tracing.span == tracing.span for f in ctx.project.infra.functions) > 1
    yield Finding(
        function.span if shared else tracing.span,
        f"{function.label} is traced, but its code instruments none of its clients",
        related=(Related(program.main.signature, "the program"),),
        anchor=function.label,
    )
