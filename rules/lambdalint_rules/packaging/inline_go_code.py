"""The code of a function that runs Go is written into the infrastructure.

## Why it matters
Lambda takes code as text only for Node.js and Python, which need no compiler. For any other runtime the deployment
fails.

## When it stays silent
The runtime is not known before deployment.

## References
- AWS CloudFormation reference, "AWS::Lambda::Function Code":
  https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.runtimes import GO, starts_bootstrap

rule = Rule(
    code="LL316",
    name="inline-go-code",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _: Context) -> Iterator[Finding]:
    function = deployed.function
    package, runtime = function.package, function.runtime
    if package is None or not package.inline or not isinstance(runtime, Known):
        return
    if runtime.value != GO and not starts_bootstrap(runtime.value):
        return
    yield Finding(
        package.span,
        f"{function.label} runs {runtime.value}, whose code can't be given as text",
        anchor=function.label,
    )
