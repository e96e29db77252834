"""How binaries are made: commands, archives and images. Paths are relative to the project root."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Value


class Goal(NamedTuple):
    """A text by which a rule of a makefile asks for what others make: `targets` are all that it stands for.

    `held` are the places of other texts that it is made of, behind variables; `spelt` those of them that spell a target
    as it is.
    """

    span: Span
    targets: tuple[str, ...]
    held: tuple[Span, ...] = ()
    spelt: tuple[tuple[str, Span], ...] = ()


class Mention(NamedTuple):
    """An argument of a later command that is a binary: as it is written at `span`, and as the command gets it."""

    span: Span
    command: str
    word: str


class Build(NamedTuple):
    """A command that compiles a Go program (`go build`).

    `span` is the command, from its first environment assignment to its last argument, in one logical line.
    `folder` is where it runs. `packages` are the main packages' folders (a pattern such as `./...` stays as written).
    `output` is the path of the binary, None without `-o`; `renamed` the name it has when it is packaged, where
    a later step (mv, cp, zip) renames it. `goos`, `goarch`, `cgo`, `tags` and `ldflags` are defaults (empty, with a
    slot that writes the variable or flag) where neither the command nor its surroundings set them; `host` says what
    the system then is: `linux` (a Linux image or runner) or `any`. `c_compiler` is False where the build image is
    known to lack one. `stage` is the key of the Stage the command runs in: `output` is then a path of the image
    (absolute), while `folder` and `packages` are still those of the project that were copied there. `output_slot`
    writes the name of the binary, relative to `folder`, where there is no `-o`. `placed` is the path to which the only
    later command moves or copies the binary, at the word that says so. `for_lambda` is True where the command
    itself says that the result is meant for Lambda: by its name, its tags, or because it is zipped. `pipeline` is True
    for a step of a service that builds: without more, it may only check that the program compiles. `files` are the Go
    files that the command names in place of a package. `asked` are the texts of a makefile that ask for the target
    whose recipe holds the command. `mentions` are where later commands of the same file name the binary, but for those
    that move or pack it. `functions` are the keys of those for whose packages alone the infrastructure runs the
    command; none where it doesn't say.
    """

    key: str
    label: str
    span: Span
    tool: str
    folder: Value[str]
    packages: tuple[Value[str], ...]
    output: Value[str] | None
    renamed: Value[str] | None
    goos: Value[str]
    goarch: Value[str]
    cgo: Value[str]
    tags: Value[tuple[str, ...]]
    ldflags: Value[str]
    host: str
    c_compiler: bool
    stage: str | None
    output_slot: Slot | None = None
    for_lambda: bool = False
    pipeline: bool = False
    placed: Known[str] | None = None
    files: frozenset[str] = frozenset()
    asked: tuple[Goal, ...] = ()
    mentions: tuple[Mention, ...] = ()
    functions: frozenset[str] = frozenset()


class Zip(NamedTuple):
    """A command that packs files. `sources` are paths of what goes in, `flat` drops their folders (`zip -j`).

    A binary that was moved or copied before is in `sources` with both its paths. `folder` is where the command runs,
    None where that isn't known. `flat_slot` makes the command drop folders, whatever text it is given. `moved` are the
    paths that later commands move or copy the zip to. `packs` are the keys of builds just before it, where what they
    wrote goes in: other builds that write the same paths are not in this zip.
    """

    key: str
    label: str
    span: Span
    sources: tuple[Value[str], ...]
    output: Value[str]
    flat: bool
    folder: str | None = None
    flat_slot: Slot | None = None
    moved: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


class Stage(NamedTuple):
    """A stage of a Dockerfile. `base` is the image as written (arguments expanded), `name` after `AS`.

    `copies` are (source, destination, stage it comes from or None). `final` is True for the stage that is built.
    `start_slot` writes what the image starts, in place of the command that it has now.
    """

    key: str
    label: str
    span: Span
    path: str
    name: str | None
    base: Value[str]
    platform: Value[str] | None
    copies: tuple[tuple[Value[str], Value[str], str | None], ...]
    environment: tuple[tuple[str, Value[str]], ...]
    entrypoint: Value[tuple[str, ...]] | None
    command: Value[tuple[str, ...]] | None
    final: bool
    start_slot: Slot | None = None


class CloudOption(NamedTuple):
    """An option of a command that calls a cloud service: `--name` and what follows it. `span` is the name's place.

    `pairs` are the members of a map (`Variables={A=b,…}`), None for what isn't written as one; `removals` is the text
    whose removal removes each, empty where it can't be removed. `entry` is the text whose removal removes the option
    with its values, None where that isn't plain. `patterns` are the values with `*` for each part that isn't known.
    """

    name: str
    values: tuple[Value[str], ...]
    span: Span
    pairs: tuple[tuple[Value[str], Value[str]], ...] | None = None
    removals: tuple[Span, ...] = ()
    entry: Span | None = None
    patterns: tuple[str, ...] = ()


class CloudCall(NamedTuple):
    """A command that deploys something or changes it: its operation and options, and the service as commands call it.

    `complete` is False when there may be options that aren't known. `folder` is where it runs. `slot` writes a further
    option, with its name.
    """

    key: str
    label: str
    span: Span
    operation: str
    options: tuple[CloudOption, ...]
    complete: bool
    folder: str | None
    slot: Slot | None = None
    service: str = "lambda"


class Binary(NamedTuple):
    """The file `bootstrap` at the root of a zip.

    `executable` is None where that can't be told. `loader` is the dynamic loader that the program asks for, empty for a
    static one; `glibc` the newest version of the GNU C library that it names.
    """

    executable: bool | None
    loader: str
    glibc: tuple[int, int] | None


class Artifact(NamedTuple):
    """A finished zip among the project's files: `size` bytes, `unpacked` bytes, and the `names` of its files."""

    path: str
    size: int
    unpacked: int
    names: tuple[str, ...]
    bootstrap: Binary | None


class BuildFacts(NamedTuple):
    """All that build files of the project say."""

    builds: tuple[Build, ...] = ()
    zips: tuple[Zip, ...] = ()
    stages: tuple[Stage, ...] = ()
    calls: tuple[CloudCall, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
