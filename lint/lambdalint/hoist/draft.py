"""One fix: what leaves the functions of a group of packages, what becomes of their callers, and all edits."""

from __future__ import annotations

import posixpath

from lambdalint.fix import Edit
from lambdalint.hoist.bounds import is_in_init
from lambdalint.hoist.closings import is_close
from lambdalint.hoist.companions import keep_open
from lambdalint.hoist.destination import in_init
from lambdalint.hoist.ground import Ground
from lambdalint.hoist.handing import Given, Handing
from lambdalint.hoist.hosts import Place
from lambdalint.hoist.imports import import_edits
from lambdalint.hoist.layout import Layout
from lambdalint.hoist.lazy import Lazy
from lambdalint.hoist.leftovers import Leftovers
from lambdalint.hoist.parameters import Parting, edits, partings
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.repair import Repair
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.text import indented, without
from lambdalint.model.code import GoFile
from lambdalint.source import Source

_ROUNDS = 5


class Draft:
    """The edits for some places. Values that move are followed into functions that get them.

    `banned` are functions, by key, into which they aren't followed, None for all. Raises RefusedError; where one of
    these functions is to blame, `banned` has it then.
    """

    def __init__(self, ground: Ground, places: list[Place], banned: set[str] | None) -> None:
        self._ground = ground
        self._code = ground.code
        self._sources = ground.project.sources
        self._places: dict[str, list[Place]] = {}
        for place in places:
            self._places.setdefault(place.function.outermost, []).append(place)
        self._removals: dict[str, Removal] = {}
        self._lazily: dict[str, list[Removal]] = {}
        self.edits: list[Edit] = []
        self.made: list[str] = []
        self._built: dict[str, Given] = {}
        self._banned = banned
        self._plan()
        self._write()

    @property
    def is_late(self) -> bool:
        """True where all is built when it is first needed."""
        return not self._removals

    # -- what leaves ---------------------------------------------------------------------------------------------------

    def _plan(self) -> None:
        ground = self._ground
        for key, places in self._places.items():
            removal = ground.removal(places[0].function, places)
            file = places[0].function.file
            if ground.is_lazy(self._code.files[file]):
                self._lazily.setdefault(file, []).append(removal)
            else:
                self._removals[key] = removal
        self._parted: list[Parting] = []
        if self._banned is not None and self._removals:
            self._hand_over(self._banned)
            self._parted = partings(self._removals, ground.callers, self._sources)
        self._alone()
        left = Leftovers(self._removals, ground.callers, ground.startup, self._sources, ground.empty)
        self._gone = left.found()
        self._repairs = {key: self._repair(removal) for key, removal in self._removals.items()}

    def _alone(self) -> None:
        """Raise RefusedError where a package variable that start-up would set gets another value elsewhere."""
        texts: dict[str, str] = {}
        movers: dict[str, set[str]] = {}
        for key, removal in self._removals.items():
            for step in (step for step in removal.steps.values() if not step.kept):
                text = " ".join(removal.source.text(node.span.start, node.span.end) for node in step.nodes)
                for name in (name for name in step.names if name.ref.startswith("var:")):
                    movers.setdefault(name.ref, set()).add(key)
                    if texts.setdefault(name.ref, text) != text:
                        raise RefusedError(name.span, f"{name.name} gets another value elsewhere")
        for ref, keys in movers.items():
            writers = {key.split("$")[0] for key in self._ground.variables.writers.get(ref, ())}
            for function in (self._code.functions[key] for key in sorted(writers - keys)):
                if function.name != "init":
                    variable = ref.rpartition(".")[2]
                    raise RefusedError(function.signature, f"{variable} gets another value in {function.label}")
            self._keep_open(ref)

    def _keep_open(self, ref: str) -> None:
        """Have no invocation close what a package variable keeps. Raises RefusedError."""
        for function in [r.function for path in self._code.paths for r in path.reached]:
            key = function.outermost
            if any(is_close(call, {ref}) for call in function.calls):
                if not function.first_party:
                    raise RefusedError(function.signature, f"{function.label} closes it")
                self._removals.setdefault(key, self._ground.empty(function))
                keep_open(self._removals[key], self._code, ref)

    def _hand_over(self, banned: set[str]) -> None:
        """Take in the functions that get what moves."""
        handing = Handing(self._code, self._ground.callers)
        built = self._built
        for _ in range(_ROUNDS):
            given = handing.of(self._removals, banned)
            new = {key: each for key, each in given.items() if set(each) != set(built.get(key, ()))}
            if not new:
                break
            for key, each in new.items():
                function = self._code.functions[key]
                try:
                    self._removals[key] = self._ground.removal(function, self._places.get(key, []), each)
                    built[key] = each
                except RefusedError:
                    banned.add(key)
        for key, each in handing.of(self._removals, banned).items():
            self._removals[key].handed = {ref: handed for ref, handed in each.items() if ref in built.get(key, ())}
        self._with_callers()

    def _with_callers(self) -> None:
        """Plans for all who call a function whose parameters may go."""
        for removal in list(self._removals.values()):
            if removal.handed or removal.passed:
                for site in self._ground.callers.of(removal.family.outermost) or ():
                    key = site.function.outermost
                    if key not in self._removals:
                        self._removals[key] = self._ground.empty(site.function)

    def _repair(self, removal: Removal) -> Repair:
        repair = Repair(removal, self._ground.startup, self._sources[removal.family.outermost.file])
        repair.run()
        return repair

    # -- where it goes -------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        order = self._in_order()
        changes: dict[str, list[Edit]] = {path: [] for path in self._lazily}
        changes |= {removal.family.outermost.file: [] for removal in order}
        layout = Layout(self._ground, changes)
        owners = _by_step(order)
        for removal in order:
            self._place(removal, layout, _owners(removal, owners))
        for removal in order:
            path = removal.family.outermost.file
            changes[path] += self._left(removal, self._sources[path])
        for parting in self._parted:
            for edit in edits(parting, self._ground.callers, self._removals, self._sources):
                changes[edit.span.path].append(edit)
        layout.settle()
        for path in sorted(changes):
            file, source = self._code.files[path], self._sources[path]
            lazy = path in self._lazily
            self.edits += indented(source, self._late(file, source, layout) if lazy else layout.edits(file, source))
        self.made += layout.made

    def _in_order(self) -> list[Removal]:
        """Those that hand something over before those that get it."""
        left = sorted(self._removals.values(), key=lambda removal: removal.family.outermost.span)
        owners = _by_step(left)
        found: list[Removal] = []
        while left:
            ready = [r for r in left if not any(owner in left for owner in _owners(r, owners))] or left[:1]
            found += ready
            left = [removal for removal in left if removal not in ready]
        return found

    def _place(self, removal: Removal, layout: Layout, owners: list[Removal]) -> None:
        """Give a function's steps to start-up."""
        key, path = removal.family.outermost.key, removal.family.outermost.file
        inside = [p.function for places in self._places.values() for p in places if is_in_init(p.function)]
        literal = min((function.span for function in inside if function.file == path), default=None)
        try:
            if removal.steps:
                layout.give(removal, literal, owners)
        except RefusedError:
            if key in self._built and self._banned is not None:
                self._banned.add(key)
            raise

    def _left(self, removal: Removal, source: Source) -> list[Edit]:
        """Edits of what stays of a function."""
        key = removal.family.outermost.key
        if key in self._gone:
            return without(source, [removal.family.outermost.span])
        return [*self._repairs[key].edits, *without(source, removal.cut())]

    def _late(self, file: GoFile, source: Source, layout: Layout) -> list[Edit]:
        """Edits of a file of a package that programs have which are no Lambda functions."""
        ground = self._ground
        lazy = Lazy(self._code, ground.startup, file, source, layout.used(file))
        found: list[Edit] = []
        for removal in self._lazily[file.path]:
            for step in removal.steps.values():
                if not ground.late:
                    there = in_init(ground.project, file, source)._replace(function=None)
                    ground.variables.ready(step.inputs.variables, file.package, step.value.span, there)
            found += lazy.add(removal)
        found = sorted([*found, *lazy.edits()], key=lambda edit: edit.span)
        self.made += lazy.made
        return [*found, *import_edits(file, source, found, lazy.needed)]


def _owners(removal: Removal, owners: dict[int, Removal]) -> list[Removal]:
    """Those whose steps a function gets."""
    handed = (each for given in removal.handed.values() for each in given)
    found = (owners.get(id(each.step)) for each in handed)
    return [owner for owner in found if owner is not None and owner is not removal]


def _by_step(removals: list[Removal]) -> dict[int, Removal]:
    return {id(step): removal for removal in removals for step in removal.steps.values()}


def folders(places: list[Place]) -> tuple[str, ...]:
    """The folders that some places are in."""
    return tuple(sorted({posixpath.dirname(place.function.file) for place in places}))
