"""The log format of a function is not the one that its code writes.

## Why it matters
With the format `Text` the lines that Lambda adds (start, report, errors of the platform) are plain text between the
JSON of the code: a query finds one or the other. With `JSON`, lines that the code writes as plain text have no level
that Lambda could filter by, and no fields.

## When it stays silent
The format is not known before deployment, the logger follows the format that is set (`lambdacontext.NewLogger`,
`AWS_LAMBDA_LOG_FORMAT`) or one that the code chooses, the code has loggers of both kinds or of a library that is not
known, or no program is surely linked.

## Fix safety
Unsafe: what reads the logs has to understand the platform's lines as JSON.

## References
- AWS Lambda developer guide, "Configuring JSON and plain text log formats":
  https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    Known,
    LinkedFunction,
    Program,
    Project,
    Related,
    Rule,
    Severity,
    Site,
    Strength,
)
from lambdalint.data.go_loggers import (
    FOLLOWERS,
    FORMAT_VARIABLES,
    JSON_BY_DEFAULT,
    JSON_MAKERS,
    TEXT_BY_DEFAULT,
    TEXT_MAKERS,
    WORDS,
    level,
)
from lambdalint_rules.operations._mentions import mentions

TEXT, JSON = "Text", "JSON"

rule = Rule(
    code="LL708",
    name="text-log-format",
    severity=Severity.INFO,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    needs=WORDS,
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function, program = linked.function, linked.program
    declared = function.logging.format
    if not isinstance(declared, Known) or linked.link.strength is not Strength.EXACT:
        return
    written, first = _written(program, ctx.project)
    if written is None or first is None or written == declared.value:
        return
    said = "plain text" if written == TEXT else written
    edits = declared.write(JSON) if written == JSON else ()
    yield Finding(
        declared.span,
        f"the log format of {function.label} is {declared.value}, but its code logs {said}",
        related=(Related(first.call.span, "a line of the code's own"),),
        fix=Fix("set the log format to JSON", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _written(program: Program, project: Project) -> tuple[str | None, Site | None]:
    """What the loggers of a program write, and the first line they do."""
    found = mentions(project, program)
    named = found.all
    chosen = found.sometimes & (JSON_MAKERS | TEXT_MAKERS)
    if chosen or named & FOLLOWERS or any(_reads_format(r.key) for r in program.environment):
        return None, None
    lines = [s for path in project.paths_of(program) for s in path.sites() if _is_line(s)]
    packages = {s.call.callee.package for s in lines if s.call.callee is not None} - {"fmt"}
    json = bool(named & JSON_MAKERS) or bool(packages & JSON_BY_DEFAULT)
    text = bool(named & TEXT_MAKERS) or "log" in packages or (bool(packages & TEXT_BY_DEFAULT) and not json)
    first = next((s for s in lines if s.call.callee is not None and s.call.callee.package != "fmt"), None)
    if json == text or not packages:
        return None, None
    return (JSON if json else TEXT), first


def _reads_format(key: object) -> bool:
    return isinstance(key, Known) and key.value in FORMAT_VARIABLES


def _is_line(site: Site) -> bool:
    callee = site.call.callee
    return callee is not None and site.function.first_party and level(callee.package, callee.name) is not None
