"""Connection strings that a format makes, and which of its arguments is the password."""

from __future__ import annotations

from lambdalint.api import GoFunction, is_call_of, pattern
from lambdalint.api import goast as ast

# `password=%s`, `user:%s@tcp(`, `mongodb://%s:%s@`
_PASSWORD = pattern(r"(?i)\b(?:password|passwd|pwd)=['\"]?(?=%[sv])|(?:^|//)[^:@/\s]+:(?=%[sv]@)")
_VERB = pattern(r"%[-+# 0]*[\d.]*[A-Za-z%]")
_HIDDEN = pattern(r"(?i)mask|redact|hid|obfuscat|censor|safe|clean")


MADE = "a connection string with its password"
"""What such a text is, for people."""


def made_here(call: ast.Call, function: GoFunction) -> bool:
    """True for a call of `fmt.Sprintf` that makes one."""
    return is_call_of(call, "fmt", "Sprintf") and has_password(call, function)


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
        written = [
            node.values[0]
            for node in ast.walk(function.body)
            if isinstance(node, ast.Assign)
            and len(node.values) == len(node.targets) == 1
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].ref == form.ref
            and node.span.end <= form.span.start
        ]
        value = getattr(written[-1], "value", None) if written else None
    return value if isinstance(value, str) else ""
