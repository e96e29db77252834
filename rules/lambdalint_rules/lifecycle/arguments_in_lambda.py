"""A Lambda program reads its command line or its standard input.

## Why it matters
Lambda starts a program without arguments and without input: flags keep their defaults for ever, `os.Args[1]` panics,
and a read of the standard input ends at once. What a function is configured with is its environment.

## When it stays silent
The code stands under a condition, as in programs that can be started by hand too, or after the call that hands control
to Lambda; only the name of the program is read; or arguments and input are passed on whole.

## References
- AWS Lambda developer guide: Use Lambda environment variables to configure values in code
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Program, Rule, Severity, is_call_of
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._startup import always

rule = Rule("LL213", "arguments-in-lambda", Severity.INFO, since="0.1.0", needs=("Args", "Stdin", "flag"))


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    for node, function in always(program, ctx):
        what = _what(node)
        if what:
            yield Finding(node.span, what, anchor=function.label)
        read = _input(node)
        if read is not None:
            yield Finding(read.span, "os.Stdin is empty in Lambda", anchor=function.label)
    for path in ctx.project.paths_of(program):
        handler = path.handler.function
        for statement in handler.body.statements if handler and handler.body and handler.first_party else ():
            parse = statement.expression if isinstance(statement, ast.Evaluate) else None
            if isinstance(parse, ast.Call) and (what := _what(parse)):
                yield Finding(parse.span, what, anchor=handler.label if handler else "")
        for reached in path.reached:
            for node in ast.walk(reached.function.body) if reached.function.first_party else ():
                read = _input(node)
                if read is not None:
                    yield Finding(read.span, "os.Stdin is empty in Lambda", anchor=reached.function.label)


def _what(node: ast.Node) -> str | None:
    if isinstance(node, ast.Call) and is_call_of(node, "flag", "Parse"):
        return "flag.Parse finds no arguments in Lambda: flags keep their defaults"
    if isinstance(node, ast.Index) and _is(node.operand, "var:os.Args") and getattr(node.key, "value", 0) != 0:
        return "os.Args has no arguments in Lambda"
    return None


def _input(node: ast.Node) -> ast.Expr | None:
    """The standard input, where a call is to read it."""
    arguments = node.arguments if isinstance(node, ast.Call) else ()
    return next((a for a in arguments if _is(a, "var:os.Stdin")), None)


def _is(expression: ast.Expr, ref: str) -> bool:
    return isinstance(expression, ast.Selector | ast.Name) and expression.ref == ref
