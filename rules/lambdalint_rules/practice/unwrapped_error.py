"""An error is turned into text where it could be wrapped.

## Why it matters
`%v` and `%s` keep the words of an error and lose the error: `errors.Is` and `errors.As` no longer find what went wrong,
so a caller can't tell a throttled request from a missing item.

## When it stays silent
The argument's type isn't known to be an error, the format isn't constant, or the module's Go is older than 1.13 (1.20
where another error is wrapped already).

## Fix safety
Safe. The text of the error stays the same.

## References
- Go blog: Working with Errors in Go 1.13
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    HandlerPath,
    Rule,
    Severity,
    Site,
    Span,
    call_path,
    pattern,
    satisfaction,
)
from lambdalint.api import goast as ast

VERB = pattern(r"%(?P<flags>[-+# 0]*)(?P<width>[\d.]*|\*)(?P<index>\[\d+\])?(?P<verb>[A-Za-z%])")
WRAPPING = (1, 13)
WRAPPING_SEVERAL = (1, 20)

rule = Rule("LL802", "unwrapped-error", Severity.INFO, since="0.1.0", fixable=Applicability.SAFE, needs=("%v", "%s"))


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    module = path.program.module
    if module is None or module.go < WRAPPING:
        return
    for site in path.calls("fmt", "Errorf"):
        if not site.function.first_party or not site.call.arguments or site.call.spread:
            continue
        verb = _verb(ctx, site, module.go)
        if verb is None:
            continue
        yield Finding(
            verb,
            f"{ctx.text(verb)} keeps the text of the error only: %w wraps it",
            fix=Fix("wrap the error", (Edit(verb, "%w"),), Applicability.SAFE),
            flow=call_path(ctx.project, path.handler, site.route),
            anchor=site.function.label,
        )


def _verb(ctx: Context, site: Site, go: tuple[int, int]) -> Span | None:
    """The plain `%v` or `%s` that prints an error, in a format written in place."""
    form, *arguments = site.call.arguments
    if not isinstance(form, ast.Literal):
        return None
    verbs = [m for m in VERB.finditer(ctx.text(form.span)) if m["verb"] != "%"]
    if len(verbs) != len(arguments) or any(m["width"] == "*" or m["index"] for m in verbs):
        return None
    if any(m["verb"] == "w" for m in verbs) and go < WRAPPING_SEVERAL:
        return None
    for match, argument in zip(verbs, arguments, strict=True):
        if match.group() not in ("%v", "%s"):
            continue
        if satisfaction.implements_error(ctx.project.code.types, argument.type) is True:
            before = len(ctx.text(form.span)[: match.start()].encode())
            start = form.span.start + before
            return Span(form.span.path, start, start + 2)
    return None
