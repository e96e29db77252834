"""Values that are errors in one function: what locals were given, what is returned, what a condition sorts out."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import ABOUT_INPUT, CHECKS_INPUT, ERROR_FIELDS, GATHERS, LOOKS_FOR, READS_INPUT

LONGEST_CHAIN = 16  # calls one after the other


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


def is_gathered(value: ast.Expr, function: GoFunction) -> bool:
    """True for errors that a framework's context has gathered from its routes, or one of them."""
    if not isinstance(value, ast.Name):
        return _gathers(value)
    loops = (n for n in ast.each(function.body, ast.Range) if isinstance(n.value, ast.Name))
    return any(isinstance(n.value, ast.Name) and n.value.ref == value.ref and _gathers(n.subject) for n in loops)


def _gathers(value: ast.Expr) -> bool:
    holder: ast.Expr | None = value
    while isinstance(holder, ast.Call | ast.Selector | ast.Index):
        inner = holder.function if isinstance(holder, ast.Call) else holder.operand
        kind = getattr(inner, "type", None)
        named = kind.element if isinstance(kind, gotypes.Pointer) else kind
        if isinstance(holder, ast.Selector) and isinstance(named, gotypes.Named):
            return GATHERS.get((named.package, named.name), ("",))[0] == holder.name
        holder = inner
    return False


def is_of_library(call: ast.Call, function: GoFunction, own: tuple[str, ...]) -> bool:
    """True for a method of what a library has made, by a function or in a chain of methods, though nothing is known of
    the library.

    `own` are the import paths of the program's modules.
    """
    return _is_made_by_library(call, function, own, set())


def _is_made_by_library(call: ast.Call, function: GoFunction, own: tuple[str, ...], seen: set[Span]) -> bool:
    method = call.function
    if not isinstance(method, ast.Selector) or method.ref or method.name.startswith((*READS_INPUT, *CHECKS_INPUT)):
        return False
    if call.span in seen:
        return True  # `query = query.Where(…)` adds nothing
    seen.add(call.span)
    holder = method.operand
    if isinstance(holder, ast.Name) and holder.ref.startswith("local:"):
        made = sources(holder.ref, call.span.start, function)
    else:
        made = [(holder, 0)] if isinstance(holder, ast.Call) else []
    return bool(made) and all(at == 0 and _is_foreign(value, function, own, seen) for value, at in made)


def _is_foreign(value: ast.Expr, function: GoFunction, own: tuple[str, ...], seen: set[Span]) -> bool:
    """True for a call of a library, other than of those that judge what a caller sent."""
    if not isinstance(value, ast.Call):
        return False
    callee = value.callee
    if callee is None:
        return _is_made_by_library(value, function, own, seen)
    if "." not in callee.package.partition("/")[0] or callee.name.startswith((*READS_INPUT, *CHECKS_INPUT)):
        return False
    return not callee.package.startswith((*ABOUT_INPUT, *own))
