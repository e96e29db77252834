"""Asking about fixes one by one, on the streams."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from lambdalint.cli import streams
from lambdalint.cli.streams import is_terminal, say
from lambdalint.errors import UsageError
from lambdalint.fix import Applicability
from lambdalint.fixer.consent import Changes
from lambdalint.report.concise import render
from lambdalint.report.diff import unified
from lambdalint.report.options import Options
from lambdalint.report.paint import Paint
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold
from lambdalint.result import Analysis, Result

HELP = """y - apply this fix
n - leave this one; Enter does the same
a - apply this fix and all that follow
q - leave this fix and all that follow
? - this help
"""
QUESTION = "Apply this fix [y,n,a,q,?]? "
STYLES = {"+": "added", "-": "removed", "@": "gutter"}


class Prompt:
    """Shows what a fix changes and asks whether to apply it, on standard error: a report may be on the other stream."""

    def __init__(self, color: str, environment: Mapping[str, str], unsafe: bool) -> None:
        """Raises UsageError where there is nobody to ask."""
        for stream, name in ((sys.stdin, "input"), (sys.stderr, "error")):
            if not is_terminal(stream):
                raise UsageError(
                    f"--interactive asks on a terminal; standard {name} is none, use --diff to see all fixes"
                )
        coloured = streams.colour(color, environment, True)
        self._paint = Paint(coloured, streams.links(coloured, environment, True))
        self._options = Options(footer=False, unsafe=unsafe)
        self._rest: bool | None = None

    def __call__(self, result: Result, analysis: Analysis, changes: Changes) -> bool:
        """Whether to apply a fix. Raises KeyboardInterrupt when the user has had enough."""
        if self._rest is None:
            say(sys.stderr, self._shown(result, analysis, changes))
        while self._rest is None:
            say(sys.stderr, self._paint("help", QUESTION))
            line = sys.stdin.readline()
            answer = line.strip().lower()[:1] if line else "q"
            if not line:
                say(sys.stderr, "\n")
            if answer in ("y", "n", ""):
                return answer == "y"
            if answer in ("a", "q"):
                self._rest = answer == "a"
            else:
                say(sys.stderr, HELP)
        return self._rest

    def _shown(self, result: Result, analysis: Analysis, changes: Changes) -> str:
        """The finding, what to do, and the diff."""
        assert result.fix is not None
        finding = render(analysis._replace(results=(result,)), self._options)
        kind = "safe" if result.fix.applicability is Applicability.SAFE else "unsafe"
        title = fold(Redaction(analysis.secrets, analysis.sources).text(result.fix.title))
        lines = [f"\n{finding}{self._paint('help', 'fix:')} {title} [{kind}]\n"]
        for path, (before, after) in sorted(changes.items()):
            secrets = [span for span in analysis.secrets if span.path == path]
            for line in unified(before, after, path, secrets, True).splitlines(keepends=True):
                style = "bold" if line.startswith(("--- ", "+++ ")) else STYLES.get(line[0], "")
                lines.append(self._paint(style, line.rstrip("\n")) + "\n" if style else line)
        return "".join(lines)
