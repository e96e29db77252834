"""A function has an environment variable that nothing reads.

## Why it matters
It is left over from earlier code, or it is a misspelling of one that the code needs. Either way, who changes its value
waits for an effect that never comes.

## When it stays silent
The program, or a file of its configuration, reads variables by names that aren't known, the name is one that a library,
an agent or the Go runtime reads, a layer is attached that may read it (known agents read variables of their own only),
the entry is shared with a function that reads it, Lambda refuses the name (LL405), or it is a log level that LL716
reports.

## References
- AWS Lambda developer guide, "Use Lambda environment variables to configure values in code":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

import re
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
)
from lambdalint.data.environment_keys import AGENT_CONFIGS, AGENT_LAYERS, NAME_PATTERN
from lambdalint_rules.environment._reading import unread

rule = Rule(
    code="LL404",
    name="environment-key-not-read",
    severity=Severity.INFO,
    since="0.1.0",
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function = linked.function
    if _is_for_layer(function):
        return
    for key in unread(linked):
        if not re.fullmatch(NAME_PATTERN, key.value) or _is_for_another(key, function, ctx.project):
            continue
        yield Finding(
            key.span,
            f"{key.value} of {function.label} is read by nothing in {_place(linked.program)}",
            related=(Related(linked.program.main.signature, "the program"),),
            anchor=function.label,
        )


def _is_for_layer(function: Function) -> bool:
    """True where a layer may read any of the variables."""
    layers = function.layers
    if not isinstance(layers, Known):
        return True
    names = [(*arn.split(":"), *[""] * 7)[6] for arn in layers.value]
    configured = any(entry.key.value.startswith(AGENT_CONFIGS) for entry in function.environment.entries)
    return bool(names) and (configured or not all(name.startswith(AGENT_LAYERS) for name in names))


def _place(program: Program) -> str:
    """The program for people: its folder, or what it is where that is the project's root."""
    return "the program" if program.folder == "." else program.folder


def _is_for_another(key: Known[str], function: Function, project: Project) -> bool:
    """True where several functions share the text of the key, and another one reads it, may read it, or comes first."""
    sharing = [f for f in project.infra.functions if any(e.key.span == key.span for e in f.environment.entries)]
    if sharing and sharing[0].key != function.key:
        return True
    programs = {linked.function.key: linked for linked in project.nodes(LinkedFunction)}
    return any(
        other.key not in programs or all(k.value != key.value for k in unread(programs[other.key]))
        for other in sharing
        if other.key != function.key
    )
