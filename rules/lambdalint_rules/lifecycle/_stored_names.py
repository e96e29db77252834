"""Which secret or parameter a request is about, where the code tells."""

from __future__ import annotations

from lambdalint.api import Context, HandlerPath, Site, is_call_of
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._fixed_texts import fixed_text

FIELDS = ("SecretId", "Name", "Path")


def stored_name(site: Site, path: HandlerPath, ctx: Context) -> str | None:
    """What tells one secret from another in a call of its store; None where that isn't known."""
    for argument in site.call.arguments:
        literal = argument.operand if isinstance(argument, ast.Unary) and argument.op == "&" else argument
        elements = literal.elements if isinstance(literal, ast.Composite) else ()
        for element in elements:
            if element.field in FIELDS:
                text = fixed_text(element.value, site.function, path, ctx)
                return text if text is not None else _variable(element.value, site, ctx)
    return None


def _variable(value: ast.Expr, site: Site, ctx: Context) -> str | None:
    """The variable of the environment that holds a name, as `$NAME`."""
    if isinstance(value, ast.Call) and value.callee is not None and value.callee.name == "String" and value.arguments:
        value = value.arguments[0]
    elif isinstance(value, ast.Unary) and value.op == "&":
        value = value.operand
    ref = value.ref if isinstance(value, ast.Name) else ""
    if ref.startswith("var:"):
        package, _, name = ref.removeprefix("var:").rpartition(".")
        filled = ctx.project.code.functions.get(f"{package}.var {name}")
        found = list(filled.calls) if filled is not None else []
    elif ref.startswith("local:"):
        assigned = [n for n in ast.walk(site.function.body) if isinstance(n, ast.Assign)]
        given = [v for n in assigned for t, v in zip(n.targets, n.values, strict=False) if _is(t, ref)]
        found = [v for v in given if isinstance(v, ast.Call)] if len(given) == 1 else []
    else:
        found = [value] if isinstance(value, ast.Call) else []
    key = found[0].arguments[0] if len(found) == 1 and is_call_of(found[0], "os", "Getenv") else None
    text = getattr(key, "value", None)
    return f"${text}" if isinstance(text, str) else None


def _is(target: ast.Expr, ref: str) -> bool:
    return isinstance(target, ast.Name) and target.ref == ref
