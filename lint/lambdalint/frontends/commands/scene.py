"""What commands of one build file leave behind, and the surroundings they run in."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Protocol

from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import Files
from lambdalint.model.build import Build, CloudCall, Goal, Mention, Zip
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

COMMANDS = 5000
"""So many commands of one file are followed; a file that needs more repeats itself."""

NESTING = 12
"""So deep are scripts, functions and makefiles followed that call one another."""


class Origin(NamedTuple):
    """The file, and the target in it, that a command was reached from. `called`: another file asks for it."""

    path: str
    target: str
    called: bool


class Move(NamedTuple):
    """A file that was moved, copied or linked. None: a path that isn't known. `word` is what says where it goes."""

    source: str | None
    target: str | None
    word: Known[str] | None = None


class Step(NamedTuple):
    """Something that happened, in order; `recipe` tells runs of commands apart.

    `binary` is where a build puts its program, also when it isn't told (then named after a file or folder); that which
    a command mentions.
    """

    origin: Origin
    recipe: int
    event: Build | Zip | Move | CloudCall | Mention
    binary: str | None = None


class Callers(Protocol):
    """How commands reach other build files."""

    def make(self, scene: Scene, state: State, arguments: list[Field]) -> None:
        """Run `make` with arguments."""

    def script(self, scene: Scene, state: State, path: str) -> None:
        """Run a script of the project with a state of its own."""


class Scene:
    """One run over a build file.

    `host` and `c_compiler` are what a Build says of them. `locate` finds a path of the place where commands run in
    the project (inside of an image these differ). `writable` is False where text can't be edited in place, `foreign`
    True where it stands inside of another language, `nested` where it stands inside of quotes. `missing` counts the
    folders that commands need and that aren't there, `missing_go` those of them that Go files were expected in.
    `active` are the functions and scripts that are running: one that calls itself isn't followed. `pipeline` is True
    for the steps of a service that builds, not for the files they call. `flag_slot` and `room` are those of a Script,
    `slots` write the values of its variables, by the place that spells each; `apart` is True where each of its words is
    a text of its own, so that nothing can be written between them. `single` is True where `foreign` commands stand
    between single quotes: theirs are double ones then. `asked` is that of a Build,
    `passed` True where another command gets the words, so that no variable can stand before them. `functions` are those
    of a Build.
    """

    def __init__(self, files: Files, callers: Callers, origin: Origin, steps: list[Step]) -> None:
        self.files = files
        self.callers = callers
        self.origin = origin
        self.steps = steps
        self.locate: Callable[[str], str | None] = lambda path: None if path.startswith("/") else path
        self.host = "any"
        self.c_compiler = True
        self.stage: str | None = None
        self.writable = True
        self.nested = False
        self.foreign = False
        self.single = False
        self.made: set[str] = set()
        self.binaries: set[str] = set()
        self.missing = 0
        self.missing_go = 0
        self.recipe = 0
        self.active: frozenset[str] = frozenset()
        self.commands = 0
        self.depth = 0
        self.pipeline = False
        self.flag_slot: Slot | None = None
        self.room: Callable[[str], Slot | None] | None = None
        self.slots: dict[Span, Slot] = {}
        self.apart = False
        self.asked: tuple[Goal, ...] = ()
        self.passed = False
        self.functions: frozenset[str] = frozenset()

    def under(self, origin: Origin) -> Scene:
        """The same surroundings for commands of another file or target."""
        other = Scene(self.files, self.callers, origin, self.steps)
        other.locate = self.locate
        other.host, other.c_compiler, other.stage = self.host, self.c_compiler, self.stage
        other.writable, other.made, other.binaries = self.writable, self.made, self.binaries
        other.recipe, other.commands, other.depth = self.recipe, self.commands, self.depth + 1
        other.active, other.pipeline, other.slots = self.active, self.pipeline, self.slots
        other.functions = self.functions
        return other

    def elsewhere(self, origin: Origin) -> Scene:
        """The surroundings for a file that is called: it is the same whichever service happens to call it."""
        other = self.under(origin)
        if self.pipeline:
            other.host, other.pipeline = "any", False
        return other

    def spend(self) -> bool:
        """Count a command; False when enough have been followed."""
        self.commands += 1
        return self.commands <= COMMANDS

    def add(self, event: Build | Zip | Move | CloudCall | Mention, binary: str | None = None) -> None:
        """Something happened."""
        if binary is not None:
            self.binaries.add(binary)
        self.steps.append(Step(self.origin, self.recipe, event, binary))

    def is_folder(self, path: str) -> bool:
        """True for folders of the project and for those a command made."""
        if path in self.made:
            return True
        found = self.locate(path)
        return found is not None and self.files.is_folder(found)

    def expect_folder(self, path: str) -> None:
        """Note when a folder that a command needs isn't there."""
        if not path.startswith("/") and not self.is_folder(path):
            self.missing += 1


