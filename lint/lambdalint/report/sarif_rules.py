"""Rules as a SARIF tool declares them."""

from __future__ import annotations

from typing import Any

from lambdalint.manual import FIX_SAFETY, REFERENCES, SILENT, WHY, Manual
from lambdalint.report.markdown import fenced
from lambdalint.report.options import rule_url
from lambdalint.rule import Rule, Severity, Status

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
SECURITY = "security"
TAGS = 10
DESCRIPTION = 1_000  # GitHub takes up to 1,024 characters

Object = dict[str, Any]


def sentence(text: str) -> str:
    """`text` with a full stop; messages have none."""
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def descriptor(rule: Rule, manual: Manual | None) -> Object:
    """Everything a viewer needs to explain the rule without the tool at hand."""
    manual = manual or Manual(sentence(_words(rule.name)))
    summary = sentence(manual.summary or _words(rule.name))
    return {
        "id": rule.code,
        "name": "".join(word[:1].upper() + word[1:] for word in rule.name.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _full(summary, manual.why)},
        "help": {"text": _help(rule, summary, manual), "markdown": _help_markdown(rule, summary, manual)},
        "helpUri": rule_url(rule.name),
        "defaultConfiguration": {"enabled": rule.status is Status.DEFAULT, "level": LEVELS[rule.severity]},
        "properties": _properties(rule),
    }


def _words(name: str) -> str:
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def _properties(rule: Rule) -> Object:
    """What GitHub reads: numbers as strings, and a security severity only on security rules."""
    properties: Object = {
        "tags": list(rule.tags[:TAGS]),
        "precision": rule.precision,
        "problem.severity": PROBLEM[rule.severity],
    }
    if rule.security_severity is not None and SECURITY in rule.tags:
        properties["security-severity"] = rule.security_severity
    return properties


def _full(summary: str, why: str) -> str:
    """The summary and the first paragraph on why it matters, within the size that is accepted."""
    paragraph = " ".join(why.split("\n\n")[0].split())
    text = sentence(f"{summary} {paragraph}") if paragraph else summary
    if len(text) <= DESCRIPTION:
        return text
    return text[:DESCRIPTION].rsplit(" ", 1)[0].rstrip(".,;:") + " …."


def _sections(manual: Manual) -> list[tuple[str, str]]:
    references = "\n".join(f"- {reference}" for reference in manual.references)
    sections = ((WHY, manual.why), (SILENT, manual.silent), (FIX_SAFETY, manual.fix_safety), (REFERENCES, references))
    return [(title, text) for title, text in sections if text]


def _ignore(rule: Rule) -> str:
    return f"lambdalint:ignore[{rule.code}] -- reason"


def _help(rule: Rule, summary: str, manual: Manual) -> str:
    parts = [summary, *(f"{title}\n{text}" for title, text in _sections(manual))]
    parts.append(f"To accept one finding, put a comment above it or behind it: {_ignore(rule)}")
    parts.append(rule_url(rule.name))
    return "\n\n".join(parts)


def _help_markdown(rule: Rule, summary: str, manual: Manual) -> str:
    parts = [f"# {rule.code} {rule.name}", summary]
    sections = _sections(manual)
    parts += [f"## {title}\n\n{text}" for title, text in sections[:1]]
    if manual.bad and manual.good:
        parts.append(f"## Example\n\n{fenced(manual.bad, manual.language)}\nUse instead:\n")
        parts.append(fenced(manual.good, manual.language))
    parts += [f"## {title}\n\n{text}" for title, text in sections[1:]]
    parts.append(f"To accept one finding, put a comment above it or behind it: `{_ignore(rule)}`")
    parts.append(f"[{rule.name}]({rule_url(rule.name)})")
    return "\n\n".join(parts)
