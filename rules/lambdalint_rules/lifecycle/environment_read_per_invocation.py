"""A variable of the environment is read at each invocation.

## Why it matters
The environment doesn't change while a process lives. Read once at start-up, a missing variable stops the deployment and
not the first request, and all that a program needs stands in one place.

## When it stays silent
The read is guarded, so that it runs once, or it happens before `lambda.Start`.

## References
- AWS Lambda developer guide: Use Lambda environment variables to configure values in code
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, Status, call_path

rule = Rule("LL219", "environment-read-per-invocation", Severity.INFO, since="0.1.0", status=Status.OPT_IN)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for site in path.calls("os", "Getenv", "LookupEnv"):
        if site.guarded or not site.function.first_party or not site.call.arguments:
            continue
        yield Finding(
            site.call.span,
            f"{ctx.text(site.call.arguments[0].span)} is read at each invocation",
            flow=call_path(ctx.project, path.handler, site.route),
            anchor=site.function.label,
        )
