"""Data of one request is written to a package variable, or to a variable or field from start-up, on the handler path.

## Why it matters
A process serves many invocations one after the other, and several at once where that is switched on. What one request
leaves in a package variable, or in a value that was made before the first one, is what the next one reads when it
writes nothing itself: another user's data, a stale decision, a list that grows for ever. A map is shared by all who
have it: a header that is set in an answer whose `Headers` is a package variable goes out with every later answer.

## When it stays silent
The variable is a cache (an entry of a map is written whose key varies, and not appended to, an element of a list that
the request chooses, or the write is guarded by a check of the variable), a counter, or a client; or what is written
isn't the invocation's context and comes neither from the event nor from a value of the context. A context that is
merely handed to the call that makes the value is no request data. In a field only the event or the HTTP request
counts, parts of them as they are, texts that are put together from those, literals and loggers with those in a field.
A pointer that may lead to something of this invocation as well isn't followed.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
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
    call_path,
    gotypes,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTIONS, SDK_V1, SDK_V2
from lambdalint_rules.lifecycle._entries import grown_entry, listed_entry, shared_entry
from lambdalint_rules.lifecycle._lasting import PACKAGE, Lasting
from lambdalint_rules.lifecycle._request_data import chosen_by_request, is_context, keeps_request, starts_anew
from lambdalint_rules.lifecycle._writing import variable, writes

rule = Rule("LL209", "request-state-in-global", Severity.WARNING, since="0.1.0")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    lasting: Lasting | None = None
    for reached in path.reached:
        if reached.guarded or not reached.function.first_party:
            continue
        for target, values in writes(reached):
            root = variable(target) or shared_entry(target, reached.function, ctx.project.code)
            root = root or grown_entry(target, values, path)
            if root is None and (listed := listed_entry(target, ctx.project.code)):
                root = None if chosen_by_request(path, ctx, reached, target) else listed
            held: str | None = PACKAGE
            if root is None:
                lasting = lasting or Lasting(path, ctx.project.code)
                held = lasting.holds(target, reached.function)
            if held is None or _is_client(target.type) or _guarded(reached, target, values):
                continue
            kept = any(is_context(ctx, v, reached) for v in values) and not starts_anew(path, reached)
            if kept or keeps_request(path, ctx, reached, values, plain=held != PACKAGE):
                yield Finding(
                    target.span,
                    f"{_what(ctx, target, root)} keeps data of this request for later ones",
                    flow=call_path(ctx.project, path.handler, reached.route),
                    anchor=reached.function.label,
                )


def _what(ctx: Context, target: ast.Expr, root: str | None) -> str:
    text = ctx.text(target.span)
    if root is not None and isinstance(target, ast.Index):
        return f"{text}, an entry of package variable {root.rpartition('.')[2]},"
    if root is None:
        return f"variable {text} from start-up" if isinstance(target, ast.Name) else f"{text} of a value from start-up"
    whole = not isinstance(target, ast.Selector) or target.ref
    return f"package variable {text}" if whole else f"{text} of a package variable"


def _guarded(reached: Reached, target: ast.Expr, values: tuple[ast.Expr, ...]) -> bool:
    """True for a write that a check of the same variable decides about, or whose value is made under a guard."""
    if any(site.guarded and any(v.span.contains(site.call.span) for v in values) for site in reached.sites):
        return True
    for node in ast.walk(reached.function.body):
        if isinstance(node, ast.If) and node.then.span.contains(target.span):
            if isinstance(target, ast.Index):
                asked = [n for part in (node.init, node.condition) for n in ast.walk(part) if isinstance(n, ast.Index)]
                if any(_is_same(n.operand, target.operand) for n in asked):
                    return True
            elif any(_is_same(n, target) for n in ast.walk(node.condition) if isinstance(n, ast.Name | ast.Selector)):
                return True
    return False


def _is_same(asked: ast.Expr, target: ast.Expr) -> bool:
    root = variable(target)
    if root is not None:
        return variable(asked) == root
    if isinstance(asked, ast.Name) and isinstance(target, ast.Name):
        return asked.ref == target.ref
    fields = isinstance(asked, ast.Selector) and isinstance(target, ast.Selector)
    return fields and getattr(asked, "name", "") == getattr(target, "name", "")


def _is_client(kind: gotypes.GoType | None) -> bool:
    named = gotypes.bare(kind)
    if isinstance(named, gotypes.Named):
        return named.package in CONNECTIONS or named.package.startswith((SDK_V1 + "service/", SDK_V2 + "service/"))
    return isinstance(named, gotypes.Func)
