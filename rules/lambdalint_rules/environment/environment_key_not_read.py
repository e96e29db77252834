"""A function has an environment variable that nothing reads.

## Why it matters
It is left over from earlier code, or it is a misspelling of one that the code needs. Either way, who changes its value
waits for an effect that never comes.

## When it stays silent
The program reads variables by names that aren't known, the name is one that a library, an agent or the Go runtime
reads, or a layer is attached, which may read it.

## References
- AWS Lambda developer guide, "Use Lambda environment variables to configure values in code":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Known, LinkedFunction, Related, Rule, Severity
from lambdalint_rules.environment._reading import unread

rule = Rule(
    code="LL404",
    name="environment-key-not-read",
    severity=Severity.INFO,
    since="0.1.0",
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, _ctx: Context) -> Iterator[Finding]:
    function = linked.function
    if not isinstance(function.layers, Known) or function.layers.value:
        return
    for key in unread(linked):
        yield Finding(
            key.span,
            f"{key.value} of {function.label} is read by nothing in {linked.program.folder}",
            related=(Related(linked.program.main.signature, "the program"),),
            anchor=function.label,
        )
