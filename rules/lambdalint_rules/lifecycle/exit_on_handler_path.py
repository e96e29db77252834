"""Code that a handler reaches ends the process.

## Why it matters
`os.Exit`, and the fatal functions of loggers, end the process in the middle of an invocation: deferred calls don't run,
the caller gets no error that says what happened (only `Runtime.ExitError`), and the next invocation starts cold. A
returned error costs none of that.

## When it stays silent
The call happens before `lambda.Start`, where failing fast is right, or only outside of Lambda; or the error that leads
to it is always nil (of `crypto/rand.Read`, of a hash's `Write`). A call that runs once (`sync.Once`, a nil check) but
is reached from the handler counts, because the first invocation dies of it, unless `main` always makes it first.

## References
- AWS Lambda developer guide: AWS Lambda function errors in Go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, Site, call_path
from lambdalint.data.go_fatal import EXITS

rule = Rule("LL206", "exit-on-handler-path", Severity.WARNING, since="0.1.0", needs=("Exit", "Fatal", "CheckErr"))


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for package, names in EXITS.items():
        for site in path.calls(package, *names):
            if not site.function.first_party or _is_harmless(site, path, ctx):
                continue
            name = " ".join(ctx.text(site.call.function.span).split())
            yield Finding(
                site.call.span,
                f"{name} ends the process in the middle of an invocation",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _is_harmless(site: Site, path: HandlerPath, ctx: Context) -> bool:
    """True for an end that never comes, or that the start has been asked for before."""
    from lambdalint_rules.lifecycle._failing import cannot_happen, is_not_asked_for  # seldom needed
    from lambdalint_rules.lifecycle._startup import was_done

    return cannot_happen(site) or is_not_asked_for(site, path) or was_done(site, path, ctx)
