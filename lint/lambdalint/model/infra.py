"""What is deployed: functions, what triggers them, and what they may do.

Every record comes from a front end. `key` identifies it in the project (unique per module instance), `label`
is its name for people, `span` its header: the text a reader looks for when something is missing from it.
References between records are keys; `None` means the target is not in the project or not known.
A field typed `Value[T] | None` is None where nothing was written and the platform has no default.
"""

from __future__ import annotations

from lambdalint.fix import Edit
from lambdalint.model.gap import Gap
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

UNREAD = Unknown(Span("", 0, 0), "it isn't read")
"""The default of fields that a front end may have no word for."""


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

    `slot` writes a further one, given as a tuple of its name and its text.
    """

    entries: tuple[EnvironmentEntry, ...]
    complete: bool
    span: Span
    slot: Slot | None = None


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
    """A property as it is written. `entry` is the text whose removal removes it; empty where it can't be removed."""

    name: str
    span: Span
    entry: Span


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
    the deployment tool compiles `source`, where it says what it runs.
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


class Queue(NamedTuple):
    """An SQS queue. `visibility_timeout` seconds; `redrive` None when no redrive policy is set, `dead_letters` the key
    of the queue that it names.
    """

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    visibility_timeout: Value[int]
    redrive: Value[str] | None
    fifo: Value[bool]
    dead_letters: str | None = None


class Filter(NamedTuple):
    """What is let through: the values that a field of the event may have.

    `field` is what the event calls it: `source`, `detail-type` or `eventName`. A value that ends in `*` stands for all
    that begin like it.
    """

    field: str
    values: tuple[Known[str], ...]


class PollingLimit(NamedTuple):
    """A number that limits how a source is polled.

    `name`: `concurrency` and `parallelization` (invocations at the same time, in all and for each shard), `retries`,
    `record_age` and `tumbling_window` (seconds).
    """

    name: str
    value: Value[int]


class EventSourceMapping(NamedTuple):
    """An event source mapping: what polls a queue, stream or topic for a function.

    `source_kind` is `sqs`, `kinesis`, `dynamodb`, `kafka`, `mq`, `documentdb`, or None when unknown.
    `window` seconds. `response_types` as written (empty tuple by default). `starting_position` is where reading starts,
    `on_failure` where records go that fail, both None where nothing is written. `limits` are those that are written,
    `filters` those that consist of plain values. `whole` is True where the function gets every record of the source.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    source: str | None
    source_kind: str | None
    batch_size: Value[int]
    window: Value[int]
    response_types: Value[tuple[str, ...]]
    enabled: Value[bool]
    starting_position: Value[str] | None = UNREAD
    on_failure: Value[str] | None = UNREAD
    limits: tuple[PollingLimit, ...] = ()
    filters: tuple[Filter, ...] = ()
    whole: bool = False


class Trigger(NamedTuple):
    """Anything that invokes a function.

    `kind`: `sqs`, `kinesis`, `dynamodb`, `kafka`, `s3`, `sns`, `schedule`, `eventbridge`, `rest-api`, `http-api`,
    `websocket-api`, `function-url`, `alb`, `logs`, `cognito`, `iot`, `lex`. `payload` is the HTTP API's payload
    format version. `permitted`: True where whatever deploys it also lets it invoke the function, False where that takes
    a permission of its own, None where it isn't known. `binary_types` are the media types whose bodies a REST API hands
    on in base64. `filters` are those of its filters that consist of plain values, and `whole` is True where nothing but
    these keeps events of the source from the function.
    """

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    function: str | None
    source: str | None = None
    payload: Value[str] | None = None
    permitted: bool | None = None
    binary_types: Value[tuple[str, ...]] = UNREAD
    filters: tuple[Filter, ...] = ()
    whole: bool = False


class ApiRoute(NamedTuple):
    """A method or route of an API. `kind` is `rest-api`, `http-api` or `websocket-api`.

    `authorization` as written (`NONE` where nothing is required). `restricted_elsewhere` is True where access
    is limited by
    something outside the route: an API key, a private endpoint, a resource policy.
    `function` is the Lambda function behind it, where known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    method: Value[str]
    authorization: Value[str]
    restricted_elsewhere: bool
    function: str | None


class ApiIntegration(NamedTuple):
    """What an API calls. `timeout` milliseconds, `payload` the payload format version of an HTTP API."""

    key: str
    label: str
    span: Span
    deployment: str
    kind: str
    function: str | None
    timeout: Value[int]
    payload: Value[str] | None
    proxy: bool


