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
    any_language=True,
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
            fix=_fix(entry, function, ctx),
            anchor=function.label,
        )


def _fix(entry: EnvironmentEntry, function: Function, ctx: Context) -> Fix:
    """A variable that holds the name of a secret instead of the secret; the idea alone where that can't be shown."""
    value = entry.value
    key = f"{entry.key.value}_SECRET_ID"
    named = entry.key.write(key)
    edits: tuple[Edit, ...] = ()
    if isinstance(value, Known) and value.via:
        edits = _anew(entry, function, key, ctx)
    elif named:
        first = ctx.text(value.span._replace(end=value.span.start + 1))
        quote = first if first in ("'", '"', "`") else ""
        edits = (*named, Edit(value.span, f"{quote}{NAME}{quote}"))
    return Fix("name a secret that the code fetches", edits, Applicability.DISPLAY)


def _anew(entry: EnvironmentEntry, function: Function, key: str, ctx: Context) -> tuple[Edit, ...]:
    """The variable taken out and written again, where its value stands elsewhere."""
    slot, old = function.environment.slot, entry.entry
    if slot is None or old.start < slot.span.start < old.end or ctx.text(old).count("\n") > 1:
        return ()
    return (Edit(old, ""), *entry.around, Edit(slot.span, slot.before + slot.spell((key, NAME)) + slot.after))
