"""A function that deploys a package has no runtime or no handler.

## Why it matters
A package says neither which runtime starts it nor what is started. Lambda refuses to make a function from a package
without both, also on `provided.al2023`, which starts `bootstrap` whatever the handler is.

## When it stays silent
It is not certain before deployment that the function deploys a package or that the setting is missing, its tool
derives the handler, or the function isn't known to run Go.

## References
- AWS Lambda API reference, "CreateFunction":
  https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunctionDeployment, Known, Rule, Severity

rule = Rule(
    code="LL323",
    name="package-function-fields",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    kind = function.package_type
    if function.image is not None or not isinstance(kind, Known) or kind.value != "Zip":
        return
    missing = ["runtime"] if function.runtime is None else []
    if function.handler is None and not function.handler_derived:
        missing.append("handler")
    if missing:
        named = " and no ".join(missing)
        yield Finding(
            function.span,
            f"{function.label} has no {named}, Lambda takes no package without",
            anchor=function.label,
        )
