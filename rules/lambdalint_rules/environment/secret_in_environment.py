"""A secret stands in clear in the environment of a function.

## Why it matters
Everybody who can read the repository, the state of the deployment or the configuration of the function reads the
secret too, and it stays in the history of the repository when it is removed.

## When it stays silent
The value is a reference, a placeholder, an ARN, a path or the name of a secret, or one of the keys that documentation
uses as an example.

## References
- AWS Lambda developer guide, "Use Secrets Manager secrets in Lambda functions":
  https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html
- CWE-798: https://cwe.mitre.org/data/definitions/798.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Related, Rule, Secret, Severity
from lambdalint.data.environment_keys import RESERVED

rule = Rule(
    code="LL402",
    name="secret-in-environment",
    severity=Severity.ERROR,
    since="0.1.0",
    tags=("security",),
    security_severity="7.5",
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    for entry in function.environment.entries:
        value = entry.value
        # such a key is refused by Lambda anyway
        if entry.key.value in RESERVED:
            continue
        if not isinstance(value, Known) or not isinstance(value.value, Secret):
            continue
        yield Finding(
            value.span,
            f"{entry.key.value} of {function.label} holds a secret in clear ({value.value.kind})",
            related=tuple(Related(use, "used here") for use in value.via[:1]),
            anchor=function.label,
        )
