"""Every website may call a function from its visitors' browsers.

## Why it matters
With the origin `*` any page can call the address and read the answer. A list of the own origins costs nothing. Together
with credentials it is an error: HTTP APIs refuse the setting, browsers refuse such an answer, and where neither does,
every page acts in the name of its visitor.

## When it stays silent
The origins are not known before deployment, or the API is in front of no function. Of an API whose methods say it one
by one, the first is reported.

## References
- AWS Lambda developer guide, "Cross-origin resource sharing (CORS)":
  https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
- CWE-942: https://cwe.mitre.org/data/definitions/942.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import ApiCors, Context, Finding, FunctionUrl, Known, Rule, Severity, Value

ALL = "*"
APIS = frozenset({"rest-api", "http-api"})

rule = Rule(
    code="LL609",
    name="cors-allows-all",
    severity=Severity.INFO,
    since="0.1.0",
    tags=("security",),
    security_severity="4.0",
    any_language=True,
)


@rule.check(FunctionUrl)
def check_address(url: FunctionUrl, ctx: Context) -> Iterator[Finding]:
    function = ctx.project.function(url.function)
    label = function.label if function else url.label
    yield from _judged(url.cors_origins, url.cors_credentials, f"the address of {label}", url.label)


@rule.check(ApiCors)
def check_api(cors: ApiCors, ctx: Context) -> Iterator[Finding]:
    triggers = [t for t in ctx.project.infra.triggers if t.deployment == cors.deployment and t.kind in APIS]
    alike = [c for c in ctx.project.infra.cors if c.api == cors.api and _is_open(c.origins)]
    if alike[:1] != [cors] and not _is_set(cors.credentials):
        return
    if any(t.function is not None and t.source in (cors.api, None) for t in triggers):
        yield from _judged(cors.origins, cors.credentials, cors.label, cors.label)


def _is_open(origins: Value[tuple[str, ...]] | None) -> bool:
    return isinstance(origins, Known) and ALL in origins.value


def _is_set(flag: Value[bool]) -> bool:
    return isinstance(flag, Known) and flag.value is True


def _judged(
    origins: Value[tuple[str, ...]] | None, credentials: Value[bool], what: str, anchor: str
) -> Iterator[Finding]:
    if not isinstance(origins, Known) or ALL not in origins.value:
        return
    risky = _is_set(credentials)
    yield Finding(
        origins.span,
        f"every website may call {what}{', and with credentials' if risky else ''}",
        severity=Severity.ERROR if risky else Severity.INFO,
        anchor=anchor,
    )
