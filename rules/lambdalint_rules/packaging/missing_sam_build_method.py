"""Nothing says how the Go sources of a function are compiled.

## Why it matters
For an OS-only runtime the build tool can't tell the language from the runtime. Without a build method it looks for a
makefile with a target named after the function, and stops where there is none. Deployed without a build, the package
holds sources and nothing that could be started.

## When it stays silent
A makefile has the target, a command of the project compiles the function, or the folder holds no Lambda program.

## Fix safety
Unsafe: from now on the build tool compiles the sources itself, with its own settings.

## References
- AWS SAM developer guide, "Building Lambda functions with custom runtimes":
  https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/building-custom-runtimes.html
- AWS SAM developer guide, "sam build":
  https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-build.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Finding,
    Fix,
    GoFunctionDeployment,
    Known,
    Related,
    Rule,
    Severity,
)
from lambdalint_rules.packaging._builds import runs_bootstrap

rule = Rule(
    code="LL317",
    name="missing-sam-build-method",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    method, source = function.build_method, function.source
    if not runs_bootstrap(function) or not isinstance(method, Known) or not isinstance(source, Known):
        return
    if method.value != "make" or not method.default:
        return

    from lambdalint_rules.packaging._sources import is_compiled, is_for_tool, program_in  # seldom needed

    program = program_in(source.value, ctx.project) if all(is_for_tool(b, ctx) for b in deployed.builds) else None
    if program is None or is_compiled(source.value, ctx):
        return

    edits = method.write("go") if program.folder == source.value else ()
    yield Finding(
        function.span,
        f"{function.label} has Go sources and neither a build method nor a makefile target build-{_id(function.label)}",
        related=(Related(program.main.signature, "the program"),),
        fix=Fix("compile it as a Go module", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _id(label: str) -> str:
    """The name of a function in its own template."""
    return label.rpartition(".")[2]
