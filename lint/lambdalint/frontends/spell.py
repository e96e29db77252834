"""How each dialect writes a literal."""

from __future__ import annotations

import json

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def hcl(value: object) -> str:
    """A str, int, bool or tuple of those as HCL."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{_hcl_text(value)}"'
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(hcl, value))}]"
    return str(value)


def _hcl_text(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("${", "$${").replace("%{", "%%{")
    return "".join(_NAMED.get(c, c if c >= " " else f"\\u{ord(c):04x}") for c in text)


def as_json(value: object) -> str:
    """A str, int, bool or tuple of those as JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def bare(value: object) -> str:
    """Text as it is: a name, or code that the caller has made."""
    return str(value)
