"""`go build`: arguments and environment → Build."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends import text as texts
from lambdalint.frontends.commands import gopackages
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import UNKNOWN, Text, place, plain
from lambdalint.model.build import Build
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

_WITH_VALUE = frozenset(
    {"o", "p", "asmflags", "buildmode", "compiler", "gccgoflags", "gcflags", "installsuffix", "ldflags", "mod",
     "modfile", "overlay", "pgo", "pkgdir", "tags", "toolexec", "C", "covermode", "coverpkg", "exec"}
)  # fmt: skip
_NO_PROGRAM = frozenset({"c-archive", "c-shared", "plugin", "shared", "archive"})


class Call(NamedTuple):
    """A command as it was expanded. `span` covers it with its assignments, `own` holds those assignments."""

    span: Span
    fields: list[Field]
    own: dict[str, Text]
    state: State


class Arguments(NamedTuple):
    """What stands behind `go build`. `loose`: there may be more than what is written."""

    flags: dict[str, Text]
    packages: list[Field]
    loose: bool


def parse(fields: list[Field]) -> Arguments:
    """Flags and packages of a `go build`."""
    flags: dict[str, Text] = {}
    packages: list[Field] = []
    loose = False
    at = 0
    while at < len(fields):
        field = fields[at]
        at += 1
        match = None if packages else re.match(r"--?([A-Za-z]+)(=?)", field.data)
        if match and match[2]:
            flags[match[1]] = field.text.cut(match.end(), len(field.data))
        elif match and match[1] in _WITH_VALUE:
            if at < len(fields):
                flags[match[1]] = fields[at].text
                at += 1
        elif match:
            loose = loose or UNKNOWN in field.data
        elif field.loose:
            loose = True
        elif field.data:
            packages.append(field)
    return Arguments(flags, packages, loose)


def read(scene: Scene, call: Call, at: int) -> None:
    """Note the `go build` whose `go` is the field at `at` and whose `build` stands behind it."""
    call = _where_written(call)
    arguments = parse(call.fields[at + 2 :])
    flags = arguments.flags
    if _data(flags.get("buildmode")) in _NO_PROGRAM or _data(flags.get("o")) in ("/dev/null", "NUL"):
        return
    environment = Settings(scene, call, call.fields[at].text, call.fields[at + 1].text, call.fields[at + 2 :])
    folder = call.state.folder
    if "C" in flags and folder is not None:
        folder = place(folder, flags["C"].data)
    packages = tuple(gopackages.packages(scene, arguments.packages, arguments.loose, folder, call.span))
    output = _output(scene, call, arguments, folder, packages)
    binary = output.value if isinstance(output, Known) else None
    if output is None:
        binary = _default_binary(scene, arguments, folder, packages)
    more = arguments.loose or environment.more_flags()
    tags = environment.flag(flags, "tags", more)
    ldflags = environment.flag(flags, "ldflags", more)
    if _data(flags.get("compiler")) not in ("", "gc"):
        ldflags = Unknown(environment.words, "another compiler links the binary with flags of its own")
    note(
        scene, call, "go build", gopackages.located(scene, folder, call.span), packages, output, environment,
        split(tags), ldflags, binary,
        environment.output_slot() if output is None else None,
        frozenset(gopackages.named_files(scene, arguments.packages, folder)),
    )  # fmt: skip


def _where_written(call: Call) -> Call:
    """A command that a variable holds as a whole, with its words where that has them."""
    places = [piece.via for text in (*(f.text for f in call.fields), *call.own.values()) for piece in text.pieces]
    depth = 0
    while places and all(len(via) > depth and via[depth] == places[0][depth] for via in places):
        depth += 1
    if not depth:
        return call
    fields = [field._replace(text=field.text.without(depth)) for field in call.fields]
    return call._replace(fields=fields, own={name: text.without(depth) for name, text in call.own.items()})


def note(
    scene: Scene,
    call: Call,
    tool: str,
    folder: Value[str],
    packages: tuple[Value[str], ...],
    output: Value[str] | None,
    settings: Settings,
    tags: Value[tuple[str, ...]],
    ldflags: Value[str],
    binary: str | None,
    output_slot: Slot | None,
    files: frozenset[str] = frozenset(),
) -> None:
    """Note a command that compiles Go. `binary` is where what it makes lies, where `output` doesn't say so."""
    names = [p.value for p in packages if isinstance(p, Known)]
    label = f"{tool} of {names[0]}" if names and names[0] != "." else tool
    scene.add(
        Build(
            "", label, call.span, tool, folder, packages, output, None,
            settings.variable("GOOS"), settings.variable("GOARCH"), settings.variable("CGO_ENABLED"),
            tags, ldflags, scene.host, scene.c_compiler, scene.stage, output_slot,
            pipeline=scene.pipeline, files=files, asked=scene.asked, functions=scene.functions,
        ),
        binary,
    )  # fmt: skip


