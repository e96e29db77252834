"""The architecture of a function is not one that Lambda knows.

## Why it matters
The only values are `x86_64` and `arm64`, and a function has exactly one. Names of other systems (`amd64`, `aarch64`)
make the deployment fail, and a misspelt attribute does too or, worse, is ignored.

## When it stays silent
The value is not known before deployment.

## Fix safety
Safe: the wrong value, or name, has one meaning only. Of two values the one stays that the function is built for; where
that isn't known both are left to you.

## References
- AWS Lambda developer guide, "Selecting and configuring an instruction set architecture":
  https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFunctionDeployment,
    Known,
    Rule,
    Severity,
    UnknownAttribute,
)
from lambdalint.data.architectures import GOARCH, MISTAKEN, MISTAKEN_KEYS

rule = Rule(
    code="LL320",
    name="invalid-architecture",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.SAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    chosen = function.architectures
    if not isinstance(chosen, Known):
        return
    if len(chosen.value) == 1 and chosen.value[0] in GOARCH:
        return

    written = ", ".join(chosen.value) or "no value"
    meant = MISTAKEN.get(chosen.value[0].lower()) if len(chosen.value) == 1 else _built_for(deployed, ctx)
    edits = chosen.write((meant,)) if meant else ()
    yield Finding(
        chosen.span,
        f"the architecture of {function.label} must be one of x86_64 and arm64, not {written}",
        fix=Fix(f"run on {meant}", edits, Applicability.SAFE) if edits else None,
        anchor=function.label,
    )


def _built_for(deployed: GoFunctionDeployment, ctx: Context) -> str | None:
    """The only one of several architectures that all builds of a function are for."""
    builds = ctx.project.builds_of(deployed.function)
    words = {build.goarch.value if isinstance(build.goarch, Known) else "" for build in builds}
    chosen = deployed.function.architectures
    fitting = [name for name in chosen.value if GOARCH.get(name) in words] if isinstance(chosen, Known) else []
    return fitting[0] if len(words) == 1 and len(fitting) == 1 else None


@rule.check(UnknownAttribute)
def check_name(attribute: UnknownAttribute, ctx: Context) -> Iterator[Finding]:
    function = ctx.project.function(attribute.function)
    if function is None or not ctx.project.is_go(function) or attribute.parent:
        return
    if attribute.name.lower() in MISTAKEN_KEYS and attribute.name not in attribute.known:
        right = next((f", it is called {name}" for name in attribute.known if name.lower() in MISTAKEN_KEYS), "")
        yield Finding(
            attribute.span,
            f"{attribute.resource} has no attribute {attribute.name}{right}",
            fix=_renamed(attribute),
            anchor=attribute.resource,
        )


def _renamed(attribute: UnknownAttribute) -> Fix | None:
    slot, name = attribute.slot, attribute.nearest
    if slot is None or name is None or attribute.shape:
        return None
    edits = (Edit(slot.span, slot.before + slot.spell(name) + slot.after), *attribute.reshaped)
    return Fix(f"call it {name}", edits, Applicability.SAFE)
