"""What to do about constructions on a handler path: moving all that a rule reports, at once."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.api import Context, Fix, HandlerPath, NamedTuple, Related, Rule, hoists
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._construction import Construction, chains


class WayOut(NamedTuple):
    """The fix of a chain; where there is none, the places that `related` shows say why."""

    fix: Fix | None
    related: tuple[Related, ...]


def way_out(
    rule: Rule,
    ctx: Context,
    chain: Construction,
    constructs: Callable[[ast.Expr], bool],
    literals: Callable[[HandlerPath], bool] = lambda _: False,
) -> WayOut:
    """What to do about a chain. All chains of the project that `rule` reports are looked at together, once."""
    if chain.made is not None:
        return WayOut(None, (Related(chain.made.span, "no fix: it stands in a generated file"),))
    key = ("hoists", rule.code)
    if key not in ctx.project.kept:
        found = {
            each.expression.span: (each.expression, each.function)
            for path in ctx.project.code.paths
            for each in chains(path, ctx, constructs, literals(path))
            if each.made is None and not _is_accepted(rule, ctx, each)
        }
        style = str(ctx.options.get("start-up", "init"))
        ctx.project.kept[key] = hoists(ctx.project, found.values(), constructs, style)
    outcome = ctx.project.kept[key].get(chain.expression.span)
    if outcome is None or isinstance(outcome, Fix):
        return WayOut(outcome, ())
    return WayOut(None, (Related(outcome.span, f"no fix: {outcome.reason}"),))


def _is_accepted(rule: Rule, ctx: Context, chain: Construction) -> bool:
    """True where a comment may suppress the rule: what people accept stays as it is when others move."""
    span, source = chain.expression.span, ctx.project.sources[chain.expression.span.path]
    outermost = ctx.project.code.functions[chain.function.outermost]
    above = source.data.rfind(b"\n\n", 0, outermost.span.start)
    for comment in ctx.project.comments:
        words = [word for word, _ in comment.selectors]
        if comment.span.path != span.path or comment.problem is not None:
            continue
        if words and not any(rule.code.startswith(word) or word == rule.name for word in words):
            continue
        same = source.line_of(comment.span.start) == source.line_of(span.start)
        if same or comment.kind not in ("ignore", "nolint") or above < comment.span.start < span.start:
            return True
    return False