class Settings:
    """Where the values of a command come from when its arguments don't say them, and where they'd be written."""

    def __init__(self, scene: Scene, call: Call, go: Text, build: Text, rest: list[Field]) -> None:
        self.scene = scene
        self.call = call
        go_span, build_span = go.place() or call.span, build.place() or call.span
        whole = go_span.path == build_span.path and go_span.start <= build_span.end
        self.words = Span(go_span.path, go_span.start, build_span.end) if whole else go_span
        exact = scene.writable and not scene.apart and all(p.exact or p.via for p in (*go.pieces, *build.pieces))
        self._before = Slot(Span(self.words.path, self.words.start, self.words.start), "", " ", texts.spell)
        self._end = self._flags_start(rest)
        self._after_ok = exact and not scene.nested and self._end is not None and self._has_room(rest)
        self._before_ok = exact and not scene.passed

    def _has_room(self, rest: list[Field]) -> bool:
        """True where flags can follow the words: a variable that holds them may hold other flags, but no packages."""
        places = [field.text.place() for field in rest]
        held = sum(place is not None and place.start < self.words.end for place in places)
        return held == 0 or rest[held].data.startswith("-") if held < len(rest) else held == 0

    def _flags_start(self, rest: list[Field]) -> int | None:
        """The offset at which further flags can be written: `-C` and its folder have to be the first."""
        first = re.match(r"--?C(=|$)", rest[0].data) if rest else None
        if first is None:
            return self.words.end
        folder = rest[0 if first[1] else 1 :][:1]
        place = folder[0].text.place() if folder else None
        if place is None or place.path != self.words.path or place.start < self.words.end:
            return None
        text, end = self.scene.files.read(place.path) or b"", place.end
        quote = text[end : end + 1]
        if quote in (b'"', b"'") and text[place.start - 1 : place.start] == quote:
            end += 1
        return end if text[end : end + 1] in (b"", b" ", b"\t", b"\r", b"\n") else None

    def fixed(self) -> None:
        """Let no value be written: the tool has ways of its own to take them."""
        self._before_ok = self._after_ok = False

    def variable(self, name: str) -> Value[str]:
        """A variable of the environment as the command sees it."""
        found = self.call.own.get(name)
        files = self.scene.files if self.scene.writable else None
        state = self.call.state
        if found is None and name in state.exported:
            found = state.variables.get(name)
            if found is None:
                return Unknown(self.words, f"{name} comes from the surroundings of the build")
        if found is not None:
            said = texts.value(found, self.words, files)
            slot = self.scene.slots.get(said.span)
            return said._replace(slot=slot) if isinstance(said, Known) and said.slot is None else said
        if state.tainted:
            return Unknown(self.words, f"{name} may be set by a file that isn't part of the project")
        slot = self._before._replace(before=f"{name}=") if self._before_ok else None
        if slot is None and self.scene.room is not None:
            slot = self.scene.room(name)
        return Known("", self.words, slot, True)

    def output_slot(self) -> Slot | None:
        """Where `-o` can be written when it isn't given."""
        return Slot(self._after(), " -o ", "", texts.spell) if self._after_ok else None

    def _after(self) -> Span:
        end = self.words.end if self._end is None else self._end
        return Span(self.words.path, end, end)

    def more_flags(self) -> bool:
        """True when flags may come from `GOFLAGS` that can't be read."""
        flags = self.variable("GOFLAGS")
        return isinstance(flags, Unknown)

    def flag(self, flags: dict[str, Text], name: str, more: bool) -> Value[str]:
        """The value of a flag; a default when it isn't given."""
        files = self.scene.files if self.scene.writable else None
        if name in flags:
            return texts.value(flags[name], self.words, files)
        general = self.variable("GOFLAGS")
        if isinstance(general, Known) and (match := re.search(rf"(?:^|\s)--?{name}=(\S+)", general.value)):
            return Known(match[1], general.span)
        if more:
            return Unknown(self.words, f"-{name} may come with flags that aren't known")
        spelling = texts.single if self.scene.foreign and not self.scene.single else texts.quoted
        slot = Slot(self._after(), f" -{name}=", "", spelling) if self._after_ok else self._elsewhere(name)
        return Known("", self.words, slot, True)

    def _elsewhere(self, name: str) -> Slot | None:
        """Where the flags of a command that a tool makes up are written."""
        slot = self.scene.flag_slot
        if slot is None:
            return None
        spelled = slot.spell
        return slot._replace(spell=lambda value: spelled(f"-{name} {texts.quoted(value)}"))


