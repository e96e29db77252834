"""A record's error is logged or dropped, and the record counts as done.

## Why it matters
A queue or stream takes a batch for done when the function returns without an error. A record whose failure was only
logged is deleted, or passed over: its message is lost, and no dead-letter queue ever sees it.

## When it stays silent
The error branch returns the error, remembers it (a list, a counter, a batch response) for more than a log line, or
calls something that may take care of the record (another queue, a table, a counter of its own): whatever does more than
write to the log; the record is still worked on afterwards; something other than the content of the record could not be
decoded; what failed has nothing to do with the record, which others work on afterwards; it is done in a loop after a
request whose failure is returned; too few records that are done are an error; or it takes away what is left over.

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
    provenance,
)
from lambdalint.api import goast as ast
from lambdalint_rules.events._batches import WORDS, takes_batch
from lambdalint_rules.events._failures import errors_of, gives_up, swallows
from lambdalint_rules.events._flags import flagged
from lambdalint_rules.events._record import Work
from lambdalint_rules.events._record_loops import inner_loops
from lambdalint_rules.events._records import work
from lambdalint_rules.events._sequence import rest
from lambdalint_rules.events._whole_batches import swallowed_batches

rule = Rule("LL505", "record-error-swallowed", Severity.WARNING, since="0.1.0", needs=WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not takes_batch(path, ctx):
        return
    telling = Telling(ctx.project)
    places = work(path, ctx)
    own = {r.function.key: r for r in path.reached if r.function.first_party}
    flags = [told for place in places if place.loop for told in flagged(place, own, telling)]
    for place in (*places, *flags):
        for branch in errors_of(place, ctx.project.code.types):
            swallowed = swallows(place, branch, telling, ctx.project.code.functions)
            if swallowed is not None:
                yield _finding(path, ctx, place.reached, swallowed)
        for dropped in _dropped(ctx, place) if not place.flag else ():
            yield _finding(path, ctx, place.reached, dropped)
    for place in _inside(path, ctx):
        for branch in errors_of(place, ctx.project.code.types):
            failed = gives_up(place, branch, ctx.project.code.types)
            swallowed = swallows(place, branch, telling, ctx.project.code.functions) if failed else None
            if swallowed is not None:
                yield _finding(path, ctx, place.reached, swallowed)
    for reached, node in swallowed_batches(path, ctx):
        yield _finding(path, ctx, reached, node)


def _inside(path: HandlerPath, ctx: Context) -> Iterator[Work]:
    origins = provenance(ctx.project, path)
    for reached in path.reached:
        if reached.function.first_party:
            yield from inner_loops(reached, origins)


def _finding(path: HandlerPath, ctx: Context, reached: Reached, node: ast.Node) -> Finding:
    return Finding(
        node.span,
        "record's error ends here: the record counts as done and is lost",
        flow=call_path(ctx.project, path.handler, reached.route),
        anchor=reached.function.label,
    )


def _dropped(ctx: Context, place: Work) -> Iterator[ast.Node]:
    """`_ = process(record)`: the only thing that tells of a failure is thrown away, or lost to that of the next record.

    A call after a failure, such as one that notes it, is no work on the record.
    """
    if place.followed:
        return
    failures = {id(n) for branch in errors_of(place, ctx.project.code.types) for n in ast.walk(branch.then)}
    for node in ast.walk(place.body):
        if id(node) in failures:
            continue
        if isinstance(node, ast.Evaluate) and _is_work(node.expression, place):
            yield node
        if not isinstance(node, ast.Assign) or len(node.values) != 1 or len(node.targets) != 1:
            continue
        target = node.targets[0]
        if not isinstance(target, ast.Name) or not _is_work(node.values[0], place):
            continue
        if target.name == "_":
            yield target
        elif node.op == "=" and place.loop and not _is_used(target, place, node):
            yield node


def _is_work(call: ast.Expr, place: Work) -> bool:
    """True for a call of the program's own that gets the record, and tells how it went by an error only."""
    known = isinstance(call, ast.Call) and call.type == gotypes.ERROR and bool(place.origins.targets(call))
    return known and isinstance(call, ast.Call) and place.takes_record(call)


def _is_used(name: ast.Name, place: Work, node: ast.Node) -> bool:
    """True where a local is looked at in the loop, or where the loop ends after the assignment."""
    inside = [n for n in ast.walk(place.body) if isinstance(n, ast.Name) and n.ref == name.ref]
    last = any(isinstance(n, ast.Branch | ast.Return) for s in rest(place.body, node) for n in ast.walk(s))
    return last or len(inside) > 1 or not name.ref.startswith("local:")
