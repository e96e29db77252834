"""A queue hands out a message again while a function may still work on it.

## Why it matters
A message is hidden from other readers only for the visibility timeout of its queue. When that ends before the function
does, a second invocation gets the same message and the work is done twice; Lambda refuses to create such a mapping.
AWS advises six times the timeout of the function and the batching window on top, because a throttled batch is tried
again within that time.

## When it stays silent
One of the numbers is not known before deployment, or the mapping is disabled.

## Fix safety
Unsafe: the queue waits longer before it hands out a failed message again.

## References
- AWS Lambda developer guide, "Using Lambda with Amazon SQS": https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, Known, QueueTrigger, Related, Rule, Severity
from lambdalint.data.limits import MAX_VISIBILITY_TIMEOUT, VISIBILITY_FACTOR

rule = Rule(
    code="LL506",
    name="visibility-timeout-too-short",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(QueueTrigger)
def check(trigger: QueueTrigger, ctx: Context) -> Iterator[Finding]:
    function, mapping = trigger.function, trigger.mapping
    hidden, timeout = trigger.queue.visibility_timeout, function.timeout
    if not ctx.project.is_go(function) or not (isinstance(hidden, Known) and isinstance(timeout, Known)):
        return
    if isinstance(mapping.enabled, Known) and not mapping.enabled.value:
        return
    window = mapping.window.value if isinstance(mapping.window, Known) else 0  # the least it can be
    advised = min(VISIBILITY_FACTOR * timeout.value + window, MAX_VISIBILITY_TIMEOUT)
    if hidden.value >= advised:
        return

    shorter = hidden.value < timeout.value
    run = f"{function.label} may run for {timeout.value} s"
    consequence = f"but {run}" if shorter else f"{run}, so {advised} s leave room for retries"
    edits = hidden.write(advised)
    yield Finding(
        hidden.span,
        f"{trigger.queue.label} hides messages for {hidden.value} s, {consequence}",
        related=(Related(timeout.span, "the timeout of the function"), Related(mapping.span, "the mapping")),
        fix=Fix(f"hide messages for {advised} s", edits, Applicability.UNSAFE) if edits else None,
        severity=Severity.ERROR if shorter else Severity.WARNING,
        anchor=trigger.queue.label,
    )
