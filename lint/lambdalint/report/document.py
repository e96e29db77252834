"""JSON text with an indent, as `json.dumps` writes it: that module takes longer to import than a report to write."""

from __future__ import annotations

_NAMED = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_WORDS = {None: "null", True: "true", False: "false"}


def text(value: object, margin: str = "\n") -> str:
    """Objects, lists, texts, whole numbers, truth values and None as ASCII. TypeError for anything else."""
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, int):
        return str(int(value))
    deeper = margin + "  "
    if isinstance(value, dict):
        members = f",{deeper}".join(f"{_quoted(name)}: {text(item, deeper)}" for name, item in value.items())
        return f"{{{deeper}{members}{margin}}}" if members else "{}"
    if isinstance(value, list | tuple):
        items = f",{deeper}".join(text(item, deeper) for item in value)
        return f"[{deeper}{items}{margin}]" if items else "[]"
    raise TypeError(type(value).__name__)


def _quoted(word: str) -> str:
    word = word.replace("\\", "\\\\").replace('"', '\\"')
    if not (word.isascii() and word.isprintable()):
        word = "".join(one if " " <= one <= "~" else _NAMED.get(one) or _escaped(one) for one in word)
    return f'"{word}"'


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
