"""A secret or parameter is fetched at each invocation.

## Why it matters
Each fetch is a request with its own latency, its own price and a limit on how many there may be in a second: under load
the handler is throttled by the store of its secrets. Fetched once at start-up, or kept for some minutes, the value
costs nothing.

## When it stays silent
A cache stands in front (a nil check, an entry of a map, `sync.Once`, a time that has passed), what is fetched or
decrypted depends on the event, the handler may renew what it fetches, or it happens before `lambda.Start`.

## References
- AWS Lambda developer guide: Use Secrets Manager secrets in Lambda functions
- AWS Systems Manager user guide: Parameter Store, service quotas
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Rule, Severity, Site, call_path, provenance
from lambdalint.data.go_constructors import SDK_V1, SDK_V2
from lambdalint_rules.lifecycle._stored_names import stored_name

# Operations by service.
FETCHES = {
    "secretsmanager": ("GetSecretValue", "BatchGetSecretValue"),
    "ssm": ("GetParameter", "GetParameters", "GetParametersByPath"),
    "kms": ("Decrypt",),
}
# What a job that renews the value calls: it must see the one that is stored.
WRITES = {
    "secretsmanager": ("PutSecretValue", "UpdateSecret", "RotateSecret", "UpdateSecretVersionStage"),
    "ssm": ("PutParameter", "DeleteParameter"),
    "kms": (),
}
WHAT = {"secretsmanager": "secret", "ssm": "parameter", "kms": "decrypted value"}

rule = Rule(
    "LL203",
    "secret-fetched-per-invocation",
    Severity.WARNING,
    since="0.1.0",
    needs=("GetSecretValue", "GetParameter", "Decrypt"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for service, operations in FETCHES.items():
        names = (*operations, *(f"{name}WithContext" for name in operations))
        packages = (
            f"{SDK_V2}service/{service}",
            f"{SDK_V1}service/{service}",
            f"{SDK_V1}service/{service}/{service}iface",
        )
        writing = [f"{name}{tail}" for name in WRITES[service] for tail in ("", "WithContext")]
        written = {stored_name(site, path, ctx) for package in packages for site in path.calls(package, *writing)}
        for package in packages:
            for site in path.calls(package, *names):
                if site.guarded or not site.function.first_party or _depends_on_event(path, ctx, site):
                    continue
                name = stored_name(site, path, ctx) if written else None
                if written and (name is None or not written.isdisjoint((name, None))):
                    continue
                yield Finding(
                    site.call.span,
                    f"{WHAT[service]} is fetched at each invocation: {ctx.text(site.call.function.span)}",
                    flow=call_path(ctx.project, path.handler, site.route),
                    anchor=site.function.label,
                )


def _depends_on_event(path: HandlerPath, ctx: Context, site: Site) -> bool:
    origins = provenance(ctx.project, path)
    found = (o for a in site.call.arguments for o in origins.of(a, site.function))
    return any(isinstance(o.source, str) for o in found)
