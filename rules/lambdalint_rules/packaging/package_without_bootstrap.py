"""The package of a function has no `bootstrap` at its root.

## Why it matters
On `provided.al2023` Lambda starts the file `bootstrap` at the root of the package, whatever the handler says. Where it
has another name or lies in a folder, every invocation ends with `Runtime.InvalidEntrypoint`, although the deployment
succeeds.

## When it stays silent
What goes into the package is not fully known, a layer may bring the file, changes of the package are ignored because
something else deploys the code, or it is the build that gives the binary another name: then that build is reported
(binary-not-bootstrap).

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with .zip file archives":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html
- AWS Lambda developer guide, "Building a custom runtime":
  https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.api import (
    Archive,
    Artifact,
    Context,
    Finding,
    Function,
    GoFunctionDeployment,
    Known,
    Related,
    Rule,
    Severity,
    Zip,
)
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import binary_name, runs_bootstrap
from lambdalint_rules.packaging._contents import Packed, contents_of

rule = Rule(
    code="LL312",
    name="package-without-bootstrap",
    severity=Severity.ERROR,
    since="0.1.0",
    beside=(Archive, Artifact, Zip),
)


@rule.check(GoFunctionDeployment)
def check(deployed: GoFunctionDeployment, ctx: Context) -> Iterator[Finding]:
    function, layers = deployed.function, deployed.function.layers
    if not runs_bootstrap(function) or not isinstance(layers, Known) or layers.value or _is_replaced(function):
        return
    if any(binary_name(build, ctx.project) not in (None, BOOTSTRAP) for build in deployed.builds):
        return
    packed = contents_of(function, ctx.project)
    if packed is None or BOOTSTRAP in packed.entries or _is_source(packed):
        return

    inside = next((e for e in packed.entries if posixpath.basename(e) == BOOTSTRAP), None)
    held = inside or ", ".join(packed.entries[:3]) or "nothing"
    yield Finding(
        packed.span,
        f"{packed.label} holds {held}, but {function.label} starts {BOOTSTRAP} at the root of its package",
        related=(Related(function.span, "the function"),),
        anchor=function.label,
    )


def _is_source(packed: Packed) -> bool:
    """True for what source-as-package reports."""
    return bool(packed.entries) and all(entry.endswith(".go") for entry in packed.entries)


def _is_replaced(function: Function) -> bool:
    """True where the package only stands in for code that is deployed later."""
    return function.package is not None and function.package.ignored
