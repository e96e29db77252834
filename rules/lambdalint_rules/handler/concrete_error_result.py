"""A handler returns a concrete error type, so that each success looks like a failure.

## Why it matters
The runtime client asks whether the last result is nil as an `error`. A nil pointer of a concrete type that is put
into an interface isn't nil any more, and an error that is a struct never is: every invocation is reported as failed, or
panics in `Error`.

## When it stays silent
The type isn't known, it is an interface, or a wrapper stands between the handler and the runtime client.

## Fix safety
Unsafe. The result becomes `error`; callers that use the concrete type's fields have to change. Offered where each
return spells out what it returns, since a nil variable of the concrete type would stay a failure.

## References
- Go documentation: Frequently Asked Questions, "Why is my nil error value not equal to nil?"
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    Handler,
    Rule,
    Severity,
    Span,
    gofix,
    gotypes,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint_rules.handler._signature import changeable, is_interface, judged, label

rule = Rule("LL103", "concrete-error-result", Severity.ERROR, since="0.1.0", fixable=Applicability.UNSAFE)


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None or not 1 <= len(signature.results) <= 2:
        return
    result = signature.results[-1]
    if satisfaction.implements_error(ctx.project.code.types, result) is not True:
        return
    if is_interface(ctx, result) is not False:
        return
    yield Finding(
        handler.span,
        f"{label(handler)} returns {_spelt(handler, result)} for its error: each success is reported as a failure",
        fix=_fix(ctx, handler),
        anchor=label(handler),
    )


def _spelt(handler: Handler, kind: gotypes.GoType | None) -> str:
    return gotypes.spell(kind, handler.function.package if handler.function else "")


def _fix(ctx: Context, handler: Handler) -> Fix | None:
    target = changeable(ctx, handler)
    if target is None:
        return None
    function, parts = target
    source = ctx.project.sources[function.file]
    if any(r.name for r in function.results) or function.body is None:
        return None
    returns = [n for n in ast.walk(function.body) if isinstance(n, ast.Return)]
    if not all(r.values and _spelt_out(r.values[-1]) for r in returns):
        return None
    place = gofix.pieces(source, _inside(parts))[-1].span if parts.listed else parts.results
    return Fix("return error", (Edit(place, "error"),), Applicability.UNSAFE)


def _inside(parts: gofix.Signature) -> Span:
    return parts.results._replace(start=parts.results.start + 1, end=parts.results.end - 1)


def _spelt_out(value: ast.Expr) -> bool:
    if isinstance(value, ast.Unary) and value.op == "&":
        value = value.operand
    return isinstance(value, ast.Composite) or (isinstance(value, ast.Name) and value.name == "nil")
