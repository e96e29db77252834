"""All hoists of a project: from constructions to one fix for each package, or a reason for each that can't be done."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable

from lambdalint.fix import Applicability, Fix
from lambdalint.hoist.draft import Draft, folders
from lambdalint.hoist.ground import Ground
from lambdalint.hoist.hosts import Place
from lambdalint.hoist.memo import Memo
from lambdalint.hoist.obstacle import Obstacle
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.text import indented
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Expr
from lambdalint.model.gotypes import ERROR
from lambdalint.model.project import Project
from lambdalint.source import Span

_TRIES = 4


class Plan:
    """The fixes for a set of constructions. `constructs` tells what belongs to start-up once its inputs are there.

    `late`: nothing happens at start-up, each value is built when the first invocation needs it.
    """

    def __init__(self, project: Project, constructs: Callable[[Expr], bool], style: str, late: bool = False) -> None:
        self._style = style
        self._late = late
        self._project = project
        self._constructs = constructs
        self._ground = Ground(project, constructs, style, late)
        self._hosts = self._ground.hosts

    def fixes(self, places: Iterable[tuple[Expr, GoFunction]]) -> dict[Span, Fix | Obstacle]:
        """For each construction, by its span, the fix it shares with others of its package, or why there is none."""
        found: dict[Span, Fix | Obstacle] = {}
        hosts: dict[Span, list[Place]] = {}
        listed = list(places)
        for expression, function in listed:
            try:
                hosts[expression.span] = self._hosts.of(Place(expression, function))
            except RefusedError as refused:
                found[expression.span] = Obstacle(refused.span, refused.reason)
        for group in _groups(hosts):
            found |= self._together(group, hosts)
        left = [Place(*place) for place in listed if isinstance(found[place[0].span], Obstacle)]
        may_stay = [place for place in left if self._late or self._hosts.may_stay(place)]
        found |= self._whole([place for place in may_stay if not self._late])
        inside = {
            place.expression.span: [place] for place in may_stay if isinstance(found[place.expression.span], Obstacle)
        }
        for group in _groups(inside):
            found |= _fixed(self._together(group, inside))
        left = [place for place in left if isinstance(found[place.expression.span], Obstacle)]
        if left and not self._late:
            found |= _fixed(Plan(self._project, self._constructs, self._style, late=True).fixes(left))
        return found

    def _together(self, group: list[Span], hosts: dict[Span, list[Place]]) -> dict[Span, Fix | Obstacle]:
        """One fix for as many constructions of a group as go together."""
        try:
            return dict.fromkeys(group, self._fix([host for span in group for host in hosts[span]]))
        except RefusedError as refused:
            if len(group) == 1:
                return {group[0]: Obstacle(refused.span, refused.reason)}
        found: dict[Span, Fix | Obstacle] = {}
        chosen: list[Span] = []
        for span in group:
            try:
                fix = self._fix([host for s in (*chosen, span) for host in hosts[s]])
            except RefusedError as refused:
                found[span] = Obstacle(refused.span, refused.reason)
            else:
                chosen.append(span)
                found |= dict.fromkeys(chosen, fix)
        return found

    def _whole(self, places: list[Place]) -> dict[Span, Fix]:
        """Fixes that keep what a whole constructor gives, where moving only parts would leave it an error for show."""
        found: dict[Span, Fix] = {}
        for place in places:
            function = place.function
            if not any(result.type == ERROR for result in function.results):
                continue
            try:
                startup = self._ground.startup
                self._hosts.keeps_nothing(function)
                self._ground.bounds.whole(function, startup.function(function).variables)
                memo = Memo(self._project, startup, function, self._ground.names(function.file))
            except RefusedError:
                continue
            folder = posixpath.dirname(function.file)
            title = f"build {memo.name} once, when it is first needed"
            edits = indented(self._project.sources[function.file], memo.edits)
            found[place.expression.span] = Fix(title, tuple(edits), Applicability.UNSAFE, (folder,))
        return found

    def _fix(self, hosts: list[Place]) -> Fix:
        """The fix for some places, without what their functions hand over where that stands in the way."""
        draft: Draft | None = None
        banned: set[str] = set()
        for _ in range(_TRIES):
            before = len(banned)
            try:
                draft = Draft(self._ground, hosts, banned)
            except RefusedError:
                if len(banned) > before:
                    continue
            break
        draft = draft or Draft(self._ground, hosts, None)
        made = list(dict.fromkeys(draft.made))
        needed = "when they are first needed" if len(made) > 1 else "when it is first needed"
        title = f"build {_listed(made) if made else 'it'} once, {needed if draft.is_late else 'at start-up'}"
        edits = tuple(sorted(draft.edits, key=lambda edit: edit.span))
        return Fix(title, edits, Applicability.UNSAFE, folders(hosts))


def _fixed(found: dict[Span, Fix | Obstacle]) -> dict[Span, Fix]:
    return {span: outcome for span, outcome in found.items() if isinstance(outcome, Fix)}


def _groups(hosts: dict[Span, list[Place]]) -> list[list[Span]]:
    """Constructions that touch the same packages, together."""
    groups: list[tuple[set[str], list[Span]]] = []
    for span, places in hosts.items():
        packages = {place.function.package for place in places}
        spans = [span]
        for other in [g for g in groups if g[0] & packages]:
            packages |= other[0]
            spans = other[1] + spans
            groups.remove(other)
        groups.append((packages, spans))
    return [spans for _, spans in groups]


def _listed(made: list[str]) -> str:
    return made[0] if len(made) == 1 else f"{', '.join(made[:-1])} and {made[-1]}"
