"""Lambda functions: their package, environment, image, settings and logs."""

from __future__ import annotations

from lambdalint.fix import Edit
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Secret, Slot, Value


class EnvironmentEntry(NamedTuple):
    """One variable of a function. `entry` is the text whose removal removes it, with its line where it has
    its own; empty where it can't be removed (a computed key). `around` are edits that go with the removal, so that the
    other entries stay aligned. `target` is the key of the queue, topic, stream, table or bucket that the value names.
    """

    key: Known[str]
    value: Value[str] | Known[Secret]
    entry: Span
    around: tuple[Edit, ...] = ()
    target: str | None = None


class Environment(NamedTuple):
    """A function's variables. `complete` is False when more entries may come from a value that isn't known.

    `slot` writes a further one, given as a tuple of its name and its text. `parts` are the places it is put together
    from, where there are several.
    """

    entries: tuple[EnvironmentEntry, ...]
    complete: bool
    span: Span
    slot: Slot | None = None
    parts: tuple[Span, ...] = ()


class Package(NamedTuple):
    """The code of a zip function as its infrastructure names it.

    `path` is the local zip or folder, relative to the project root (normalised, `/`); None for code that comes
    from a bucket. `archive` is the key of the Archive that makes it. `change_key` is what makes the deployment notice
    new content at the same path: None where none is set; `change_slot` writes the right one, whatever value it is
    given. `ignored` is True when changes of it are ignored on purpose. `script` is the place of the Script that makes
    the package, where the infrastructure itself runs one. `inline` is True where the code is text of the infrastructure
    itself. `artifact_slot` writes the path of a finished zip, relative to the project root, where the deployment tool
    packs `path` in its folders.
    """

    span: Span
    path: Value[str] | None
    change_key: Value[str] | None = None
    change_slot: Slot | None = None
    ignored: bool = False
    needs_change_key: bool = False
    archive: str | None = None
    script: Span | None = None
    inline: bool = False
    direct: bool = False
    artifact_slot: Slot | None = None


class Setting(NamedTuple):
    """A property as it is written. `entry` is the text whose removal removes it; empty where it can't be removed.

    `around` are edits that go with the removal, so that the others stay aligned, or take its place where the property
    is one that others share.
    """

    name: str
    span: Span
    entry: Span
    around: tuple[Edit, ...] = ()


class Image(NamedTuple):
    """The code of an image function: its reference as written, and the folder of the Dockerfile that builds it.

    `platform` is what the deployment tool builds it for, empty where that is left to the machine that builds; None
    where the tool can't be told. `follows` is True where the tool builds for the function's architecture by itself.
    """

    uri: Value[str] | None
    context: Value[str] | None
    dockerfile: Value[str] | None
    platform: Value[str] | None = None
    follows: bool = False


class Logging(NamedTuple):
    """Where and how a function logs. `format` is `Text` or `JSON`; `group` a log group's name, `group_key`
    its record. `chosen` is False where the group is the one that Lambda makes by itself.
    """

    format: Value[str]
    group: Value[str] | None
    group_key: str | None
    chosen: bool = False


class PluginBuild(NamedTuple):
    """A plugin of the deployment tool that compiles functions.

    `runtimes` are those it does that for, `bootstrap` tells whether it calls the binary so where a runtime starts that
    file. Where neither is written, the slot of `runtimes` writes both.
    """

    plugin: str
    runtimes: Value[tuple[str, ...]]
    bootstrap: Value[bool]


class Function(NamedTuple):
    """A Lambda function.

    `timeout` seconds, `memory` and `ephemeral_storage` MB. `architectures` as written, not yet validated.
    `role` is the key of a Role, None when it is not in the project. `source` is the folder that the deployment tool
    builds the package from, relative to the project root, and `build_method` how: `go` compiles the main package in it,
    `make` runs a makefile, any other word is a builder for something else. Its slot writes the builder for Go, whatever
    value it is given. Both are None where the tool takes a finished package. `plugin_build` is set where a plugin is
    meant to compile the sources that the handler names. `capacity_provider` tells whether it runs on instances of a
    capacity provider, whose limits are others. `reserved_concurrency` and `code_signing` (what packages are checked by)
    are None where nothing is set; `in_vpc` tells whether it is attached to a network, `tagged` whether it has a tag.
    `log_levels` are those that are set beside the log format.
    `environment_key` is the key that its variables are encrypted with, None where none is chosen. `image_excess` are
    the properties of an image function that only packages can have. `build_script` is the place of the Script by which
    the deployment tool compiles `source`, where it says what it runs. `runtime_way` says in an imperative clause how
    the function gets a newer runtime where the text that chooses it has no word for one. `timeout_slot` writes the
    timeout where the function itself is described, whatever text gives it the one that it has.
    """

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    package_type: Value[str]
    runtime: Value[str] | None
    handler: Value[str] | None
    architectures: Value[tuple[str, ...]]
    timeout: Value[int]
    memory: Value[int]
    ephemeral_storage: Value[int]
    environment: Environment
    layers: Value[tuple[str, ...]]
    tracing: Value[str]
    logging: Logging
    package: Package | None
    image: Image | None
    role: str | None
    role_value: Value[str] | None
    handler_derived: bool = False
    source: Value[str] | None = None
    build_method: Value[str] | None = None
    plugin_build: PluginBuild | None = None
    capacity_provider: bool | None = None
    reserved_concurrency: Value[int] | None = UNREAD
    in_vpc: Value[bool] = UNREAD
    code_signing: Value[str] | None = UNREAD
    tagged: Value[bool] = UNREAD
    log_levels: tuple[Value[str], ...] = ()
    environment_key: Value[str] | None = UNREAD
    image_excess: tuple[Setting, ...] = ()
    build_script: Span | None = None
    runtime_way: str = ""
    timeout_slot: Slot | None = None


class LogGroup(NamedTuple):
    """A log group. `retention` days, None when never set (kept for ever)."""

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    retention: Value[int] | None
