"""Whole projects of templates and the whole model that is read from them, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lambdalint.frontends import cloudformation
from lambdalint.source import Source, Span
from lambdalint.value import UNREAD, Known, Slot, Unknown

FRONTENDS = Path(__file__).parent.parent / "testdata" / "frontends"
CASES = sorted(p for dialect in ("cloudformation", "sam") for p in (FRONTENDS / dialect).iterdir() if p.is_dir())


class Shown:
    """Facts as text: one line for each record, an indented one for each field that says something."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.*") if p.suffix in (".yaml", ".json"))
        self.sources = {p: Source(p, (folder / p).read_bytes()) for p in paths}
        read = {p: s.data for p, s in self.sources.items()}
        self.facts, self.broken = cloudformation.read(read.get, paths)

    def lines(self) -> Iterator[str]:
        for records in self.facts:
            record: Any
            for record in records:
                yield f"{type(record).__name__} {self.show(record.span) if hasattr(record, 'span') else ''}".rstrip()
                for name, value in zip(record._fields, record, strict=True):
                    if name != "span" and value not in (None, (), "", UNREAD):
                        yield f"  {name}: {self.show(value)}"

    def show(self, value: object) -> str:
        if isinstance(value, Span):
            place = self.sources[value.path].position(value.start)
            return f"@{value.path}:{place.line}:{place.column}"
        if isinstance(value, Slot):
            return f"slot {self.show(value.span)}"
        if isinstance(value, Unknown):
            return f"unknown {self.show(value.span)} ({value.reason})"
        if isinstance(value, Known):
            return f"{value.value!r}{' by default' if value.default else ''} {self.show(value.span)}"
        if isinstance(value, tuple):
            inner = ", ".join(map(self.show, value))
            return f"{type(value).__name__}({inner})" if hasattr(value, "_fields") else f"[{inner}]"
        return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_the_whole_model(case: Path) -> None:
    shown = Shown(case)
    assert shown.broken == ()
    assert list(shown.lines()) == (case / "expected.txt").read_text(encoding="utf-8").splitlines()
