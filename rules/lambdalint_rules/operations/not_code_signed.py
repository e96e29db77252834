"""Nothing checks who built the package of a function.

## Why it matters
With a code signing configuration Lambda only takes packages that a trusted profile signed. Without one, whoever may
update the function can run any code.

## When it stays silent
The configuration is not known before deployment, the deployment can't say it, or the function is an image, which Lambda
doesn't check. The rule is only run when it is selected.

## References
- AWS Lambda developer guide, "Using code signing to verify code integrity with Lambda":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Rule, Severity, Status

rule = Rule(
    code="LL714",
    name="not-code-signed",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    tags=("security",),
    security_severity="3.0",
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    kind = function.package_type
    if function.code_signing is None and isinstance(kind, Known) and kind.value == "Zip":
        yield Finding(function.span, f"{function.label} takes unsigned code", anchor=function.label)
