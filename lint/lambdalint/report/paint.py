"""Colour and links for terminals: the 16 ANSI colours only, so that the user's theme decides."""

from __future__ import annotations

from urllib.parse import quote

from lambdalint.rule import Severity

CODES = {
    "bold": "1",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;94",
    "gutter": "94",
    "related": "94",
    "help": "1;96",
    "note": "1;92",
    "added": "32",
    "removed": "31",
}
SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


class Paint:
    """Wraps text in escape sequences, or leaves it alone."""

    def __init__(self, colour: bool, links: bool) -> None:
        self._colour = colour
        self.links = colour and links

    def __call__(self, style: str, text: str) -> str:
        """`text` in one of the styles of this module."""
        return f"\x1b[{CODES[style]}m{text}\x1b[0m" if self._colour and text else text

    def link(self, url: str, text: str) -> str:
        """`text` as a link, where the terminal knows links."""
        if not self.links:
            return text
        return f"\x1b]8;;{quote(url, safe=':/?#=&%+-._~')}\x1b\\{text}\x1b]8;;\x1b\\"
