"""The error of a decoding step, a request or a statement is thrown away.

## Why it matters
What comes back beside an error is empty or half filled. With `_` in place of the error the handler goes on with it: an
undecodable body becomes an empty request, and a failed write looks like success.

## When it stays silent
The call can't fail (JSON of texts, numbers and booleans), it only cleans up, or it writes the answer out.

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
UNSAFE_BASICS = frozenset({"complex64", "complex128"})

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
    if callee.package in (JSON, *CODECS):
        marshals = callee.name.startswith("Marshal") and bool(call.arguments)
        if marshals and _written(ctx, call.arguments[0]):
            return False
        return marshals or callee.name.startswith(("Unmarshal", "Decode"))
    if leaves_process(callee.package, callee.receiver, callee.name):
        return True
    opens = callee.name in CONNECTIONS.get(callee.package, ()) or sdk_constructor(callee.package, callee.name)
    return opens and isinstance(call.type, gotypes.Tuple)


def _written(ctx: Context, value: ast.Expr) -> bool:
    """True for a value whose JSON can't fail: by its type, or by what a literal of anything holds."""
    if isinstance(value, ast.Unary) and value.op == "&":
        value = value.operand
    if _encodes(ctx, getattr(value, "type", None), 4):
        return True
    if not isinstance(value, ast.Composite):
        return getattr(value, "value", None) is not None
    under = methodsets.underlying(ctx.project.code.types, value.type)
    listed = isinstance(under, gotypes.Slice) or (isinstance(under, gotypes.Map) and under.key == gotypes.STRING)
    return listed and all(_written(ctx, e.value) for e in value.elements)


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
