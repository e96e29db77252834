"""A batch request succeeds although parts of it failed, and nobody looks.

## Why it matters
Requests that carry several items answer without an error when only some of them failed: throttled, refused, too large.
Which ones is told in the answer. Code that only checks the error loses them without a trace.

## When it stays silent
The answer goes on to somebody else (returned, passed, stored), or the code looks at the failures.

## References
- Amazon DynamoDB API reference, "BatchWriteItem":
  https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
- Amazon SQS API reference, "SendMessageBatch":
  https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
- Amazon Kinesis API reference, "PutRecords":
  https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Reached, Rule, Severity, call_path
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

# Operations by service, and the fields of their answers that tell of failures; the first is named in the message.
BATCHES = {
    ("dynamodb", "BatchWriteItem"): ("UnprocessedItems",),
    ("dynamodb", "BatchGetItem"): ("UnprocessedKeys",),
    ("eventbridge", "PutEvents"): ("FailedEntryCount", "Entries"),
    ("cloudwatchevents", "PutEvents"): ("FailedEntryCount", "Entries"),
    ("firehose", "PutRecordBatch"): ("FailedPutCount", "RequestResponses"),
    ("kinesis", "PutRecords"): ("FailedRecordCount", "Records"),
    ("s3", "DeleteObjects"): ("Errors",),
    ("sns", "PublishBatch"): ("Failed",),
    ("sqs", "ChangeMessageVisibilityBatch"): ("Failed",),
    ("sqs", "DeleteMessageBatch"): ("Failed",),
    ("sqs", "SendMessageBatch"): ("Failed",),
}
SERVICES = (SDK_V2 + "service/", SDK_V1 + "service/")

rule = Rule(
    "LL811",
    "partial-failure-ignored",
    Severity.WARNING,
    since="0.1.0",
    needs=("Batch", "PutEvents", "PutRecords", "DeleteObjects"),
)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for reached in path.reached:
        if reached.function.first_party and reached.function.body is not None:
            for call, fields in _ignored(reached):
                yield Finding(
                    call.span,
                    f"{ctx.text(call.function.span)} can fail in part, {fields[0]} of its answer is never looked at",
                    flow=call_path(ctx.project, path.handler, reached.route),
                    anchor=reached.function.label,
                )


def _ignored(reached: Reached) -> Iterator[tuple[ast.Call, tuple[str, ...]]]:
    body = reached.function.body
    for node in ast.walk(body):
        call: ast.Expr | None = None
        answer: ast.Expr | None = None
        if isinstance(node, ast.Evaluate):
            call = node.expression
        elif isinstance(node, ast.Assign) and len(node.values) == 1:
            call, answer = node.values[0], node.targets[0]
        fields = _fields(call) if isinstance(call, ast.Call) else ()
        if isinstance(call, ast.Call) and fields and _is_dropped(answer, fields, body):
            yield call, fields


def _fields(call: ast.Call) -> tuple[str, ...]:
    """The fields of a batch's answer that tell of failures; empty for any other call."""
    callee = call.callee
    if callee is None or not callee.package.startswith(SERVICES):
        return ()
    service = callee.package.removeprefix(SERVICES[0]).removeprefix(SERVICES[1]).partition("/")[0]
    return BATCHES.get((service, callee.name.removesuffix("WithContext")), ())


def _is_dropped(answer: ast.Expr | None, fields: tuple[str, ...], body: ast.Block | None) -> bool:
    """True when an answer isn't kept, or kept and used only for other things than its failures."""
    if answer is None or (isinstance(answer, ast.Name) and answer.name == "_"):
        return True
    if not isinstance(answer, ast.Name) or not answer.ref.startswith("local:"):
        return False
    uses = [n for n in ast.walk(body) if isinstance(n, ast.Name) and n.ref == answer.ref and n.span != answer.span]
    taken = [n for n in ast.walk(body) if isinstance(n, ast.Selector) and n.operand in uses]
    return len(taken) == len(uses) and not any(n.name in fields for n in taken)
