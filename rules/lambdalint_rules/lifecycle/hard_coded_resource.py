"""The name of a resource is written into a request on the handler path.

## Why it matters
A table, queue or topic that is named in the code belongs to one account, region and stage. The same binary can't be
deployed to another stage, and a renamed resource is found out at run time. A variable of the function's environment
keeps both sides together.

## When it stays silent
The value isn't constant, nor a variable that is set only once; it isn't the place of a resource in a request; it is the
region of a service that has one endpoint for all regions (IAM, CloudFront, Route 53, public ECR …); or a setting of the
environment decides whether it is used at all, as on a developer's machine.

## References
- AWS Lambda developer guide: Best practices for working with AWS Lambda functions
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    GoFunction,
    HandlerPath,
    Known,
    Program,
    Rule,
    Severity,
    Span,
    call_path,
    gotypes,
    is_call_of,
    pattern,
)
from lambdalint.api import goast as ast
from lambdalint.data.aws_sdk import GLOBAL_SERVICES, RESOURCE_FIELDS
from lambdalint.data.go_constructors import SDK_V1, SDK_V2, SDK_WORD
from lambdalint_rules.lifecycle._fixed_texts import fixed_text

ARN = pattern(r"arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+")
REGION = ("github.com/aws/aws-sdk-go-v2/config", "WithRegion")

rule = Rule("LL218", "hard-coded-resource", Severity.INFO, since="0.1.0", needs=(SDK_WORD,))


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for reached in path.reached:
        if not reached.function.first_party:
            continue
        everywhere = _calls_global_service(reached.function)
        chosen = list(_chosen(reached.function))
        for node in ast.walk(reached.function.body):
            for value, word in _named(node):
                text = fixed_text(value, reached.function, path, ctx)
                if not text or (word == "region" and everywhere) or any(s.contains(value.span) for s in chosen):
                    continue
                provided = _provided(ctx, path.program, text, word)
                yield Finding(
                    value.span,
                    f'{word} "{text}" is hard-coded on the handler path{provided}',
                    flow=call_path(ctx.project, path.handler, reached.route),
                    anchor=reached.function.label,
                )


def _named(node: ast.Node) -> Iterator[tuple[ast.Expr, str]]:
    """The values of a request that name a resource, each with the word for it."""
    if isinstance(node, ast.Composite) and _is_input(node.type):
        for element in node.elements:
            if element.field in RESOURCE_FIELDS:
                yield element.value, RESOURCE_FIELDS[element.field]
            elif (text := _text(element.value)).startswith("arn:") and ARN.fullmatch(text):
                yield element.value, "ARN"
    elif isinstance(node, ast.Call) and is_call_of(node, *REGION) and len(node.arguments) == 1:
        yield node.arguments[0], "region"


def _chosen(function: GoFunction) -> Iterator[Span]:
    """The branches that a variable of the environment decides about."""
    settings: set[str] = set()
    for node in ast.walk(function.body):
        if isinstance(node, ast.Assign) and any(_reads_setting(value, settings) for value in node.values):
            settings |= {target.ref for target in node.targets if isinstance(target, ast.Name) and target.ref}
        if isinstance(node, ast.If) and _reads_setting(node.condition, settings):
            yield node.span


def _reads_setting(value: ast.Expr, settings: set[str]) -> bool:
    match value:
        case ast.Call():
            return is_call_of(value, "os", "Getenv", "LookupEnv")
        case ast.Name(ref=ref):
            return ref in settings
        case ast.Binary(left=left, right=right):
            return _reads_setting(left, settings) or _reads_setting(right, settings)
        case ast.Unary(operand=operand):
            return _reads_setting(operand, settings)
        case _:
            return False


def _calls_global_service(function: GoFunction) -> bool:
    """True where a client of a service is made that has one endpoint, in one region, for all."""
    packages = (call.callee.package for call in function.calls if call.callee is not None)
    return any(p.startswith(SDK_V2 + "service/") and p.rpartition("/")[2] in GLOBAL_SERVICES for p in packages)


def _is_input(kind: gotypes.GoType | None) -> bool:
    if not isinstance(kind, gotypes.Named) or not kind.name.endswith("Input"):
        return False
    return kind.package.startswith((SDK_V1 + "service/", SDK_V2 + "service/"))


def _text(value: ast.Expr) -> str:
    """The constant that a value is, or that `aws.String` makes a pointer to; empty for all else."""
    if isinstance(value, ast.Call) and value.callee is not None and value.callee.name == "String" and value.arguments:
        value = value.arguments[0]
    found = getattr(value, "value", None)
    return found if isinstance(found, str) else ""


def _provided(ctx: Context, program: Program, text: str, word: str) -> str:
    """The variable of the function's environment that says the same, where there is one."""
    if word == "region":
        return ": the runtime sets AWS_REGION"
    for function, _ in ctx.project.functions_of(program):
        entries = function.environment.entries
        same = [e for e in entries if isinstance(e.value, Known) and e.value.value == text]
        about = [e for e in entries if word.upper() in e.key.value.upper()]
        chosen = same if len(same) == 1 else about
        if len(chosen) == 1:
            return f": the environment provides {chosen[0].key.value}"
    return ""
