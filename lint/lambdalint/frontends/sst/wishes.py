"""The functions that SST's components ask for: by themselves, behind routes, as consumers and jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from lambdalint.fix import Edit
from lambdalint.frontends.cdk.reading import Props
from lambdalint.frontends.script.fillings import FILLING
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Atom, Call, Fields, Foreign, Items, Member, Thing, construct
from lambdalint.record import NamedTuple
from lambdalint.source import Span

_JOBS = {"Cron": "schedule", "CronV2": "schedule"}
_OWN = ("Function", "Workflow")
_ASKED = {
    "Auth": ("issuer", "authorizer", "authenticator"),
    "Realtime": ("authorizer",),
    "OpenControl": ("server",),
    "Script": ("onCreate", "onUpdate", "onDelete"),
}
"""Components that call functions of their own accord, and the properties that name these."""
_INVOKED = "StepFunctions.lambdaInvoke"
_SUBSCRIBED = {
    "Queue": "sqs",
    "SnsTopic": "sns",
    "Topic": "sns",
    "Bucket": "s3",
    "Bus": "eventbridge",
    "EventBus": "eventbridge",
    "Dynamo": "dynamodb",
    "Table": "dynamodb",
    "KinesisStream": "kinesis",
    "Cognito": "cognito",
    "CognitoUserPool": "cognito",
    "Realtime": "iot",
}
_ADDED = frozenset({"addConsumers", "addNotifications", "addRules", "addSubscribers", "addTargets"})
"""Methods of version 2 that give a component further functions."""
APIS = {
    "ApiGatewayV2": "http-api",
    "ApiGatewayV1": "rest-api",
    "ApiGatewayWebSocket": "websocket-api",
    "Api": "http-api",
    "ApiGatewayV1Api": "rest-api",
    "WebSocketApi": "websocket-api",
}
FILLED = "sst.aws.Function"
FILLABLE = frozenset({"architecture", "logging", "memory", "runtime", "storage", "timeout"})
"""The class that transforms of the whole program fill, and the properties that are followed then."""


Removal: TypeAlias = Callable[[Call], tuple[Span, tuple[Edit, ...]]]
"""What removes a call, with edits that go with it; an empty text where that isn't possible."""


class Wish(NamedTuple):
    """A function that a component asks for.

    `props` are its own properties and, after them, those that it falls back to. `handler` is what names its code.
    `component` is the construct that asks, `kind` what invokes the function (None for a function by itself).
    `existing` is the function that is meant, where the program made it before. `bare` is the text that names it, where
    that could stand in an object with more to say.
    """

    label: str
    span: Span
    props: tuple[Props, ...]
    handler: Thing | None
    component: Call
    kind: str | None
    route: str = ""
    options: Props | None = None
    existing: Call | None = None
    bare: Span | None = None
    adds: bool = False


def first(wish: Wish, *names: str) -> tuple[Thing | None, Props | None]:
    """A property by any of its names, from the nearest place that sets it, and that place."""
    for props in wish.props:
        for name in names:
            thing = props.get(name)
            if thing is not None:
                return thing, props
    return None, None


def own_properties(wish: Wish) -> Props | None:
    """The properties that a function has to itself."""
    return wish.props[0] if wish.props and wish.props[0].header == wish.span else None