def _path(value: Value[str] | None) -> str | None:
    return posixpath.normpath(value.value) if isinstance(value, Known) else None


def settle(steps: list[Step], called: set[tuple[str, str]]) -> tuple[list[Build], list[Zip]]:
    """Builds and zips with the names under which binaries are packed; what others call doesn't count by itself.

    A binary is followed through the steps of its own file.
    """
    steps = [s for s in steps if s.origin.called or (s.origin.path, s.origin.target) not in called]
    builds: list[tuple[Build, str | None]] = []
    zips: list[tuple[Zip, list[int]]] = []
    of_file: dict[str, list[Step]] = {}
    for step in steps:
        of_file.setdefault(step.origin.path, []).append(step)
    for some in of_file.values():
        moves = any(isinstance(s.event, Move) for s in some)
        written: dict[tuple[int, str | None], int] = {}
        for index, step in enumerate(some):
            if isinstance(step.event, Build):
                renamed, placed = _renamed(some, index, step.event) if moves else (None, None)
                if renamed is None and _starts_otherwise(some, step.binary):
                    renamed = Unknown(step.event.span, "a bootstrap of another kind is packed with the binary")
                written[step.recipe, step.binary] = len(builds)
                builds.append((step.event._replace(renamed=renamed, placed=placed), step.binary))
            elif isinstance(step.event, Zip):
                packed = _with_moves(some, index, step.event) if moves else step.event
                paths = [_path(source) for source in packed.sources]
                zips.append((packed, [written[step.recipe, p] for p in paths if p and (step.recipe, p) in written]))
            elif isinstance(step.event, Mention):
                at = written.get((step.recipe, step.binary))
                if at is not None:
                    build, binary = builds[at]
                    builds[at] = (build._replace(mentions=(*build.mentions, step.event)), binary)
    plain = [packed for packed, _ in zips]
    told, keys = _distinct([build._replace(for_lambda=_for_lambda(build, binary, plain)) for build, binary in builds])
    return told, _distinct_zips([z._replace(packs=tuple(dict.fromkeys(keys[n] for n in found))) for z, found in zips])


def _for_lambda(build: Build, binary: str | None, zips: list[Zip]) -> bool:
    """True for what is named as Lambda wants it, built with a tag of its library, or packed."""
    names = {posixpath.basename(p) for p in (binary, _path(build.renamed)) if p is not None}
    if "bootstrap" in names or (isinstance(build.tags, Known) and "lambda.norpc" in build.tags.value):
        return True
    return binary is not None and any(_path(s) == binary for z in zips for s in z.sources)


def _distinct(builds: list[Build]) -> tuple[list[Build], list[str]]:
    """Builds that differ, and for each of those given the key of the one that stands for it."""
    counts: dict[Span, int] = {}
    keys: list[str] = []
    found: dict[Build, Build] = {}
    for build in builds:
        bare = build._replace(
            key="",
            functions=frozenset(),
            goos=_bare(build.goos),
            goarch=_bare(build.goarch),
            cgo=_bare(build.cgo),
            ldflags=_bare(build.ldflags),
            tags=_bare_tags(build.tags),
        )
        if bare not in found:
            number = counts[build.span] = counts.get(build.span, 0) + 1
            found[bare] = build._replace(key=_key("build", build.span, number))
        same = found[bare]
        common = same.functions | build.functions if same.functions and build.functions else frozenset()
        found[bare] = same._replace(functions=common)
        keys.append(same.key)
    return list(found.values()), keys


def _bare(value: Value[str]) -> Value[str]:
    return value._replace(slot=None) if isinstance(value, Known) else value


def _bare_tags(value: Value[tuple[str, ...]]) -> Value[tuple[str, ...]]:
    return value._replace(slot=None) if isinstance(value, Known) else value


