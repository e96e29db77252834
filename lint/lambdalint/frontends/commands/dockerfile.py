"""Dockerfiles: stages with their images, copies and variables, and the commands they run."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends import spell
from lambdalint.frontends import text as texts
from lambdalint.frontends.commands import shell
from lambdalint.frontends.commands.dockerlines import Instruction, instructions
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Expander, Field, State
from lambdalint.frontends.text import Files, Text, computed, join, place, plain, unknown, whole_file
from lambdalint.model.build import Stage, Zip
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import bash
from lambdalint.value import Known, Slot, Unknown, Value

_PLATFORM_ARGUMENTS = pattern(r"(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)")
_COMPILER = pattern(r"\bapk\b.*\badd\b.*\b(gcc|g\+\+|build-base|musl-dev|alpine-sdk|clang|zig)\b", re.DOTALL)


class _Copied(NamedTuple):
    """A path in the image, and what of the project lies there."""

    inside: str
    source: str


class _Stage:
    """A stage as it is read."""

    def __init__(self, name: str | None, state: State) -> None:
        self.name = name
        self.state = state
        self.environment: dict[str, Value[str]] = {}
        self.copied: list[_Copied] = []
        self.copies: list[tuple[Value[str], Value[str], str | None]] = []
        self.entrypoint: Value[tuple[str, ...]] | None = None
        self.command: Value[tuple[str, ...]] | None = None
        self.starts: Span | None = None
        self.c_compiler = True
        self.host = "linux"
        self.key = ""
        self.record: tuple[Span, Value[str], Value[str] | None] | None = None

    def follow(self, base: _Stage) -> None:
        """Start where another stage ended."""
        self.state = base.state.copy()
        self.environment = dict(base.environment)
        self.copied = list(base.copied)
        self.entrypoint, self.command = base.entrypoint, base.command
        self.c_compiler, self.host = base.c_compiler, base.host


class Dockerfile:
    """Reads one Dockerfile; its commands run in `scene`."""

    def __init__(self, files: Files, path: str, scene: Scene) -> None:
        self.files = files
        self.path = path
        self.scene = scene
        self.stages: list[_Stage] = []
        self.globals = State(path, "/")
        data = files.read(path) or b""
        self.instructions = instructions(whole_file(path, data))
        self.context = self._context()

    def read(self) -> list[Stage]:
        """The stages in order; the last one is final."""
        for instruction in self.instructions:
            if instruction.word == "FROM":
                self._from(instruction)
            elif not self.stages:
                if instruction.word == "ARG":
                    self._argument(self.globals, instruction)
            else:
                self._instruction(self.stages[-1], instruction)
        found = []
        for index, stage in enumerate(self.stages):
            if stage.record is not None:
                span, base, platform = stage.record
                label = stage.name or (base.value if isinstance(base, Known) else f"stage {index}")
                found.append(
                    Stage(
                        stage.key, label, span, self.path, stage.name, base, platform, tuple(stage.copies),
                        tuple(stage.environment.items()), stage.entrypoint, stage.command,
                        index == len(self.stages) - 1,
                        Slot(stage.starts, "ENTRYPOINT ", "", spell.as_json) if stage.starts is not None else None,
                    )
                )  # fmt: skip
        return found

    # -- words ---------------------------------------------------------------------------------------------------

    def _fields(self, text: Text, state: State) -> list[Field]:
        """The words of an instruction; a list in JSON has its strings as words."""
        if text.data.lstrip().startswith("["):
            return [Field(text.cut(m.start(1), m.end(1))) for m in re.finditer(r'"((?:[^"\\]|\\.)*)"', text.data)]
        words = re.finditer(r"(?:[^\s\"'\\]|\\.|\"[^\"]*\"|'[^']*')+", text.data)
        return [Field(self._expanded(text.cut(m.start(), m.end()), state)) for m in words]

    def _expanded(self, text: Text, state: State) -> Text:
        """One word with its quotes and variables resolved."""
        prefix = "X="
        span = text.place()
        if span is None:
            return text
        whole = join([computed(prefix, span), text])
        commands = bash.parse(whole.data.encode("latin-1", "replace"))
        if len(commands) == 1 and isinstance(commands[0], bash.Simple) and len(commands[0].assignments) == 1:
            value = commands[0].assignments[0].value
            if value is not None and value.end == len(whole.data):
                return Expander(whole, state, _nothing).whole(value)
        return text if "$" not in text.data else unknown(span)

    # -- instructions --------------------------------------------------------------------------------------------

    def _from(self, instruction: Instruction) -> None:
        fields = self._fields(instruction.text, self.globals)
        flags = [f for f in fields if f.data.startswith("--")]
        words = fields[len(flags) :]
        if not words:
            return
        image = words[0].text
        name = words[2].data if len(words) > 2 and words[1].data.lower() == "as" else None
        stage = _Stage(name, State(self.path, "/"))
        base = next((s for s in self.stages if s.name is not None and s.name.lower() == image.data.lower()), None)
        if base is not None:
            stage.follow(base)
        elif image.known:
            self._image(stage, image.data, instruction.whole)
        value = texts.value(image, instruction.whole, self.files)
        if isinstance(value, Known) and value.slot is None:
            value = value._replace(slot=Slot(image.place() or instruction.whole, "", "", texts.spell))
        platform = None
        for flag in flags:
            if flag.data.startswith("--platform="):
                platform = texts.value(flag.text.cut(11, len(flag.data)), instruction.whole, self.files)
        stage.key = f"stage:{self.path}:{instruction.whole.start}"
        stage.record = (instruction.whole, value, platform)
        self.stages.append(stage)

    def _image(self, stage: _Stage, image: str, span: Span) -> None:
        repository = image.split("@")[0].rsplit(":", 1)[0]
        stage.c_compiler = "alpine" not in image
        stage.host = "any" if re.search(r"nanoserver|windowsservercore|/windows", image) else "linux"
        if repository.rsplit("/", 1)[-1] == "golang":
            stage.state.folder = "/go"
        elif re.search(r"(^|/)lambda/", repository):
            stage.state.folder = "/var/task"
            stage.state.assign("LAMBDA_TASK_ROOT", computed("/var/task", span), True)
            stage.state.assign("LAMBDA_RUNTIME_DIR", computed("/var/runtime", span), True)

    def _instruction(self, stage: _Stage, instruction: Instruction) -> None:
        word, text = instruction.word, instruction.text
        if word == "ARG":
            self._argument(stage.state, instruction)
        elif word == "ENV":
            self._environment(stage, text)
        elif word == "WORKDIR":
            fields = self._fields(text, stage.state)
            stage.state.folder = place(stage.state.folder, fields[0].data) if fields else stage.state.folder
        elif word in ("COPY", "ADD"):
            self._copy(stage, instruction)
        elif word == "RUN":
            self._run(stage, instruction)
        elif word == "ENTRYPOINT":
            stage.entrypoint, stage.command = self._started(stage, instruction), None
            stage.starts = instruction.whole
        elif word == "CMD":
            stage.command = self._started(stage, instruction)
            stage.starts = instruction.whole

    def _argument(self, state: State, instruction: Instruction) -> None:
        for field in self._fields(instruction.text, state):
            name, equals, _ = field.data.partition("=")
            if _PLATFORM_ARGUMENTS.fullmatch(name) or not re.fullmatch(r"\w+", name):
                continue
            if equals:
                state.assign(name, field.text.cut(len(name) + 1, len(field.data)), True)
            elif name in self.globals.variables and state is not self.globals:
                state.assign(name, self.globals.variables[name], True)
            else:
                state.exported.add(name)

    def _environment(self, stage: _Stage, text: Text) -> None:
        old = re.match(r"(\w+)[ \t]+(?![=])", text.data)
        if old and "=" not in text.data.split(None, 1)[0]:
            rest = text.cut(old.end(), len(text.data))
            words = [f.text for f in self._fields(rest, stage.state)]
            pairs = [(old[1], words[0] if len(words) == 1 else join(words, " "))]
        else:
            pairs = []
            for field in self._fields(text, stage.state):
                name, equals, _ = field.data.partition("=")
                if equals:
                    pairs.append((name, field.text.cut(len(name) + 1, len(field.data))))
        place_ = text.place()
        for name, value in pairs:
            stage.state.assign(name, value, True)
            if place_ is not None:
                stage.environment[name] = texts.value(value, place_, self.files)

    def _started(self, stage: _Stage, instruction: Instruction) -> Value[tuple[str, ...]]:
        span = instruction.text.place() or instruction.whole
        if instruction.text.data.lstrip().startswith("["):
            fields = self._fields(instruction.text, stage.state)
            return Known(tuple(plain(f.data) for f in fields), span)
        if "$" in instruction.text.data:
            return Unknown(span, "the command holds variables")
        return Known(("/bin/sh", "-c", plain(instruction.text.data)), span)

    # -- files ---------------------------------------------------------------------------------------------------

    def _sources(self, instruction: Instruction) -> list[str]:
        """What a COPY takes from the context, as written."""
        fields = self._fields(instruction.text, self.globals)
        if any(f.data.startswith("--from=") for f in fields) or instruction.bodies:
            return []
        words = [f.data for f in fields if not f.data.startswith("--") and f.text.known]
        return [w.lstrip("/") or "." for w in words[:-1] if "://" not in w]

    def _context(self) -> str | None:
        """The folder the image is built from: the nearest one that holds all that is copied out of it."""
        wanted = [s for i in self.instructions if i.word in ("COPY", "ADD") for s in self._sources(i)]
        mounted = [i for i in self.instructions if i.word == "RUN" and "type=bind" in i.text.data]
        whole = any(place("", w) == "." for w in wanted) or bool(mounted)
        folder = posixpath.dirname(self.path) or "."
        candidates = [folder]
        while candidates[-1] != ".":
            candidates.append(posixpath.dirname(candidates[-1]) or ".")
        fitting = [c for c in candidates if all(self._exists(c, w) for w in wanted)]
        if whole:
            modules = [c for c in fitting if (c + "/go.mod").removeprefix("./") in self.files.paths]
            fitting = modules[:1] or fitting
        return fitting[0] if fitting else None

    def _exists(self, folder: str, source: str) -> bool:
        if "*" in source or "?" in source:
            return source.rstrip("*").endswith(("go.sum", "go.")) or bool(self.files.glob(folder, source))
        path = place(folder, source)
        return path is not None and (path in self.files.paths or self.files.is_folder(path))

    def _copy(self, stage: _Stage, instruction: Instruction) -> None:
        fields = self._fields(instruction.text, stage.state)
        given = next((f.data[7:] for f in fields if f.data.startswith("--from=")), None)
        words = [f for f in fields if not f.data.startswith("--")]
        if len(words) < 2 or instruction.bodies:
            return
        target = place(stage.state.folder, words[-1].data)
        origin = self._named(given) if given is not None else None
        end = texts.value(words[-1].text, instruction.whole)
        slash = "/" if words[-1].data.endswith("/") and target not in (None, "/") else ""
        if isinstance(end, Known):
            end = end._replace(value=target + slash) if target is not None else Unknown(end.span, "a path")
        for field in words[:-1]:
            source = texts.value(field.text, instruction.whole)
            path = self._source_path(field, given, stage)
            if isinstance(source, Known):
                source = source._replace(value=plain(path)) if path else Unknown(source.span, "outside of the context")
            stage.copies.append((source, end, origin.name or given if origin is not None else given))
            if target is not None and path is not None and (given is None or origin is not None):
                several = len(words) > 2 or bool(slash)
                for each in self._files_of(path, origin):
                    inside = target
                    if not self.files.is_folder(each) and (several or words[-1].data in (".", "./") or "*" in path):
                        inside = posixpath.join(target, posixpath.basename(each))
                    stage.copied.append(_Copied(inside, each))

    def _source_path(self, field: Field, given: str | None, stage: _Stage) -> str | None:
        del stage
        if given is not None:
            return place("/", field.data)
        return place(self.context, field.data.lstrip("/") or ".") if self.context is not None else None

    def _files_of(self, path: str, origin: _Stage | None) -> list[str]:
        if origin is not None:
            found = _located(self.files, origin.copied, path)
            return [found] if found is not None else []
        if "*" in path:
            return [m for f in self.files.glob(".", path) if (m := place(".", f)) is not None]
        return [path]

    def _named(self, name: str) -> _Stage | None:
        if name.isdigit():
            return self.stages[int(name)] if int(name) < len(self.stages) else None
        return next((s for s in self.stages if s.name is not None and s.name.lower() == name.lower()), None)

    # -- commands ------------------------------------------------------------------------------------------------

    def _run(self, stage: _Stage, instruction: Instruction) -> None:
        text = instruction.text
        copied = list(stage.copied)
        while match := re.match(r"\s*--(\w+)=(\S+)\s*", text.data):
            if match[1] == "mount" and "type=bind" in match[2] and "from=" not in match[2]:
                self._mount(stage, match[2])
            text = text.cut(match.end(), len(text.data)) if match.end() < len(text.data) else Text()
        if instruction.bodies and re.match(r"\s*<<", text.data):
            text = instruction.bodies[0]
        elif text.data.lstrip().startswith("["):
            fields = self._fields(text, stage.state)
            span = text.place() or instruction.whole
            text = join([join([computed("'", span), f.text, computed("'", span)]) for f in fields], " ")
        if not stage.c_compiler and _COMPILER.search(text.data):
            stage.c_compiler = True
        scene = self.scene.under(self.scene.origin)
        scene.depth = self.scene.depth
        scene.host, scene.c_compiler, scene.stage = stage.host, stage.c_compiler, stage.key
        scene.locate = lambda path: _located(self.files, stage.copied, path)
        state = stage.state.copy()
        first = len(scene.steps)
        shell.run(scene, state, text)
        for index, step in enumerate(scene.steps[first:], first):
            if isinstance(step.event, Zip):
                scene.steps[index] = step._replace(event=_with_origins(step.event, stage))
        self.scene.commands = scene.commands
        stage.copied = copied

    def _mount(self, stage: _Stage, options: str) -> None:
        values = dict(o.partition("=")[::2] for o in options.split(","))
        target = values.get("target") or values.get("dst") or values.get("destination") or ""
        source = values.get("source") or values.get("src") or "."
        inside = place(stage.state.folder, target)
        outside = place(self.context, source) if self.context is not None else None
        if inside is not None and outside is not None:
            stage.copied.append(_Copied(inside, outside))


def _nothing(body: tuple[bash.Command, ...]) -> Text | None:
    """What a substitution prints: instructions beside RUN have none."""
    del body
    return None


def _with_origins(packed: Zip, stage: _Stage) -> Zip:
    """A zip that also names the paths that its files have in the stages they were copied from."""
    sources = list(packed.sources)
    for source in packed.sources:
        path = posixpath.normpath(source.value) if isinstance(source, Known) else ""
        for origin, target, given in stage.copies:
            if given is None or not path or not isinstance(origin, Known) or not isinstance(target, Known):
                continue
            inside = posixpath.join(target.value, posixpath.basename(origin.value))
            if any(f"{posixpath.normpath(place)}/".startswith(f"{path}/") for place in (target.value, inside)):
                sources.append(Known(origin.value, source.span))
    return packed._replace(sources=tuple(dict.fromkeys(sources)))


def _located(files: Files, copied: list[_Copied], path: str) -> str | None:
    """What of the project lies at a path of the image."""
    for inside, source in reversed(copied):
        if path == inside or path.startswith(inside.rstrip("/") + "/"):
            rest = path[len(inside) :].strip("/")
            found = place(source, rest or ".")
            if found is not None and (found in files.paths or files.is_folder(found)):
                return found
    for inside, source in reversed(copied):
        if posixpath.dirname(inside) == path and inside.endswith((".go", "/go.mod")):
            return posixpath.dirname(source) or "."
    return None
