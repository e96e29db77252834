"""A secret stands in clear in the environment of a function.

## Why it matters
Everybody who can read the repository, the state of the deployment or the configuration of the function reads the
secret too, and it stays in the history of the repository when it is removed.

## When it stays silent
The value is a reference, a placeholder, an ARN, a path or the name of a secret, or one of the keys that documentation
uses as an example.

## Fix safety
Shown only: the secret must be stored first, and the code must fetch it by its name. The old one must be changed.

## References
- AWS Lambda developer guide, "Use Secrets Manager secrets in Lambda functions":
  https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html
- CWE-798: https://cwe.mitre.org/data/definitions/798.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    EnvironmentEntry,
    Finding,
    Fix,
    Function,
    Known,
    Related,
    Rule,
    Secret,
    Severity,
)
from lambdalint.data.environment_keys import RESERVED

NAME = "name-of-the-secret"

rule = Rule(
    code="LL402",
    name="secret-in-environment",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
    tags=("security",),
    security_severity="7.5",
)


@rule.check(Function)
def check(function: Function, ctx: Context) -> Iterator[Finding]:
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
            fix=_fix(entry, ctx),
            anchor=function.label,
        )


def _fix(entry: EnvironmentEntry, ctx: Context) -> Fix | None:
    """A variable that holds the name of a secret instead of the secret."""
    value = entry.value
    named = entry.key.write(f"{entry.key.value}_SECRET_ID")
    if not named or not isinstance(value, Known) or value.via:
        return None
    first = ctx.text(value.span._replace(end=value.span.start + 1))
    quote = first if first in ("'", '"') else ""
    edit = Edit(value.span, f"{quote}{NAME}{quote}")
    return Fix("name a secret that the code fetches", (*named, edit), Applicability.DISPLAY)
