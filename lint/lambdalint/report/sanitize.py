"""Text from analysed files made harmless for a terminal or a log."""

from __future__ import annotations

import re

from lambdalint.pattern import pattern

# Controls but tab and line feed, invisible and direction-changing characters, odd line ends, halves of surrogate pairs.
_UNSAFE = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def sanitize(text: str) -> str:
    """`text` with control, invisible and direction-changing characters spelt out; tabs and line feeds stay."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_visible, text)


def fold(text: str) -> str:
    """`text` on one line: line ends and tabs become spaces, the rest is made visible."""
    if "\n" in text or "\r" in text or "\t" in text:
        text = " ".join(part for part in re.split(r"[\r\n\t]+", text) if part)
    return sanitize(text)


def unpaired(text: str) -> str:
    """`text` with halves of surrogate pairs replaced, so that it can be encoded; all else is kept."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)
