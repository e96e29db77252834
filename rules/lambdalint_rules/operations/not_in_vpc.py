"""A function is not attached to a network of the account.

## Why it matters
Some organisations want every function behind their own network rules. A function that calls only public services needs
no network, so this is a choice, not a defect.

## When it stays silent
Whether it is attached is not known before deployment. The rule is only run when it is selected.

## References
- AWS Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Rule, Severity, Status

rule = Rule(
    code="LL713",
    name="not-in-vpc",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    attached = function.in_vpc
    if isinstance(attached, Known) and attached.value is False:
        yield Finding(attached.span, f"{function.label} is in no VPC", anchor=function.label)
