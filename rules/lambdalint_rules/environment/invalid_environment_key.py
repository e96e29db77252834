"""The name of an environment variable is not one that Lambda accepts.

## Why it matters
A name starts with a letter, goes on with letters, digits and underscores, and has at least two characters. Lambda
refuses any other: the deployment fails.

## When it stays silent
The name is not known before deployment, or it is reserved (another rule reports that).

## References
- AWS Lambda API reference, "Environment": https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Rule, Severity
from lambdalint.data.environment_keys import NAME_PATTERN, RESERVED

rule = Rule(
    code="LL405",
    name="invalid-environment-key",
    severity=Severity.ERROR,
    since="0.1.0",
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    for entry in function.environment.entries:
        key = entry.key.value
        if key in RESERVED or re.fullmatch(NAME_PATTERN, key):
            continue
        short = len(key) == 1 and key.isascii() and key.isalpha()
        wanted = "two characters or more" if short else "letters, digits and underscores, a letter first"
        yield Finding(
            entry.key.span,
            f"{key or 'the empty name'} can't name a variable of {function.label}, Lambda wants {wanted}",
            anchor=function.label,
        )
