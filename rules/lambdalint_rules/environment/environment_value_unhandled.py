"""A function sets a variable to a value that its code answers with an error.

## Why it matters
The program chooses what to do by the value of the variable and ends when it doesn't know it. With this value every
invocation fails.

## When it stays silent
The value isn't known before deployment, the code goes on with a value it doesn't know, or it isn't certain which
program the function runs.

## References
- AWS Lambda developer guide, "Use Lambda environment variables to configure values in code":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.api import (
    Context,
    EnvironmentSwitch,
    Finding,
    Known,
    LinkedFunction,
    Related,
    Rule,
    Severity,
    Strength,
    Value,
)

SHOWN = 5

rule = Rule(
    code="LL407",
    name="environment-value-unhandled",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, _ctx: Context) -> Iterator[Finding]:
    if linked.link.strength is not Strength.EXACT:
        return
    for entry in linked.function.environment.entries:
        choices = [choice for choice in linked.program.switches if choice.key == entry.key.value and choice.exits]
        choice = next((choice for choice in choices if _is_unhandled(entry.value, choice)), None)
        if choice is None or not isinstance(entry.value, Known):
            continue
        handled = ", ".join(value or '""' for value in choice.values[:SHOWN])
        more = ", …" if len(choice.values) > SHOWN else ""
        yield Finding(
            entry.value.span,
            f"{entry.key.value} of {linked.function.label} is {entry.value.value}, the code handles {handled}{more}",
            related=(Related(choice.span, "any other value ends here"),),
            anchor=linked.function.label,
        )


def _is_unhandled(value: Value[Any], choice: EnvironmentSwitch) -> bool:
    return isinstance(value, Known) and isinstance(value.value, str) and value.value not in choice.values
