"""A binary carries the RPC server that only `go1.x` uses, or lacks it there.

## Why it matters
aws-lambda-go contains two ways to receive events. The OS-only runtimes use HTTP, so `-tags lambda.norpc` leaves out
`net/rpc` and what it needs. `go1.x` uses RPC: a binary built with the tag never starts there.

## When it stays silent
The build is linked to no function, another command builds the same binary for Linux while this one builds for the
developer's machine, or its tags are not known before it runs.

## Fix safety
Unsafe: the binary no longer starts on the runtime it is not meant for.

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with .zip file archives":
  https://docs.aws.amazon.com/lambda/latest/dg/golang-package.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Build, Context, Finding, Fix, Function, Known, Project, Rule, Severity
from lambdalint.data.runtimes import GO
from lambdalint_rules.packaging._builds import NORPC, is_first, is_for_lambda, runs_bootstrap

rule = Rule(
    code="LL309",
    name="rpc-code-in-binary",
    severity=Severity.INFO,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)


@rule.check(Build)
def check(build: Build, ctx: Context) -> Iterator[Finding]:
    project = ctx.project
    tags = build.tags
    if not isinstance(tags, Known):
        return
    bare = _without_rpc(build, project)
    if bare is not None:
        edits = tags.write(tuple(tag for tag in tags.value if tag != NORPC))
        yield Finding(
            tags.span,
            f"{NORPC} leaves out what {GO} of {bare.label} needs to start the binary",
            fix=Fix(f"build without {NORPC}", edits, Applicability.UNSAFE) if edits and len(tags.value) > 1 else None,
            severity=Severity.ERROR,
            anchor=bare.label,
        )
    elif _is_superfluous(build, project) and is_first(build, project, lambda b: _is_superfluous(b, project)):
        from lambdalint_rules.packaging._obstacle import Obstacle, way_out  # not needed where all is well

        edits = tags.write((*tags.value, NORPC))
        fix, obstacle = way_out(f"build with {NORPC}", edits or Obstacle(tags.span, "no tags can be written here"))
        yield Finding(
            build.span,
            f"the binary carries RPC code that only {GO} uses, -tags {NORPC} leaves it out",
            related=obstacle,
            fix=fix,
        )


def _without_rpc(build: Build, project: Project) -> Function | None:
    """The function on `go1.x` that a binary without RPC code is for."""
    if not isinstance(build.tags, Known) or NORPC not in build.tags.value:
        return None
    functions = project.functions_of_build(build)
    return next((f for f in functions if isinstance(f.runtime, Known) and f.runtime.value == GO), None)


def _is_superfluous(build: Build, project: Project) -> bool:
    if not isinstance(build.tags, Known) or NORPC in build.tags.value:
        return False
    functions = project.functions_of_build(build)
    return bool(functions) and is_for_lambda(build, project) and all(runs_bootstrap(function) for function in functions)
