"""One failed record has the whole batch retried.

## Why it matters
An error that is returned from inside the loop over the records tells Lambda that the batch failed. All of its records
come again, those that were done as well, and a record that always fails blocks the others until they end in the
dead-letter queue together. A batch response names only the records that failed.

## When it stays silent
The handler returns a batch response, the errors are collected and returned after the loop, or the batch surely holds
one record only.

## References
- AWS Lambda developer guide: Handling errors for an SQS event source in Lambda
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    HandlerPath,
    Known,
    Rule,
    Severity,
    call_path,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint_rules.events._batch_response import reports
from lambdalint_rules.events._batches import WORDS, takes_batch
from lambdalint_rules.events._records import work

rule = Rule("LL504", "whole-batch-retried", Severity.INFO, since="0.1.0", needs=WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if not takes_batch(path, ctx):
        return
    if reports(path.handler, ctx.project) is not False or _one_by_one(path, ctx):
        return
    for place in work(path, ctx):
        function = place.reached.function
        if not place.loop or not function.results or function.results[-1].type != gotypes.ERROR or "$" in function.key:
            continue
        for node in ast.walk(place.body):
            if isinstance(node, ast.Return) and node.values and not _is_nil(node.values[-1]):
                yield Finding(
                    node.span,
                    "one failed record has the whole batch retried",
                    flow=call_path(ctx.project, path.handler, place.reached.route),
                    anchor=function.label,
                )


def _is_nil(value: ast.Expr) -> bool:
    return isinstance(value, ast.Name) and value.name == "nil"


def _one_by_one(path: HandlerPath, ctx: Context) -> bool:
    """True when every mapping that is known for the program sends one record at a time."""
    functions = ctx.project.functions_of(path.program)
    sizes = [m.batch_size for function, _ in functions for m in ctx.project.mappings_of(function)]
    return bool(sizes) and all(isinstance(size, Known) and size.value == 1 for size in sizes)
