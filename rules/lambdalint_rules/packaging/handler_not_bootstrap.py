"""The handler of a function on an OS-only runtime is not called `bootstrap`.

## Why it matters
On `provided.al2023` Lambda starts the file `bootstrap` of the package and hands the handler on without using it. A
handler such as `main`, left over from `go1.x`, tells readers and tools of a file that is never run, and often goes
with a package that lacks `bootstrap`.

## When it stays silent
The function is an image, its tool derives the handler, the handler only says that it is unused by a name that begins
with `bootstrap.`, it names a file that is packed beside a `bootstrap` (a script that starts it), or runtime or handler
are not known before deployment.

## Fix safety
Safe: Lambda never looks at the value. Unsafe where it is written in a place that other settings may use too.

## References
- AWS Lambda developer guide, "Building a custom runtime": https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
- README of github.com/aws/aws-lambda-go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import runs_bootstrap

rule = Rule(
    code="LL302",
    name="handler-not-bootstrap",
    severity=Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.SAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    handler = function.handler
    if not runs_bootstrap(function) or function.handler_derived:
        return
    if not isinstance(handler, Known) or handler.value.split(".")[0] == BOOTSTRAP:
        return

    from lambdalint_rules.packaging._contents import contents_of  # seldom needed
    from lambdalint_rules.packaging._obstacle import way_out
    from lambdalint_rules.packaging._shared_names import named_bootstrap

    packed = contents_of(function, ctx.project)
    if packed is not None and {handler.value, BOOTSTRAP} <= {*packed.entries}:
        return
    way = named_bootstrap(handler, (), ctx)
    shared = bool(handler.via)  # a variable or a local: it may name the binary elsewhere
    safety = Applicability.UNSAFE if shared else Applicability.SAFE
    fix, obstacle = way_out(f"call the handler {BOOTSTRAP}", way, safety)
    runtime = function.runtime.value if isinstance(function.runtime, Known) else ""
    yield Finding(
        handler.span,
        f"the handler of {function.label} is {handler.value}, but {runtime} starts {BOOTSTRAP}",
        related=obstacle,
        fix=fix,
        anchor=function.label,
    )
