"""A function's variables are encrypted with a key that Lambda manages.

## Why it matters
With a key of its own, the account decides who may read the variables, sees each use in its logs, and can take the key
away. With Lambda's key, everyone who may read the function's configuration reads them in plain text.

## When it stays silent
The function has no variables, or it is not known before deployment whether a key is set. The rule runs only when it is
selected.

## References
- AWS Lambda developer guide, "Securing Lambda environment variables":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Rule, Severity, Status

rule = Rule(
    code="LL409",
    name="environment-not-encrypted",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.OPT_IN,
    tags=("security",),
    security_severity="3.0",
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _: Context) -> Iterator[Finding]:
    if function.environment_key is not None or not function.environment.entries:
        return
    yield Finding(
        function.environment.span,
        f"the variables of {function.label} are encrypted with no key of the account's own",
        anchor=function.label,
    )
