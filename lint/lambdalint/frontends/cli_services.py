"""What commands of the AWS CLI make around functions: queues, roles, APIs, rules and subscriptions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.data import defaults
from lambdalint.frontends import embedded, iam, spell
from lambdalint.model.access import Policy, Role
from lambdalint.model.build import CloudCall, CloudOption
from lambdalint.model.infra import InfraFacts
from lambdalint.model.triggers import ApiIntegration, ApiRoute, Queue, Trigger
from lambdalint.source import Span
from lambdalint.syntax import jsontree
from lambdalint.value import Known, Slot, Unknown, Value

Reader = Callable[[str], bytes | None]
Head = tuple[str, str, Span, str]

_MANAGED = ":iam::aws:policy/"
_ELSEWHERE = "it is set elsewhere"
_OWN = "policy-document"


class Services:
    """The commands of one project. `functions` are the keys of its functions, by name."""

    def __init__(self, calls: Sequence[CloudCall], functions: Mapping[str, str], reader: Reader) -> None:
        self._calls = calls
        self._functions = functions
        self._reader = reader
        self.queue_keys = _single((text(c, "--queue-name"), c.key) for c in self._each("sqs", "create-queue"))
        self.role_keys = _single((text(c, "--role-name"), c.key) for c in self._each("iam", "create-role"))

    def facts(self) -> InfraFacts:
        """All of it."""
        triggers, integrations, routes = [*self._rules(), *self._subscriptions()], [], []
        for call in self._each("apigatewayv2", "create-api", "create-integration"):
            function = self.function(_first(call, "--target", "--integration-uri"))
            if function is not None and _is_http(call):
                triggers.append(Trigger(*_head(call), "http-api", function, None, _payload(call), False))
                integrations.append(_integration(call, function))
                routes += [_route(call, function)] if call.operation == "create-api" else []
        return InfraFacts(
            queues=tuple(map(self._queue, self._each("sqs", "create-queue"))),
            roles=tuple(map(self._role, self._each("iam", "create-role"))),
            triggers=tuple(triggers),
            integrations=tuple(integrations),
            routes=tuple(routes),
        )

    def _each(self, service: str, *operations: str) -> Iterator[CloudCall]:
        yield from (c for c in self._calls if c.service == service and c.operation in operations)

    def function(self, arn: str | None) -> str | None:
        """The key of the function that an ARN names, alone or in the address that an API calls."""
        name = (arn or "").rpartition(":function:")[2].partition("/")[0].partition(":")[0]
        return self._functions.get(name) if arn is not None and ":function:" in arn else None

    def source_slot(self, call: CloudCall, function: str | None) -> Slot | None:
        """Where a permission of a topic names it, as the only subscription of the function above it does."""
        before = [c for c in self._each("sns", "subscribe") if c.span.start < call.span.start]
        same = [c for c in before if c.span.path == call.span.path]
        mine = [
            c for c in same if function is not None and self.function(_first(c, "--notification-endpoint")) == function
        ]
        if len(mine) != 1 or call.slot is None or text(call, "--principal") != "sns.amazonaws.com":
            return None
        topic = _value(mine[0], "--topic-arn")
        written = (self._reader(topic.span.path) or b"")[topic.span.start : topic.span.end].decode("utf-8", "replace")
        if isinstance(topic, Unknown) and not re.fullmatch(r"\$\{?\w+\}?", written):
            return None
        arn = topic.value if isinstance(topic, Known) else written
        return call.slot._replace(before=f"{call.slot.before}--source-arn ", spell=lambda _: f'"{arn}"')

    # -- queues ------------------------------------------------------------------------------------------------------

    def _queue(self, call: CloudCall) -> Queue:
        given = option(call, "--attributes")
        later = any(True for _ in self._each("sqs", "set-queue-attributes"))
        members = dict(_members(given)) if given is not None else {}
        whole = call.complete and not later and (given is None or given.pairs is not None)
        visibility = members.get("VisibilityTimeout")
        redrive: Value[str] | None = members.get("RedrivePolicy")
        if redrive is None and not whole:
            redrive = Unknown(call.span, _ELSEWHERE)
        name = _value(call, "--queue-name")
        fifo = isinstance(name, Known) and name.value.endswith(".fifo")
        return Queue(
            *_head(call, "--queue-name"),
            name,
            _seconds(visibility, call, whole),
            redrive,
            Known(fifo, call.span, default=True) if isinstance(name, Known) else Unknown(call.span, name.reason),
        )

    # -- roles -------------------------------------------------------------------------------------------------------

    def _role(self, call: CloudCall) -> Role:
        """A role with what commands attach to it. Others may attach more: it is never complete."""
        name = _value(call, "--role-name")
        mine = [c for c in self._each("iam", "put-role-policy", "attach-role-policy") if _is_same(c, call)]
        attached = [_value(c, "--policy-arn") for c in mine if c.operation == "attach-role-policy"]
        return Role(
            *_head(call, "--role-name"),
            name,
            self._policy(call, "--assume-role-policy-document", "trust"),
            tuple(self._policy(c, "--policy-document", _OWN) for c in mine if c.operation == "put-role-policy"),
            tuple(arn for arn in attached if isinstance(arn, Known) and _MANAGED in arn.value),
            False,
        )

    def _policy(self, call: CloudCall, name: str, kind: str) -> Policy:
        label = text(call, "--policy-name") or text(call, "--role-name") or call.label
        return iam.policy(f"{call.key}#{kind}", label, call.span, self._document(call, name))

    def _document(self, call: CloudCall, name: str) -> iam.Node | None:
        """JSON in an option, as it is written or in a file that it names."""
        value = _value(call, name)
        if not isinstance(value, Known):
            return None
        if value.value.startswith("file://"):
            path = posixpath.normpath(posixpath.join(call.folder or "", value.value.removeprefix("file://")))
            data = None if call.folder is None or path.startswith(("/", "..")) else self._reader(path)
            parsed = jsontree.parse(path, data) if data is not None else None
            return iam.from_json(parsed) if parsed is not None and not isinstance(parsed, jsontree.Broken) else None
        span = value.span
        written = embedded.Written((self._reader(span.path) or b"")[span.start : span.end], span)
        return embedded.document(value.value, (written,), span)

    # -- what calls --------------------------------------------------------------------------------------------------

    def _rules(self) -> Iterator[Trigger]:
        made = list(self._each("events", "put-rule"))
        for call in self._each("events", "put-targets"):
            function = self.function(next((m for m in _targets(call) if ":function:" in m), None))
            name = text(call, "--rule")
            rules = [rule for rule in made if name is not None and text(rule, "--name") == name]
            if function is not None and len(rules) == 1:
                timed = option(rules[0], "--schedule-expression") is not None
                off = option(rules[0], "--state") is not None and text(rules[0], "--state") != "ENABLED"
                kind = "schedule" if timed else "eventbridge"
                yield Trigger(*_head(call, "--rule"), kind, function, None, None, False, off=off)

    def _subscriptions(self) -> Iterator[Trigger]:
        for call in self._each("sns", "subscribe"):
            function = self.function(_first(call, "--notification-endpoint"))
            if function is not None and text(call, "--protocol") == "lambda":
                yield Trigger(*_head(call), "sns", function, None, None, False)


def _single(pairs: Iterator[tuple[str | None, str]]) -> dict[str, str]:
    """The pairs whose name occurs once."""
    found: dict[str, list[str]] = {}
    for name, key in pairs:
        if name is not None:
            found.setdefault(name, []).append(key)
    return {name: keys[0] for name, keys in found.items() if len(keys) == 1}


# -- options ---------------------------------------------------------------------------------------------------------


def option(call: CloudCall, name: str) -> CloudOption | None:
    """An option of a command."""
    return next((o for o in call.options if o.name == name), None)


def _value(call: CloudCall, name: str) -> Known[str] | Unknown:
    found = option(call, name)
    return found.values[0] if found is not None and found.values else Unknown(call.span, "it is not set")


def text(call: CloudCall, name: str) -> str | None:
    """What an option says, where that is known."""
    value = _value(call, name)
    return value.value if isinstance(value, Known) else None


def _first(call: CloudCall, *names: str) -> str | None:
    """The text of the first of these options, with `*` for what isn't known."""
    found = (o for o in (option(call, name) for name in names) if o is not None)
    return next((o.patterns[0] for o in found if o.patterns), None)


