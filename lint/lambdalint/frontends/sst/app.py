"""A whole SST program: from its trace to the facts of one deployment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.data import defaults
from lambdalint.fix import Edit
from lambdalint.frontends import filters
from lambdalint.frontends.cdk.reading import Form, Props, as_flag, as_number, as_text, unknown
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.permissions import Program
from lambdalint.frontends.script.values import Atom, Call, Fields
from lambdalint.frontends.sst import access, beneath, functions
from lambdalint.frontends.sst.cors import cors
from lambdalint.frontends.sst.functions import Place
from lambdalint.frontends.sst.transforms import transformed_mapping
from lambdalint.frontends.sst.wishes import Components, Wish, first
from lambdalint.model.functions import LogGroup
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.model.triggers import ApiIntegration, ApiRoute, EventSourceMapping, Queue, Trigger
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Unknown, Value

_POLLED = frozenset({"sqs", "dynamodb", "kinesis"})
_PARTIAL = ("batch", "partialResponses")


def read(
    calls: Sequence[Call],
    language: Language,
    folder: str,
    name: str,
    whole: bool,
    version: int,
    has_go: Callable[[str], bool],
    runtimes: Mapping[str, str],
    program: Program,
) -> InfraFacts:
    """All that the calls of one program deploy. `has_go` tells whether a folder holds Go files.

    `runtimes` are those that words for Go stand for, as far as they are known. `program` is the program's text.
    """
    components = Components(calls, language, version)
    components.removal = program.removals.of
    place = Place(name, folder, has_go, [], runtimes)
    found = list(functions.each(components, name))
    calling = [*found, *functions.called(components, found)]
    made = tuple(
        beneath.with_format(functions.function(components, wish, place, key), wish, components) for wish, key in found
    )
    urls = tuple(url for wish, key in found if (url := access.url(components, wish, key, place)) is not None)
    roles = tuple(role for wish, key in found if (role := access.role(components, wish, key, place)) is not None)
    return InfraFacts(
        deployments=(Deployment(name, name, whole, dialect="SST"),),
        functions=made,
        queues=tuple(_queues(components, place)),
        mappings=tuple(m for wish, key in calling for m in _mappings(components, wish, key, place)),
        triggers=tuple(_trigger(components, wish, key, place) for wish, key in calling if wish.kind is not None),
        routes=tuple(_route(components, wish, key, place) for wish, key in calling if wish.route),
        integrations=tuple(_integration(components, wish, key, place) for wish, key in calling if wish.route),
        invoke_configs=tuple(beneath.invoke_configs(components, found, place)),
        urls=urls,
        permissions=tuple(beneath.permissions(components, found, place)),
        roles=roles,
        log_groups=tuple(_group(wish, key, place) for wish, key in found) if version == 3 else (),
        cors=tuple(cors(components, name)),
        secrets=tuple(dict.fromkeys(place.secrets)),
    )


def _queues(components: Components, place: Place) -> Iterator[Queue]:
    for made, _ in components.made("Queue"):
        props = components.props(made)
        letters, fifo = props.get("dlq"), props.get("fifo") or Atom(False, made.head)
        raw = props.nested("cdk").get("queue") is not None or props.get("transform") is not None
        beneath = props.nested("cdk").nested("queue")
        if beneath.fields is not None and components.version == 2:
            yield _set_beneath(components, made, beneath, place)
            continue
        yield Queue(
            *_head(components, made, place),
            Unknown(made.head, "it is set elsewhere") if raw else _visibility(props, components),
            unknown(letters) if letters is not None or raw else None,
            Known(True, fifo.span) if isinstance(fifo, Fields) else as_flag(fifo),
        )


def _set_beneath(components: Components, made: Call, props: Props, place: Place) -> Queue:
    """A queue whose settings are those of the resource beneath."""
    letters, limit = props.get("deadLetterQueue"), props.seconds_or("visibilityTimeout", defaults.VISIBILITY)
    return Queue(
        *_head(components, made, place),
        limit._replace(slot=None) if isinstance(limit, Known) and limit.default else limit,
        None if letters is None and props.complete else unknown(letters),
        props.flag_or("fifo", False),
    )


def _head(components: Components, made: Call, place: Place) -> tuple[str, str, Span, str, Value[str]]:
    """What all queues begin with: key, label, place, deployment, and a name that nobody knows."""
    nameless = Unknown(made.head, "its name is made up at deployment")
    return _queue_key(components, made, place), components.label(made), made.head, place.deployment, nameless


def _queue_key(components: Components, made: Call, place: Place) -> str:
    return f"{place.deployment}:queue {components.label(made)}"


def _visibility(props: Props, components: Components) -> Value[int]:
    thing = props.get("visibilityTimeout")
    if thing is None:
        if components.version == 3:
            literal = components.language.literals(props.call.span.path)
            slot = props.slot("visibilityTimeout", lambda value: literal(f"{value} seconds"))
        else:
            slot = _beneath(props, components)
        return Known(defaults.VISIBILITY, props.header, slot, default=True)
    if isinstance(thing, Atom) and isinstance(thing.value, str):
        number, _, unit = thing.value.partition(" ")
        seconds = {"second": 1, "seconds": 1, "minute": 60, "minutes": 60}.get(unit)
        if number.isdigit() and seconds is not None:
            slot, own = thing.slot, props.fields is not None and props.fields.span.contains(thing.span)
            if slot is not None and own:
                written = slot.spell
                slot = slot._replace(spell=lambda value: written(f"{value} seconds"))
            return Known(int(number) * seconds, thing.span, slot if own else None)
    return as_number(thing)


def _beneath(props: Props, components: Components) -> Slot | None:
    """Where version 2 says it: at the queue beneath, where the file knows the words for times."""
    spelled = Form(components.language, path="core.Duration.seconds").speller(props.call.span.path)
    if spelled is None or props.get("cdk") is not None:
        return None
    return props.slot("cdk", lambda value: f"{{ queue: {{ visibilityTimeout: {spelled(value)} }} }}")


def _mappings(components: Components, wish: Wish, key: str, place: Place) -> Iterator[EventSourceMapping]:
    if wish.kind not in _POLLED:
        return
    batch = wish.options.nested("batch") if wish.options is not None else None
    cdk = wish.options.nested("cdk").nested("eventSource") if wish.options is not None else None
    size = batch.get("size") if batch is not None else None
    if size is None and cdk is not None:
        size = cdk.get("batchSize")
    partial = batch.get("partialResponses") if batch is not None else None
    if partial is None and cdk is not None:
        partial = cdk.get("reportBatchItemFailures")
    types: Value[tuple[str, ...]] = Known((), wish.span, _partial(components, wish), default=True)
    if partial is not None:
        flag = as_flag(partial)
        reported = ("ReportBatchItemFailures",)
        slot = flag.slot._replace(spell=lambda _: "true") if isinstance(flag, Known) and flag.slot is not None else None
        types = Known(reported if flag.value else (), flag.span, slot) if isinstance(flag, Known) else flag
    mapping = EventSourceMapping(
        f"{key}#mapping",
        wish.label,
        wish.span,
        place.deployment,
        key,
        _queue_key(components, wish.component, place) if wish.kind == "sqs" else None,
        wish.kind,
        as_number(size) if size is not None else Known(defaults.batch(wish.kind), wish.span, default=True),
        _window(components, wish),
        types,
        Known(True, wish.span, default=True),
        on_failure=_on_failure(components, wish),
    )
    yield transformed_mapping(mapping, wish, components)


def _window(components: Components, wish: Wish) -> Value[int]:
    """Seconds for which records are gathered: version 3 writes them with a unit, version 2 as the library beneath."""
    if wish.options is None:
        return Known(0, wish.span, default=True)
    if components.version == 2:
        return wish.options.nested("cdk").nested("eventSource").seconds_or("maxBatchingWindow", 0)
    thing = wish.options.nested("batch").get("window")
    return functions.seconds(thing) if thing is not None else Known(0, wish.span, default=True)


def _on_failure(components: Components, wish: Wish) -> Value[str] | None:
    """Where records go that fail: version 2 says it of the resource beneath, version 3 by transforms alone."""
    options = wish.options
    if options is None or not options.complete:
        return None if options is None else Unknown(wish.span, "it may be set")
    if components.version == 3:
        return None
    for outer, inner in ((options, "cdk"), (options.nested("cdk"), "eventSource")):
        thing = outer.get(inner)
        if thing is not None and not (isinstance(thing, Fields) and thing.complete):
            return unknown(thing)
    thing = options.nested("cdk").nested("eventSource").get("onFailure")
    return unknown(thing) if thing is not None else None


def _partial(components: Components, wish: Wish) -> Slot | None:
    """Where a consumer is told to take answers for single messages: each version has words of its own."""
    words = ("cdk", "eventSource", "reportBatchItemFailures") if components.version == 2 else _PARTIAL
    if wish.options is not None:
        return _said(wish.options, words)
    if components.version != 2 or wish.bare is None or not _is_of(wish.bare, components.props(wish.component)):
        return None
    start, end = wish.bare._replace(end=wish.bare.start), wish.bare._replace(start=wish.bare.end)
    more = f", {_objects(words)} }}"
    return Slot(end, "", "", lambda _: more, (Edit(start, "{ function: "),))


def _said(props: Props, words: tuple[str, ...]) -> Slot | None:
    """Where `{ a: { b: true } }` is written into properties, of which a part may be there."""
    name, *inner = words
    if props.get(name) is None:
        text = f"{{ {_objects(inner)} }}" if inner else "true"
        return props.slot(name, lambda _: text)
    nested = props.nested(name)
    return (
        _said(nested, tuple(inner))
        if inner and nested.fields is not None and _is_of(nested.fields.span, props)
        else None
    )


def _is_of(span: Span, props: Props) -> bool:
    """True for text that stands in the object of some properties."""
    return props.fields is not None and props.fields.span.contains(span)


def _objects(words: Sequence[str]) -> str:
    """`a: { b: true }`."""
    name, *inner = words
    return f"{name}: {{ {_objects(inner)} }}" if inner else f"{name}: true"


def _payload(components: Components, wish: Wish) -> Value[str] | None:
    """The form of an HTTP API's events; only version 2 has a word for it, of a route or of all routes."""
    if wish.kind != "http-api":
        return None
    own = wish.options.text("payloadFormatVersion") if wish.options is not None and components.version == 2 else None
    if own is None and components.version == 2:
        own = components.props(wish.component).nested("defaults").text("payloadFormatVersion")
    return own if own is not None else Known("2.0", wish.span, default=True)


