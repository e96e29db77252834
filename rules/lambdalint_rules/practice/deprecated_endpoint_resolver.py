"""An endpoint is set with a deprecated resolver.

## Why it matters
`WithEndpointResolverWithOptions` bypasses the endpoint rules of the services (FIPS, dual stack, account endpoints) and
is deprecated. `BaseEndpoint` in a client's options says the same in one line. An endpoint on `localhost` is worse:
inside of Lambda nothing listens there.

## When it stays silent
The call never runs in Lambda, or stands in a vendored or generated file.

## References
- AWS SDK for Go v2 developer guide: Configure Client Endpoints
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, GoFunction, Program, Rule, Severity, is_call_of
from lambdalint.api import goast as ast
from lambdalint.data.go_environment import SET_IN_LAMBDA, UNSET_IN_LAMBDA

CONFIG = "github.com/aws/aws-sdk-go-v2/config"
NAMES = ("WithEndpointResolverWithOptions", "WithEndpointResolver")
LOCAL = ("//localhost", "//127.0.0.1", "//0.0.0.0", "//host.docker.internal", "//localstack")

rule = Rule("LL806", "deprecated-endpoint-resolver", Severity.INFO, since="0.1.0", needs=("WithEndpointResolver",))


@rule.check(Program)
def check(program: Program, ctx: Context) -> Iterator[Finding]:
    functions = ctx.project.code.functions
    reached = {r.function.key for path in ctx.project.paths_of(program) for r in path.reached}
    for key in sorted(program.startup | reached):
        function = functions.get(key)
        if function is None or not function.first_party:
            continue
        for call in function.calls:
            if not is_call_of(call, CONFIG, *NAMES) or _outside(call, function):
                continue
            local = _local(function, ctx)
            what = "sends requests to this machine" if local else "is deprecated: BaseEndpoint takes its place"
            yield Finding(
                call.span._replace(end=call.function.span.end),
                f"{ctx.text(call.function.span)} {what}",
                severity=Severity.WARNING if local else None,
                anchor=function.label,
            )


def _local(function: GoFunction, ctx: Context) -> bool:
    """True when the function, or a literal in it, names an endpoint on this machine and no other."""
    around = [function, *(f for k in function.closures if (f := ctx.project.code.functions.get(k)) is not None)]
    texts = [str(getattr(n, "value", "")) for f in around for n in ast.walk(f.body) if isinstance(n, ast.Literal)]
    found = [t for t in texts if "//" in t]
    return bool(found) and all(any(word in t for word in LOCAL) for t in found)


def _outside(call: ast.Call, function: GoFunction) -> bool:
    """True where a condition around asks for a variable that tells whether this is Lambda."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.If) and node.span.contains(call.span):
            values = {getattr(n, "value", None) for part in (node.init, node.condition) for n in ast.walk(part)}
            if values & (SET_IN_LAMBDA | UNSET_IN_LAMBDA):
                return True
    return False
