"""A log level is configured, but no logger of the code takes it.

## Why it matters
Somebody sets the variable to see more in an incident, deploys, and sees the same lines as before.

## When it stays silent
The code sets a level somewhere, compares the variable with anything, or reads variables by names that are not known;
its loggers are not known; or no program is surely linked.

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
from lambdalint_rules.operations._mentions import mentions

rule = Rule(
    code="LL716",
    name="unused-log-level",
    severity=Severity.INFO,
    since="0.1.0",
    status=Status.PREVIEW,
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function, program = linked.function, linked.program
    if linked.link.strength is not Strength.EXACT or not isinstance(function.layers, Known) or function.layers.value:
        return
    if not program.environment_known or not _logs_without_level(program, ctx.project):
        return
    for entry in function.environment.entries:
        if entry.key.value.upper() in LEVEL_VARIABLES and not _is_compared(entry.key.value, program, ctx.project):
            yield Finding(
                entry.key.span,
                f"{entry.key.value} of {function.label} reaches no logger",
                related=(Related(program.main.signature, "the program"),),
                anchor=function.label,
            )


def _logs_without_level(program: Program, project: Project) -> bool:
    """True for a program that has a logger, and nothing that could set its level."""
    named = mentions(project, program)
    return any(package in PACKAGES for package, _ in named) and not any(name in LEVEL_SETTERS for _, name in named)


def _is_compared(key: str, program: Program, project: Project) -> bool:
    """True where a function that reads the variable decides something, so that it may be the level itself."""
    reads = [r for r in program.environment if isinstance(r.key, Known) and r.key.value == key]
    if any(s.key == key for s in program.switches):
        return True
    functions = [project.code.functions.get(r.function) for r in reads]
    bodies = [f.body for f in functions if f is not None]
    return any(isinstance(n, goast.If | goast.Switch | goast.Binary) for body in bodies for n in goast.walk(body))
