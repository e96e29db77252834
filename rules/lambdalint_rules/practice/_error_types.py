"""Error types of the program: what a value of such a type tells when it is asked for its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.api import GoFunction, TypeDeclaration, gotypes, methodsets, satisfaction
from lambdalint.api import goast as ast
from lambdalint_rules.practice._error_values import is_error

EMBEDDED = "error"
KEPT = 'json:"-"'
ENCODERS = frozenset({("encoding/json", "Marshal"), ("encoding/json", "MarshalIndent")})
Types = Mapping[str, TypeDeclaration]


def literal_of(value: ast.Expr) -> ast.Composite | None:
    """The struct literal that an expression is, or points to."""
    inner = value.operand if isinstance(value, ast.Unary) and value.op == "&" else value
    return inner if isinstance(inner, ast.Composite) else None


def told(literal: ast.Composite, types: Types, functions: Mapping[str, GoFunction]) -> Iterator[ast.Expr]:
    """The values in a literal of an error type that end up in its text: fields that its `Error` returns or encodes, or
    the error that it embeds. Nothing for types whose `Error` isn't known.
    """
    kind = literal.type
    if not isinstance(kind, gotypes.Named):
        return
    method = functions.get(f"{kind.package}.{kind.name}.Error")
    for field, value in filled(literal, types):
        declared = _declared(literal, field, types)
        if method is None:
            heir = declared is not None and declared.embedded and has_text(declared.type, types)
            prints = field == EMBEDDED or heir
        else:
            encoded = declared is not None and KEPT not in declared.tag and not is_error(value)
            prints = _prints(method, field) or (encoded and _encodes(method))
        if prints:
            yield value


def said_fields(kind: gotypes.GoType | None, types: Types, functions: Mapping[str, GoFunction]) -> Iterator[str]:
    """The texts in an error type that its `Error` always says."""
    named = gotypes.bare(kind)
    method = functions.get(f"{named.package}.{named.name}.Error") if isinstance(named, gotypes.Named) else None
    struct = methodsets.underlying(types, named)
    if method is not None and isinstance(struct, gotypes.Struct):
        yield from (f.name for f in struct.fields if f.type == gotypes.STRING and _prints(method, f.name))


def filled(literal: ast.Composite, types: Types) -> Iterator[tuple[str, ast.Expr]]:
    """The values in a literal with the fields that they fill, also where only their order tells; empty for entries."""
    struct = methodsets.underlying(types, literal.type)
    names = [f.name for f in struct.fields] if isinstance(struct, gotypes.Struct) else []
    for at, element in enumerate(literal.elements):
        yield element.field or (names[at] if at < len(names) else ""), element.value


def shown(literal: ast.Composite, types: Types) -> Iterator[ast.Expr]:
    """The values in a literal that its JSON, or another text of it, may have in it."""
    for field, value in filled(literal, types):
        declared = _declared(literal, field, types)
        if declared is None or KEPT not in declared.tag:
            yield value


def shown_fields(kind: gotypes.GoType | None, types: Types) -> Iterator[str]:
    """The fields of a struct that its JSON has in it."""
    struct = methodsets.underlying(types, gotypes.bare(kind))
    fields = struct.fields if isinstance(struct, gotypes.Struct) else ()
    yield from (f.name for f in fields if f.name[:1].isupper() and KEPT not in f.tag)


def is_own_error(kind: gotypes.GoType | None, types: Types) -> bool:
    """True for a struct of the program's own that is an error."""
    struct = methodsets.underlying(types, gotypes.bare(kind))
    return isinstance(struct, gotypes.Struct) and satisfaction.implements_error(types, kind) is True


def is_shown(steps: tuple[ast.Expr, ...], types: Types) -> bool:
    """True for a part of a value, by the selectors and indices to it, that its JSON has in it."""
    fields = [s for s in steps if isinstance(s, ast.Selector)]
    return all(f.name[:1].isupper() and KEPT not in _tag(f, types) for f in fields)


def _tag(field: ast.Selector, types: Types) -> str:
    struct = methodsets.underlying(types, field.field_of)
    found = (f.tag for f in struct.fields if f.name == field.name) if isinstance(struct, gotypes.Struct) else ()
    return next(iter(found), "")


def _declared(literal: ast.Composite, field: str, types: Types) -> gotypes.Field | None:
    struct = methodsets.underlying(types, literal.type)
    return next((f for f in struct.fields if f.name == field), None) if isinstance(struct, gotypes.Struct) else None


def has_text(kind: gotypes.GoType | None, types: Types) -> bool:
    """True for an error type that the program declares, or a pointer to one; also for an interface of that kind."""
    named = gotypes.bare(kind)
    declared = methodsets.declaration(types, named) is not None
    return declared and isinstance(named, gotypes.Named) and satisfaction.implements_error(types, kind) is True


def _encodes(method: GoFunction) -> bool:
    """True where the text that an `Error` returns is the JSON of the whole value."""
    for node in ast.walk(method.body):
        callee = node.callee if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and callee is not None and (callee.package, callee.name) in ENCODERS:
            value = node.arguments[0] if node.arguments else None
            inner = value.operand if isinstance(value, ast.Unary) else value
            if isinstance(inner, ast.Name) and method.receiver is not None and inner.ref == method.receiver.ref:
                return True
    return False


def _prints(method: GoFunction, field: str) -> bool:
    """True where each text that an `Error` returns for a value with this field set has it in it."""
    returns = [n for n in ast.walk(method.body) if isinstance(n, ast.Return)]
    for node in ast.walk(method.body):
        if isinstance(node, ast.If) and isinstance(node.condition, ast.Binary):
            asked = _is_field(node.condition.left, method, field)
            nil = isinstance(node.condition.right, ast.Name) and node.condition.right.name == "nil"
            if asked and nil and node.condition.op == "==":
                returns = [r for r in returns if not node.then.span.contains(r.span)]
            elif asked and nil and node.condition.op == "!=" and node.otherwise is None:
                returns = [r for r in returns if r.span.start < node.then.span.end]
    return bool(returns) and all(any(_is_field(n, method, field) for n in ast.walk(r)) for r in returns)


def _is_field(node: ast.Node, method: GoFunction, field: str) -> bool:
    receiver = method.receiver.ref if method.receiver else ""
    if not isinstance(node, ast.Selector) or node.name != field or not isinstance(node.operand, ast.Name):
        return False
    return bool(receiver) and node.operand.ref == receiver
