"""The address of a function answers everybody.

## Why it matters
With the authorization type `NONE` anybody on the internet can invoke the function, as often as they like, at your
cost. The code is then the only protection.

## When it stays silent
The authorization type is not known before deployment.

## References
- AWS Lambda developer guide, "Control access to Lambda function URLs":
  https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
- CWE-306: https://cwe.mitre.org/data/definitions/306.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, FunctionUrl, Known, Related, Rule, Severity

OPEN = "NONE"

rule = Rule(
    code="LL603",
    name="public-function-url",
    severity=Severity.WARNING,
    since="0.1.0",
    tags=("security",),
    security_severity="5.5",
    any_language=True,
)


@rule.check(FunctionUrl)
def check(url: FunctionUrl, ctx: Context) -> Iterator[Finding]:
    authorization = url.authorization
    if not isinstance(authorization, Known) or authorization.value != OPEN:
        return
    function = ctx.project.function(url.function)
    yield Finding(
        authorization.span,
        f"anybody can invoke {function.label if function else url.label} through its address",
        related=(Related(function.span, "the function"),) if function else (),
        anchor=url.label,
    )
