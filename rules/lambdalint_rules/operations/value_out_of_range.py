"""A setting of a function is outside of what Lambda accepts: a number, a length, the name of a runtime.

## Why it matters
The deployment stops at the function, often after other resources were changed.

## When it stays silent
The value is not known before deployment, or a runtime may be one of a later Amazon Linux. On instances of a capacity
provider, or where it isn't known whether a function runs there, the wider limits of those count.

## References
- AWS Lambda developer guide, "Lambda quotas": https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
- AWS Lambda API reference, "CreateFunction": https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, Known, Rule, Severity, Value, pattern
from lambdalint.data.limits import (
    MAX_HANDLER,
    MAX_LAYERS,
    MEMORY_RANGE,
    PROVIDED_SIZE,
    PROVIDED_TIMEOUT,
    STORAGE_RANGE,
    TIMEOUT_RANGE,
)
from lambdalint.data.runtimes import LIFECYCLES, RECOMMENDED

_GO_LIKE = pattern(r"(provided|go)\b", re.IGNORECASE)
_LATER = pattern(r"provided\.al20[2-9]\d")

rule = Rule(
    code="LL702",
    name="value-out-of-range",
    severity=Severity.ERROR,
    since="0.1.0",
    any_language=True,
)


@rule.check(Function)
def check(function: Function, _ctx: Context) -> Iterator[Finding]:
    for value, words, (lowest, highest), wider in _numbers(function):
        if function.capacity_provider is not False:
            highest = wider
        if isinstance(value, Known) and not lowest <= value.value <= highest:
            said = f"{function.label} is given {value.value} {words}, {lowest} to {highest} are allowed"
            yield Finding(value.span, said, anchor=function.label)
    layers, handler, runtime = function.layers, function.handler, function.runtime
    if isinstance(runtime, Known) and _is_misspelt(runtime.value):
        yield Finding(
            runtime.span,
            f"{function.label} is given the runtime {runtime.value}, which doesn't exist, {RECOMMENDED} does",
            anchor=function.label,
        )
    if isinstance(layers, Known) and len(layers.value) > MAX_LAYERS:
        said = f"{function.label} is given {len(layers.value)} layers, {MAX_LAYERS} are allowed"
        yield Finding(layers.span, said, anchor=function.label)
    if isinstance(handler, Known) and len(handler.value) > MAX_HANDLER:
        said = f"the handler of {function.label} has {len(handler.value)} characters, {MAX_HANDLER} are allowed"
        yield Finding(handler.span, said, anchor=function.label)


def _is_misspelt(runtime: str) -> bool:
    """True for names that look like a runtime for Go, but neither are one nor can become one with another system."""
    return runtime not in LIFECYCLES and _GO_LIKE.match(runtime) is not None and not _LATER.fullmatch(runtime)


def _numbers(function: Function) -> Iterator[tuple[Value[int], str, tuple[int, int], int]]:
    """Each number with its unit, its limits, and the upper limit on a capacity provider."""
    yield function.timeout, "s of timeout", TIMEOUT_RANGE, PROVIDED_TIMEOUT
    yield function.memory, "MB of memory", MEMORY_RANGE, PROVIDED_SIZE
    yield function.ephemeral_storage, "MB of /tmp", STORAGE_RANGE, PROVIDED_SIZE
