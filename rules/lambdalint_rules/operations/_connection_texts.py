"""Connection strings that a format makes, and which of its arguments is the password."""

from __future__ import annotations

from lambdalint.api import GoFunction, is_call_of, pattern
from lambdalint.api import goast as ast

# `password=%s`, `user:%s@tcp(`, `mongodb://%s:%s@`
_PASSWORD = pattern(r"(?i)\b(?:password|passwd|pwd)=['\"]?(?=%[sv])|(?:^|//)[^:@/\s]+:(?=%[sv]@)")
_VERB = pattern(r"%[-+# 0]*[\d.]*[A-Za-z%]")
_HIDDEN = pattern(r"(?i)mask|redact|hid|obfuscat|censor|safe|clean")


def is_spelt(call: ast.Call, function: GoFunction) -> bool:
    """True where a log line itself spells a connection string, by its format or in an argument."""
    return has_password(call, function) or any(is_made(a, function) for a in call.arguments)


def is_made(value: ast.Expr, function: GoFunction) -> bool:
    """True for a connection string: made in place, or what a local was given last."""
    made = _given(value, function) if isinstance(value, ast.Name) else value
    return isinstance(made, ast.Call) and is_call_of(made, "fmt", "Sprintf") and has_password(made, function)


def has_password(call: ast.Call, function: GoFunction) -> bool:
    """True where the format of a call has a password in it that isn't fixed, and isn't made unreadable first."""
    form = _text(call.arguments[0], function) if call.arguments else ""
    found = _PASSWORD.search(form)
    if found is None:
        return False
    before = sum(verb != "%%" for verb in _VERB.findall(form[: found.end()]))
    given = call.arguments[before + 1] if before + 1 < len(call.arguments) else None
    if not isinstance(given, ast.Name | ast.Selector) or getattr(given, "value", None) is not None:
        return False
    return not _HIDDEN.search(given.name)


def _text(form: ast.Expr, function: GoFunction) -> str:
    """A format as text, also one that a variable holds from the start."""
    value = getattr(form, "value", None)
    if value is None and isinstance(form, ast.Name):
        value = getattr(_given(form, function), "value", None)
    return value if isinstance(value, str) else ""


def _given(name: ast.Name, function: GoFunction) -> ast.Expr | None:
    """What a local was given last before it is read."""
    written = [
        node.values[0]
        for node in ast.each(function.body, ast.Assign)
        if len(node.values) == len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].ref == name.ref
        and node.span.end <= name.span.start
    ]
    return written[-1] if written and name.ref.startswith("local:") else None
