"""What a call of a logger prints, and at which level."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import GoFunction, gotypes, is_call_of, pattern
from lambdalint.api import goast as ast
from lambdalint.data import go_loggers as loggers
from lambdalint_rules.operations._outputs import first_of, is_output, writes_output

_VERB = pattern(r"%[-+# 0]*[\d.*]*(?:\[\d+\])?([A-Za-z%])")
_NAMES_ONLY = frozenset("Tp")


def writes_line(call: ast.Call, around: dict[int, ast.Call]) -> str | None:
    """The level of the log line that a call writes or adds a field to, None where it does neither.

    `around` maps the identity of a call to the call that is chained to it.
    """
    callee = call.callee
    if callee is None or not loggers.writes(callee.package, callee.receiver):
        return "info" if writes_output(call) else None
    if callee.name in loggers.FIELDS and callee.package != "fmt":
        return _chain_level(call, around)
    level = loggers.level(callee.package, callee.name, callee.receiver)
    if level and callee.package == "fmt" and callee.name in loggers.FMT_WRITES and not is_output(first_of(call)):
        return None
    return "debug" if level and any(_is_quiet(part) for part in _roots(call)) else level


def chained(function: GoFunction) -> dict[int, ast.Call]:
    """Each call to the one that is called on its result, or that takes it as an argument."""
    around: dict[int, ast.Call] = {}
    for call in function.calls:
        inner = [call.function.operand] if isinstance(call.function, ast.Selector) else []
        for part in (*inner, *call.arguments):
            if isinstance(part, ast.Call):
                around[id(part)] = call
    return around


def printed(call: ast.Call) -> Iterator[ast.Expr]:
    """The arguments whose content ends up in the line, those of nested formatting included."""
    arguments = call.arguments
    form = next((i for i, a in enumerate(arguments) if "%" in str(getattr(a, "value", None) or "")), None)
    verbs: list[str] = []
    if form is not None:
        found = _VERB.findall(str(getattr(arguments[form], "value", "")))
        verbs = [v for v in found if v != "%"]
    for at, argument in enumerate(arguments):
        verb = verbs[at - form - 1] if form is not None and 0 <= at - form - 1 < len(verbs) else ""
        if verb not in _NAMES_ONLY or not verb:
            yield from _inside(argument)


def latest(function: GoFunction, argument: ast.Expr) -> ast.Expr:
    """What a variable that is written several times was given last before it is printed; others as they are."""
    inner = argument.operand if isinstance(argument, ast.Conversion) else argument
    if not isinstance(inner, ast.Name) or not inner.ref.startswith("local:"):
        return argument
    writes = [
        n
        for n in ast.each(function.body, ast.Assign)
        if any(isinstance(t, ast.Name) and t.ref == inner.ref for t in n.targets)
    ]
    if any(w.op not in ("=", ":=") for w in writes):
        return argument  # it grows
    before = [w for w in writes if w.span.end <= inner.span.start and len(w.values) == 1]
    first = before[-1].targets[0] if before else None
    chosen = len(writes) > 1 and isinstance(first, ast.Name) and first.ref == inner.ref
    return before[-1].values[0] if chosen else argument


def gathered(function: GoFunction, argument: ast.Expr) -> tuple[ast.Expr, ...]:
    """What was put into a local map before it is printed; nothing where something is taken out of it again."""
    if not isinstance(argument, ast.Name) or not argument.ref.startswith("local:"):
        return ()
    if not isinstance(argument.type, gotypes.Map) or any(is_call_of(c, "builtin", "delete") for c in function.calls):
        return ()
    found: list[ast.Expr] = []
    for node in ast.walk(function.body):
        if not isinstance(node, ast.Assign) or node.span.end > argument.span.start:
            continue
        for target, value in zip(node.targets, node.values, strict=False):
            entry = target.operand if isinstance(target, ast.Index) else target
            if isinstance(entry, ast.Name) and entry.ref == argument.ref:
                found.extend((value,) if isinstance(target, ast.Index) else _elements(value))
    return tuple(found)


def _elements(value: ast.Expr) -> tuple[ast.Expr, ...]:
    return tuple(e.value for e in value.elements) if isinstance(value, ast.Composite) else ()


def _inside(argument: ast.Expr) -> Iterator[ast.Expr]:
    if isinstance(argument, ast.Call) and argument.callee is not None:
        callee = argument.callee
        if callee.package == "fmt" and callee.name in loggers.FMT_TEXTS:
            yield from printed(argument)
            return
        if callee.package in loggers.PACKAGES and callee.name in loggers.FIELDS:
            return  # a field is a call of its own
    if isinstance(argument, ast.Composite) and not _is_struct(argument.type):
        for element in argument.elements:
            yield from _inside(element.value)
        return
    if isinstance(argument, ast.Binary) and argument.op == "+":
        yield from _inside(argument.left)
        yield from _inside(argument.right)
        return
    yield argument


def _is_struct(kind: gotypes.GoType | None) -> bool:
    """True for what may hide some of its parts; the fields of a logger are a map."""
    return isinstance(kind, gotypes.Struct) or (
        isinstance(kind, gotypes.Named) and kind.package not in loggers.PACKAGES
    )


def _chain_level(call: ast.Call, around: dict[int, ast.Call]) -> str:
    """The level of the line that a field belongs to; `info` where it is kept for later lines."""
    seen: ast.Call | None = call
    while seen is not None:
        for part in (seen, *_roots(seen)):
            callee = part.callee
            if callee is None or callee.name in loggers.FIELDS:
                continue
            if found := loggers.level(callee.package, callee.name, callee.receiver):
                return found
        seen = around.get(id(seen))
    return "info"


def _is_quiet(call: ast.Call) -> bool:
    """True for what makes a logger whose lines are for finding faults only: `level.Debug(l)`, `l.V(2)`."""
    name = call.callee.name if call.callee is not None else ""
    grade = getattr(call.arguments[0], "value", None) if call.arguments else None
    return name == "Debug" or (name == "V" and grade != 0)


def _roots(call: ast.Call) -> Iterator[ast.Call]:
    """The calls that a chained call stands on."""
    inner = call.function
    while isinstance(inner, ast.Selector) and isinstance(inner.operand, ast.Call):
        yield inner.operand
        inner = inner.operand.function
