"""A variable refers to a secure parameter in a way that functions don't support.

## Why it matters
CloudFormation fills in `{{resolve:ssm-secure:…}}` for a few properties of a few services only, and the environment of a
function is none of them: the deployment fails. Where something else deploys the function, the variable holds the
reference itself.

## When it stays silent
The value doesn't begin with the reference, or is chosen at deployment. References to plain parameters (`ssm`) and to
Secrets Manager (`secretsmanager`) are filled in.

## References
- AWS CloudFormation user guide, "Get a secure string value from Systems Manager Parameter Store":
  https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, EnvironmentEntry, Finding, Function, Known, Rule, Severity, pattern

rule = Rule(
    code="LL408",
    name="unsupported-secret-reference",
    severity=Severity.ERROR,
    since="0.1.0",
    any_language=True,
)

_REFERENCE = "{{resolve:ssm-secure:"
_WRITTEN = pattern(r"(?:!Sub\s+)?[\"'`]?\{\{resolve:ssm-secure:")


@rule.check(Function)
def check(function: Function, ctx: Context) -> Iterator[Finding]:
    for entry in function.environment.entries:
        if _refers(entry, ctx):
            yield Finding(
                entry.value.span,
                f"{entry.key.value} of {function.label} refers to a secure parameter, "
                "which is not filled in for functions",
                anchor=f"{function.label}.{entry.key.value}",
            )


def _refers(entry: EnvironmentEntry, ctx: Context) -> bool:
    """True for a value that begins with the reference, also where a part of the parameter's name isn't known."""
    value = entry.value
    if isinstance(value, Known):
        return isinstance(value.value, str) and value.value.startswith(_REFERENCE)
    written = ctx.text(value.span) if value.span.path in ctx.project.sources else ""
    return _REFERENCE in written and _WRITTEN.match(written) is not None
