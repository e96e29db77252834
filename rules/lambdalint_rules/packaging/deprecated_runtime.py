"""A function names a runtime that AWS no longer maintains.

## Why it matters
A deprecated runtime gets no security updates, Lambda refuses it for new functions some time later, and after that
even updates of existing ones. `go1.x` and `provided` run on Amazon Linux 1, `provided.al2` on Amazon Linux 2.
A Go program runs on `provided.al2023` as it is: only the file that Lambda starts must be called `bootstrap`.

## When it stays silent
The runtime is not known before deployment, or its date lies ahead. The function runs an image, which takes no runtime.

## Fix safety
Unsafe: the function moves to another operating system. For `go1.x` it is the whole migration: runtime, handler, the
name of the binary and of all that packs it, the `lambda.norpc` tag, and what a plugin that compiles must be told.
Programs that share a folder get one each, in the place of the old binary, which must not lie there any more; a binary
that was packed with its folders gets a zip of its own, made by the command `zip`, which the machine that builds needs
then. It is not offered where a part of that can't be rewritten, where something else needs the old name, or where a
change would reach a function that runs something else: the finding then says what stands in the way. Where the project
shows no build, the title says what the package must hold. Where the text that chooses the runtime has no word for the
new one, because that takes another release of the deployment tool, the way there is shown.

## References
- AWS Lambda developer guide, "Lambda runtimes": https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
- AWS Compute Blog, "Migrating AWS Lambda functions from the Go1.x runtime to the custom runtime on Amazon Linux 2"
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Finding, Fix, GoFunctionDeployment, Known, Rule, Severity
from lambdalint.data.runtimes import BOOTSTRAP, GO, LIFECYCLES, RECOMMENDED
from lambdalint_rules.packaging._builds import is_compiled_by_tool

rule = Rule(
    code="LL301",
    name="deprecated-runtime",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    runtime = function.runtime
    if not isinstance(runtime, Known) or function.image is not None:
        return
    life = LIFECYCLES.get(runtime.value)
    if life is None or ctx.today < life.deprecated:
        return

    from lambdalint_rules.packaging._migration import migration  # many modules that a project seldom needs
    from lambdalint_rules.packaging._obstacle import way_out

    refused = ctx.today >= life.refused
    since = f"refused for new functions since {life.refused}" if refused else f"deprecated since {life.deprecated}"
    way = migration(function, ctx)
    blind = runtime.value == GO and not deployed.builds and not is_compiled_by_tool(function, ctx.project)
    condition = f", whose package must hold {BOOTSTRAP}" if blind else ""
    fix, obstacle = way_out(f"migrate to {RECOMMENDED}{condition}", way)
    if fix is None and function.runtime_way:
        fix = Fix(f"migrate to {RECOMMENDED}: {function.runtime_way}", (), Applicability.DISPLAY)
        obstacle = ()
    yield Finding(
        runtime.span,
        f"{function.label} runs {runtime.value}, {since}",
        related=obstacle,
        fix=fix,
        severity=Severity.ERROR if refused else Severity.WARNING,
        anchor=function.label,
    )
