"""Rules of a makefile that ask for a binary by a text that doesn't spell its path."""

from __future__ import annotations

import posixpath
import re

from lambdalint.api import Build, Context, Edit, Goal, Known, Span, pattern
from lambdalint.data.runtimes import BOOTSTRAP
from lambdalint_rules.packaging._following import follows
from lambdalint_rules.packaging._obstacle import Obstacle

Edits = tuple[Edit, ...]

_REFERENCE = pattern(r"\$(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\{\w+\})")


def asked_for(build: Build, edits: Edits, deeper: bool, ctx: Context) -> Edits | Obstacle:
    """Edits that let rules ask for a binary under its new path, where `edits` don't do so yet.

    `deeper`: the old path becomes its folder.
    """
    found: Edits = ()
    for goal in build.asked:
        texts = (goal.span, *goal.held)
        if not _is_binary(goal, build) or any(text.contains(edit.span) for edit in edits for text in texts):
            continue
        named = ctx.text(goal.span) in goal.targets
        part = _by_name(goal, build, deeper, ctx) if named else _by_text(goal, build, deeper, ctx)
        if isinstance(part, Obstacle):
            return part
        found += part
    return found


def _is_binary(goal: Goal, build: Build) -> bool:
    """True where a rule asks for the binary itself, not for a target that is called alike."""
    return any(_is_path(target, goal, build) for target in goal.targets)


def _is_path(target: str, goal: Goal, build: Build) -> bool:
    path = posixpath.normpath(build.output.value) if isinstance(build.output, Known) else ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(goal.span.path), target)) == path


def _by_name(goal: Goal, build: Build, deeper: bool, ctx: Context) -> Edits:
    """A rule names the target, which goes by the new name too unless it is no more than a name."""
    name = goal.targets[0]
    edits: Edits = ()
    if isinstance(build.output, Known) and build.span.contains(build.output.span):
        data = ctx.project.sources[goal.span.path].data
        phony = rf"(?m)^\.PHONY[ \t]*:.*(?<![\w./-]){re.escape(name)}(?![\w./-])".encode()
        rules = list(re.finditer(rf"(?m)^{re.escape(name)}(?=[ \t]*:[^=])".encode(), data))
        if len(rules) != 1 or re.search(phony, data):
            return ()  # made anew each time from now on
        edits = (_follow(Span(goal.span.path, *rules[0].span()), name, deeper),)
    return (*edits, _follow(goal.span, name, deeper))


def _follow(place: Span, name: str, deeper: bool) -> Edit:
    return Edit(place, posixpath.join(name if deeper else posixpath.dirname(name), BOOTSTRAP))


def _by_text(goal: Goal, build: Build, deeper: bool, ctx: Context) -> Edits | Obstacle:
    """A function or variable of make stands for the target, and for others."""
    spelt = next((span for target, span in goal.spelt if _is_path(target, goal, build)), None)
    if spelt is not None:
        stays = _other_use(goal.span, ctx, may_follow=True)
        if stays is not None:
            return Obstacle(stays, "this needs the binary under its old name")
        return (_follow(spelt, ctx.text(spelt), deeper),)
    others = [b for b in ctx.project.builds.builds if b.span == build.span and goal in b.asked]
    whole = _REFERENCE.fullmatch(ctx.text(goal.span)) is not None
    if not deeper or not whole or len(others) < len(set(goal.targets)):
        return Obstacle(goal.span, "this asks for the binary under its old name")
    other = _other_use(goal.span, ctx) if goal.held else None
    if other is not None:
        return Obstacle(other, "this needs the binary under its old name")
    start, end = (Span(goal.span.path, at, at) for at in goal.span[1:])
    return (Edit(start, "$(addsuffix " + f"/{BOOTSTRAP},"), Edit(end, ")"))


def _other_use(use: Span, ctx: Context, may_follow: bool = False) -> Span | None:
    """Where else the variable is read that a rule names; `may_follow`: where that isn't done by what follows it."""
    source = ctx.project.sources[use.path]
    named = re.match(r"\$[({](\w+)", ctx.text(use))
    read = rf"\$[({{]{named[1]}\b" if named else "(?!)"
    for match in re.finditer(read.encode(), ctx.project.sources[use.path].data):
        span = Span(use.path, match.start(), match.end())
        start, end = source.line_bounds(source.line_of(span.start))
        before, after = source.text(start, span.start), source.text(span.end + 1, end)
        if not use.contains(span) and not (may_follow and follows(before, after, use.path, telling=True)):
            return span
    return None
