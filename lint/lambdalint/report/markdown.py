"""Text from analysed files as Markdown that shows it and does nothing else, and the summary of a CI step."""

from __future__ import annotations

import re

from lambdalint.pattern import pattern
from lambdalint.report.options import Options, rule_url
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold
from lambdalint.report.summary import footer
from lambdalint.result import Analysis, Result
from lambdalint.rule import Severity

SUMMARY_BYTES = 1_000_000  # GitHub refuses a step summary above 1 MiB

_ACTIVE = pattern(r"([\\`*_{}\[\]()<>#!|~$&:])")
_CODE = pattern(r"`([^`]+)`")
_MENTION = "@\u2060"


def escape(text: str) -> str:
    """One line of plain text with everything that Markdown would act on taken literally, mentions included."""
    return _ACTIVE.sub(r"\\\1", fold(text)).replace("@", _MENTION)


def prose(text: str, cell: bool = False) -> str:
    """A message: what stands between single backticks stays code, the rest is plain text. `cell`: inside a table."""
    parts: list[str] = []
    at = 0
    text = fold(text)
    for match in _CODE.finditer(text):
        code = match.group(1).replace("|", r"\|") if cell else match.group(1)
        parts += (escape(text[at : match.start()]), f"`{code}`")
        at = match.end()
    return "".join(parts) + escape(text[at:])


def code(text: str) -> str:
    """One line of text as a code span, whatever backticks it holds."""
    text = fold(text)
    fence = "`" * (_longest(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def fenced(text: str, language: str) -> str:
    """A block of code, fenced by more backticks than it holds in a row."""
    fence = "`" * max(3, _longest(text) + 1)
    body = text if text.endswith("\n") else text + "\n"
    return f"{fence}{language}\n{body}{fence}\n"


def _longest(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def worst_first(analysis: Analysis) -> list[Result]:
    """Results by severity, worst first, then by place and code."""
    return sorted(analysis.results, key=lambda result: (-result.severity, result.span, result.rule.code))


def step_summary(analysis: Analysis, options: Options) -> str:
    """A table of the findings, worst first, for the summary page of a CI step; ends with what did not fit."""
    results = worst_first(analysis)
    head = "### lambdalint\n\n" + footer(analysis, options).strip().replace("\n", "  \n") + "\n"
    if not results:
        return head
    places = Places(analysis)
    redaction = Redaction(analysis.secrets, analysis.sources)
    parts = [head, "\n| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n"]
    room = SUMMARY_BYTES - sum(len(part.encode("utf-8")) for part in parts)
    for number, result in enumerate(results):
        row = _row(analysis.prefix, result, places, redaction)
        room -= len(row.encode("utf-8"))
        if room < 0:
            parts.append(f"\n{len(results) - number:,} more findings did not fit here.\n")
            break
        parts.append(row)
    return "".join(parts)


def _row(prefix: str, result: Result, places: Places, redaction: Redaction) -> str:
    at = places.start(result.span)
    place = code(f"{prefix}{result.span.path}:{at.line}").replace("|", r"\|")
    link = f"[{result.rule.code}]({rule_url(result.rule.name)})"
    severity = {Severity.ERROR: "❌ error", Severity.WARNING: "⚠️ warning", Severity.INFO: "ℹ️ info"}[result.severity]
    return f"| {severity} | {link} | {place} | {prose(redaction.text(result.message), cell=True)} |\n"
