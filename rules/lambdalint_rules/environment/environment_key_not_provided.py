"""Code needs an environment variable that its function doesn't have.

## Why it matters
The variable is empty at run time. At best the function stops at start with a clear message; at worst it works on with
an empty table name or address.

## When it stays silent
The code has a fallback, an empty value means the default by custom (`LOG_LEVEL`), the variable may come from a value
that isn't known, the image sets it, the program starts several handlers, or it isn't known which program the function
runs.

## Fix safety
Shown only: which value the variable must have can't be told from the code.

## References
- AWS Lambda developer guide, "Use Lambda environment variables to configure values in code":
  https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    EnvironmentRead,
    Finding,
    Fix,
    Function,
    Known,
    LinkedFunction,
    Related,
    Rule,
    Severity,
    Strength,
)
from lambdalint.data.environment_keys import OPTIONAL_KEYS
from lambdalint.data.go_entries import HANDLER_MAKERS
from lambdalint_rules.environment._reading import given_by_image, is_of_platform, unread

WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER"  # a script that may set any variable before the program starts
NEARNESS = 0.75

rule = Rule(
    code="LL403",
    name="environment-key-not-provided",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
)


@rule.check(LinkedFunction)
def check(linked: LinkedFunction, ctx: Context) -> Iterator[Finding]:
    function = linked.function
    declared = {entry.key.value for entry in function.environment.entries}
    starts = [entry for entry in linked.program.entries if entry.name not in HANDLER_MAKERS]
    if not function.environment.complete or WRAPPER in declared or len(starts) != 1:
        return
    declared |= given_by_image(function, ctx.project)

    missing: dict[str, EnvironmentRead] = {}
    for read in linked.program.environment:
        if read.required and isinstance(read.key, Known) and read.key.value not in declared:
            missing.setdefault(read.key.value, read)
    unused = [key.value for key in unread(linked)]
    for key, read in missing.items():
        if is_of_platform(key) or (key.upper() in OPTIONAL_KEYS and read.via in ("os.Getenv", "viper")):
            continue
        from difflib import get_close_matches  # rarely needed, slow to import

        near = get_close_matches(key, unused, n=1, cutoff=NEARNESS)
        hint = f", only {near[0]}, which nothing reads" if near else ""
        yield Finding(
            read.span,
            f"{key} is needed here, but {function.label} doesn't set it{hint}",
            related=_places(function),
            fix=_fix(function, key, near[0] if near else None),
            severity=Severity.ERROR if linked.link.strength is Strength.EXACT else Severity.WARNING,
            anchor=function.label,
        )


def _places(function: Function) -> tuple[Related, ...]:
    """Where the variables are, and where what is put together there from other files begins."""
    whole = function.environment.span
    parts = [part for part in dict.fromkeys(function.environment.parts) if part.path != whole.path]
    parts = [part for number, part in enumerate(parts) if part.path not in {other.path for other in parts[:number]}]
    begins = [part._replace(end=part.start + 1) for part in parts]
    return Related(whole, f"the variables of {function.label}"), *(Related(place, "some of them") for place in begins)


def _fix(function: Function, key: str, near: str | None) -> Fix:
    """The variable that is nearly the same under the right name, else a further one."""
    for entry in function.environment.entries:
        edits = entry.key.write(key) if entry.key.value == near else ()
        if edits:
            return Fix(f"rename {near} to {key}", edits, Applicability.DISPLAY)
    slot, whole = function.environment.slot, function.environment.span
    if slot is None or any(part.path != whole.path for part in function.environment.parts):
        return Fix(f"set {key} for {function.label}", (), Applicability.DISPLAY)
    edit = Edit(slot.span, slot.before + slot.spell((key, "…")) + slot.after)
    return Fix(f"set {key}", (edit, *slot.around), Applicability.DISPLAY)
