"""Annotations for GitHub Actions. Escaping is a boundary here: a raw line feed would start a new workflow command."""

from __future__ import annotations

from lambdalint.report.markdown import worst_first
from lambdalint.report.options import Options
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import sanitize
from lambdalint.result import Analysis, Result
from lambdalint.rule import Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def data(text: str) -> str:
    """`text` as the data of a workflow command."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return sanitize(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """`text` as the value of a property of a workflow command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def render(analysis: Analysis, options: Options) -> str:
    """A workflow command for each finding, worst first, since GitHub shows only the first of each kind."""
    del options
    places = Places(analysis)
    redaction = Redaction(analysis.secrets, analysis.sources)
    lines = [_command(analysis.prefix, result, places, redaction) for result in worst_first(analysis)]
    return "".join(line + "\n" for line in lines)


def _command(prefix: str, result: Result, places: Places, redaction: Redaction) -> str:
    start, end = places.start(result.span), places.end(result.span)
    properties = {"file": prefix + result.span.path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # GitHub misplaces columns of a range over several lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = f"{result.rule.code} {result.rule.name}"
    message = redaction.text(result.message)
    if result.fix is not None:
        message += f"\nhelp: {redaction.text(result.fix.title)}"
    listed = ",".join(f"{name}={value(text)}" for name, text in properties.items())
    return f"::{COMMANDS[result.severity]} {listed}::{data(message)}"
