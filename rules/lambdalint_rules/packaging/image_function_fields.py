"""A function that runs an image has settings that only packages can have.

## Why it matters
An image brings its own runtime and says itself what is started, and layers can't be added to it. Lambda refuses to make
a function that has an image and also a runtime, a handler or layers.

## When it stays silent
It is not certain before deployment that the function runs an image, or that the setting is there; the function is known
to run another language, or the project has no Lambda program in Go.

## Fix safety
Safe: nothing can be deployed with the setting, so nothing depends on it. What a template gives to all its functions
stays there, and the function is told to do without it.

## References
- AWS Lambda API reference, "CreateFunction":
  https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Function, Rule, Setting, Severity

rule = Rule(
    code="LL315",
    name="image-function-fields",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.SAFE,
    beside=(Setting,),
)


@rule.check(Function)
def check(function: Function, ctx: Context) -> Iterator[Finding]:
    # an image tells its language as little as its runtime does: any may be Go where there is a program for Lambda
    if not ctx.project.is_go(function) and not ctx.project.code.programs:
        return
    for setting in function.image_excess:
        yield Finding(
            setting.span,
            f"{function.label} runs an image, which can't have {setting.name}",
            fix=_removed(setting),
            anchor=function.label,
        )


def _removed(setting: Setting) -> Fix | None:
    if setting.entry.start == setting.entry.end:
        return Fix(f"do without {setting.name} here", setting.around, Applicability.SAFE) if setting.around else None
    return Fix(f"remove {setting.name}", (Edit(setting.entry, ""), *setting.around), Applicability.SAFE)
