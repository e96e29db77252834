"""The manual of a rule, taken from the docstring of its module."""

from __future__ import annotations

from lambdalint.record import NamedTuple

WHY = "Why it matters"
SILENT = "When it stays silent"
FIX_SAFETY = "Fix safety"
REFERENCES = "References"


class Manual(NamedTuple):
    """What people read about a rule.

    `summary` is one sentence with a full stop. The sections are text with its own line breaks, empty where the rule has
    none; `references` has one entry for each list item. `bad` and `good` are an example before and after, in
    `language`, and are empty when there is none: they don't come from the docstring.
    """

    summary: str
    why: str = ""
    silent: str = ""
    fix_safety: str = ""
    references: tuple[str, ...] = ()
    bad: str = ""
    good: str = ""
    language: str = ""


def parse(docstring: str) -> Manual:
    """The manual in a docstring: its first paragraph, then `## Section` headings; unknown sections are left out."""
    sections: dict[str, list[str]] = {"": []}
    body = sections[""]
    for line in _dedent(docstring):
        if line.startswith("## "):
            body = sections.setdefault(line[3:].strip(), [])
        else:
            body.append(line.rstrip())
    text = {name: "\n".join(lines).strip() for name, lines in sections.items()}
    summary = " ".join(text[""].split("\n\n")[0].split())
    return Manual(
        summary if not summary or summary.endswith((".", "!", "?")) else summary + ".",
        text.get(WHY, ""),
        text.get(SILENT, ""),
        text.get(FIX_SAFETY, ""),
        _items(text.get(REFERENCES, "")),
    )


def _dedent(docstring: str) -> list[str]:
    """The lines of a docstring without the indentation that all but the first share."""
    first, *rest = docstring.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip()) for line in rest if line.strip()), default=0)
    return [first.lstrip(), *(line[margin:] for line in rest)]


def _items(text: str) -> tuple[str, ...]:
    """The items of a list written with `-` or `*`; lines that follow an item belong to it."""
    items: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith(("- ", "* ")) or not items:
            items.append(stripped.removeprefix("- ").removeprefix("* "))
        elif stripped:
            items[-1] += " " + stripped
    return tuple(item for item in items if item)
