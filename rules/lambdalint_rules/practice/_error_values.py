"""Values that are errors in one function: what locals were given, what is returned, what a condition sorts out."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import KEEPS_TEXT, LOOKS_FOR


def sources(ref: str, before: int, function: GoFunction) -> list[tuple[ast.Expr, int]]:
    """What a local was given before a place, last one last, each with the index of the result."""
    found: list[tuple[int, ast.Expr, int]] = []
    for node in ast.each(function.body, ast.Assign):
        if not node.values or node.span.end > before:
            continue
        for at, target in enumerate(node.targets):
            if isinstance(target, ast.Name) and target.ref == ref:
                one = len(node.values) == len(node.targets)
                found.append((node.span.start, node.values[at] if one else node.values[0], 0 if one else at))
    return [(value, at) for _, value, at in sorted(found, key=lambda f: f[0])]


def put_in(ref: str, before: int, function: GoFunction) -> Iterator[tuple[tuple[ast.Expr, ...], ast.Expr]]:
    """What was put into a part of a local before a place: the selectors and indices of the part, outermost first, and
    the value.
    """
    for node in ast.each(function.body, ast.Assign):
        if node.span.start > before or len(node.values) != len(node.targets):
            continue
        for target, value in zip(node.targets, node.values, strict=True):
            steps: list[ast.Expr] = []
            step: ast.Expr | None = target
            while isinstance(step, ast.Selector | ast.Index | ast.Unary) and not getattr(step, "ref", ""):
                steps += [] if isinstance(step, ast.Unary) else [step]
                step = step.operand
            if steps and isinstance(step, ast.Name) and step.ref == ref:
                yield tuple(reversed(steps)), value


def asked_for(ref: str, function: GoFunction) -> Iterator[ast.Expr]:
    """The errors that `errors.As` looks through for what it puts into a local."""
    for call in function.calls:
        if (
            call.callee is not None
            and (call.callee.package, call.callee.name) in LOOKS_FOR
            and len(call.arguments) == 2
        ):
            into = call.arguments[1]
            if isinstance(into, ast.Unary) and isinstance(into.operand, ast.Name) and into.operand.ref == ref:
                yield call.arguments[0]


def returned(function: GoFunction, at: int) -> Iterator[ast.Expr]:
    """The values that a function returns as one of its results; its name where a bare `return` gives it back."""
    result = function.results[at] if at < len(function.results) else None
    for node in ast.each(function.body, ast.Return):
        if at < len(node.values) and len(node.values) == len(function.results):
            yield node.values[at]
        elif not node.values and result is not None and result.ref:
            yield ast.Name(node.span, result.name, result.ref, result.type)


def handed_on(function: GoFunction) -> Iterator[ast.Expr]:
    """The calls whose results a function returns as its own."""
    for node in ast.each(function.body, ast.Return):
        if len(node.values) == 1 < len(function.results):
            yield node.values[0]


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


def recovered(value: ast.Expr, function: GoFunction) -> bool:
    """True for what a panic was raised with: the result of `recover`, or a local that was given it as an `error`."""
    if isinstance(value, ast.Assertion):
        return recovered(value.operand, function)
    if isinstance(value, ast.Call):
        return value.callee is not None and (value.callee.package, value.callee.name) == ("builtin", "recover")
    if not isinstance(value, ast.Name) or not value.ref.startswith("local:"):
        return False
    given = [given for given, _ in sources(value.ref, value.span.start, function)]
    for node in ast.walk(function.body):
        if isinstance(node, ast.Switch) and isinstance(node.binding, ast.Name) and node.binding.ref == value.ref:
            given += [node.tag] if node.tag is not None else []
    return len(given) == 1 and given[0] is not value and recovered(given[0], function)


def is_error(value: ast.Expr) -> bool:
    """True for a value of the type `error` itself, or one that is called `err` and whose type isn't known; for what a
    library makes of an error.
    """
    kind = getattr(value, "type", None)
    if kind is not None:
        return bool(kind == gotypes.ERROR)
    callee = value.callee if isinstance(value, ast.Call) else None
    made = callee is not None and (callee.package, callee.name) in KEEPS_TEXT
    return made or (isinstance(value, ast.Name) and value.name == "err")
