"""The documentation of the rules: one page each, and a table of all."""

from __future__ import annotations

from pathlib import Path

from lambdalint import registry
from lambdalint.fix import Applicability
from lambdalint.manual import Manual
from lambdalint.rule import Rule, Status

FIXES = {None: "no", Applicability.SAFE: "safe", Applicability.UNSAFE: "unsafe", Applicability.DISPLAY: "shown only"}


def rendered() -> dict[str, str]:
    """Text by file name, relative to `docs/rules`."""
    rules = registry.load(entry.code for entry in registry.index())
    pages = {f"{rule.name}.md": _page(rule, registry.manual(rule)) for rule in rules}
    rows = "".join(
        f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.label} | {FIXES[rule.fixable]} | "
        f"{registry.manual(rule).summary} |\n"
        for rule in rules
    )
    pages["README.md"] = f"# Rules\n\n| code | name | severity | fix | what it reports |\n|---|---|---|---|---|\n{rows}"
    return pages


def _page(rule: Rule, manual: Manual) -> str:
    runs = {
        Status.DEFAULT: "runs by default",
        Status.PREVIEW: "runs with `--preview`",
        Status.OPT_IN: "runs when selected",
    }[rule.status]
    parts = [
        f"# {rule.name} ({rule.code})",
        f"{rule.severity.label}, {runs}, fix: {FIXES[rule.fixable]}, since {rule.since}",
        manual.summary,
        f"## Why it matters\n\n{manual.why}",
    ]
    if manual.bad:
        parts.append(f"## Example\n\n```{manual.language}\n{manual.bad}\n```")
    if manual.good:
        parts.append(f"After the fix:\n\n```{manual.language}\n{manual.good}\n```")
    parts.append(f"## When it stays silent\n\n{manual.silent}")
    if manual.fix_safety:
        parts.append(f"## Fix safety\n\n{manual.fix_safety}")
    parts.append(
        f"## Suppress\n\n`lambdalint:ignore[{rule.code}] -- reason` in a comment on the line, or on its own line above."
    )
    parts.append("## References\n\n" + "\n".join(f"- {reference}" for reference in manual.references))
    return "\n\n".join(parts) + "\n"


def write(folder: Path) -> None:
    """Write all pages and remove those of rules that are gone."""
    pages = rendered()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def stale(folder: Path) -> list[str]:
    """Names of pages that are not what the rules say."""
    pages = rendered()
    there = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")} if folder.is_dir() else {}
    return sorted(name for name in {*pages, *there} if pages.get(name) != there.get(name))
