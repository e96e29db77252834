"""What the rules about a handler's signature share."""

from __future__ import annotations

import posixpath

from lambdalint.api import Context, GoFunction, Handler, gofix, gotypes, methodsets, satisfaction
from lambdalint.api import goast as ast

_KINDS = {
    gotypes.Pointer: "ptr",
    gotypes.Slice: "slice",
    gotypes.Array: "array",
    gotypes.Map: "map",
    gotypes.Chan: "chan",
    gotypes.Func: "func",
    gotypes.Struct: "struct",
    gotypes.Interface: "interface",
}
_NAMES = {"any": "interface", "error": "interface", "byte": "uint8", "rune": "int32"}


def judged(handler: Handler) -> gotypes.Func | None:
    """The signature that the runtime client sees by reflection, None where it sees another one or none."""
    if handler.interface or handler.wrapped or handler.kind != "func":
        return None
    if handler.entry.starter:
        return None
    if handler.function is not None and not handler.function.first_party:
        return None
    return handler.type


def label(handler: Handler) -> str:
    """The handler's name for people."""
    return handler.function.label if handler.function else "the handler"


def kind_of(ctx: Context, kind: gotypes.GoType | None) -> str:
    """A type's kind as reflection names it; `?` where it isn't known."""
    if isinstance(kind, gotypes.Pointer):
        return "ptr"
    under = methodsets.underlying(ctx.project.code.types, kind)
    if isinstance(under, gotypes.Basic):
        return _NAMES.get(under.name, under.name)
    return _KINDS.get(type(under), "?")


def is_interface(ctx: Context, kind: gotypes.GoType | None) -> bool | None:
    """Whether a type is an interface."""
    found = kind_of(ctx, kind)
    return None if found == "?" else found == "interface"


def event_of(ctx: Context, signature: gotypes.Func) -> gotypes.GoType | None:
    """The type that the event is decoded into; None where there is none, or the arguments are rejected before."""
    parameters = signature.parameters
    if len(parameters) == 2 and satisfaction.is_context(ctx.project.code.types, parameters[0]) is not False:
        return parameters[1]
    if len(parameters) == 1 and satisfaction.is_context(ctx.project.code.types, parameters[0]) is False:
        return parameters[0]
    return None


def changeable(ctx: Context, handler: Handler) -> tuple[GoFunction, gofix.Signature] | None:
    """The function and the parts of its signature, where nothing but the runtime client calls it, tests included."""
    function = handler.function
    if function is None or not function.first_party or handler.wrapped:
        return None
    for other in ctx.project.code.functions.values():
        if any(_calls(call, function) for call in other.calls):
            return None
    if any(_mentions(ctx, path, function) for path in ctx.project.code.go_files if path.endswith("_test.go")):
        return None
    parts = gofix.signature(ctx.project.sources[function.file], function)
    return (function, parts) if parts else None


def _mentions(ctx: Context, test: str, function: GoFunction) -> bool:
    """True where a test may call the function: one of its package, or any where the name is exported."""
    if posixpath.dirname(test) != posixpath.dirname(function.file) and not function.name[:1].isupper():
        return False
    source = ctx.project.sources.get(test)
    return source is None or f"{function.name}(".encode() in source.data


def _calls(call: ast.Call, function: GoFunction) -> bool:
    if isinstance(call.function, ast.Closure):
        return call.function.function == function.key
    callee = call.callee
    if callee is None or callee.name != function.name:
        return False
    return callee.receiver != "" if function.receiver_type else callee.package == function.package
