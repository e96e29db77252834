"""A Lambda program uses the AWS SDK for Go v1, which is out of support.

## Why it matters
Version 1 has had no fixes, no security updates and no new services since 2025-07-31. Version 2 starts faster and its
modules carry only the services that are used, which makes a smaller binary.

## When it stays silent
The import is in generated, vendored or test code.

## References
- AWS Developer Tools Blog: Announcing end-of-support for AWS SDK for Go v1
- AWS SDK for Go v2 developer guide: Migrating to the AWS SDK for Go v2
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Program, Rule, Severity
from lambdalint.data.aws_sdk import END_OF_SUPPORT, successor
from lambdalint.data.go_constructors import SDK_V1

rule = Rule("LL801", "sdk-v1", Severity.WARNING, since="0.1.0")


@rule.check(Program)
def check(program: Program, _: Context) -> Iterator[Finding]:
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
                anchor=line.path,
            )