def _data(text: Text | None) -> str:
    return text.data if text is not None else ""


def split(value: Value[str]) -> Value[tuple[str, ...]]:
    """The tags that a flag names."""
    if isinstance(value, Unknown):
        return value
    return Known(tuple(re.split(r"[,\s]+", value.value)) if value.value else (), *value[1:])


def _output(
    scene: Scene, call: Call, arguments: Arguments, folder: str | None, packages: tuple[Value[str], ...]
) -> Value[str] | None:
    given = arguments.flags.get("o")
    if given is None:
        return Unknown(call.span, "-o may come with flags that aren't known") if arguments.loose else None
    said = texts.value(given, call.span, scene.files if scene.writable else None)
    path = place(folder, given.data)
    if isinstance(said, Unknown) or path is None:
        return Unknown(said.span, "the path of the binary isn't known")
    path = plain(path)
    slashed = given.data.endswith("/")
    if not slashed and not scene.is_folder(path):
        return said._replace(value=path)
    first = packages[0]
    if len(packages) > 1 or not isinstance(first, Known) or first.value.endswith("..."):
        return said._replace(value=path + "/", slot=None)
    name = _default_name(scene, arguments, first.value)
    if name is None:
        return Unknown(said.span, "the name of the binary isn't known")
    return said._replace(value=posixpath.join(path, name), slot=None)


def _default_name(scene: Scene, arguments: Arguments, package: str) -> str | None:
    """How the go command names a binary: after the first file, or the last part of the import path."""
    first = arguments.packages[0].data if arguments.packages else ""
    if first.endswith(".go") and "*" not in first:
        return plain(posixpath.basename(first).removesuffix(".go"))
    if scene.files.read("go.mod" if package == "." else f"{package}/go.mod") is not None:
        module = gopackages.module_of(scene.files, package)
        return re.sub(r"/v\d+$", "", module[1]).rsplit("/", 1)[-1] if module else None
    return posixpath.basename(package) if package not in (".", "") else None


def _default_binary(
    scene: Scene, arguments: Arguments, folder: str | None, packages: tuple[Value[str], ...]
) -> str | None:
    package = packages[0]
    if len(packages) > 1 or not isinstance(package, Known) or package.value.endswith("...") or folder is None:
        return None
    name = _default_name(scene, arguments, package.value)
    found = place(folder, name) if name is not None else None
    return plain(found) if found is not None else None
