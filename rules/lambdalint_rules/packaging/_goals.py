"""Rules of a makefile that ask for a binary by a text that doesn't spell its path."""

from __future__ import annotations

import posixpath
import re

from lambdalint.api import Build, Context, Edit, Known, Span, pattern
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._obstacle import Obstacle

Edits = tuple[Edit, ...]

_REFERENCE = pattern(r"\$(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\{\w+\})")


def asked_for(build: Build, edits: Edits, deeper: bool, ctx: Context) -> Edits | Obstacle:
    """Edits that let rules ask for a binary under its new path, where `edits` don't do so yet.

    `deeper`: the old path becomes its folder.
    """
    path = posixpath.normpath(build.output.value) if isinstance(build.output, Known) else ""
    found: Edits = ()
    for goal in build.asked:
        is_binary = any(f"/{path}".endswith("/" + posixpath.normpath(target)) for target in goal.targets)
        texts = (goal.span, *goal.held)
        if not is_binary or any(text.contains(edit.span) for edit in edits for text in texts):
            continue
        others = [b for b in ctx.project.builds.builds if b.span == build.span and goal in b.asked]
        whole = _REFERENCE.fullmatch(ctx.text(goal.span)) is not None
        if not deeper or not whole or len(others) < len(set(goal.targets)):
            return Obstacle(goal.span, "this asks for the binary under its old name")
        other = _other_use(goal.span, ctx) if goal.held else None
        if other is not None:
            return Obstacle(other, "this needs the binary under its old name")
        start, end = (Span(goal.span.path, at, at) for at in goal.span[1:])
        found += (Edit(start, "$(addsuffix " + f"/{BOOTSTRAP},"), Edit(end, ")"))
    return found


def _other_use(use: Span, ctx: Context) -> Span | None:
    """Where else the variable is read that a rule names."""
    named = re.match(r"\$[({](\w+)", ctx.text(use))
    read = rf"\$[({{]{named[1]}\b" if named else "(?!)"
    for match in re.finditer(read.encode(), ctx.project.sources[use.path].data):
        span = Span(use.path, match.start(), match.end())
        if not use.contains(span):
            return span
    return None
