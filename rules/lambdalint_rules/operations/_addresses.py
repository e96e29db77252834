"""What a log line shows of a value: an address instead of what it points to, the words of its type."""

from __future__ import annotations

from lambdalint.api import Project, gotypes, methodsets
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers


def words_itself(project: Project, call: ast.Call, argument: ast.Expr) -> bool:
    """True for a value of a type of the program's own that says itself what is written of it."""
    kind = argument.type.element if isinstance(argument.type, gotypes.Pointer) else argument.type
    if methodsets.declaration(project.code.types, kind) is None:
        return False
    text = call.callee is not None and call.callee.package in loggers.TEXT_ONLY
    own = methodsets.methods(project.code.types, kind).methods
    return not own.keys().isdisjoint(loggers.FORMATTERS if text else loggers.FORMATTERS | loggers.ENCODERS)


def is_address(project: Project, call: ast.Call, argument: ast.Expr) -> bool:
    """True where text shows no more of an argument than addresses: inside a slice or map, pointers aren't followed."""
    callee, kind = call.callee, methodsets.underlying(project.code.types, argument.type)
    if callee is None or not (callee.package in loggers.TEXT_ONLY or callee.name.endswith("f")):
        return False
    inner = kind.element if isinstance(kind, gotypes.Slice | gotypes.Array | gotypes.Map) else None
    if not isinstance(inner, gotypes.Pointer) or not isinstance(
        methodsets.underlying(project.code.types, inner.element), gotypes.Struct
    ):
        return False
    own = methodsets.methods(project.code.types, inner)
    return own.complete and own.methods.keys().isdisjoint(loggers.FORMATTERS)
