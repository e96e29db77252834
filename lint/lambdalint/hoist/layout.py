"""Where start-up happens for the functions of some packages: one block for each file and kind of place."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.fix import Edit
from lambdalint.hoist import failure
from lambdalint.hoist.block import Block
from lambdalint.hoist.destination import Destination, in_init
from lambdalint.hoist.ground import Ground
from lambdalint.hoist.imports import import_edits
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.model.code import GoFile
from lambdalint.source import Source, Span


class Layout:
    """Collects the blocks of one fix. `changes` are edits by file; they grow."""

    def __init__(self, ground: Ground, changes: dict[str, list[Edit]]) -> None:
        self._ground = ground
        self._code = ground.code
        self._sources = ground.project.sources
        self._changes = changes
        self._used: dict[str, set[str]] = {}
        self._blocks: dict[str, dict[str, Block]] = {}
        self._peers: dict[str, list[Block]] = {}
        self._homes: dict[int, Block] = {}
        self.made: list[str] = []

    def used(self, file: GoFile) -> set[str]:
        """Names that are given away in the package of a file; it grows."""
        return self._used.setdefault(file.package, set(self._ground.names(file.path)))

    # -- what comes in -------------------------------------------------------------------------------------------------

    def give(self, removal: Removal, literal: Span | None, owners: Iterable[Removal]) -> None:
        """Give a function's steps to the first place that takes them. Raises RefusedError.

        `literal` is of a function that an `init` makes a handler of. `owners` hand over what the steps need: in another
        file it is theirs that takes the steps, so that nothing depends on the order of files.
        """
        function = removal.family.outermost
        file, source = self._code.files[function.file], self._sources[function.file]
        blocks = self._blocks.setdefault(file.path, {})
        refused: RefusedError | None = None
        homes = dict.fromkeys(self._homes[id(owner)] for owner in owners if id(owner) in self._homes)
        for block in homes if all(block.file.path != file.path for block in homes) else ():
            try:
                self._add(block, removal)
                return
            except RefusedError as error:
                refused = error
        for there in self._ground.destinations(removal, file, source, literal):
            left = _left_there(removal, there)
            if left is not None:
                refused = RefusedError(left.value.span, "what it is built from is made at start-up already")
                continue
            name = there.kind + (there.struct.name if there.struct else "")
            if name not in blocks:
                if any(block.is_in(there.function) for block in blocks.values()):
                    continue
                blocks[name] = self._block(file, there)
            try:
                self._add(blocks[name], removal)
                return
            except RefusedError as error:
                refused = error
        raise refused or RefusedError(function.signature, "there is no place for it")

    def _add(self, block: Block, removal: Removal) -> None:
        block.add(removal, self._changes[removal.family.outermost.file])
        self._homes[id(removal)] = block

    def _block(self, file: GoFile, there: Destination) -> Block:
        block = self._new(file, there, self._beside(file))
        self._beside(file).append(block)
        return block

    def _new(self, file: GoFile, there: Destination, peers: list[Block]) -> Block:
        ground, source = self._ground, self._sources[file.path]
        return Block(self._code, ground.startup, ground.variables, file, source, self.used(file), there, peers)

    def _beside(self, file: GoFile) -> list[Block]:
        """The blocks of a package; those of files that nothing leaves show what their `init` functions have."""
        if file.package not in self._peers:
            peers = self._peers[file.package] = []
            for path in sorted(self._code.files):
                other = self._code.files[path]
                if other.package == file.package and path not in self._changes and path in self._sources:
                    there = in_init(self._ground.project, other, self._sources[path])
                    peers.append(self._new(other, there, []))
        return self._peers[file.package]

    # -- what comes out ------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Have earlier files declare what later ones need of theirs."""
        for path in sorted(self._blocks, reverse=True):
            for block in self._blocks[path].values():
                block.settle()

    def edits(self, file: GoFile, source: Source) -> list[Edit]:
        """All edits of a file."""
        blocks = self._blocks.get(file.path, {}).values()
        functions = [f for f in self._code.functions.values() if f.file == file.path]
        style = failure.style(file, functions, self._ground.names(file.path) - self._ground.imported(file))
        written = [edit for block in blocks for edit in block.edits(style)]
        found = _merged([*self._changes[file.path], *written])
        needed = {name for block in blocks for name in block.needed}
        self.made += [name for block in blocks for name in block.made]
        return [*found, *import_edits(file, source, found, needed)]


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
