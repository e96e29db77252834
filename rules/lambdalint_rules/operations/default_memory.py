"""A function has no memory size, so it gets the least there is.

## Why it matters
Memory also buys processor time: 128 MB come with a fourteenth of a core. A Go program that computes, or sets up
encrypted connections, is often faster and cheaper with more.

## When it stays silent
A size is set, even to 128 MB, or the tool that deploys has a default of its own.

## References
- AWS Lambda developer guide, "Configure Lambda function memory":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.defaults import MEMORY
from lambdalint.data.limits import FULL_CORE_MEMORY

rule = Rule(
    code="LL704",
    name="default-memory",
    severity=Severity.INFO,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    memory = function.memory
    if not isinstance(memory, Known) or not memory.default or memory.value != MEMORY:
        return
    share = f"{100 * MEMORY / FULL_CORE_MEMORY:.0f} % of a core"
    yield Finding(
        memory.span,
        f"{function.label} has no memory size and gets {MEMORY} MB with {share}",
        anchor=function.label,
    )