def _distinct_zips(zips: list[Zip]) -> list[Zip]:
    counts: dict[Span, int] = {}
    found: dict[Zip, Zip] = {}
    for packed in zips:
        if packed not in found:
            number = counts[packed.span] = counts.get(packed.span, 0) + 1
            found[packed] = packed._replace(key=_key("zip", packed.span, number))
    return list(found.values())


def _key(kind: str, span: Span, number: int) -> str:
    return f"{kind}:{span.path}:{span.start}" + (f"#{number}" if number > 1 else "")


def _starts_otherwise(steps: list[Step], binary: str | None) -> bool:
    """True when a binary is packed with a `bootstrap` that isn't the binary itself: a script that starts it."""
    if binary is None or posixpath.basename(binary) == "bootstrap":
        return False
    for step in steps:
        if isinstance(step.event, Zip):
            paths = {_path(s) or "" for s in step.event.sources}
            if binary in paths and any(posixpath.basename(p) == "bootstrap" for p in paths):
                return True
    return False


def _after(steps: list[Step], index: int, output: str) -> list[Step]:
    """What happens to a binary: the later steps of its recipe up to the next build of the same path."""
    first = steps[index]
    found = []
    for step in steps[index + 1 :]:
        if step.recipe != first.recipe:
            continue
        if isinstance(step.event, Build) and step.binary == output:
            break
        found.append(step)
    return found


_Ways = tuple[Value[str] | None, Known[str] | None]
"""The last name of a binary, and the place that says where it goes: see `Build.renamed` and `Build.placed`."""


def _renamed(steps: list[Step], index: int, build: Build) -> _Ways:
    """None for a binary that keeps its own name, Unknown when a move can't be followed."""
    output = steps[index].binary
    if output is None:
        return None, None
    nearby = _after(steps, index, output)
    elsewhere = [s for s in steps if s.recipe != steps[index].recipe]
    for some in (nearby, elsewhere):
        name, placed = _followed(some, output, build)
        if name is not None or placed is not None:
            return name, placed
    return None, None


def _followed(steps: list[Step], output: str, build: Build) -> _Ways:
    names = {output}
    packed: set[str] = set()
    found: list[Move] = []
    for step in steps:
        event = step.event
        if isinstance(event, Zip):
            packed |= names & {_path(s) or "" for s in event.sources}
        if not isinstance(event, Move):
            continue
        if event.source is None or (event.source in names and event.target is None):
            return Unknown(build.span, "where the binary is moved is not known"), None
        if event.source in names and event.target is not None and event.target not in names:
            names.add(event.target)
            found.append(event)
    targets = [move.target or "" for move in found]
    started = [f for f in targets if posixpath.basename(f) == "bootstrap"]
    chosen = [f for f in targets if f in packed] or started or targets
    if not chosen or output in packed:
        return None, None
    name = posixpath.basename(chosen[-1])
    placed = found[0].word if len(found) == 1 else None
    return (Known(name, build.span) if name != posixpath.basename(output) else None), placed


def _with_moves(steps: list[Step], index: int, packed: Zip) -> Zip:
    return _with_origins(steps, packed)._replace(moved=_destinations(steps[index + 1 :], packed))


def _destinations(later: list[Step], packed: Zip) -> tuple[str, ...]:
    """Where a zip is moved or copied to, until the next one is made at its place."""
    path = _path(packed.output)
    names = [path]
    for step in later if path is not None else ():
        event = step.event
        if isinstance(event, Zip) and len(names) > 1 and _path(event.output) == path:
            break
        if isinstance(event, Move) and event.target is not None and event.source in names and event.target not in names:
            names.append(event.target)
    return tuple(name for name in names[1:] if name is not None)


def _with_origins(steps: list[Step], packed: Zip) -> Zip:
    """A zip that also names the paths at which moved binaries were built, so that they are found in it."""
    sources = list(packed.sources)
    binaries = {s.binary for s in steps if s.binary is not None}
    moves = [s.event for s in steps if isinstance(s.event, Move) and s.event.source in binaries]
    known = {path for s in sources if (path := _path(s)) is not None}
    for source in packed.sources:
        path = _path(source)
        for move in moves:
            if path is None or move.source is None or move.target is None or move.source in known:
                continue
            if move.target == path or (path != "." and move.target.startswith(path.rstrip("/") + "/")):
                known.add(move.source)
                sources.append(Known(move.source, source.span))
    return packed._replace(sources=tuple(sources))