class Components:
    """The components of one program. `version` is 2 or 3, `removal` takes out calls."""

    def __init__(self, calls: Sequence[Call], language: Language, version: int) -> None:
        self.calls = calls
        self.language = language
        self.version = version
        self.prefix = "sst2." if version == 2 else "sst.aws."
        self._settings = [
            (at, Props(call, call.arguments[0], language)) for at, call in enumerate(calls) if _sets_defaults(call)
        ]
        self._fillings = [(at, _filled(call, language)) for at, call in enumerate(calls) if _fills(call)]
        self._wishes: tuple[Wish, ...] | None = None
        self.removal: Removal | None = None
        self._order = {id(call): at for at, call in enumerate(calls)}

    def _defaults(self, made: Call) -> tuple[Props, ...]:
        """What functions of a component fall back to: defaults that were set before it was made, the last first.

        Of transforms that give what is left out it is the first one that does.
        """
        order = self._order.get(id(made), len(self.calls))
        return tuple(props for at, props in (*reversed(self._settings), *self._fillings) if at < order)

    def falling_back(self, props: Props, name: str) -> list[Wish]:
        """The functions that have a property from these, or would have, were it there."""
        if self._wishes is None:
            self._wishes = tuple(wish for wish in self.wishes() if wish.handler is not None)
        asking = [w for w in self._wishes if any(p.fields is props.fields for p in w.props)]
        return [w for w in asking if first(w, name)[0] is None]

    def made(self, *names: str) -> Iterator[tuple[Call, str]]:
        """Components of these classes, with the name of each class."""
        for call in self.calls:
            name = call.path.removeprefix(self.prefix)
            if call.new and call.path.startswith(self.prefix) and (name in names or not names):
                yield call, name

    def props(self, made: Call) -> Props:
        """The properties of a component: after its scope and name, or its name."""
        at = 2 if self.version == 2 else 1
        return Props(made, made.argument(at), self.language, at)

    def label(self, made: Call) -> str:
        """A component's name."""
        name = made.argument(1 if self.version == 2 else 0)
        return str(name.value) if isinstance(name, Atom) else made.path.rpartition(".")[2]

    # -- wishes ------------------------------------------------------------------------------------------------------

    def wishes(self) -> Iterator[Wish]:
        """Every function of the program."""
        for made, _ in self.made(*_OWN):
            props = self.props(made)
            yield Wish(self.label(made), made.head, (props, *self._defaults(made)), props.get("handler"), made, None)
        for made, name in self.made(*_JOBS):
            props = self.props(made)
            given = next((props.get(n) for n in ("function", "job") if props.get(n) is not None), None)
            yield from self._wish(given, self.label(made), made, _JOBS[name])
        for made, name in self.made(*_ASKED):
            yield from self._asked(made, _ASKED[name])
        for made, name in self.made(*APIS):
            yield from self._routes(made, APIS[name])
        for made, _ in self.made("AppSyncApi"):
            yield from self._sources(made)
        for made, name in self.made(*_SUBSCRIBED):
            yield from self._consumers(made, _SUBSCRIBED[name])
        for call in self.calls:
            if isinstance(call.callee, Member):
                yield from self._method(call, call.callee)
            elif call.path == self.prefix + _INVOKED and isinstance(given := call.argument(0), Fields):
                yield from self._silent(given.get("function"), self._named(given.get("name"), call), call)

    def _asked(self, made: Call, names: Sequence[str]) -> Iterator[Wish]:
        """The functions that a component calls of its own accord."""
        props = self.props(made)
        for name in names:
            for wish in self._silent(props.get(name), self.label(made), made):
                yield wish._replace(adds=True)

    def _silent(self, given: Thing | None, label: str, made: Call) -> Iterator[Wish]:
        """A function that nothing calls but its component."""
        yield from (wish._replace(kind=None) for wish in self._wish(given, label, made, ""))

    def _wish(
        self,
        given: Thing | None,
        label: str,
        made: Call,
        kind: str,
        extra: Sequence[Props] = (),
        route: str = "",
        options: Props | None = None,
    ) -> Iterator[Wish]:
        if isinstance(given, Atom) and isinstance(given.value, str):
            bare = next(iter(given.via), given.span) if options is None else None
            defaults = (*extra, *self._defaults(made))
            yield Wish(label, given.span, defaults, given, made, kind, route, options, bare=bare)
        elif isinstance(given, Fields):
            inner = given.get("function")
            if inner is not None and given.get("handler") is None:
                yield from self._wish(inner, label, made, kind, extra, route, Props(made, given, self.language))
                return
            props = Props(Call(made.callee, (), given.span, _start(given), True, True), given, self.language)
            handler = props.get("handler")
            if handler is not None:
                yield Wish(
                    label, _start(given), (props, *extra, *self._defaults(made)), handler, made, kind, route, options
                )
        elif (own := _behind(given)) is not None and own.path.removeprefix(self.prefix) in _OWN:
            whole = options.fields if options is not None else None
            span = _start(whole) if whole is not None else made.head
            yield Wish(label, span, (), None, made, kind, route, options, own)

    def _routes(self, made: Call, kind: str) -> Iterator[Wish]:
        props = self.props(made)
        routes = props.get("routes")
        defaults = props.nested("defaults").nested("function")
        yield from self._routed(routes, made, kind, (defaults,) if defaults.fields is not None else ())

    def _routed(self, routes: Thing | None, made: Call, kind: str, extra: Sequence[Props]) -> Iterator[Wish]:
        if isinstance(routes, Fields):
            for name, field in routes.fields.items():
                yield from self._wish(field.value, name, made, kind, extra, name)

    def _sources(self, made: Call) -> Iterator[Wish]:
        """The functions behind a GraphQL API: of its data sources, and of resolvers that name none of these."""
        props = self.props(made)
        defaults = props.nested("defaults").nested("function")
        extra = (defaults,) if defaults.fields is not None else ()
        sources, resolvers = props.get("dataSources"), props.get("resolvers")
        named = sources.fields if isinstance(sources, Fields) else {}
        for name, field in named.items():
            yield from self._wish(field.value, name, made, "appsync", extra)
        for name, field in resolvers.fields.items() if isinstance(resolvers, Fields) else ():
            if not (isinstance(field.value, Atom) and field.value.value in named):
                yield from self._wish(field.value, name, made, "appsync", extra)

    def _consumers(self, made: Call, kind: str) -> Iterator[Wish]:
        props = self.props(made)
        defaults = props.nested("defaults").nested("function")
        extra = (defaults,) if defaults.fields is not None else ()
        for name in ("consumer", "consumers", "subscribers", "notifications", "rules", "triggers"):
            given = props.get(name)
            if name == "consumer" and given is not None:
                yield from self._wish(given, self.label(made), made, kind, extra)
            else:
                yield from self._each(given, made, kind, extra)

    def _each(self, given: Thing | None, made: Call, kind: str, extra: Sequence[Props]) -> Iterator[Wish]:
        """The functions of an object or a list; those of a rule are its targets."""
        if isinstance(given, Fields):
            for name, field in given.fields.items():
                targets = field.value.get("targets") if isinstance(field.value, Fields) else None
                if targets is not None:
                    yield from self._each(targets, made, kind, extra)
                else:
                    yield from self._wish(field.value, name, made, kind, extra)
        elif isinstance(given, Items):
            for item in given.items:
                yield from self._wish(item, self.label(made), made, kind, extra)

    def _added(self, call: Call, name: str, made: Call) -> Iterator[Wish]:
        """What version 2 adds to a component, after the scope: `queue.addConsumer(stack, …)`."""
        kind = made.path.removeprefix(self.prefix)
        given = call.argument(2 if name == "addTargets" else 1)
        defaults = self.props(made).nested("defaults").nested("function")
        extra = (defaults,) if defaults.fields is not None else ()
        if name == "addRoutes" and kind in APIS:
            yield from self._routed(given, made, APIS[kind], extra)
        elif name == "addConsumer" and kind in _SUBSCRIBED and given is not None:
            yield from self._wish(given, self.label(made), made, _SUBSCRIBED[kind], extra)
        elif name in _ADDED and kind in _SUBSCRIBED:
            yield from self._each(given, made, _SUBSCRIBED[kind], extra)

    def _method(self, call: Call, callee: Member) -> Iterator[Wish]:
        """What a method asks for; a function that was made before is called from where the method is."""
        for wish in self._methods(call, callee):
            yield wish._replace(span=call.head) if wish.existing is not None else wish

    def _methods(self, call: Call, callee: Member) -> Iterator[Wish]:
        """`api.route("GET /", …)`, `queue.subscribe(…)`, `bucket.notify({notifications: […]})`."""
        made = construct(callee.target)
        if made is None or not made.path.startswith(self.prefix) or not call.arguments:
            return
        name = made.path.removeprefix(self.prefix)
        first = call.arguments[0]
        if callee.name == "route" and name in APIS and len(call.arguments) > 1:
            route = str(first.value) if isinstance(first, Atom) else "route"
            options = Props(call, call.argument(2), self.language, 2)
            yield from self._wish(call.arguments[1], route, made, APIS[name], (), route, options)
        elif callee.name in ("subscribe", "subscribeQueue") and name in _SUBSCRIBED:
            handlers = [a for a in call.arguments[:2] if _is_handler(a)]
            at = len(call.arguments) - (call.arguments[-1] not in handlers)
            options = Props(call, call.argument(at), self.language, at)
            label = self._named(first if first not in handlers else None, made)
            if handlers:
                yield from self._wish(handlers[-1], label, made, _SUBSCRIBED[name], (), "", options)
        elif callee.name == "notify" and isinstance(first, Fields):
            listed = first.get("notifications")
            for item in listed.items if isinstance(listed, Items) else ():
                own = item.get("name") if isinstance(item, Fields) else None
                yield from self._wish(item, self._named(own, made), made, "s3")
        elif self.version == 2 and callee.name.startswith("add"):
            yield from self._added(call, callee.name, made)
        elif callee.name == "addAuthorizer" and isinstance(first, Fields):
            yield from self._authorizer(first, made)
        elif callee.name == "addDataSource" and isinstance(first, Fields):
            yield from self._wish(first.get("lambda"), self._named(first.get("name"), made), made, "appsync")

    def _authorizer(self, given: Fields, made: Call) -> Iterator[Wish]:
        """A function that decides who may call an API: nothing but that API calls it."""
        inner = given.get("lambda")
        for thing in (given.get("tokenFunction"), given.get("requestFunction"), inner):
            yield from self._silent(thing, self._named(given.get("name"), made), made)

    def _named(self, name: Thing | None, made: Call) -> str:
        return str(name.value) if isinstance(name, Atom) and isinstance(name.value, str) else self.label(made)


