"""A function sets an environment variable that belongs to Lambda.

## Why it matters
Lambda sets variables such as `AWS_REGION` itself and refuses a configuration that contains one of them: the deployment
fails with `InvalidParameterValueException`. Code can read them without any configuration.

## When it stays silent
The name is not known before deployment.

## Fix safety
Safe: the entry goes. The deployment with it never succeeded.

## References
- AWS Lambda developer guide, "Use Lambda environment variables to configure values in code":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, EnvironmentEntry, Finding, Fix, Function, Rule, Severity
from lambdalint.data.environment_keys import LIKELY_RESERVED, RESERVED

rule = Rule(
    code="LL401",
    name="reserved-environment-key",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.SAFE,
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    for entry in function.environment.entries:
        key = entry.key.value
        if key not in RESERVED and key not in LIKELY_RESERVED:
            continue
        sure = key in RESERVED
        yield Finding(
            entry.key.span,
            f"{key} of {function.label} {'is' if sure else 'is probably'} reserved by Lambda",
            fix=_removal(key, entry),
            severity=Severity.ERROR if sure else Severity.WARNING,
            anchor=function.label,
        )


def _removal(key: str, entry: EnvironmentEntry) -> Fix | None:
    """None where the entry isn't written out."""
    if entry.entry.start == entry.entry.end:
        return None
    return Fix(f"remove {key}", (Edit(entry.entry, ""), *entry.around), Applicability.SAFE)
