"""A log level is configured, but no logger of the code takes it.

## Why it matters
Somebody sets the variable to see more in an incident, deploys, and sees the same lines as before.

## When it stays silent
The code sets a level somewhere, compares the variable with anything, or reads variables by names that are not known;
its loggers are not known; no program is surely linked; or another function with the same setting uses it.

## References
- AWS Lambda developer guide, "Working with Lambda environment variables":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
- Package log/slog, HandlerOptions: https://pkg.go.dev/log/slog#HandlerOptions
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    Function,
    Known,
    LinkedFunction,
    Program,
    Project,
    Related,
    Rule,
    Severity,
    Status,
    Strength,
    goast,
)
from lambdalint.data.go_loggers import LEVEL_SETTERS, LEVEL_VARIABLES, PACKAGES
from lambdalint.data.sdk_actions import HARMLESS
from lambdalint_rules.operations._mentions import mentions

LEVELED = tuple(sorted(PACKAGES - {"fmt", "log"}))

rule = Rule(
    code="LL716",
    name="unused-log-level",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
    replaces="LL404",
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function, program = linked.function, linked.program
    for entry in function.environment.entries:
        sharing = [
            f for f in ctx.project.infra.functions if any(e.key.span == entry.key.span for e in f.environment.entries)
        ]
        if entry.key.value.upper() not in LEVEL_VARIABLES or sharing[0] != function:
            continue
        if all(_ignores(f, entry.key.value, ctx.project) for f in sharing):
            yield Finding(
                entry.key.span,
                f"{entry.key.value} of {function.label} reaches no logger",
                related=(Related(program.main.signature, "the program"),),
                anchor=function.label,
            )


def _ignores(function: Function, key: str, project: Project) -> bool:
    """True when no logger of a function can take its level from a variable."""
    link, program = project.link_of(function), project.program_of(function)
    plain = isinstance(function.layers, Known) and not function.layers.value
    if link is None or program is None or link.strength is not Strength.EXACT or not plain:
        return False
    known = program.environment_known and _logs_without_level(program, project)
    return known and not _is_compared(key, program, project)


def _logs_without_level(program: Program, project: Project) -> bool:
    """True for a program that has a logger, and nothing that could set its level."""
    own = program.module.path if program.module is not None else program.package
    known = all("." not in p.partition("/")[0] or p.startswith((own, *HARMLESS, *LEVELED)) for p in program.imports)
    named = mentions(project, program).all
    logs = any(package in LEVELED for package, _ in named)
    return known and logs and not any(name in LEVEL_SETTERS for _, name in named)


def _is_compared(key: str, program: Program, project: Project) -> bool:
    """True where a function that reads the variable decides something, so that it may be the level itself."""
    reads = [r for r in program.environment if isinstance(r.key, Known) and r.key.value == key]
    if any(s.key == key for s in program.switches):
        return True
    functions = [project.code.functions.get(r.function) for r in reads]
    bodies = [f.body for f in functions if f is not None]
    return any(isinstance(n, goast.If | goast.Switch | goast.Binary) for body in bodies for n in goast.walk(body))
