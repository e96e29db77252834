"""A list is read by its first page only.

## Why it matters
The SDK's list, query and scan operations answer in pages. Without a paginator, or a loop over the token, everything
after the first page is missing, and nobody notices until there is enough data.

## When it stays silent
The function uses a token or a paginator, the call stands in a loop, or the request asks for a number of items or for
some by their ids; or nothing is done with the answer.

## References
- AWS SDK for Go v2 developer guide: Using paginators
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunction, HandlerPath, Rule, Severity, Status, call_path, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V2

# Operations that answer in pages, by service.
PAGED = {
    "dynamodb": ("Query", "Scan", "ListTables"),
    "s3": ("ListObjectsV2", "ListObjectVersions"),
    "sqs": ("ListQueues",),
    "sns": ("ListTopics", "ListSubscriptions", "ListSubscriptionsByTopic"),
    "ssm": ("GetParametersByPath", "DescribeParameters"),
    "secretsmanager": ("ListSecrets",),
    "lambda": ("ListFunctions", "ListEventSourceMappings"),
    "cognitoidentityprovider": ("ListUsers", "ListUsersInGroup"),
    "ec2": ("DescribeInstances", "DescribeSnapshots"),
    "ecs": ("ListTasks", "ListServices"),
    "cloudwatchlogs": ("DescribeLogGroups", "DescribeLogStreams", "FilterLogEvents"),
    "iam": ("ListUsers", "ListRoles"),
}
TOKENS = ("Token", "LastEvaluatedKey", "ExclusiveStartKey", "Marker", "HasMorePages", "IsTruncated")
LIMITS = ("Limit", "MaxKeys", "MaxResults", "MaxItems", "InstanceIds", "SnapshotIds")

rule = Rule("LL217", "missing-pagination", Severity.INFO, since="0.1.0", status=Status.PREVIEW)


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for service, operations in PAGED.items():
        for site in path.calls(f"{SDK_V2}service/{service}", *operations):
            if not site.function.first_party or _pages(site.function, site.call):
                continue
            yield Finding(
                site.call.span,
                f"{ctx.text(site.call.function.span)} reads the first page only",
                flow=call_path(ctx.project, path.handler, site.route),
                anchor=site.function.label,
            )


def _drops(statement: ast.Assign, call: ast.Call) -> bool:
    """True where only the error of a call is looked at."""
    first = statement.targets[0]
    return statement.values[-1:] == (call,) and isinstance(first, ast.Name) and first.name == "_"


def _pages(function: GoFunction, call: ast.Call) -> bool:
    """True when a function goes on, says how much it wants, or gives the pages to somebody else."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.For | ast.Range) and node.body.span.contains(call.span):
            return True
        name = node.name if isinstance(node, ast.Selector) else node.field if isinstance(node, ast.Element) else ""
        if name.endswith(TOKENS) or name in LIMITS:
            return True
        if isinstance(node, ast.Return) and any(v.span.contains(call.span) for v in node.values):
            return True
        if isinstance(node, ast.Assign) and _drops(node, call):
            return True
    outputs = (gotypes.bare(p.type) for p in function.results)
    return any(isinstance(kind, gotypes.Named) and kind.name.endswith("Output") for kind in outputs)
