"""A build for an OS-only runtime writes a binary that is not called `bootstrap`.

## Why it matters
On `provided.al2023` Lambda starts the file `bootstrap` at the root of the package. When the build writes `main`, every
invocation ends with `Runtime.InvalidEntrypoint`, although build and deployment succeed.

## When it stays silent
A later step renames the binary, the function is an image, or the name is not known before the build runs.

## Fix safety
Unsafe: it renames the output of the build and what packs it; other steps may still use the old name. It is not offered
where one of these places can't be rewritten; the finding says which.

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with .zip file archives":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lambdalint.api import (
    Applicability,
    Build,
    Context,
    Edit,
    Finding,
    Function,
    Known,
    Project,
    Related,
    Rule,
    Severity,
)
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._builds import binary_name, is_first, runs_bootstrap

if TYPE_CHECKING:
    from lambdalint_rules.packaging._obstacle import Obstacle

rule = Rule(
    code="LL303",
    name="binary-not-bootstrap",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    function = _served(build, project)
    if function is None or not is_first(build, project, lambda b: _served(b, project) is not None):
        return

    from lambdalint_rules.packaging._obstacle import way_out  # seldom needed

    place = (Related(function.runtime.span, "the runtime"),) if function.runtime else ()
    fix, obstacle = way_out(f"call the binary {BOOTSTRAP}", _way(build, ctx))
    runtime = function.runtime.value if isinstance(function.runtime, Known) else ""
    yield Finding(
        build.span,
        f"the binary is called {binary_name(build, project)}, but {runtime} of {function.label} starts {BOOTSTRAP}",
        related=(*place, *obstacle),
        fix=fix,
        anchor=function.label,
    )


def _way(build: Build, ctx: Context) -> tuple[Edit, ...] | Obstacle:
    """A new name, where all that makes the binary makes it for runtimes that start `bootstrap`."""
    from lambdalint_rules.packaging._binaries import same_binary
    from lambdalint_rules.packaging._edits import united
    from lambdalint_rules.packaging._obstacle import Obstacle
    from lambdalint_rules.packaging._renaming import renamed_output

    for other in same_binary(build, ctx.project):
        functions = ctx.project.functions_of_build(other)
        if not functions:
            return Obstacle(other.span, "the same command makes a binary of which the function isn't known")
        for function in functions:
            if not runs_bootstrap(function):
                return Obstacle(function.span, f"{function.label} needs the binary under its name")
    way = renamed_output(build, ctx)
    if isinstance(way, Obstacle):
        return way
    return united(way) or Obstacle(build.span, "the binaries that the command makes need different names")


def _served(build: Build, project: Project) -> Function | None:
    """The function that can't start what the build writes; None where all can."""
    name = binary_name(build, project)
    if name is None or name == BOOTSTRAP or build.stage is not None:
        return None
    functions = project.functions_of_build(build)
    return next((f for f in functions if runs_bootstrap(f) and not f.handler_derived), None)