def _targets(call: CloudCall) -> Iterator[str]:
    found = option(call, "--targets")
    for pattern in found.patterns if found is not None else ():
        yield from (part.removeprefix("Arn=").strip("\"' ") for part in pattern.split(",") if "Arn=" in part)


def _members(given: CloudOption) -> Iterator[tuple[str, Value[str]]]:
    for key, value in given.pairs or ():
        if isinstance(key, Known):
            yield key.value, value


def _is_same(one: CloudCall, other: CloudCall) -> bool:
    """True for commands about one role: by its name, or by the same words where that isn't known."""
    names = [found.patterns for found in (option(c, "--role-name") for c in (one, other)) if found is not None]
    return len(names) == 2 and names[0] == names[1] and "*" not in "".join(names[0])


def _head(call: CloudCall, named: str = "") -> Head:
    return call.key, (text(call, named) if named else None) or call.label, call.span, call.span.path


# -- records ---------------------------------------------------------------------------------------------------------


def _seconds(given: Value[str] | None, call: CloudCall, whole: bool) -> Value[int]:
    if given is None:
        slot = call.slot if option(call, "--attributes") is None else None
        if slot is not None:
            slot = slot._replace(before=f"{slot.before}--attributes VisibilityTimeout=", spell=spell.bare)
        return Known(defaults.VISIBILITY, call.span, slot, default=True) if whole else Unknown(call.span, _ELSEWHERE)
    if isinstance(given, Known) and given.value.isdecimal() and len(given.value) < 9 and call.complete:
        return Known(int(given.value), given.span, given.slot, via=given.via)
    return Unknown(given.span, "it is no number")