def _behind(thing: Thing | None) -> Call | None:
    """The component that a value is, or is an attribute of: `handler.arn`."""
    return construct(thing.target if isinstance(thing, Member) else thing)


def _sets_defaults(call: Call) -> bool:
    name = call.callee.name if isinstance(call.callee, Member) else call.path
    return name.rpartition(".")[2] == "setDefaultFunctionProps" and bool(call.arguments)


def _fills(call: Call) -> bool:
    over = call.argument(0) if call.path == FILLING else None
    return isinstance(over, Foreign) and over.path == FILLED


def _filled(call: Call, language: Language) -> Props:
    given = call.argument(1)
    fields = given.fields if isinstance(given, Fields) else {}
    known = Fields({name: fields[name] for name in fields if name in FILLABLE}, call.span)
    return Props(call, known, language)


def _is_handler(thing: Thing) -> bool:
    if isinstance(thing, Fields):
        return thing.get("handler") is not None
    own = _behind(thing)
    if own is not None and own.path.rpartition(".")[2] in _OWN:
        return True
    return isinstance(thing, Atom) and isinstance(thing.value, str) and ("/" in thing.value or "." in thing.value)


def _start(fields: Fields) -> Span:
    """The first entry of an object stands for it: an object has no name of its own."""
    first = next(iter(fields.fields.values()), None)
    return first.name if first is not None and fields.span.contains(first.name) else fields.span
