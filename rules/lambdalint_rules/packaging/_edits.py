"""Edits that several rules of packaging build their fixes from."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from lambdalint.api import Context, Edit, Function, Known, Project, Slot, Span, Value, pattern
from lambdalint_rules.packaging._binaries import texts_of
from lambdalint_rules.packaging._naming import by_last_word, by_variable

PROGRAMS = (".tf", ".tofu", ".json", ".ts", ".js", ".mjs", ".cjs", ".mts", ".py", ".go")
"""Files in which a name stands for a value, where a shell would put text."""

_WORD = pattern(r"(?:[\w./:@%+~*-]|\$?\{\{?[^{}'\"]*\}\}?|\$\([\w.-]+\)|\$+\w+|\$[@*^<])+")


def rename(path: Known[str], name: str, ctx: Context) -> tuple[Edit, ...]:
    """The edit that gives the last part of a path another name, where it is written; empty when it isn't.

    Paths are known relative to the project, but written relative to other places: only the name is touched.
    """
    old = posixpath.basename(path.value)
    if path.slot is None and path.via:
        return ()
    text = ctx.text(path.span)
    end = len(text.rstrip("\"'"))
    start = end - len(old)
    if not old or text[max(start, 0) : end] != old or text[:start].rstrip("\"'")[-1:].isalnum():
        if path.via or (path.span.path.endswith(PROGRAMS) and not path.span.path.endswith((".tf", ".tofu"))):
            return ()
        return by_variable(path, name, ctx) or by_last_word(path, name, ctx)
    first = path.span.start + len(text[:start].encode())
    return (Edit(Span(path.span.path, first, first + len(old.encode())), name),)


def united(edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
    """Edits without repetitions, in order; None when two of them contradict each other."""
    by_span: dict[Span, list[str]] = {}
    for edit in edits:
        texts = by_span.setdefault(edit.span, [])
        if edit.text not in texts:
            texts.append(edit.text)
    if any(len(texts) > 1 and span.start < span.end for span, texts in by_span.items()):
        return None
    # several texts may be inserted at one place, one behind the other
    ordered = tuple(Edit(span, "".join(by_span[span])) for span in sorted(by_span))
    for before, after in pairwise(ordered):
        if before.span.path == after.span.path and after.span.start < before.span.end:
            return None
    return ordered


def extended(path: Known[str], more: str, ctx: Context) -> tuple[Edit, ...]:
    """The edit that lets a path go on where it is used; empty when that can't be told.

    What a variable holds stays, for it may name other things too. Only texts of a shell can go on behind one.
    """
    span = path.via[0] if path.via else path.span
    if path.via and span.path.endswith(PROGRAMS):
        return ()
    text = ctx.text(span)
    bare = text.rstrip("\"'")
    whole = _WORD.fullmatch(bare.lstrip("\"'")) or bare.endswith("/" + posixpath.basename(path.value))
    open_ended = bare[-1:] == "." or (bare.endswith("*") and not bare.endswith("$*"))
    if not whole or open_ended or bare.endswith("/") == more.startswith("/"):
        return ()
    end = span.start + len(bare.encode())
    return (Edit(Span(span.path, end, end), more),)


def migrated_together(
    function: Function, project: Project, values: Callable[[Function], Iterable[Value[Any] | None]]
) -> tuple[Function, ...]:
    """The function and all others that a change of it reaches: through a shared literal, or a shared build."""
    joined = [function]
    for member in joined:
        slots = _slots(values(member))
        commands = _commands(member, project)
        joined += [
            other
            for other in project.infra.functions
            if other not in joined and (slots & _slots(values(other)) or commands & _commands(other, project))
        ]
    return tuple(joined)


def _commands(function: Function, project: Project) -> set[Span]:
    """The commands that build a function, and what names the binary; each may stand for several builds."""
    return {span for build in project.builds_of(function) for span in texts_of(build)}


def _slots(values: Iterable[Value[Any] | None]) -> set[Span]:
    return {value.slot.span for value in values if isinstance(value, Known) and value.slot is not None}


def inserted(slot: Slot, text: str) -> tuple[Edit, ...]:
    """The edit that puts text, already in the words of the dialect, into a slot."""
    return (Edit(slot.span, slot.before + text + slot.after), *slot.around)