def _is_http(call: CloudCall) -> bool:
    """Only APIs for HTTP take a target at once, or have forms of events to choose from."""
    if call.operation == "create-api":
        return text(call, "--protocol-type") == "HTTP"
    return text(call, "--integration-type") == "AWS_PROXY" and option(call, "--payload-format-version") is not None


def _payload(call: CloudCall) -> Value[str]:
    if option(call, "--payload-format-version") is None:
        return Known("2.0", call.span, default=True)
    return _value(call, "--payload-format-version")


def _integration(call: CloudCall, function: str) -> ApiIntegration:
    wait: Value[int] = Known(defaults.API_TIMEOUT["http-api"], call.span, default=True)
    if option(call, "--timeout-in-millis") is not None or not call.complete:
        wait = Unknown(call.span, "it isn't read")
    key, label, span, deployment = _head(call)
    return ApiIntegration(
        f"{key}#integration", label, span, deployment, "http-api", function, wait, _payload(call), True
    )


def _route(call: CloudCall, function: str) -> ApiRoute:
    """The only route of an API that is made with its target: nobody has to show who they are."""
    route = text(call, "--route-key")
    key, name, span, deployment = _head(call, "--name")
    label = f"{route} of {name}" if route is not None else name
    given = _value(call, "--route-key")
    method: Value[str] = Known("ANY", span, default=True)
    if option(call, "--route-key") is not None:
        method = given
        if isinstance(given, Known):
            method = given._replace(value=given.value.partition(" ")[0].replace("$default", "ANY"), slot=None)
    open_to_all: Value[str] = Known("NONE", span, default=True)
    return ApiRoute(
        f"{key}#route", label, span, deployment, "http-api", method, open_to_all, not call.complete, function
    )
