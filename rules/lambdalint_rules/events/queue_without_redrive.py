"""A queue that feeds a function keeps a message that can't be processed until it expires.

## Why it matters
Without a redrive policy a message that always fails is handed out again and again, for up to fourteen days, and then
deleted. It costs invocations, holds up the others, and nobody sees it. A dead-letter queue takes it aside after a few
attempts.

## When it stays silent
The redrive policy is not known before deployment, it may stand in a file that couldn't be read, or the queue is itself
the dead-letter queue of another one.

## References
- Amazon SQS developer guide, "Using dead-letter queues in Amazon SQS":
  https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import Context, Finding, Project, Queue, QueueTrigger, Related, Rule, Severity

rule = Rule(
    code="LL507",
    name="queue-without-redrive",
    severity=Severity.WARNING,
    since="0.1.0",
)


@rule.check(QueueTrigger)
def check(trigger: QueueTrigger, ctx: Context) -> Iterator[Finding]:
    queue, project = trigger.queue, ctx.project
    if queue.redrive is not None or not project.is_go(trigger.function):
        return
    # several functions may read one queue
    readers = (t for t in project.nodes(QueueTrigger) if t.queue.key == queue.key and project.is_go(t.function))
    if next(readers) != trigger:
        return
    if _is_half_read(queue, project) or _takes_dead_letters(queue, project):
        return
    yield Finding(
        queue.span,
        f"{queue.label} has no redrive policy, a message that always fails comes back until it expires",
        related=(Related(trigger.function.span, "the function that reads the queue"),),
        anchor=queue.label,
    )


def _is_half_read(queue: Queue, project: Project) -> bool:
    """True where a file beside the queue's couldn't be read: the policy may stand there."""
    folder = posixpath.dirname(queue.span.path)
    return any(posixpath.dirname(broken.span.path) == folder for broken in project.broken)


def _takes_dead_letters(queue: Queue, project: Project) -> bool:
    return any(other.dead_letters == queue.key for other in project.infra.queues)
