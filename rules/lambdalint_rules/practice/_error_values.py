"""Values that are errors in one function: what locals were given, what is returned, what a condition sorts out."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ERROR_FIELDS

LONGEST_CHAIN = 16  # calls one after the other


def sources(ref: str, before: int, function: GoFunction) -> list[tuple[ast.Expr, int]]:
    """What a local was given before a place, last one last, each with the index of the result."""
    found: list[tuple[int, ast.Expr, int]] = []
    for node in ast.walk(function.body):
        if not isinstance(node, ast.Assign) or not node.values or node.span.start > before:
            continue
        for at, target in enumerate(node.targets):
            if isinstance(target, ast.Name) and target.ref == ref:
                one = len(node.values) == len(node.targets)
                found.append((node.span.start, node.values[at] if one else node.values[0], 0 if one else at))
    return [(value, at) for _, value, at in sorted(found, key=lambda f: f[0])]


def returned(function: GoFunction, at: int) -> Iterator[ast.Expr]:
    """The values that a function returns as one of its results."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.Return) and at < len(node.values) and len(node.values) == len(function.results):
            yield node.values[at]


def sorted_out(value: ast.Expr, function: GoFunction) -> bool:
    """True where a condition around says which error it is: its text is then chosen, not leaked."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.If) and node.then.span.contains(value.span) and _names_error(node.condition):
            return True
        chosen = isinstance(node, ast.Case) and node.body.span.contains(value.span)
        if chosen and isinstance(node, ast.Case) and any(_names_error(v) or is_error(v) for v in node.values):
            return True
    return False


def _names_error(condition: ast.Expr) -> bool:
    for node in ast.walk(condition):
        if isinstance(node, ast.Call) and node.callee is not None:
            asks = node.type in (gotypes.Basic("bool"), None) and any(is_error(a) for a in node.arguments)
            if asks or node.callee.name in ("Is", "As"):
                return True
        if isinstance(node, ast.Binary) and node.op == "==" and getattr(node.left, "type", None) == gotypes.ERROR:
            return not (isinstance(node.right, ast.Name) and node.right.name == "nil")
    return False


def is_error(value: ast.Expr) -> bool:
    """True for a value of the type `error` itself, or one that is called `err` and whose type isn't known."""
    kind = getattr(value, "type", None)
    return kind == gotypes.ERROR or (kind is None and isinstance(value, ast.Name) and value.name == "err")


def is_kept_error(value: ast.Expr, function: GoFunction) -> bool:
    """True for the field in which a library's value keeps the error of its last call: `db.Create(order).Error`."""
    if not isinstance(value, ast.Selector) or value.ref or value.name not in ERROR_FIELDS.values():
        return False
    holder: ast.Expr | None = value.operand
    for _ in range(LONGEST_CHAIN):
        kind = getattr(holder, "type", None)
        named = kind.element if isinstance(kind, gotypes.Pointer) else kind
        if isinstance(named, gotypes.Named):
            return ERROR_FIELDS.get((named.package, named.name)) == value.name
        if isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
            given = sources(holder.ref, holder.span.start, function)
            holder = given[-1][0] if given and given[-1][1] == 0 else None
        elif isinstance(holder, ast.Call) and isinstance(holder.function, ast.Selector) and not holder.function.ref:
            holder = holder.function.operand
        else:
            return False
    return False
