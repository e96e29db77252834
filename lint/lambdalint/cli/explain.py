"""Rules for people to read: the page of one rule, the table of all, in text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent

from lambdalint import registry
from lambdalint.fix import Applicability
from lambdalint.manual import Manual
from lambdalint.report.options import rule_url
from lambdalint.rule import Rule, Status

FIXES = {None: "none", Applicability.DISPLAY: "shown only", Applicability.UNSAFE: "unsafe", Applicability.SAFE: "safe"}
RUNS = {Status.DEFAULT: "on", Status.PREVIEW: "preview", Status.OPT_IN: "opt-in"}


def pages(rules: Sequence[Rule], form: str) -> str:
    """The manuals of loaded rules as `text`, `markdown` or `json` (an object for one rule, else a list)."""
    if form == "json":
        import json

        objects = [_object(rule) for rule in rules]
        return json.dumps(objects[0] if len(objects) == 1 else objects, indent=2, ensure_ascii=False) + "\n"
    markdown = form == "markdown"
    return "\n".join("\n".join(_page(rule, registry.manual(rule), markdown)) + "\n" for rule in rules)


def table(form: str) -> str:
    """All rules as `text` or `json`."""
    rules = registry.load(entry.code for entry in registry.index())
    if form == "json":
        import json

        return json.dumps([_identity(rule) for rule in rules], indent=2) + "\n"
    width = max((len(rule.name) for rule in rules), default=0)
    return "".join(
        f"{rule.code}  {rule.name:<{width}}  {rule.severity.label:<7}  fix: {FIXES[rule.fixable]:<10}"
        f"  {RUNS[rule.status]}\n"
        for rule in rules
    )


def _identity(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.label,
        "fix": FIXES[rule.fixable],
        "status": rule.status.value,
        "since": rule.since,
        "tags": list(rule.tags),
        "summary": registry.manual(rule).summary,
        "url": rule_url(rule.name),
    }


def _object(rule: Rule) -> dict[str, object]:
    manual = registry.manual(rule)
    return {
        **_identity(rule),
        "why": manual.why,
        "silent": manual.silent,
        "fix_safety": manual.fix_safety,
        "references": list(manual.references),
        "example": {"language": manual.language, "bad": manual.bad, "good": manual.good} if manual.bad else None,
    }


def _page(rule: Rule, manual: Manual, markdown: bool) -> Iterator[str]:
    """The lines of one manual."""
    heading = "## " if markdown else ""
    yield f"{'# ' if markdown else ''}{rule.name} ({rule.code})"
    yield ""
    yield f"{rule.severity.label}, fix: {FIXES[rule.fixable]}, {RUNS[rule.status]}, since {rule.since}"
    yield from ("", manual.summary)
    for title, text in (
        ("Why it matters", manual.why),
        ("Instead of", _code(manual.bad, manual.language, markdown)),
        ("Write", _code(manual.good, manual.language, markdown)),
        ("When it stays silent", manual.silent),
        ("Fix safety", manual.fix_safety),
        ("How to suppress it", _suppression(rule, manual.language, markdown)),
        ("References", "\n".join(f"- {reference}" for reference in manual.references)),
    ):
        if text:
            yield from ("", f"{heading}{title}", *(("",) if markdown else ()))
            yield text if markdown else indent(text, "  ")


def _code(text: str, language: str, markdown: bool) -> str:
    text = text.rstrip("\n")
    return f"```{language}\n{text}\n```" if text and markdown else text


def _suppression(rule: Rule, language: str, markdown: bool) -> str:
    marker = "#" if language in ("hcl", "sh", "makefile") else "//"
    return _code(f"{marker} lambdalint:ignore[{rule.code}] -- reason", language or "go", markdown)
