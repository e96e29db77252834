"""Findings as one JSON document; its `version` changes when a key is renamed or removed."""

from __future__ import annotations

from collections import Counter

from lambdalint import __version__
from lambdalint.fix import Fix
from lambdalint.report.document import text
from lambdalint.report.options import Options, rule_url
from lambdalint.report.place import Places
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import unpaired
from lambdalint.report.summary import fixable
from lambdalint.result import Analysis, Problem, Result
from lambdalint.rule import Related, Severity
from lambdalint.source import Span

VERSION = 1

Object = dict[str, object]


def render(analysis: Analysis, options: Options) -> str:
    """The document, ASCII only, keys in a fixed order. Paths are relative to the project root: `root` is `.`."""
    writer = _Writer(analysis)
    document: Object = {
        "version": VERSION,
        "tool": {"name": "lambdalint", "version": __version__},
        "root": ".",
        "summary": _summary(analysis),
    }
    if options.statistics:
        from lambdalint.report.statistics import counts

        document["statistics"] = [
            {
                "rule": row.rule.code,
                "name": row.rule.name,
                "count": row.number,
                "fixable": row.fixable.name.lower() if row.fixable is not None else None,
            }
            for row in counts(analysis)
        ]
    else:
        document["findings"] = writer.findings(options.include_suppressed)
    document["errors"] = [writer.error(problem) for problem in analysis.problems]
    return text(document) + "\n"


def _summary(analysis: Analysis) -> Object:
    severities = Counter(result.severity for result in analysis.results)
    safe, unsafe = fixable(analysis)
    return {
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "infos": severities[Severity.INFO],
        "fixable": {"safe": safe, "unsafe": unsafe},
        "fixed": dict(sorted(analysis.fixed.items())),
        "suppressed": analysis.counts.suppressed,
        "files": analysis.counts.files,
        "functions": analysis.counts.functions,
        "programs": analysis.counts.programs,
        "skipped": len(analysis.skipped),
    }


class _Writer:
    """Results of one run as JSON objects."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._places = Places(analysis)
        self._redaction = Redaction(analysis.secrets, analysis.sources)
        self._ids: Counter[str] = Counter()

    def findings(self, suppressed: bool) -> list[Object]:
        """All results, and the suppressed ones on request, in order of place and code."""
        results = list(self._analysis.results)
        if suppressed:
            results += self._analysis.suppressed
            results.sort(key=lambda result: (result.span, result.rule.code, result.message))
        return [self._finding(result) for result in results]

    def error(self, problem: Problem) -> Object:
        """What kept the tool from doing its whole job."""
        return {
            "kind": problem.kind,
            "path": unpaired(problem.path),
            "message": self._text(problem.message),
            "rule": problem.rule or None,
            "fatal": problem.fatal,
        }

    def _finding(self, result: Result) -> Object:
        span = result.span
        hidden = result.suppressed
        return {
            "id": self._id(result),
            "rule": result.rule.code,
            "name": result.rule.name,
            "severity": result.severity.label,
            "precision": result.rule.precision,
            "message": self._text(result.message),
            "path": unpaired(span.path),
            "start": self._point(span, span.start),
            "end": self._point(span, max(span.start, span.end)),
            "related": [self._related(related) for related in result.related],
            "flow": [self._related(step) for step in result.flow],
            "fix": self._fix(result.fix) if result.fix is not None else None,
            "url": rule_url(result.rule.name),
            "fingerprint": result.fingerprint,
            "suppressed": None if hidden is None else {"reason": self._text(hidden.reason), **self._range(hidden.span)},
            "baseline": None,
        }

    def _id(self, result: Result) -> str:
        """A name for the finding, unique in the document: rule and place, numbered where that is not enough."""
        at = self._places.start(result.span)
        name = f"{result.rule.code}:{unpaired(result.span.path)}:{at.line}:{at.column}"
        self._ids[name] += 1
        return name if self._ids[name] == 1 else f"{name}#{self._ids[name]}"

    def _text(self, text: str) -> str:
        return unpaired(self._redaction.text(text))

    def _point(self, span: Span, offset: int) -> Object:
        at = self._places.start(Span(span.path, offset, offset))
        return {"line": at.line, "column": at.column, "offset": offset}

    def _range(self, span: Span) -> Object:
        return {
            "path": unpaired(span.path),
            "start": self._point(span, span.start),
            "end": self._point(span, max(span.start, span.end)),
        }

    def _related(self, related: Related) -> Object:
        return {**self._range(related.span), "message": self._text(related.message)}

    def _fix(self, fix: Fix) -> Object:
        """The fix; without edits where one of them would write a secret, since a masked edit must not be applied."""
        told = all(self._redaction.text(edit.text) == edit.text for edit in fix.edits)
        edits = sorted(fix.edits, key=lambda edit: edit.span) if told else []
        return {
            "title": self._text(fix.title),
            "applicability": fix.applicability.name.lower(),
            "edits": [{**self._range(edit.span), "text": edit.text} for edit in edits],
        }
