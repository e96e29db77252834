"""How binaries are made: makefiles, shell scripts, Dockerfiles, and commands inside of infrastructure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence

from lambdalint.frontends.buildfiles import kind_of
from lambdalint.frontends.commands import shell
from lambdalint.frontends.commands.makefile import Makefile, default_name
from lambdalint.frontends.commands.makevalues import Variable
from lambdalint.frontends.commands.recipes import Run
from lambdalint.frontends.commands.scene import NESTING, Origin, Scene, Step, settle
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import Files, Text, computed, join, place, unknown, whole_file, written
from lambdalint.model.build import BuildFacts, CloudCall, Stage
from lambdalint.model.infra import Script, ScriptPiece
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Known

_WINDOWS = frozenset({"batch", "powershell"})
_WORTH = pattern(rb"(?i)\bgo(?:\.exe)?[ \t]+build\b|\baws(?:\.exe)?[ \t]+\w")
LARGEST = 1 << 18
"""Build files with more bytes are not written by people, and are not read."""

CALLS = 300
"""So many calls of other build files are followed from one of them."""


def read(
    reader: Callable[[str], bytes | None], paths: Sequence[str], scripts: Sequence[Script]
) -> tuple[BuildFacts, tuple[BrokenFile, ...]]:
    """All builds, zips and image stages of a project.

    `reader` gives the bytes of a path, `paths` are all files of the project, `scripts` commands that the
    infrastructure runs. Shell and make have no syntax that is surely wrong, so no file is reported as broken.
    """
    workshop = _Workshop(Files(_bounded(reader), paths))
    kinds = [(path, kind) for path in sorted(paths) if (kind := kind_of(path)) is not None]
    for path, kind in kinds:
        if kind != "pipeline":
            workshop.file(path, kind)
    for path, kind in kinds:
        if kind == "pipeline":  # what they call is read by itself, and stays as it is
            workshop.pipeline(path)
    for script in scripts:
        workshop.command(script)
    builds, zips = settle(workshop.steps, workshop.called)
    called = {s.event.span: s.event for s in workshop.steps if isinstance(s.event, CloudCall)}
    calls = tuple(c._replace(key=f"call:{span.path}:{span.start}") for span, c in called.items())
    return BuildFacts(tuple(builds), tuple(zips), tuple(workshop.stages), calls), ()


def _bounded(reader: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    def bounded(path: str) -> bytes | None:
        data = reader(path)
        return data if data is not None and len(data) <= LARGEST else None

    return bounded


class _Workshop:
    """Reads build files one after another, and those they call."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.steps: list[Step] = []
        self.called: set[tuple[str, str]] = set()
        self.stages: list[Stage] = []
        self._done: set[object] = set()
        self._calls = 0
        self._included: set[str] = set()

    def file(self, path: str, kind: str) -> None:
        """Read one file by itself."""
        self._calls = 0
        data = self.files.read(path)
        if data is None or b"\0" in data[:1000]:
            return
        if kind == "maybe":
            kind = "shell" if re.match(rb"#!.*\b(ba|da|z|k)?sh\b", data[:100]) else ""
        if kind == "make":
            self._makefile(path)
        elif kind == "docker":
            self._dockerfile(path)
        elif kind == "tasks":
            self._tasks(path, data)
        elif kind == "release":
            self._release(path, data)
        elif kind == "runner":
            self._runner(path, data)
        elif kind in _WINDOWS and _WORTH.search(data):
            self._windows(path, kind, data)
        elif kind == "shell" and re.search(rb"build|zip|make|aws ", data):
            self._guess(path, lambda scene, state: shell.run(scene, state, whole_file(path, data)))

    def _windows(self, path: str, kind: str, data: bytes) -> None:
        from lambdalint.frontends.commands import batch, powershell

        run = batch.run if kind == "batch" else powershell.run
        self._guess(path, lambda scene, state: run(scene, state, whole_file(path, data)))

    def _dockerfile(self, path: str) -> None:
        from lambdalint.frontends.commands.dockerfile import Dockerfile

        scene = Scene(self.files, self, Origin(path, "", False), self.steps)
        self.stages += Dockerfile(self.files, path, scene).read()

    def _tasks(self, path: str, data: bytes) -> None:
        from lambdalint.frontends.pipelines import taskfile

        tree = taskfile.parse(path, data)
        if tree is not None:
            self._guess(path, lambda scene, state: taskfile.run(scene, state, tree, data, self.called))

    def _runner(self, path: str, data: bytes) -> None:
        from lambdalint.frontends import taskrunners

        of = taskrunners.of_package if path.endswith(".json") else taskrunners.of_justfile
        for script in of(path, data):
            self.command(script)

    def _release(self, path: str, data: bytes) -> None:
        from lambdalint.frontends.pipelines import goreleaser

        scene = Scene(self.files, self, Origin(path, "", False), self.steps)
        goreleaser.run(scene, path, data)

    def _guess(self, path: str, run: Callable[[Scene, State], None]) -> None:
        """Run a file in the folder in which the paths it names exist: its own, or one above it."""
        folders: list[str | None] = [posixpath.dirname(path) or "."]
        while folders[-1] != ".":
            folders.append(posixpath.dirname(folders[-1] or "") or ".")
        called, done = self.called, self._done
        best: tuple[int, int, list[Step], set[tuple[str, str]]] | None = None
        for index, folder in enumerate([*folders, None]):
            self.called, self._done = set(), set(done)
            steps: list[Step] = []
            scene = Scene(self.files, self, Origin(path, "", False), steps)
            run(scene, State(path, folder))
            wrong = scene.missing_go if folder is not None else 0
            if wrong == 0 and (best is None or (scene.missing, index) < best[:2]) and (folder or best is None):
                best = (scene.missing, index, steps, self.called)
            if best is not None and best[0] == 0:
                break
        self.called, self._done = called, done
        if best is not None:
            base = len(self.steps)
            self.steps += [s._replace(recipe=s.recipe + base) for s in best[2]]
            self.called |= best[3]

    def pipeline(self, path: str) -> None:
        """The jobs of a service that builds. A call from there doesn't keep a file from counting by itself."""
        from lambdalint.frontends.pipelines import jobs, reading

        data = self.files.read(path)
        if data is None:
            return
        self._calls = 0
        called, done = self.called, self._done
        for job in reading.jobs_of(path, data):
            self.called, self._done = set(), set(done)
            jobs.run(job, path, self.files, self, self.steps)
        self.called, self._done = called, done

    # -- makefiles -----------------------------------------------------------------------------------------------

    def _makefile(self, path: str) -> None:
        if path in self._included:
            return
        if path.lower().endswith((".mk", ".mak")):
            self._guess(path, lambda scene, state: self._everything(scene, state, path))
        else:
            scene = Scene(self.files, self, Origin(path, "", False), self.steps)
            self._everything(scene, State(path, posixpath.dirname(path) or "."), path)

    def _everything(self, scene: Scene, state: State, path: str) -> None:
        makefile = Makefile(self.files, path, state.folder)
        makefile.load()
        self._included |= makefile.included
        Run(makefile, scene, State(path, state.folder), set()).everything()

    def make(self, scene: Scene, state: State, arguments: list[Field]) -> None:
        """`make [-C folder] [-f file] [name=value] [target]…`."""
        folder, name, goals, fixed = _make_arguments(state, arguments)
        located = scene.locate(folder) if folder is not None else None
        if located is None or goals is None or scene.depth > NESTING:
            return
        path = place(located, name) if name is not None else default_name(self.files, located)
        if path is None or path not in self.files.paths:
            return
        seen = {n: t.data for n, t in state.variables.items() if n in state.exported and n not in ("PWD", "OLDPWD")}
        key = (path, folder, tuple(goals), scene.stage, scene.host, *sorted({**seen, **_data(fixed)}.items()))
        self._calls += 1
        if key in self._done or self._calls > CALLS:
            return
        self._done.add(key)
        makefile = Makefile(self.files, path, folder)
        for variable in state.exported & state.variables.keys():
            makefile.scope.variables[variable] = Variable(state.variables[variable], False)
        for variable, text in fixed.items():
            makefile.scope.variables[variable] = Variable(text, False)
            makefile.scope.fixed.add(variable)
        makefile.load()
        inner = scene.elsewhere(Origin(path, "", True))
        inner.writable = scene.writable or scene.foreign  # a makefile is text of its own
        state.folder = folder
        run = Run(makefile, inner, state, self.called)
        default = run.default_goal
        run.goals(goals or ([default] if default is not None else []))
        scene.commands = inner.commands

    # -- scripts -------------------------------------------------------------------------------------------------

    def script(self, scene: Scene, state: State, path: str) -> None:
        """A script that another file runs, in the folder and with the variables it runs it with."""
        data = self.files.read(path)
        self._calls += 1
        if data is None or b"\0" in data[:1000] or scene.depth > NESTING or self._calls > CALLS or path in scene.active:
            return
        self.called.add((path, ""))
        inner = scene.elsewhere(Origin(path, "", True))
        inner.recipe, inner.active = len(inner.steps), scene.active | {path}
        shell.run(inner, state, whole_file(path, data))
        scene.commands = inner.commands

    def command(self, script: Script) -> None:
        """Commands of the infrastructure."""
        folder = script.folder.value if isinstance(script.folder, Known) else None
        state = State(script.span.path, folder)
        scene = Scene(self.files, self, Origin(script.span.path, script.deployment, False), self.steps)
        if script.host != "any":
            state.assign("GOOS", computed("linux", script.span), True)  # what the compiler takes in a container
        for name, value in script.environment:
            if isinstance(value, Known):
                spelled = _setting(value)
                state.assign(name, spelled, True)
                place = spelled.place()
                if value.slot is not None and place is not None:
                    scene.slots[place] = value.slot
            else:
                state.assign(name, unknown(value.span), True)
        scene.flag_slot, scene.apart = script.flag_slot, script.flag_slot is not None
        scene.room = script.room
        scene.functions = frozenset((script.function,) if script.function is not None else ())
        scene.recipe, scene.foreign = len(self.steps), True
        scene.writable = script.offset_exact or bool(script.lines or script.pieces)
        marks = {self.files.quote_before(place) for place in _places(script)}
        scene.single = b"'" in marks
        scene.writable = scene.writable and len(marks & {b"'", b'"'}) < 2
        if script.host != "any":
            # what a binary links against in the runtime's own image is there when it runs
            scene.host, scene.c_compiler = "linux", script.host != "lambda"
        shell.run(scene, state, _script_text(script))


