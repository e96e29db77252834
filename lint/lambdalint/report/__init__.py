"""Results → text. One module for each format, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lambdalint.report.options import Options
    from lambdalint.result import Analysis

FORMATS = {
    "full": "lambdalint.report.text",
    "concise": "lambdalint.report.concise",
    "json": "lambdalint.report.json",
    "sarif": "lambdalint.report.sarif",
    "github": "lambdalint.report.github",
}
FOR_PEOPLE = frozenset({"full", "concise"})


def render(name: str, analysis: Analysis, options: Options | None = None) -> str:
    """The report in the format of that name; ends with a line feed unless it is empty. KeyError for no such format."""
    from lambdalint.report.options import Options as Defaults

    text: str = import_module(FORMATS[name]).render(analysis, options or Defaults())
    return text


__all__ = ["FORMATS", "FOR_PEOPLE", "render"]
