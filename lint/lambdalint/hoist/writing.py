"""The statements of start-up as text: what fills each variable, and what ends the program where that fails."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.hoist import failure
from lambdalint.hoist.chosen import told
from lambdalint.hoist.entries import Entry
from lambdalint.hoist.step import Step
from lambdalint.hoist.text import with_comments


class Writing:
    """Collects lines. `declared`: `err` is a name already. `needed` are packages that the lines want imported."""

    def __init__(self, style: failure.Style, declared: bool) -> None:
        self._style = style
        self._declared = declared
        self._lines: list[str] = []
        self._beside: dict[int, str] = {}
        self.needed: set[str] = set()

    def text(self, entries: Iterable[Entry]) -> str:
        """The statements, each line after a tab."""
        for entry in entries:
            if entry.step is not None:
                self._lines += entry.comment
                self._entry(entry, entry.step)
        return "".join(f"\t{line}\n" if line else "\n" for line in with_comments(self._lines, self._beside))

    def _entry(self, entry: Entry, step: Step) -> None:
        if step.kind == "run":
            self._lines += entry.text.split("\n")
            return
        if entry.wording is not None:
            self._choice(entry, step)
            return
        if step.fails and entry.shared:
            self._declare_error()
        if step.kind == "ping":
            self._lines.append(f"if err := {entry.text}; err != nil {{")
        else:
            self._lines += _assigned(entry, step).split("\n")
            self._beside[len(self._lines) - 1] = entry.beside
            self._declared = self._declared or (step.fails and not entry.shared)
            if step.fails:
                self._lines.append("if err != nil {")
        if step.fails:
            self.needed |= set(self._style.imports)
            self._lines += ["\t" + line for line in failure.lines(self._style, step.message)]
            self._lines.append("}")

    def _choice(self, entry: Entry, step: Step) -> None:
        """A choice, after declarations of what isn't declared by it or before."""
        assert entry.wording is not None
        if step.sets_error and not entry.wording.error:
            self._declare_error()
        own = [entry.chosen[number] for number in entry.wording.declared]
        self._lines += [f"var {each.name} {each.kind}" for each in own if not each.shared]
        self._lines += told(entry.text.split("\n"), self._style)
        if step.checks:
            self.needed |= set(self._style.imports)
        self._declared = self._declared or entry.wording.error

    def _declare_error(self) -> None:
        if not self._declared:
            self._lines.insert(0, "var err error")
            self._beside = {number + 1: text for number, text in self._beside.items()}
            self._declared = True


def _assigned(entry: Entry, step: Step) -> str:
    error = ", err" if step.fails else ", _" if step.ignored else ""
    operator = "=" if entry.shared or step.kind == "const" else ":="
    word = "const " if step.kind == "const" else ""
    return f"{word}{entry.name}{error} {operator} {entry.text}"