def _setting(value: Known[str]) -> Text:
    """The text of a variable, at its place where that spells it: by itself, or between quotes."""
    data = value.value.encode("utf-8", "replace")
    more = value.span.end - value.span.start - len(data)
    if more == 0 or (more == 2 and value.slot is not None):
        return written(value.span.path, value.span.start + more // 2, data)
    return computed(data.decode("latin-1"), value.span)


def _places(script: Script) -> list[Span]:
    """Where the text of a script is written byte by byte between quotes."""
    pieces = [piece.span for piece in script.pieces if piece.exact]
    return [script.span] if script.offset_exact else pieces


def _script_text(script: Script) -> Text:
    data = script.text.encode("utf-8", "replace")
    span = script.span
    size = span.end - span.start
    if script.offset_exact and size <= len(data):
        exact = written(span.path, span.start, data[:size])
        behind = Span(span.path, span.end, span.end)
        return exact if size == len(data) else join((exact, computed(data[size:].decode("latin-1"), behind)))
    if script.pieces:
        return join(map(_piece, script.pieces))
    lines = data.split(b"\n")
    if len(lines) == len(script.lines):
        return join((_line(line, at, span) for line, at in zip(lines, script.lines, strict=True)), "\n")
    return computed(data.decode("latin-1"), span)


def _line(line: bytes, at: Span | None, whole: Span) -> Text:
    exact = at is not None and at.end - at.start == len(line)
    return written(at.path, at.start, line) if at is not None and exact else computed(line.decode("latin-1"), whole)


def _piece(piece: ScriptPiece) -> Text:
    data = piece.text.encode("utf-8", "replace")
    span = piece.span
    return written(span.path, span.start, data) if piece.exact else computed(data.decode("latin-1"), span)


def _data(texts: dict[str, Text]) -> dict[str, str]:
    return {name: text.data for name, text in texts.items()}


def _make_arguments(
    state: State, arguments: list[Field]
) -> tuple[str | None, str | None, list[str] | None, dict[str, Text]]:
    """Folder, file, targets (None when they aren't known) and variables."""
    folder, name = state.folder, None
    goals: list[str] = []
    fixed: dict[str, Text] = {}
    rest = list(arguments)
    loose = False
    while rest:
        field = rest.pop(0)
        data = field.data
        if data in ("-C", "--directory", "-f", "--file", "--makefile") and rest:
            value = rest.pop(0).data
            if data in ("-C", "--directory"):
                folder = place(folder, value)
            else:
                name = value
        elif data.startswith(("-C", "--directory=")):
            folder = place(folder, data.removeprefix("--directory=").removeprefix("-C"))
        elif match := re.match(r"(\w+)\s*:?=", data):
            fixed[match[1]] = field.text.cut(match.end(), len(data))
        elif data.startswith("-"):
            continue
        elif field.text.known:
            goals.append(data)
        else:
            loose = True  # flags of the caller, or a target that isn't known
    return folder, name, goals if goals or not loose else None, fixed
