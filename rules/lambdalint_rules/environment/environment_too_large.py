"""The environment variables of a function are too large.

## Why it matters
All names and values together must fit into 4096 bytes, counted as the JSON object that Lambda stores. A larger
environment makes the deployment fail.

## When it stays silent
What is known does not exceed the limit. Values that aren't known count as empty.

## References
- AWS Lambda developer guide, "Lambda quotas": https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lambdalint.api import Context, Environment, Finding, Function, Known, Rule, Severity
from lambdalint.data.environment_keys import MAX_BYTES

rule = Rule(
    code="LL406",
    name="environment-too-large",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    size = _size(function.environment)
    if size <= MAX_BYTES:
        return
    yield Finding(
        function.environment.span,
        f"the variables of {function.label} take at least {size} bytes, Lambda allows {MAX_BYTES}",
        anchor=function.label,
    )


def _size(environment: Environment) -> int:
    """The least number of bytes that the variables take as one JSON object."""
    least: dict[str, str] = {}
    for entry in environment.entries:
        known = isinstance(entry.value, Known) and isinstance(entry.value.value, str)
        least[entry.key.value] = str(entry.value.value) if known and isinstance(entry.value, Known) else ""
    return len(json.dumps(least, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
