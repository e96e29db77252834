"""A response is returned together with an error, and nobody gets it.

## Why it matters
When the handler returns an error, its other result is dropped: the caller gets 502 from API Gateway or a load balancer,
with a text that isn't yours, instead of the status code and the body that stand in the return. To answer with an error
status, return the response and `nil`.

## When it stays silent
The response is empty, or is filled elsewhere, but for a function that never leaves it empty; the error may be nil; or
the handler is wrapped by something that may look at both.

## References
- AWS Lambda developer guide: Invoking a Lambda function using an Amazon API Gateway endpoint, error handling
- aws-lambda-go, `lambda/handler.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    GoFunction,
    HandlerPath,
    Reached,
    Rule,
    Severity,
    Span,
    call_path,
    gotypes,
    methodsets,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import RESPONSE_WORDS
from lambdalint_rules.handler._responses import filled_by, kind_of, literal_of

ANSWERS = frozenset({"StatusCode", "Body"})
MAKERS = frozenset({("errors", "New"), ("fmt", "Errorf"), ("github.com/pkg/errors", "New")})

rule = Rule("LL113", "response-lost-on-error", Severity.WARNING, since="0.1.0", needs=RESPONSE_WORDS)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    if path.handler.wrapped or path.handler.interface or path.handler.entry.starter:
        return
    types = ctx.project.code.types
    for reached in _answering(path):
        for node in ast.walk(reached.function.body):
            if not isinstance(node, ast.Return) or len(node.values) != 2:
                continue
            if not _fails(node, reached.function):
                continue
            lost = _lost(types, node, reached.function) or filled_by(ctx.project.code, node.values[0])
            if lost is None:
                continue
            answer = gotypes.spell(node.values[0].type, reached.function.package).removeprefix("*")
            yield Finding(
                lost,
                f"{answer} is lost: an error is returned with it",
                flow=call_path(ctx.project, path.handler, reached.route),
                anchor=reached.function.label,
            )


def _lost(types: methodsets.Types, statement: ast.Return, function: GoFunction) -> Span | None:
    """The response of a return: a literal with something in it, or a variable that is filled just before."""
    answer = statement.values[0]
    literal = literal_of(types, answer)
    if literal is not None:
        return literal.span._replace(end=literal.body.start) if literal.elements else None
    if not isinstance(answer, ast.Name) or not answer.ref.startswith("local:") or not kind_of(types, answer.type):
        return None
    blocks = [n for n in ast.walk(function.body) if isinstance(n, ast.Block | ast.Case) and statement in _inside(n)]
    before = (s for s in _inside(blocks[-1]) if s.span.end <= statement.span.start) if blocks else ()
    return answer.span if any(_fills(types, s, answer.ref) for s in before) else None


def _inside(node: ast.Block | ast.Case) -> tuple[ast.Stmt, ...]:
    return node.body.statements if isinstance(node, ast.Case) else node.statements


def _fills(types: methodsets.Types, statement: ast.Stmt, ref: str) -> bool:
    if not isinstance(statement, ast.Assign):
        return False
    for target, value in zip(statement.targets, statement.values, strict=False):
        field = target.name if isinstance(target, ast.Selector) else ""
        holder = target.operand if isinstance(target, ast.Selector) else target
        if isinstance(holder, ast.Name) and holder.ref == ref:
            literal = literal_of(types, value)
            return field in ANSWERS or (literal is not None and any(e.field in ANSWERS for e in literal.elements))
    return False


def _answering(path: HandlerPath) -> Iterator[Reached]:
    """The handler, and the functions whose results it returns as they are."""
    functions = {r.function.key: r for r in path.reached}
    called = {(r.route[-1].caller, r.route[-1].span): r.function for r in path.reached if r.route}
    stack = [path.handler.function] if path.handler.function else []
    seen: set[str] = set()
    while stack:
        function = stack.pop()
        reached = functions.get(function.key)
        if function.key in seen or reached is None:
            continue
        seen.add(function.key)
        if function.first_party:
            yield reached
        for node in ast.walk(function.body):
            if isinstance(node, ast.Return) and len(node.values) == 1 and isinstance(node.values[0], ast.Call):
                callee = node.values[0].callee
                direct = functions.get(callee.key) if callee is not None else None
                found = direct.function if direct else called.get((function.key, node.values[0].span))
                if found is not None:
                    stack.append(found)


def _fails(statement: ast.Return, function: GoFunction) -> bool:
    """True when the error of a return is surely there: just made, or tested right around."""
    error = statement.values[1]
    if isinstance(error, ast.Call):
        return error.callee is not None and (error.callee.package, error.callee.name) in MAKERS
    if not isinstance(error, ast.Name) or error.type not in (gotypes.ERROR, None) or not error.ref.startswith("local:"):
        return False
    for node in ast.walk(function.body):
        if (
            isinstance(node, ast.If)
            and node.then.span.contains(statement.span)
            and _is_there(node.condition, error.ref)
        ):
            return not _written(node.then, error.ref)
    return False


def _is_there(condition: ast.Expr, ref: str) -> bool:
    if not isinstance(condition, ast.Binary):
        return False
    if condition.op == "&&":
        return _is_there(condition.left, ref) or _is_there(condition.right, ref)
    left, right = condition.left, condition.right
    tested = isinstance(left, ast.Name) and left.ref == ref
    return condition.op == "!=" and tested and isinstance(right, ast.Name) and right.name == "nil"


def _written(block: ast.Block, ref: str) -> bool:
    assigned = (t for n in ast.walk(block) if isinstance(n, ast.Assign) for t in n.targets)
    return any(isinstance(t, ast.Name) and t.ref == ref for t in assigned)
