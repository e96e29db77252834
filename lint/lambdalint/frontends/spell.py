"""How each dialect writes a literal."""

from __future__ import annotations

from lambdalint.pattern import pattern
from lambdalint.value import Slot

MARK = "NAME_OF_VARIABLE"
"""Stands in a slot for a name that is chosen later."""

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
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def bare(value: object) -> str:
    """Text as it is: a name, or code that the caller has made."""
    return str(value)


_WORD = pattern(r"[A-Za-z_/.][\w./@+-]*(?::[\w./@+-]+)*$")
_SPOKEN_FOR = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"])


def yaml(value: object) -> str:
    """A str, int, bool or tuple of those as YAML that may stand in a flow collection too."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(yaml, value))}]"
    if isinstance(value, str):
        plain = _WORD.match(value) and value.lower() not in _SPOKEN_FOR
        return value if plain else as_json(value)
    return as_json(value)


def yaml_single(value: object) -> str:
    """The same, with texts and numbers in single quotes."""
    text = str(value)
    if isinstance(value, bool | tuple | list) or not text.isprintable():
        return yaml(value)
    return "'" + text.replace("'", "''") + "'"


def yaml_double(value: object) -> str:
    """The same, with texts and numbers in double quotes."""
    if isinstance(value, bool | tuple | list):
        return yaml(value)
    return as_json(str(value))


_ESCAPED = _NAMED | {"\\": "\\\\"}
_OTHER = {"'": '"', '"': "'"}


def script(value: object, quote: str = "'") -> str:
    """A str, int, bool or tuple of those as TypeScript, with the other quotes where that saves escapes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        quote = _OTHER[quote] if quote in value and _OTHER.get(quote, quote) not in value else quote
        text = "".join(_ESCAPED.get(c, "\\" + c if c == quote else c) for c in value)
        return f"{quote}{text}{quote}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(script(item, quote) for item in value)}]"
    return str(value)


def pair(slot: Slot | None) -> Slot | None:
    """A slot for one entry, made for the name `MARK`, as a slot that takes a tuple of a name and a text."""
    if slot is None:
        return None

    def spelled(value: object) -> str:
        name, text = value if isinstance(value, tuple) else (value, "")
        return slot.before.replace(MARK, str(name)) + slot.spell(text).replace(MARK, str(name))

    return slot._replace(before="", spell=spelled)
