"""A function has no tags.

## Why it matters
Tags say who a function belongs to and what it costs whom. Without one, it can't be found by them.

## When it stays silent
The tags are not known before deployment, or a part of the deployment that holds the function may set them. The rule is
only run when it is selected.

## References
- AWS Lambda developer guide, "Using tags on Lambda functions":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Rule, Severity, Status

rule = Rule(
    code="LL715",
    name="not-tagged",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    tagged = function.tagged
    if isinstance(tagged, Known) and tagged.value is False:
        yield Finding(tagged.span, f"{function.label} has no tags", anchor=function.label)
