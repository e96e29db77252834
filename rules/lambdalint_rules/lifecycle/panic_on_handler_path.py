"""Code that a handler reaches panics on purpose.

## Why it matters
The runtime client reports a panic and then ends the process: the next invocation starts cold, and with several
invocations in one process the others die too. A returned error is reported the same way and keeps the process.

## When it stays silent
The panic is recovered on the path, in the same goroutine; it passes on one that was recovered; it says that it can't be
reached, or the error that it is about is always nil (of a hash's `Write`, of `crypto/rand.Read`); or it happens before
`lambda.Start`, also in code that runs once (`sync.Once`, a nil check) and that `main` always runs first.

## References
- AWS Lambda developer guide: AWS Lambda function errors in Go
- aws-lambda-go, `lambda/invoke_loop.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, Site, call_path, is_call_of
from lambdalint.api import goast as ast
from lambdalint.data.go_fatal import PANICS
from lambdalint_rules.lifecycle._failing import cannot_happen, is_not_asked_for
from lambdalint_rules.lifecycle._startup import was_done

IMPOSSIBLE = ("unreachable", "not reachable", "impossible", "can't happen", "cannot happen", "should never")

rule = Rule("LL207", "panic-on-handler-path", Severity.WARNING, since="0.1.0", needs=("panic", "Panic"))


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for package, names in PANICS.items():
        for site in path.calls(package, *names):
            if site.recovered or not site.function.first_party or _impossible(site, path) or was_done(site, path, ctx):
                continue
            name = " ".join(ctx.text(site.call.function.span).split())
            yield Finding(
                site.call.span,
                f"{name} ends the invocation and then the process",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _impossible(site: Site, path: HandlerPath) -> bool:
    """True where a panic says that it can't happen, or is not the first."""
    if cannot_happen(site) or is_not_asked_for(site, path):
        return True
    recovered = {t.ref for n in ast.walk(site.function.body) if isinstance(n, ast.Assign) for t in _from_recover(n)}
    if any(isinstance(a, ast.Name) and a.ref in recovered for a in site.call.arguments):
        return True
    texts = [getattr(argument, "value", None) for argument in site.call.arguments]
    return any(isinstance(text, str) and any(word in text.lower() for word in IMPOSSIBLE) for text in texts)


def _from_recover(statement: ast.Assign) -> list[ast.Name]:
    values = [v for v in statement.values if isinstance(v, ast.Call) and is_call_of(v, "builtin", "recover")]
    return [t for t in statement.targets if isinstance(t, ast.Name) and t.ref] if values else []
