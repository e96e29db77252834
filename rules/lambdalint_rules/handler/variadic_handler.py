"""A variadic handler panics, or gets its event wrapped in a slice.

## Why it matters
The runtime client takes `...T` for one event of type `[]T`, decodes into that, and then calls the function by
reflection with one argument where Go wants single values: the invocation panics and the process ends. With `...any`
the call goes through, and the only element is the whole slice.

## When it stays silent
The signature isn't known, or it is rejected before: more than two arguments, or two of which the first is no context.

## References
- aws-lambda-go, `lambda/handler.go`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Handler, Rule, Severity, gotypes, satisfaction
from lambdalint_rules.handler._signature import judged, label

rule = Rule("LL104", "variadic-handler", Severity.ERROR, since="0.1.0")


@rule.check(Handler)
def check(handler: Handler, ctx: Context) -> Iterator[Finding]:
    signature = judged(handler)
    if signature is None or not signature.variadic or len(signature.parameters) > 2:
        return
    first = signature.parameters[0]
    if len(signature.parameters) == 2 and satisfaction.is_context(ctx.project.code.types, first) is not True:
        return
    last = signature.parameters[-1]
    element = last.element if isinstance(last, gotypes.Slice) else None
    outcome = "gets the event wrapped in a slice" if element == gotypes.ANY else "panics at each invocation"
    yield Finding(
        handler.span,
        f"{label(handler)} is variadic (...{gotypes.spell(element)}) and {outcome}",
        anchor=label(handler),
    )
