"""The error of a decoding step, a request or a statement is thrown away.

## Why it matters
What comes back beside an error is empty or half filled. With `_` in place of the error the handler goes on with it: an
undecodable body becomes an empty request, and a failed write looks like success.

## When it stays silent
The call can't fail (JSON of a map or list of texts, whole numbers and booleans), it only cleans up, or it writes the
answer out.

## References
- Go blog: Error handling and Go
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import (
    Context,
    Finding,
    HandlerPath,
    Reached,
    Rule,
    Severity,
    Span,
    call_path,
    gotypes,
    methodsets,
    satisfaction,
)
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import CONNECTIONS, SDK_V1, SDK_V2, sdk_constructor
from lambdalint.data.go_io import leaves_process

JSON = "encoding/json"
CODECS = (SDK_V2 + "feature/dynamodb/attributevalue", SDK_V1 + "service/dynamodb/dynamodbattribute")
CLEANUP = frozenset({"Close", "Rollback", "Ping"})
INTEGERS = ("int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "byte", "rune")
ENCODERS = ("MarshalJSON", "MarshalText")
PLAIN = frozenset({"string", "bool", *INTEGERS})
DEPTH = 4  # maps in maps, lists of lists

rule = Rule("LL805", "error-ignored", Severity.INFO, since="0.1.0")


@rule.check(HandlerPath)
def check(path: HandlerPath, ctx: Context) -> Iterator[Finding]:
    for reached in path.reached:
        if reached.function.first_party:
            yield from _in_function(path, reached, ctx)


def _in_function(path: HandlerPath, reached: Reached, ctx: Context) -> Iterator[Finding]:
    for node in ast.walk(reached.function.body):
        place = _dropped(node, ctx)
        call = node.expression if isinstance(node, ast.Evaluate) else None
        if isinstance(node, ast.Assign) and node.values:
            call = node.values[0]
        if place is None or not isinstance(call, ast.Call):
            continue
        if _fails(ctx, call) and satisfaction.implements_error(ctx.project.code.types, _last(call)) is not False:
            yield Finding(
                place,
                f"error of {ctx.text(call.function.span)} is ignored",
                flow=call_path(ctx.project, path.handler, reached.route),
                anchor=reached.function.label,
            )


def _dropped(node: ast.Node, ctx: Context) -> Span | None:
    """The `_` that takes the last result of a call, or a call with an error of which nothing is taken at all."""
    if isinstance(node, ast.Evaluate) and isinstance(node.expression, ast.Call):
        call = node.expression
        decodes = call.callee is not None and call.callee.package in (JSON, *CODECS)
        fails = decodes or satisfaction.implements_error(ctx.project.code.types, _last(call)) is True
        return call.function.span if fails else None
    if not isinstance(node, ast.Assign) or len(node.values) != 1:
        return None
    last = node.targets[-1]
    return last.span if isinstance(last, ast.Name) and last.name == "_" else None


def _last(call: ast.Call) -> gotypes.GoType | None:
    kind = call.type
    if not isinstance(kind, gotypes.Tuple):
        return kind
    return kind.members[-1] if kind.members else None


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
    """True for a map or list of plain values, by its type or as it is written where it is encoded: its JSON can't fail.

    A struct may get a field tomorrow whose JSON can.
    """
    if _is_plain(ctx, getattr(value, "type", None)):
        return True
    if isinstance(value, ast.Composite):
        kind = value.type
        return isinstance(kind, gotypes.Map | gotypes.Slice) and all(_written(ctx, e.value) for e in value.elements)
    return getattr(value, "value", None) is not None


def _is_plain(ctx: Context, kind: gotypes.GoType | None, depth: int = DEPTH) -> bool:
    """True for texts, whole numbers and booleans, and for maps, lists and pointers of nothing else."""
    types = ctx.project.code.types
    own = methodsets.methods(types, kind).methods if isinstance(kind, gotypes.Named) else {}
    if depth == 0 or not own.keys().isdisjoint(ENCODERS):
        return False
    under = methodsets.underlying(types, kind)
    if isinstance(under, gotypes.Map) and (_is_bool(ctx, under.key) or not _is_plain(ctx, under.key, 1)):
        return False
    if isinstance(under, gotypes.Map | gotypes.Slice | gotypes.Array | gotypes.Pointer):
        return _is_plain(ctx, under.element, depth - 1)
    return isinstance(under, gotypes.Basic) and under.name in PLAIN


def _is_bool(ctx: Context, kind: gotypes.GoType | None) -> bool:
    return methodsets.underlying(ctx.project.code.types, kind) == gotypes.Basic("bool")