class FunctionUrl(NamedTuple):
    """A function's own HTTPS address. `authorization` is `AWS_IAM` or `NONE`, `invoke_mode` `BUFFERED` or
    `RESPONSE_STREAM`. `cors_credentials` tells whether browsers send credentials along. `permitted`: True where
    whatever deploys it also gives everybody all permissions that a public address takes, False where they have to be
    written, None where it may do that.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    authorization: Value[str]
    invoke_mode: Value[str]
    cors_origins: Value[tuple[str, ...]] | None
    cors_credentials: Value[bool] = UNREAD
    permitted: bool | None = None


class ApiCors(NamedTuple):
    """Which origins an API tells browsers to let in, and whether with credentials. `api` is the key of the API, as
    triggers name it.
    """

    key: str
    label: str
    span: Span
    deployment: str
    api: str
    origins: Value[tuple[str, ...]]
    credentials: Value[bool]


class Permission(NamedTuple):
    """A statement of a function's resource policy.

    `through_url` is True where only calls through the function's own address are allowed. `source_slot` writes the
    missing source, whatever value it is given, where the project shows the only one that is meant. `twin_slot` adds a
    permission for the same principal and the action that it is given, of the two that a function's address takes.
    `source_service` is the service that invokes for the source that is named, None where that isn't known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    action: Value[str]
    principal: Value[str]
    source_arn: Value[str] | None
    source_account: Value[str] | None
    organization: Value[str] | None
    url_auth_type: Value[str] | None
    through_url: Value[bool] | None = None
    source_slot: Slot | None = None
    twin_slot: Slot | None = None
    source_service: str | None = None


class Statement(NamedTuple):
    """One statement of an IAM policy. `None` for a list that isn't there; `effect` is `Allow` or `Deny`.

    `complete` is False when a list may have members that aren't known.
    """

    span: Span
    effect: Value[str]
    actions: tuple[Value[str], ...]
    not_actions: tuple[Value[str], ...]
    resources: tuple[Value[str], ...]
    not_resources: tuple[Value[str], ...]
    services: tuple[Value[str], ...]
    principals: tuple[Value[str], ...]
    conditioned: bool
    complete: bool


class Policy(NamedTuple):
    """A policy document with statements; `complete` is False when statements may be missing."""

    key: str
    label: str
    span: Span
    statements: tuple[Statement, ...]
    complete: bool


class Role(NamedTuple):
    """An execution role with all that is attached to it in the project.

    `trust` says who may assume it. `policies` are inline and customer-managed documents, `managed` ARNs of AWS-
    managed
    ones. `complete` is False when something attached is not known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    trust: Policy | None
    policies: tuple[Policy, ...]
    managed: tuple[Value[str], ...]
    complete: bool


class LogGroup(NamedTuple):
    """A log group. `retention` days, None when never set (kept for ever)."""

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    retention: Value[int] | None


class InvokeConfig(NamedTuple):
    """How failed asynchronous invocations of a function are handled."""

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    on_failure: Value[str] | None


class UnknownAttribute(NamedTuple):
    """A name that the schema of its resource doesn't have.

    `resource` names the resource for people, `concept` what it is (`function`, `permission`, `policy statement` …),
    `parent` the block it stands in (empty at the top). `known` are all names allowed there, `nearest` the only
    one at distance
    at most 2 that isn't set already, `shape` tells of a name that is right but used wrongly: `block` (a block
    where an
    attribute belongs), `attribute` (the reverse), `string` (one string where a list belongs), else empty.
    `provider_newer` is True when the
    schema is older than the provider asked for.
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


class Script(NamedTuple):
    """Shell commands that the infrastructure runs. `offset_exact`: byte i of `text` is byte i of `span`, and what is
    longer is added by the tool.

    Where the text isn't written in one piece, `lines` are the places of its lines, None for one that is computed.
    `folder` is the working directory relative to the project root; `environment` what is set beside it. `host` is
    where they run: `any` machine, in a `linux` container, or in one that is like the `lambda` runtime itself.
    `flag_slot` writes a further flag of a `go build` that the tool makes up by itself.
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


class QueueTrigger(NamedTuple):
    """A queue, the mapping that polls it, and the function that works on it."""

    queue: Queue
    mapping: EventSourceMapping
    function: Function


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
