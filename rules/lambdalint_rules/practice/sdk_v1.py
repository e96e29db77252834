"""A Lambda program uses the AWS SDK for Go v1, which is out of support.

## Why it matters
Version 1 has had no fixes, no security updates and no new services since 2025-07-31. Version 2 starts faster and its
modules carry only the services that are used, which makes a smaller binary.

## When it stays silent
The import is in generated, vendored or test code.

## Fix safety
Shown only: the new import, and what becomes of each kind of call. Inputs, outputs and errors have other types, too.

## References
- AWS Developer Tools Blog: Announcing end-of-support for AWS SDK for Go v1
- AWS SDK for Go v2 developer guide: Migrating to the AWS SDK for Go v2
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Applicability,
    Context,
    Edit,
    Finding,
    Fix,
    GoFile,
    Import,
    Program,
    Related,
    Rule,
    Severity,
    Span,
    goast,
)
from lambdalint.data.aws_sdk import END_OF_SUPPORT, successor, successor_call
from lambdalint.data.go_constructors import SDK_V1

rule = Rule(
    "LL801",
    "sdk-v1",
    Severity.WARNING,
    since="0.1.0",
    fixable=Applicability.DISPLAY,
    needs=("github.com/aws/aws-sdk-go/",),
)


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    for file in program.files:
        if file.generated or file.vendored:
            continue
        for line in file.imports:
            if not line.path.startswith(SDK_V1):
                continue
            instead = successor(line.path)
            way = f": {instead} takes its place" if instead else ""
            yield Finding(
                line.span,
                f"aws-sdk-go v1 is out of support since {END_OF_SUPPORT}{way}",
                related=tuple(_calls(file, line, ctx)),
                fix=_fix(line, instead, ctx),
                anchor=line.path,
            )


def _calls(file: GoFile, line: Import, ctx: Context) -> Iterator[Related]:
    """The first call of each kind, with what it becomes."""
    seen: set[str] = set()
    for function in ctx.project.code.functions.values():
        if function.file != file.path:
            continue
        for node in goast.each(function.body, goast.Call):
            callee = node.callee
            if callee is None or callee.package != line.path:
                continue
            becomes = successor_call(callee.package, callee.receiver, callee.name)
            if becomes is not None and callee.name not in seen:
                seen.add(callee.name)
                yield Related(node.span, f"{callee.name} becomes {becomes}")


def _fix(line: Import, instead: str | None, ctx: Context) -> Fix | None:
    at = ctx.text(line.span).find(line.path)
    if instead is None or at < 0:
        return None
    start = line.span.start + len(ctx.text(line.span)[:at].encode())
    edit = Edit(Span(line.span.path, start, start + len(line.path.encode())), instead)
    return Fix(f"import {instead}", (edit,), Applicability.DISPLAY)
