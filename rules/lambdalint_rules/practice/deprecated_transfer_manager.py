"""The transfer manager of the SDK is imported under its old path.

## Why it matters
`feature/s3/manager` is deprecated: new work goes into `feature/s3/transfermanager`, which has another API and reads
and writes in parts as well.

## When it stays silent
The import stands in a vendored or generated file.

## References
- AWS SDK for Go v2 developer guide: Amazon S3 Transfer Manager
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Program, Rule, Severity

OLD = "github.com/aws/aws-sdk-go-v2/feature/s3/manager"
NEW = "github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"

rule = Rule("LL807", "deprecated-transfer-manager", Severity.INFO, since="0.1.0", needs=("feature/s3/manager",))


@rule.check(Program)
def check(program: Program, _: Context) -> Iterator[Finding]:
    for file in program.files:
        for line in file.imports if not (file.generated or file.vendored) else ():
            if line.path == OLD:
                yield Finding(line.span, f"feature/s3/manager is deprecated: {NEW} takes its place", anchor=line.path)
