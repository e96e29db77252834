"""A header is written into a map that was never made.

## Why it matters
`Headers` of a fresh response is nil. Reading a nil map works, writing to it panics, and the panic ends the invocation
and the process.

## When it stays silent
The response comes from elsewhere, its headers are set anywhere in the function, or it is handed to other code.

## Fix safety
Unsafe. An empty map is assigned before the first write.

## References
- The Go Programming Language Specification: Map types
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFunction,
    HandlerPath,
    Related,
    Rule,
    Severity,
    Span,
    gofix,
    methodsets,
)
from lambdalint.api import goast as ast
from lambdalint_rules.handler._responses import element, keyed, kind_of, literal_of

MAPS = {"Headers": "map[string]string", "MultiValueHeaders": "map[string][]string"}

rule = Rule(
    "LL114", "nil-headers-write", Severity.ERROR, since="0.1.0", fixable=Applicability.UNSAFE, needs=("Headers",)
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    types = ctx.project.code.types
    for reached in path.reached:
        function = reached.function
        if not function.first_party or function.closures:
            continue
        seen: set[tuple[str, str]] = set()
        for statement, target in _writes(types, function):
            variable = target.operand
            if not isinstance(variable, ast.Name) or (variable.ref, target.name) in seen:
                continue
            seen.add((variable.ref, target.name))
            made = _made_without(types, function, variable.ref, target.name)
            if made is not None:
                yield Finding(
                    target.span,
                    f"{target.name} of {variable.name} is nil here: writing to it panics",
                    related=(Related(made, "made without a map"),),
                    fix=_fix(ctx, statement, target),
                    anchor=function.label,
                )


def _writes(types: methodsets.Types, function: GoFunction) -> Iterator[tuple[ast.Assign, ast.Selector]]:
    """Assignments of the form `x.Headers[key] = value`, in source order."""
    for node in ast.walk(function.body):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if not isinstance(target, ast.Index) or not isinstance(target.operand, ast.Selector):
                continue
            if target.operand.name in MAPS and kind_of(types, target.operand.field_of):
                yield node, target.operand


def _made_without(types: methodsets.Types, function: GoFunction, ref: str, field: str) -> Span | None:
    """Where a local is made without this map; None where it may get one."""
    made: Span | None = next((r.span for r in function.results if r.ref == ref and r.name), None)
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign):
            for at, target in enumerate(node.targets):
                if isinstance(target, ast.Selector) and target.name == field:
                    return None
                if not isinstance(target, ast.Name) or target.ref != ref:
                    continue
                literal = literal_of(types, node.values[at]) if len(node.values) == len(node.targets) else None
                bare = node.declared and not node.values
                if made is not None or not (bare or (literal and keyed(literal) and element(literal, field) is None)):
                    return None
                made = node.span
        elif _hands_on(node, ref):
            return None
    return made


def _hands_on(node: ast.Node, ref: str) -> bool:
    if isinstance(node, ast.Unary) and node.op == "&":
        return isinstance(node.operand, ast.Name) and node.operand.ref == ref
    if isinstance(node, ast.Call):
        receiver = node.function.operand if isinstance(node.function, ast.Selector) else None
        return any(isinstance(a, ast.Name) and a.ref == ref for a in (*node.arguments, receiver))
    return False


def _fix(ctx: Context, statement: ast.Assign, target: ast.Selector) -> Fix:
    source = ctx.project.sources[statement.span.path]
    start = Span(statement.span.path, statement.span.start, statement.span.start)
    lead = gofix.indentation(source, statement.span.start)
    text = f"{ctx.text(target.span)} = {MAPS[target.name]}{{}}{gofix.end_of_line(source)}{lead}"
    return Fix(f"make the map of {target.name} first", (Edit(start, text),), Applicability.UNSAFE)
