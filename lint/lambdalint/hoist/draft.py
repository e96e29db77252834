"""One fix: what leaves the functions of a group of packages, what becomes of their callers, and all edits."""

from __future__ import annotations

import posixpath

from lambdalint.fix import Edit
from lambdalint.hoist import failure
from lambdalint.hoist.block import Block
from lambdalint.hoist.bounds import is_in_init
from lambdalint.hoist.destination import Destination, in_init
from lambdalint.hoist.ground import Ground
from lambdalint.hoist.handing import Given, Handing
from lambdalint.hoist.hosts import Place
from lambdalint.hoist.imports import import_edits
from lambdalint.hoist.lazy import Lazy
from lambdalint.hoist.leftovers import Leftovers
from lambdalint.hoist.parameters import Parting, edits, partings
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.repair import Repair
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.hoist.text import indented, without
from lambdalint.model.code import GoFile
from lambdalint.source import Source, Span

_ROUNDS = 5


class Draft:
    """The edits for some places. `follow`: values that move are followed into functions that get them.

    Raises RefusedError.
    """

    def __init__(self, ground: Ground, places: list[Place], follow: bool) -> None:
        self._ground = ground
        self._code = ground.code
        self._sources = ground.project.sources
        self._places: dict[str, list[Place]] = {}
        for place in places:
            self._places.setdefault(place.function.key.split("$")[0], []).append(place)
        self._removals: dict[str, Removal] = {}
        self._lazily: dict[str, list[Removal]] = {}
        self._blocks: dict[str, dict[str, Block]] = {}
        self._used: dict[str, set[str]] = {}
        self.edits: list[Edit] = []
        self.made: list[str] = []
        self._plan(follow)
        self._write()

    @property
    def is_late(self) -> bool:
        """True where all is built when it is first needed."""
        return not self._removals

    # -- what leaves ---------------------------------------------------------------------------------------------------

    def _plan(self, follow: bool) -> None:
        ground = self._ground
        for key, places in self._places.items():
            removal = ground.removal(places[0].function, places)
            file = places[0].function.file
            if ground.is_lazy(self._code.files[file]):
                self._lazily.setdefault(file, []).append(removal)
            else:
                self._removals[key] = removal
        if follow and self._removals:
            self._hand_over()
        self._parted: list[Parting] = partings(self._removals, ground.callers, self._sources) if follow else []
        left = Leftovers(self._removals, ground.callers, ground.startup, self._sources, ground.empty)
        self._gone = left.found()
        self._repairs = {key: self._repair(removal) for key, removal in self._removals.items()}

    def _hand_over(self) -> None:
        """Take in the functions that get what moves."""
        handing = Handing(self._code, self._ground.callers)
        banned: set[str] = set()
        built: dict[str, Given] = {}
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
                    key = site.function.key.split("$")[0]
                    if key not in self._removals:
                        self._removals[key] = self._ground.empty(site.function)

    def _repair(self, removal: Removal) -> Repair:
        repair = Repair(removal, self._ground.startup, self._sources[removal.family.outermost.file])
        repair.run()
        return repair

    # -- where it goes -------------------------------------------------------------------------------------------------

    def _write(self) -> None:
        files: dict[str, list[Edit]] = {path: [] for path in self._lazily}
        for removal in self._in_order():
            files.setdefault(removal.family.outermost.file, [])
        paths = sorted(files)
        for path in paths:
            self._place(path, files[path])
        for parting in self._parted:
            for edit in edits(parting, self._ground.callers, self._removals, self._sources):
                files[edit.span.path].append(edit)
        for path in reversed(paths):
            for block in self._blocks.get(path, {}).values():
                block.settle()
        for path in paths:
            file, source = self._code.files[path], self._sources[path]
            self.edits += indented(source, self._file(file, source, files[path]))

    def _in_order(self) -> list[Removal]:
        """Those that hand something over before those that get it."""
        left = sorted(self._removals.values(), key=lambda removal: removal.family.outermost.span)
        owners = {id(step): removal for removal in left for step in removal.steps.values()}
        found: list[Removal] = []
        while left:
            ready = [r for r in left if not any(owner in left for owner in _owners(r, owners))] or left[:1]
            found += ready
            left = [removal for removal in left if removal not in ready]
        return found

    def _place(self, path: str, changes: list[Edit]) -> None:
        """Give the steps of a file's functions to start-up."""
        file, source = self._code.files[path], self._sources[path]
        if path in self._lazily:
            changes += self._late(file, source)
            return
        here = [removal for removal in self._in_order() if removal.family.outermost.file == path]
        inside = [p.function.span for r in here for p in self._places.get(r.family.outermost.key, ())]
        inside = [
            p.function.span
            for r in here
            for p in self._places.get(r.family.outermost.key, ())
            if is_in_init(p.function)
        ]
        for removal in here:
            key = removal.family.outermost.key
            if removal.steps:
                self._give(removal, file, changes, min(inside, default=None))
            if key in self._gone:
                changes += without(source, [removal.family.outermost.span])
            else:
                changes += [*self._repairs[key].edits, *without(source, removal.cut())]

    def _give(self, removal: Removal, file: GoFile, changes: list[Edit], literal: Span | None) -> None:
        """Give a function's steps to the first destination that takes them. Raises RefusedError."""
        source = self._sources[file.path]
        blocks = self._blocks.setdefault(file.path, {})
        refused: RefusedError | None = None
        for there in self._ground.destinations(removal, file, source, literal):
            left = _left_there(removal, there)
            if left is not None:
                refused = RefusedError(left.value.span, "what it is built from is made at start-up already")
                continue
            name = there.kind + (there.struct.name if there.struct else "")
            if name not in blocks:
                if any(block.is_in(there.function) for block in blocks.values()):
                    continue
                blocks[name] = self._block(file, source, there)
            try:
                blocks[name].add(removal, changes)
                return
            except RefusedError as error:
                refused = error
        raise refused or RefusedError(removal.family.outermost.signature, "there is no place for it")

    def _block(self, file: GoFile, source: Source, there: Destination) -> Block:
        ground = self._ground
        used = self._used.setdefault(file.package, set(ground.names(file.path)))
        peers = [block for path, blocks in self._blocks.items() if path != file.path for block in blocks.values()]
        peers = [peer for peer in peers if peer.file.package == file.package]
        return Block(self._code, ground.startup, ground.variables, file, source, used, there, peers)

    def _late(self, file: GoFile, source: Source) -> list[Edit]:
        """Edits of a file of a package that programs have which are no Lambda functions."""
        ground = self._ground
        used = self._used.setdefault(file.package, set(ground.names(file.path)))
        lazy = Lazy(self._code, ground.startup, file, source, used)
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

    def _file(self, file: GoFile, source: Source, changes: list[Edit]) -> list[Edit]:
        if file.path in self._lazily:
            return changes
        blocks = self._blocks.get(file.path, {}).values()
        functions = [f for f in self._code.functions.values() if f.file == file.path]
        style = failure.style(file, functions, self._ground.names(file.path) - self._ground.imported(file))
        changes = _merged([*changes, *(edit for block in blocks for edit in block.edits(style))])
        needed = {name for block in blocks for name in block.needed}
        self.made += [name for block in blocks for name in block.made]
        return [*changes, *import_edits(file, source, changes, needed)]


def _owners(removal: Removal, owners: dict[int, Removal]) -> list[Removal]:
    """Those whose steps a function gets."""
    handed = (each for given in removal.handed.values() for each in given)
    found = (owners.get(id(each.step)) for each in handed)
    return [owner for owner in found if owner is not None and owner is not removal]


def _left_there(removal: Removal, there: Destination) -> Step | None:
    """A step that leaves the function that start-up goes into: it would be taken for one that is there."""
    if there.function is None or there.function.key != removal.family.outermost.key:
        return None
    before = there.statements()
    moved = (step for step in removal.steps.values() if not step.kept)
    return next((step for step in moved if any(s.span.contains(step.statement.span) for s in before)), None)


def _merged(edits: list[Edit]) -> list[Edit]:
    """Edits with those put together that insert at one place."""
    found: dict[Span, str] = {}
    for edit in edits:
        found[edit.span] = found.get(edit.span, "") + edit.text
    return [Edit(span, text) for span, text in found.items()]


def folders(places: list[Place]) -> tuple[str, ...]:
    """The folders that some places are in."""
    return tuple(sorted({posixpath.dirname(place.function.file) for place in places}))
