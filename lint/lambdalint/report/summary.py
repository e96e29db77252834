"""The last lines of a report: what was found, what can be done about it, what was looked at."""

from __future__ import annotations

from collections import Counter

from lambdalint.fix import Applicability
from lambdalint.report.options import Options
from lambdalint.report.sanitize import fold
from lambdalint.result import Analysis, Problem
from lambdalint.rule import Severity
from lambdalint.secrets import mask


def count(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def fixable(analysis: Analysis) -> tuple[int, int]:
    """How many results a safe fix solves, and how many only an unsafe one."""
    kinds = Counter(result.fix.applicability for result in analysis.results if result.fix is not None)
    return kinds[Applicability.SAFE], kinds[Applicability.UNSAFE]


def coverage(analysis: Analysis) -> str:
    """What was analysed, so that silence is not mistaken for a clean bill."""
    counts = analysis.counts
    functions = count(counts.functions, "Lambda function")
    programs = count(counts.programs, "Go program")
    return f"{count(counts.files, 'file')}, {functions}, {programs}"


def footer(analysis: Analysis, options: Options) -> str:
    """The closing lines, each ended by a line feed."""
    lines = [_found(analysis)]
    safe, unsafe = fixable(analysis)
    if options.unsafe:
        safe, unsafe = safe + unsafe, 0
    command = "--fix --unsafe-fixes" if options.unsafe else "--fix"
    if safe:
        lines.append(f"[*] {count(safe, 'finding')} fixable with `{command}`.")
    if unsafe:
        more = "more " if safe else ""
        lines.append(f"{unsafe:,} {more}fixable with `--fix --unsafe-fixes`.")
    if analysis.results:
        lines.append(f"Analysed {coverage(analysis)}.")
    return "".join(line + "\n" for line in lines)


def _found(analysis: Analysis) -> str:
    """Numbers by severity, what was fixed and what was suppressed; coverage when there is nothing else to say."""
    fixed = sum(analysis.fixed.values())
    severities = Counter(result.severity for result in analysis.results)
    suppressed = f" {analysis.counts.suppressed:,} suppressed." if analysis.counts.suppressed else ""
    suppressed += f" {analysis.counts.baselined:,} in the baseline." if analysis.counts.baselined else ""
    if not analysis.results:
        start = f"Fixed {count(fixed, 'finding')}, none left" if fixed else "No findings"
        return f"{start} in {coverage(analysis)}.{suppressed}"
    words = [count(severities[level], level.label) for level in sorted(Severity, reverse=True) if severities[level]]
    text = ", ".join(words)
    if fixed:
        left = len(analysis.results)
        text = f"{count(fixed + left, 'finding')}, {fixed:,} fixed, {left:,} left: {text}"
    return f"Found {text}.{suppressed}"


def problem_line(problem: Problem) -> str:
    """One line about something that kept the tool from doing its whole job."""
    where = f"{fold(problem.path)}: " if problem.path else ""
    rule = f"{problem.rule}: " if problem.rule else ""
    return f"{'error' if problem.fatal else 'note'}: {where}{rule}{fold(mask(problem.message))} [{problem.kind}]"
