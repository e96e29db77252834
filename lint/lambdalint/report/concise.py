"""One line for each finding, for editors' error parsers and for grep."""

from __future__ import annotations

from lambdalint.fix import Applicability
from lambdalint.report.options import Options
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold
from lambdalint.report.statistics import table
from lambdalint.report.summary import footer
from lambdalint.result import Analysis, Result


def mark(result: Result, unsafe: bool) -> str:
    """`[*] ` for a finding that `--fix`, as it was allowed, would solve; else nothing."""
    lowest = Applicability.UNSAFE if unsafe else Applicability.SAFE
    return "[*] " if result.fix is not None and result.fix.applicability >= lowest else ""


def render(analysis: Analysis, options: Options) -> str:
    """`path:line:column: severity code [*] message`, a line each, then the footer."""
    end = footer(analysis, options) if options.footer else ""
    if options.statistics:
        return table(analysis) + end
    places = Places(analysis)
    redaction = Redaction(analysis.secrets, analysis.sources)
    shown = analysis.results[: options.limit] if options.limit else analysis.results
    lines = []
    for result in shown:
        at = places.start(result.span)
        message = fold(redaction.text(result.message))
        lines.append(
            f"{fold(result.span.path)}:{at.line}:{at.column}: {result.severity.label} {result.rule.code} "
            f"{mark(result, options.unsafe)}{message}\n"
        )
    return "".join(lines) + hidden(len(analysis.results) - len(shown)) + end


def hidden(number: int) -> str:
    """The line that says how many findings a limit kept back; empty for none."""
    if not number:
        return ""
    return f"{number:,} more {'finding' if number == 1 else 'findings'} not shown (--max-diagnostics)\n"
