"""The plugin that should compile a function leaves it out, or gives its binary a name that the runtime doesn't start.

## Why it matters
A plugin such as `serverless-go-plugin` compiles only the functions whose runtime it is told to support, and by itself
that is `go1.x`. With `provided.al2023` it does nothing: the sources are packed instead of a binary, and every
invocation ends with `Runtime.InvalidEntrypoint`. The same happens when it compiles, but doesn't call the binary
`bootstrap`.

## When it stays silent
The function names a finished package, its handler names no Go sources, or the runtime or the settings of the plugin are
not known before deployment.

## Fix safety
Unsafe: from the next deployment on, the function consists of another file.

## References
- README of serverless-go-plugin, "Configuration": https://github.com/mthenw/serverless-go-plugin
- AWS Lambda developer guide, "Building a custom runtime": https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
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
    PluginBuild,
    Related,
    Rule,
    Severity,
)
from lambdalint.data.runtimes import BOOTSTRAP, starts_bootstrap

rule = Rule(
    code="LL318",
    name="skipped-by-go-plugin",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    build, runtime = function.plugin_build, function.runtime
    if build is None or not isinstance(runtime, Known) or not isinstance(build.runtimes, Known):
        return
    skipped = runtime.value not in build.runtimes.value
    if not skipped and not _misnamed(build, runtime.value):
        return

    if skipped:
        span = build.runtimes.span
        message = f"{build.plugin} doesn't compile {function.label}, it is set to {', '.join(build.runtimes.value)}"
    else:
        span = build.bootstrap.span
        message = f"{build.plugin} doesn't call the binary of {function.label} {BOOTSTRAP}"
    edits = _edits(build, runtime.value)
    yield Finding(
        span,
        f"{message}, and {runtime.value} has nothing to start",
        related=(Related(function.span, "the function"),),
        fix=Fix(f"compile for {runtime.value}", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )


def _misnamed(build: PluginBuild, runtime: str) -> bool:
    named = build.bootstrap
    return starts_bootstrap(runtime) and isinstance(named, Known) and not named.value


def _edits(build: PluginBuild, runtime: str) -> tuple[Edit, ...]:
    """The settings that are missing; nothing when one of them can't be written."""
    runtimes, named = build.runtimes, build.bootstrap
    if not isinstance(runtimes, Known) or not isinstance(named, Known):
        return ()
    edits: tuple[Edit, ...] = ()
    if runtime not in runtimes.value:
        edits = runtimes.write((*runtimes.value, runtime))
        if not edits or not _misnamed(build, runtime):
            return edits
        if runtimes.default and named.default:
            return edits
    further = named.write(True)
    return edits + further if further else ()
