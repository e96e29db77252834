"""What somebody said about single fixes, kept while the text moves under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from lambdalint.fix import Edit
from lambdalint.result import Analysis, Result

Changes: TypeAlias = Mapping[str, tuple[bytes, bytes]]  # by path: bytes before and after
# Whether to apply a fix, given what was found, the run that found it, and what would change.
Ask: TypeAlias = Callable[[Result, Analysis, Changes], bool]
_Place: TypeAlias = tuple[str, str, int]


class Consent:
    """Asks about each fix once, however many rounds it comes up in."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._answers: dict[_Place, bool] = {}

    def given(self, result: Result, analysis: Analysis, changes: Callable[[], Changes]) -> bool:
        """Whether a fix may be applied."""
        place = _place(result)
        if place not in self._answers:
            self._answers[place] = self._ask(result, analysis, changes())
        return self._answers[place]

    def move(self, applied: Iterable[Result], edits: Mapping[str, Iterable[Edit]]) -> None:
        """Follow the text: these fixes were applied, all at once, by these edits of each path."""
        gone = {_place(result) for result in applied}
        kept = {place: said for place, said in self._answers.items() if place not in gone}
        self._answers = {(code, path, _moved(at, edits.get(path, ()))): said for (code, path, at), said in kept.items()}


def _place(result: Result) -> _Place:
    return result.rule.code, result.span.path, result.span.start


def _moved(at: int, edits: Iterable[Edit]) -> int:
    """Where the byte at `at` is after the edits."""
    return at + sum(len(e.text.encode()) - (e.span.end - e.span.start) for e in edits if e.span.end <= at)
