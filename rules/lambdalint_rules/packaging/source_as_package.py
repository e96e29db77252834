"""A function deploys a Go source file instead of a program.

## Why it matters
Lambda doesn't compile Go. A package made of `main.go` is deployed without complaint, and every invocation ends with
`Runtime.InvalidEntrypoint`.

## When it stays silent
The deployment tool or a plugin compiles the file, what is packed is not known before deployment, or a layer may bring
the program. A folder of sources is not reported: somebody may have built a program in it by the time it is packed.

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with .zip file archives":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import Context, Finding, Function, GoFunctionDeployment, Known, Project, Rule, Severity, Value
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import runs_bootstrap

rule = Rule(
    code="LL319",
    name="source-as-package",
    severity=Severity.ERROR,
    since="0.1.0",
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, layers = deployed.function, deployed.function.layers
    if not _takes_program(function) or not isinstance(layers, Known) or layers.value:
        return
    packed = _packed(function, ctx.project)
    sources = [source for source in packed if isinstance(source, Known) and source.value.endswith(".go")]
    if not sources or len(sources) < len(packed):
        return
    path = posixpath.normpath(sources[0].value)
    yield Finding(
        sources[0].span,
        f"{function.label} deploys {path}, not a program built from it",
        anchor=function.label,
    )


def _takes_program(function: Function) -> bool:
    """True for a function whose package must hold a program, and that nothing but the package says how to make."""
    old = isinstance(function.runtime, Known) and function.runtime.value == GO
    made = function.build_method is not None or function.plugin_build is not None or function.handler_derived
    return (old or runs_bootstrap(function)) and not made


def _packed(function: Function, project: Project) -> tuple[Value[str], ...]:
    """The files or folders that a package is made of; nothing where that isn't known."""
    package = function.package
    if package is None or package.script is not None or package.ignored:
        return ()
    archive = next((a for a in project.infra.archives if a.key == package.archive), None)
    if archive is not None:
        return archive.sources
    return (package.path,) if package.path is not None else ()
