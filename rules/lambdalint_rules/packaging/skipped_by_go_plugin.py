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
    Finding,
    Fix,
    GoFunctionDeployment,
    Known,
    PluginBuild,
    Related,
    Rule,
    Severity,
)
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._plugins import is_misnamed, plugin_settings

rule = Rule(
    code="LL318",
    name="skipped-by-go-plugin",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
    beside=(PluginBuild,),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, _ctx: Context) -> Iterator[Finding]:
    function = deployed.function
    build, runtime = function.plugin_build, function.runtime
    if build is None or not isinstance(runtime, Known) or not isinstance(build.runtimes, Known):
        return
    skipped = runtime.value not in build.runtimes.value
    if not skipped and not is_misnamed(build, runtime.value):
        return

    if skipped:
        span = build.runtimes.span
        message = f"{build.plugin} doesn't compile {function.label}, it is set to {', '.join(build.runtimes.value)}"
    else:
        span = build.bootstrap.span
        message = f"{build.plugin} doesn't call the binary of {function.label} {BOOTSTRAP}"
    edits = plugin_settings(build, runtime.value)
    yield Finding(
        span,
        f"{message}, and {runtime.value} has nothing to start",
        related=(Related(function.span, "the function"),),
        fix=Fix(f"compile for {runtime.value}", edits, Applicability.UNSAFE) if edits else None,
        anchor=function.label,
    )
