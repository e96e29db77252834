"""Statements after `lambda.Start`, and defers before it, never run.

## Why it matters
`lambda.Start` waits for invocations until the process is killed, and doesn't return. What stands after it in the same
block is dead code, and a deferred call of that function, such as closing a client or flushing traces, never happens.
Work at shutdown belongs to `lambda.WithEnableSIGTERM`.

## When it stays silent
The statement after it is a `break`, or a `return` of nothing, of nil or of a constant; or the call stands in a branch
and the defer outside of it.

## References
- aws-lambda-go, `lambda/entry.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Entry, Finding, Program, Related, Rule, Severity
from lambdalint.api import goast as ast

NEVER_RETURNS = frozenset(
    {"Start", "StartWithOptions", "StartWithContext", "StartHandler", "StartHandlerWithContext", "StartHandlerFunc"}
)

rule = Rule("LL109", "unreachable-after-start", Severity.WARNING, since="0.1.0")


@rule.check(Program)
def check(program: Program, _: Context) -> Iterator[Finding]:
    for entry in program.entries:
        if entry.name not in NEVER_RETURNS or not entry.function.first_party or entry.function.body is None:
            continue
        for block in ast.walk(entry.function.body):
            if isinstance(block, ast.Block):
                yield from _around(entry, block)


def _around(entry: Entry, block: ast.Block) -> Iterator[Finding]:
    statements = block.statements
    at = next((i for i, s in enumerate(statements) if _starts(s, entry)), None)
    if at is None:
        return
    related = (Related(entry.call.span, "does not return"),)
    for statement in statements[:at]:
        if isinstance(statement, ast.Defer):
            message = f"deferred call never runs: lambda.{entry.name} does not return"
            yield Finding(statement.span, message, related, anchor=entry.function.label)
    after = next((s for s in statements[at + 1 :] if not _harmless(s)), None)
    if after is not None:
        message = f"never runs: lambda.{entry.name} does not return"
        yield Finding(after.span, message, related, anchor=entry.function.label)


def _starts(statement: ast.Stmt, entry: Entry) -> bool:
    return isinstance(statement, ast.Evaluate) and statement.expression.span == entry.call.span


def _harmless(statement: ast.Stmt) -> bool:
    if isinstance(statement, ast.Return):
        return all(isinstance(v, ast.Literal) or getattr(v, "name", "") == "nil" for v in statement.values)
    return isinstance(statement, ast.Branch)
