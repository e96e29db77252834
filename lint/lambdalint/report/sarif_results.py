"""Results of one run as SARIF results: at most one for each rule, file and line."""

from __future__ import annotations

import re
from typing import Any

from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.report.markdown import escape, prose
from lambdalint.report.redact import Redaction
from lambdalint.report.sanitize import fold, unpaired
from lambdalint.report.sarif_places import Locations
from lambdalint.report.sarif_rules import LEVELS, sentence
from lambdalint.result import Analysis, Result
from lambdalint.rule import Related, Severity

RELATED = 900  # GitHub takes up to 1,000 locations for a result
STEPS = 1_000  # and shows as many of a call path

Object = dict[str, Any]


class Writer:
    """Makes the results; `severities` belongs to the list that `results` returned last."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._redaction = Redaction(analysis.secrets, analysis.sources)
        self.locations = Locations(analysis, self._redaction)
        self.indexes = {code: index for index, code in enumerate(sorted(rule.code for rule in analysis.rules))}
        self.severities: list[Severity] = []

    def text(self, text: str) -> str:
        """One line of text as it may be told."""
        return unpaired(self._redaction.text(fold(text)))

    def results(self, suppressed: bool) -> list[Object]:
        """All results in order of place and code. With `suppressed`, those too: then each says whether it is."""
        results = [*self._analysis.results, *(self._analysis.suppressed if suppressed else ())]
        results.sort(key=lambda result: (result.span, result.rule.code, result.message))
        groups: dict[tuple[str, str, int, bool], list[Result]] = {}
        for result in results:
            line = self.locations.line(result.span)
            key = (result.rule.code, result.span.path, line, result.suppressed is not None)
            groups.setdefault(key, []).append(result)
        self.severities = [max(result.severity for result in group) for group in groups.values()]
        return [self._result(group, suppressed) for group in groups.values()]

    def _result(self, group: list[Result], suppressed: bool) -> Object:
        """One result for findings of one rule on one line: they would be one alert, so they are told as one."""
        first = group[0]
        related = list(dict.fromkeys(related for result in group for related in result.related))[:RELATED]
        written: Object = {"ruleId": first.rule.code}
        if first.rule.code in self.indexes:
            written["ruleIndex"] = self.indexes[first.rule.code]
        written |= {
            "kind": "fail",
            "level": LEVELS[max(result.severity for result in group)],
            "message": self._message(group, related),
            "locations": [self._location(first)],
        }
        if related:
            written["relatedLocations"] = [self._labelled(number, place) for number, place in enumerate(related, 1)]
        flows = [self._flow(result) for result in group if result.flow]
        if flows:
            written["codeFlows"] = flows
        written["partialFingerprints"] = self._fingerprints(first)
        fixes = self._fixes(group)
        if fixes:
            written["fixes"] = fixes
        if suppressed:
            written["suppressions"] = self._suppressions(first)
        return written

    def _message(self, group: list[Result], related: list[Related]) -> Object:
        """The messages, then links to the related places; links are what makes GitHub show those."""
        messages = list(dict.fromkeys(self.text(result.message) for result in group))
        plain = [_unlinked(sentence(message)) for message in messages]
        rich = [prose(sentence(message)) for message in messages]
        if related:
            labels = [self.text(place.message) or "related place" for place in related]
            plain.append(f"See {', '.join(f'[{_link(label)}]({n})' for n, label in enumerate(labels, 1))}.")
            rich.append(f"See {', '.join(f'[{escape(label)}]({n})' for n, label in enumerate(labels, 1))}.")
        return {"text": " ".join(plain), "markdown": " ".join(rich)}

    def _location(self, result: Result) -> Object:
        location: Object = {"physicalLocation": self.locations.physical(result.span)}
        if result.anchor:
            location["logicalLocations"] = [{"fullyQualifiedName": self.text(result.anchor)}]
        return location

    def _labelled(self, number: int, related: Related) -> Object:
        return {
            "id": number,
            "physicalLocation": self.locations.physical(related.span),
            "message": {"text": sentence(self.text(related.message) or "related place")},
        }

    def _flow(self, result: Result) -> Object:
        """The call path, ending at the finding itself."""
        steps = list(result.flow[:STEPS])
        if steps[-1].span != result.span:
            steps.append(Related(result.span, result.message))
        locations = [
            {
                "location": {
                    "physicalLocation": self.locations.physical(step.span),
                    "message": {"text": sentence(self.text(step.message) or "call")},
                }
            }
            for step in steps
        ]
        return {"threadFlows": [{"locations": locations}]}

    def _fingerprints(self, result: Result) -> Object:
        fingerprints = {"lambdalint/v1": result.fingerprint}
        line = self.locations.hash(result.span)
        return fingerprints if line is None else {"primaryLocationLineHash": line, **fingerprints}

    def _fixes(self, group: list[Result]) -> list[Object]:
        """Fixes that may be applied; one that writes a secret is left out, since a masked one must not be applied."""
        fixes = dict.fromkeys(result.fix for result in group if result.fix is not None)
        return [self._fix(fix) for fix in fixes if fix.applicability > Applicability.DISPLAY and self._told(fix)]

    def _told(self, fix: Fix) -> bool:
        return bool(fix.edits) and all(self._redaction.text(edit.text) == edit.text for edit in fix.edits)

    def _fix(self, fix: Fix) -> Object:
        changes: dict[str, list[Object]] = {}
        for edit in sorted(fix.edits, key=lambda edit: edit.span):
            changes.setdefault(edit.span.path, []).append(self._replacement(edit))
        return {
            "description": {"text": sentence(self.text(fix.title))},
            "artifactChanges": [
                {"artifactLocation": self.locations.artifact(path), "replacements": replacements}
                for path, replacements in changes.items()
            ],
            "properties": {"applicability": fix.applicability.name.lower()},
        }

    def _replacement(self, edit: Edit) -> Object:
        replacement: Object = {"deletedRegion": self.locations.region(edit.span)}
        if edit.text:
            replacement["insertedContent"] = {"text": edit.text}
        return replacement

    def _suppressions(self, result: Result) -> list[Object]:
        if result.suppressed is None:
            return []
        suppression: Object = {"kind": "inSource"}
        if result.suppressed.reason:
            suppression["justification"] = self.text(result.suppressed.reason)
        return [suppression]


def _unlinked(text: str) -> str:
    """Plain text in which nothing reads as a link to a related place."""
    return re.sub(r"([\[\]\\])", r"\\\1", text) if re.search(r"\]\(", text) else text


def _link(text: str) -> str:
    return re.sub(r"([\[\]\\])", r"\\\1", text)
