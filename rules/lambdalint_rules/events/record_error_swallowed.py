"""A record's error is logged or dropped, and the record counts as done.

## Why it matters
A queue or stream takes a batch for done when the function returns without an error. A record whose failure was only
logged is deleted, or passed over: its message is lost, and no dead-letter queue ever sees it.

## When it stays silent
The error branch returns the error, remembers it (a list, a counter, a batch response), or calls something that may take
care of the record (another queue, a table, a counter of its own): whatever does more than write to the log; the record
is still worked on afterwards; something other than the content of the record could not be decoded; or what failed has
nothing to do with the record, which others work on afterwards.

## References
- AWS Lambda developer guide: Handling errors for an SQS event source in Lambda
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    HandlerPath,
    Reached,
    Rule,
    Severity,
    Telling,
    call_path,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint_rules.events._batches import WORDS, takes_batch
from lambdalint_rules.events._failures import errors_of, swallows
from lambdalint_rules.events._records import Work, work

rule = Rule("LL505", "record-error-swallowed", Severity.WARNING, since="0.1.0", needs=WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not takes_batch(path, ctx):
        return
    telling = Telling(ctx.project)
    for place in work(path, ctx):
        for branch in errors_of(place, ctx.project.code.types):
            swallowed = swallows(place, branch, telling)
            if swallowed is not None:
                yield _finding(path, ctx, place, swallowed)
        for dropped in _dropped(ctx, place):
            yield _finding(path, ctx, place, dropped)


def _finding(path: HandlerPath, ctx: Context, place: Work, node: ast.Node) -> Finding:
    reached: Reached = place.reached
    return Finding(
        node.span,
        "record's error ends here: the record counts as done and is lost",
        flow=call_path(ctx.project, path.handler, reached.route),
        anchor=reached.function.label,
    )


def _dropped(ctx: Context, place: Work) -> Iterator[ast.Node]:
    """`_ = process(record)`: the only thing that tells of a failure is thrown away.

    A call after a failure, such as one that notes it, is no work on the record.
    """
    failures = [branch.then.span for branch in errors_of(place, ctx.project.code.types)]
    for node in ast.walk(place.body):
        if any(span.contains(node.span) for span in failures):
            continue
        if not isinstance(node, ast.Assign) or len(node.values) != 1 or len(node.targets) != 1:
            continue
        target, call = node.targets[0], node.values[0]
        if not isinstance(target, ast.Name) or target.name != "_" or not isinstance(call, ast.Call):
            continue
        own = call.callee is not None and any(
            f.key.endswith(f".{call.callee.name}") and f.package == call.callee.package
            for f in ctx.project.code.functions.values()
        )
        if own and call.type == gotypes.ERROR and place.takes_record(call):
            yield target
