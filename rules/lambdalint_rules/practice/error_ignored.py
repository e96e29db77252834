"""The error of a decoding step, a request or a statement is thrown away.

## Why it matters
What comes back beside an error is empty or half filled. With `_` in place of the error the handler goes on with it: an
undecodable body becomes an empty request, and a failed write looks like success.

## When it stays silent
The call can't fail (JSON of texts, numbers and booleans), or it only cleans up.

## References
- Go blog: Error handling and Go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, Finding, HandlerPath, Reached, Rule, Severity, call_path, gotypes, methodsets
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTIONS, SDK_V1, SDK_V2, sdk_constructor
from lambdalint.data.go_io import leaves_process

JSON = "encoding/json"
CODECS = (SDK_V2 + "feature/dynamodb/attributevalue", SDK_V1 + "service/dynamodb/dynamodbattribute")
CLEANUP = frozenset({"Close", "Rollback", "Ping"})
UNSAFE_BASICS = frozenset({"complex64", "complex128", "any", "error", "uintptr"})

rule = Rule("LL805", "error-ignored", Severity.INFO, since="0.1.0")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for reached in path.reached:
        if reached.function.first_party:
            yield from _in_function(path, reached, ctx)


def _in_function(path: HandlerPath, reached: Reached, ctx: Context) -> Iterator[Finding]:
    for node in ast.walk(reached.function.body):
        if not isinstance(node, ast.Assign) or len(node.values) != 1:
            continue
        call, last = node.values[0], node.targets[-1]
        if not isinstance(call, ast.Call) or not isinstance(last, ast.Name) or last.name != "_":
            continue
        if _fails(ctx, call) and methodsets.implements_error(ctx.project.code.types, _last(call)) is not False:
            yield Finding(
                last.span,
                f"error of {ctx.text(call.function.span)} is ignored",
                flow=call_path(ctx.project, path.handler, reached.route),
                anchor=reached.function.label,
            )


def _last(call: ast.Call) -> gotypes.GoType | None:
    kind = call.type
    return kind.members[-1] if isinstance(kind, gotypes.Tuple) else kind


def _fails(ctx: Context, call: ast.Call) -> bool:
    callee = call.callee
    if callee is None or callee.name in CLEANUP:
        return False
    if callee.package == JSON:
        marshals = callee.name in ("Marshal", "MarshalIndent") and bool(call.arguments)
        if marshals and _encodes(ctx, call.arguments[0].type, 4):
            return False
        return marshals or callee.name in ("Unmarshal", "Decode", "Encode")
    if callee.package in CODECS or leaves_process(callee.package, callee.receiver, callee.name):
        return True
    opens = callee.name in CONNECTIONS.get(callee.package, ()) or sdk_constructor(callee.package, callee.name)
    return opens and isinstance(call.type, gotypes.Tuple)


def _encodes(ctx: Context, kind: gotypes.GoType | None, depth: int) -> bool:
    """True for types whose JSON can't fail, whatever the value."""
    if kind is None or depth == 0:
        return False
    types = ctx.project.code.types
    own = methodsets.methods(types, kind).methods if isinstance(kind, gotypes.Named) else ()
    if "MarshalJSON" in own or "MarshalText" in own:
        return False
    match methodsets.underlying(types, kind):
        case gotypes.Basic(name):
            return name not in UNSAFE_BASICS
        case gotypes.Pointer(element) | gotypes.Slice(element) | gotypes.Array(element):
            return _encodes(ctx, element, depth - 1)
        case gotypes.Map(key, element):
            return key == gotypes.STRING and _encodes(ctx, element, depth - 1)
        case gotypes.Struct(fields):
            return all(_encodes(ctx, f.type, depth - 1) for f in fields)
        case _:
            return False
