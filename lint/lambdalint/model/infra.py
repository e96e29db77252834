"""What is deployed: functions, what triggers them, and what they may do.

Every record comes from a front end. `key` identifies it in the project (unique per module instance), `label`
is its name for people, `span` its header: the text a reader looks for when something is missing from it.
References between records are keys; `None` means the target is not in the project or not known.
A field typed `Value[T] | None` is None where nothing was written and the platform has no default.
"""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.fix import Edit
from lambdalint.model.access import ApiCors, FunctionUrl, Permission, Role
from lambdalint.model.functions import (
    Function,
    LogGroup,
)
from lambdalint.model.gap import Gap
from lambdalint.model.triggers import (
    ApiIntegration,
    ApiRoute,
    EventSourceMapping,
    InvokeConfig,
    Queue,
    Trigger,
)
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Slot, Value


class Deployment(NamedTuple):
    """Resources that are deployed together: a root module with all the modules it calls, a stack, a service.

    `whole`: every file of it was read without a syntax error and no part comes from outside the project, so a
    resource that is not here does not exist in this deployment. `resource_policies` are the services (as actions name
    them) of which a resource of it says itself who may use it; None where that isn't known. `dialect` is what people
    call the language or tool it is written for.
    """

    key: str
    root: str
    whole: bool
    resource_policies: frozenset[str] | None = None
    dialect: str = ""


class UnknownAttribute(NamedTuple):
    """A name that the schema of its resource doesn't have.

    `resource` names the resource for people, `concept` what it is (`function`, `permission`, `policy statement` …),
    `parent` the block it stands in (empty at the top). `known` are all names allowed there, `nearest` the only
    one at distance
    at most 2 that isn't set already, `shape` tells of a name that is right but used wrongly: `block` (a block
    where an
    attribute belongs), `attribute` (the reverse), `string` (one string where a list belongs), else empty.
    `provider_newer` is True when the
    schema is older than the provider asked for. `reshaped` are edits that go with the nearest name: they make a list of
    a text, or a text of a list of one.
    """

    span: Span
    name: str
    resource: str
    concept: str
    parent: str
    known: tuple[str, ...]
    nearest: str | None
    shape: str
    slot: Slot | None
    provider_newer: bool
    function: str | None
    reshaped: tuple[Edit, ...] = ()


class Archive(NamedTuple):
    """A zip that the infrastructure makes. Paths are relative to the project root.

    `sources` are files or folders that go in (a folder's content goes to the archive's root). `entries` are the names
    that they have in the archive, None where not all are known. `names` are the places where such names are written, in
    the order of `sources`; empty where sources keep their own.
    """

    key: str
    label: str
    span: Span
    sources: tuple[Value[str], ...]
    output: Value[str]
    entries: tuple[str, ...] | None = None
    names: tuple[Value[str], ...] = ()


class ScriptPiece(NamedTuple):
    """A part of a script's text and what stands there: byte by byte when `exact`, else what the text was made of."""

    text: str
    span: Span
    exact: bool


class Script(NamedTuple):
    """Shell commands that the infrastructure runs. `offset_exact`: byte i of `text` is byte i of `span`, and what is
    longer is added by the tool.

    Where the text isn't written in one piece, `lines` are the places of its lines, None for one that is computed, or
    `pieces` are all its parts in order.
    `folder` is the working directory relative to the project root; `environment` what is set beside it. `host` is
    where they run: `any` machine, in a `linux` container, or in one that is like the `lambda` runtime itself.
    `flag_slot` writes a further flag of a `go build` that the tool makes up by itself, or each of whose words is a text
    of its own. `room` gives, for the name of a variable that `environment` lacks, the slot that sets it there.
    `function` is the key of the function for whose package alone the commands run, where they do so for one.
    """

    span: Span
    text: str
    offset_exact: bool
    folder: Value[str]
    environment: tuple[tuple[str, Value[str]], ...]
    deployment: str
    host: str = "any"
    lines: tuple[Span | None, ...] = ()
    flag_slot: Slot | None = None
    pieces: tuple[ScriptPiece, ...] = ()
    room: Callable[[str], Slot | None] | None = None
    function: str | None = None


class Choice(NamedTuple):
    """A value that another one chose among several: where it is written, and where the one that chose it is."""

    span: Span
    by: Span


class InfraFacts(NamedTuple):
    """All that one front end found."""

    deployments: tuple[Deployment, ...] = ()
    functions: tuple[Function, ...] = ()
    queues: tuple[Queue, ...] = ()
    mappings: tuple[EventSourceMapping, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    routes: tuple[ApiRoute, ...] = ()
    integrations: tuple[ApiIntegration, ...] = ()
    urls: tuple[FunctionUrl, ...] = ()
    permissions: tuple[Permission, ...] = ()
    roles: tuple[Role, ...] = ()
    log_groups: tuple[LogGroup, ...] = ()
    invoke_configs: tuple[InvokeConfig, ...] = ()
    unknown_attributes: tuple[UnknownAttribute, ...] = ()
    archives: tuple[Archive, ...] = ()
    scripts: tuple[Script, ...] = ()
    secrets: tuple[Span, ...] = ()
    cors: tuple[ApiCors, ...] = ()
    gaps: tuple[Gap, ...] = ()
    choices: tuple[Choice, ...] = ()
