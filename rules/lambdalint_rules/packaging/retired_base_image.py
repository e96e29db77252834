"""A Dockerfile starts from an image that AWS no longer maintains.

## Why it matters
`lambda/go` is the `go1.x` runtime on Amazon Linux 1; `lambda/provided` with the tags `al`, `alami` and `al2` is on
operating systems that are out of support. They get no security updates. A Go program needs none of their contents:
`lambda/provided:al2023` does.

## When it stays silent
The image is computed, has another tag, or nothing in the project shows that it runs Go.

## Fix safety
Unsafe: the operating system changes. For `lambda/go` the new image starts `/var/runtime/bootstrap` instead of the
command: where the stage has no entry point of its own, a Dockerfile that builds and starts the program is shown.

## References
- AWS Lambda developer guide, "Deploy Go Lambda functions with container images":
  https://docs.aws.amazon.com/lambda/latest/dg/go-image.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Known, Project, Rule, Severity, Stage, pattern
from lambdalint.data.runtimes import RETIRED_IMAGE_TAGS
from lambdalint_rules.packaging._images import rebuilt

rule = Rule(
    code="LL310",
    name="retired-base-image",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.UNSAFE,
)

GO_IMAGE = pattern(r"(?P<start>(?:\S*/)?(?:lambda/|aws-lambda-))go(?::(?P<tag>[^@\s]+))?(?:@\S+)?")
OLD_IMAGE = pattern(
    rf"(?P<start>(?:\S*/)?(?:lambda/|aws-lambda-))provided:(?P<tag>{'|'.join(sorted(RETIRED_IMAGE_TAGS))})"
    r"(?P<rest>[.-][^@\s]*)?(?:@\S+)?"
)


@rule.check(Stage)
def check(stage: Stage, ctx: Context) -> Iterator[Finding]:
    if not isinstance(stage.base, Known):
        return
    base = stage.base.value
    old = OLD_IMAGE.fullmatch(base)
    if old is not None and _holds_go(stage, ctx.project):
        machine = re.search(r"-(x86_64|arm64)\b", old["rest"] or "")
        target = f"{old['start']}provided:al2023{machine[0] if machine else ''}"
        yield _finding(stage, stage.base, target, Applicability.UNSAFE)
        return
    retired = GO_IMAGE.fullmatch(base)
    if retired is not None:
        target = f"{retired['start']}provided:al2023"
        if isinstance(stage.entrypoint, Known):
            yield _finding(stage, stage.base, target, Applicability.UNSAFE)
        else:
            yield _finding(stage, stage.base, target, Applicability.DISPLAY, rebuilt(stage, target, ctx))


def _finding(
    stage: Stage, base: Known[str], target: str, safety: Applicability, shown: tuple[Edit, ...] | None = None
) -> Finding:
    edits = base.write(target) if shown is None else shown
    return Finding(
        base.span,
        f"the base image {base.value} is no longer maintained",
        fix=Fix(f"start from {target}", edits, safety) if edits else None,
        anchor=stage.label,
    )


def _holds_go(stage: Stage, project: Project) -> bool:
    """True where the project shows Go that may run in the image."""
    keys = {s.key for s in project.builds.stages if s.path == stage.path}
    return bool(project.code.programs) or any(build.stage in keys for build in project.builds.builds)