def _trigger(components: Components, wish: Wish, key: str, place: Place) -> Trigger:
    payload = _payload(components, wish)
    head = (f"{key}#trigger", wish.label, wish.span, place.deployment)
    off = filters.is_off(components.props(wish.component).flag_or("enabled", True))
    return Trigger(*head, wish.kind or "", key, None, payload, True, off=off)


def _route(components: Components, wish: Wish, key: str, place: Place) -> ApiRoute:
    method = wish.route.partition(" ")[0] if " " in wish.route else "ANY"
    props = components.props(wish.component)
    authorizers = [props.nested("defaults").get("authorizer"), props.get("defaultAuthorizationType")]
    if wish.options is not None:
        authorizers += [wish.options.get(n) for n in ("auth", "authorizer", "authorizationType")]
        authorizers.append(wish.options.nested("transform").get("route"))
    chosen = next((a for a in authorizers if a is not None), None)
    authorization: Value[str] = Known("NONE", wish.span, default=True)
    if isinstance(chosen, Atom) and isinstance(chosen.value, str):
        word = chosen.value.upper()
        authorization = Known("AWS_IAM" if word == "IAM" else word, chosen.span)
    elif chosen is not None:
        authorization = unknown(chosen)
    restricted = not props.complete or props.get("transform") is not None
    head = (f"{key}#route", f"{wish.route} of {components.label(wish.component)}", wish.span, place.deployment)
    return ApiRoute(*head, wish.kind or "", as_text(Atom(method, wish.span)), authorization, restricted, key)


def _integration(components: Components, wish: Wish, key: str, place: Place) -> ApiIntegration:
    wait = Known(defaults.API_TIMEOUT["http-api" if wish.kind == "http-api" else "rest-api"], wish.span, default=True)
    payload = _payload(components, wish)
    head = (f"{key}#integration", wish.label, wish.span, place.deployment)
    return ApiIntegration(*head, wish.kind or "", key, wait, payload, True)


def _group(wish: Wish, key: str, place: Place) -> LogGroup:
    """SST keeps the logs of a function for a month unless it is told otherwise."""
    thing, _ = first(wish, "logging")
    retention = thing.get("retention") if isinstance(thing, Fields) else None
    days: Value[int] = Known(defaults.SST_LOG_DAYS, wish.span, default=True)
    if isinstance(retention, Atom) and retention.value == "forever":
        days = Known(0, retention.span)
    elif retention is not None:
        days = unknown(retention)
    name = Unknown(wish.span, "SST makes it up")
    return LogGroup(f"{key}#logs", wish.label, wish.span, place.deployment, name, days)
