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

from collections.abc import Iterator, Mapping

from lambdalint.api import Context, Finding, Function, Known, Rule, Secret, Severity, Value
from lambdalint.data.environment_keys import MAX_BYTES

rule = Rule(
    code="LL406",
    name="environment-too-large",
    severity=Severity.ERROR,
    since="0.1.0",
    any_language=True,
)

LONGEST = 6  # bytes of a character in JSON, and of what stands around a name and its value


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    texts = {entry.key.value: _text(entry.value) for entry in function.environment.entries}
    if sum(LONGEST * (len(name) + len(text) + 1) for name, text in texts.items()) <= MAX_BYTES:
        return
    size = _size(texts)
    if size <= MAX_BYTES:
        return
    yield Finding(
        function.environment.span,
        f"the variables of {function.label} take at least {size} bytes, Lambda allows {MAX_BYTES}",
        anchor=function.label,
    )


def _text(value: Value[str] | Known[Secret]) -> str:
    return value.value if isinstance(value, Known) and isinstance(value.value, str) else ""


def _size(texts: Mapping[str, str]) -> int:
    """The least number of bytes that the variables take as one JSON object."""
    import json

    return len(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
