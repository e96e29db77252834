"""The X-Ray SDK for Go is near the end of its support.

## Why it matters
The SDK gets security fixes only, and soon none at all. OpenTelemetry makes the same traces, also for X-Ray.

## When it stays silent
The import stands in a vendored or generated file.

## References
- AWS X-Ray developer guide: X-Ray SDK and daemon end-of-support timeline
- opentelemetry-go-contrib, `instrumentation/github.com/aws/aws-lambda-go/otellambda`
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, Program, Rule, Severity
from lambdalint.data.aws_sdk import XRAY_END_OF_SUPPORT, XRAY_MAINTENANCE, XRAY_SDK

rule = Rule("LL808", "xray-sdk-end-of-support", Severity.INFO, since="0.1.0", needs=("aws-xray-sdk-go",))


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    if ctx.today >= XRAY_END_OF_SUPPORT:
        state = f"is out of support since {XRAY_END_OF_SUPPORT}"
    elif ctx.today >= XRAY_MAINTENANCE:
        state = f"is in maintenance, out of support from {XRAY_END_OF_SUPPORT} on"
    else:
        return
    for file in program.files:
        for line in file.imports if not (file.generated or file.vendored) else ():
            if line.path == XRAY_SDK or line.path.startswith(XRAY_SDK + "/"):
                yield Finding(line.span, f"X-Ray SDK for Go {state}: OpenTelemetry takes its place", anchor=line.path)
