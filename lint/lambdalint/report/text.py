"""The full report for people: each finding with its code, what else matters to it, and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.fix import Applicability, Fix
from lambdalint.report.concise import hidden, mark
from lambdalint.report.frame import Frames, Label, label_text, shown_lines
from lambdalint.report.line import width
from lambdalint.report.options import Options, rule_url
from lambdalint.report.paint import SEVERITIES, Paint
from lambdalint.report.patch import Change, changes
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold
from lambdalint.report.statistics import table
from lambdalint.report.summary import footer
from lambdalint.result import Analysis, Result
from lambdalint.source import Span

NARROWEST, WIDEST = 80, 140
FRAMES = 3  # findings of one kind in one file that are shown in full
PATCH_LINES = 24
KINDS = {Applicability.SAFE: "safe fix", Applicability.UNSAFE: "unsafe fix", Applicability.DISPLAY: "by hand"}


def render(analysis: Analysis, options: Options) -> str:
    """Findings in order, a blank line after each, then the footer."""
    end = footer(analysis, options) if options.footer else ""
    if options.statistics:
        return table(analysis) + end
    report = _Report(analysis, options)
    results = analysis.results[: options.limit] if options.limit else analysis.results
    blocks = ["\n".join(block) + "\n\n" for block in report.blocks(results)]
    more = hidden(len(analysis.results) - len(results))
    return "".join(blocks) + more + end


def _shape(result: Result) -> tuple[str, str, str]:
    """What findings have in common that differ only in names and numbers."""
    message = re.sub(r"`[^`]*`|\"[^\"]*\"|\d+", "?", result.message)
    return result.span.path, result.rule.code, message


class _Report:
    """The parts of the report of one run."""

    def __init__(self, analysis: Analysis, options: Options) -> None:
        self._analysis = analysis
        self._options = options
        self._places = Places(analysis)
        self._redaction = Redaction(analysis.secrets, analysis.sources)
        self._paint = Paint(options.colour, options.links)
        self._columns = min(max(options.width, NARROWEST), WIDEST)
        self._frames = Frames(self._redaction, self._paint, options.unicode, self._columns)

    def blocks(self, results: tuple[Result, ...]) -> Iterator[list[str]]:
        """The lines of each finding; findings of one kind after the third of a file share one block."""
        groups: dict[tuple[str, str, str], list[Result]] = {}
        for result in results:
            groups.setdefault(_shape(result), []).append(result)
        seen: dict[tuple[str, str, str], int] = {}
        for result in results:
            shape = _shape(result)
            seen[shape] = seen.get(shape, 0) + 1
            if seen[shape] <= FRAMES:
                yield self._block(result)
            elif seen[shape] == FRAMES + 1:
                yield self._rest(groups[shape][FRAMES:])

    def _rest(self, results: list[Result]) -> list[str]:
        """One entry for further findings of a kind that has been shown."""
        first = results[0]
        places = []
        for result in results:
            at = self._places.start(result.span)
            name = f" ({fold(self._redaction.text(result.anchor))})" if result.anchor else ""
            places.append(f"{at.line}:{at.column}{name}")
        count = "1 more place" if len(results) == 1 else f"{len(results)} more places"
        text = f"the same in {count} of {fold(first.span.path)}: {', '.join(places)}"
        return self._prose(f"{first.severity.label}[{first.rule.code}]: ", self._header(first), text, "")

    def _header(self, result: Result) -> str:
        severity, code = result.severity.label, result.rule.code
        linked = self._paint.link(rule_url(result.rule.name), code)
        return self._paint(SEVERITIES[result.severity], f"{severity}[{linked}]") + self._paint("bold", ": ")

    def _prose(self, plain: str, painted: str, text: str, style: str, indent: int = 4) -> list[str]:
        """`text` after a heading that is given plain (for its width) and painted, wrapped between words."""
        lines: list[list[str]] = [[]]
        used = width(plain)
        for word in text.split(" "):
            long = width(word) + bool(lines[-1])
            if lines[-1] and used + long > self._columns:
                lines.append([])
                used, long = indent, long - 1
            lines[-1].append(word)
            used += long
        parts = [self._paint(style, " ".join(words)) if style else " ".join(words) for words in lines]
        return [painted + parts[0], *(" " * indent + part for part in parts[1:])]

    def _block(self, result: Result) -> list[str]:
        message = mark(result, self._options.unsafe) + fold(self._redaction.text(result.message))
        plain = f"{result.severity.label}[{result.rule.code}]: "
        lines = self._prose(plain, self._header(result), message, "bold")
        labels = self._labels(result)
        patch = changes(result.fix, self._analysis.sources, self._redaction) if result.fix is not None else {}
        gutter = self._gutter(labels, patch)
        for number, (path, group) in enumerate(labels.items()):
            lines += self._frame(path, group, gutter, first=number == 0)
        empty = " " * gutter + " "
        lines.append(empty + self._paint("gutter", "|"))
        if result.flow:
            lines += self._flow(result, empty)
        if result.fix is not None:
            lines += self._help(result.fix, patch, result.span.path, gutter)
        if not self._paint.links:
            lines.append(f"{empty}{self._paint('gutter', '=')} docs: {rule_url(result.rule.name)}")
        return lines

    def _labels(self, result: Result) -> dict[str, list[Label]]:
        """Labels by file, the finding's own file first; a related place that repeats the finding's only names it."""
        places: list[tuple[Span, str, bool]] = [(result.span, "", True)]
        for related in result.related:
            text = self._redaction.text(related.message)
            if related.span == result.span and not places[0][1]:
                places[0] = (result.span, text, True)
            else:
                places.append((related.span, text, False))
        labels: dict[str, list[Label]] = {}
        for span, text, primary in places:
            source = self._places.source(span.path)
            shown = label_text(source, span, text) if source is not None else fold(text)
            style = SEVERITIES[result.severity] if primary else "related"
            labels.setdefault(span.path, []).append(Label(span, shown, style, primary))
        return labels

    def _gutter(self, labels: dict[str, list[Label]], patch: dict[str, list[Change]]) -> int:
        """Width of the largest line number that the finding will show."""
        largest = max((change.number for changed in patch.values() for change in changed), default=1)
        for path, group in labels.items():
            source = self._places.source(path)
            if source is not None:
                largest = max(largest, *shown_lines(source, group))
        return len(str(largest))

    def _frame(self, path: str, labels: list[Label], gutter: int, first: bool) -> list[str]:
        """A file's marked lines under its path; only the path where the file was not read."""
        at = self._places.start(labels[0].span)
        arrow = "-->" if first else ":::"
        indent = " " * gutter
        empty = f"{indent} {self._paint('gutter', '|')}"
        lines = [] if first else [empty]
        lines.append(f"{indent}{self._paint('gutter', arrow)} {self._where(path, at)}")
        source = self._places.source(path)
        if source is None:
            return lines + [f"{empty} {label.text}" for label in labels if label.text]
        return [*lines, empty, *self._frames.draw(source, labels, gutter)]

    @staticmethod
    def _where(path: str, at: tuple[int, int, int]) -> str:
        return f"{fold(path)}:{at[0]}:{at[1]}"

    def _flow(self, result: Result, empty: str) -> list[str]:
        """The call path, a step on each line."""
        arrow = "→ " if self._options.unicode else "-> "
        lines = [f"{empty}{self._paint('gutter', '=')} {self._paint('note', 'call path:')}"]
        for number, step in enumerate(result.flow):
            place = self._where(step.span.path, self._places.start(step.span))
            text = fold(self._redaction.text(step.message))
            told = f"{text} ({place})" if text else f"({place})"
            lines.append(f"{empty}    {arrow if number else ''}{told}")
        return lines

    def _help(self, fix: Fix, patch: dict[str, list[Change]], own: str, gutter: int) -> list[str]:
        """What to do, and the changed lines."""
        empty = " " * gutter + " "
        bar = self._paint("gutter", "|")
        title = f"{fold(self._redaction.text(fix.title))} [{KINDS[fix.applicability]}]"
        painted = f"{empty}{self._paint('gutter', '=')} {self._paint('help', 'help:')} "
        lines = self._prose(f"{empty}= help: ", painted, title, "", indent=gutter + 9)
        left = PATCH_LINES
        for path, changed in patch.items():
            shown = changed[:left]
            left -= len(shown)
            lines.append(empty + bar)
            if path != own and shown:
                lines.append(f"{' ' * gutter}{self._paint('gutter', ':::')} {fold(path)}")
            for before, change in zip([None, *shown], shown, strict=False):
                if before is not None and before.group != change.group:
                    lines.append(self._paint("gutter", "..."))
                style = "added" if change.sign == "+" else "removed"
                beside = [other.text for other in shown if other.group == change.group]
                text = f"{change.sign} {self._clip(change.text, gutter, beside)}".rstrip()
                lines.append(f"{self._paint('gutter', f'{change.number:>{gutter}}')} {self._paint(style, text)}")
            if len(changed) > len(shown):
                rest = len(changed) - len(shown)
                lines.append(f"{empty}  {rest} more changed {'line' if rest == 1 else 'lines'} in {fold(path)}")
        if patch:
            lines.append(empty + bar)
        return lines

    def _clip(self, text: str, gutter: int, beside: list[str]) -> str:
        """`text`, shortened where it is wider than the report: so that it still differs from the lines beside it."""
        room = self._columns - gutter - 3
        if width(text) <= room:
            return text
        ellipsis = "…" if self._options.unicode else "..."
        equal = (len(set(letters)) == 1 for letters in zip(*beside, strict=False))
        same = next((at for at, is_equal in enumerate(equal) if not is_equal), min(map(len, beside)))
        if same > room // 2 and len(beside) > 1:
            text = ellipsis + text[same - room // 3 :]
            if width(text) <= room:
                return text
        text = text[: 2 * max(room, 1)]
        while text and width(text) > room - len(ellipsis):
            text = text[:-1]
        return text + ellipsis
