"""The roles that the framework makes: one for all functions of a service, or one for each."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.serverless_plugins import ROLES
from lambdalint.frontends import iam
from lambdalint.frontends.cfn.reading import Config, as_flag, as_text, members
from lambdalint.frontends.cfn.survey import Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Scalar, parts_of, refs, text_of
from lambdalint.frontends.sls.services import Service
from lambdalint.frontends.sls.settings import Settings
from lambdalint.model.access import Policy, Role, Statement
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

SHARED = "IamRoleLambdaExecution"
"""The logical id of the role that the functions of a service share."""

_LOGS = ("logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource", "logs:PutLogEvents")
_QUEUE = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
_KINESIS = ("kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStreamSummary", "kinesis:ListShards")
_TABLE = ("dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream", "dynamodb:ListStreams")
_TRACING = ("xray:PutTraceSegments", "xray:PutTelemetryRecords")
_NETWORK = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"


def role_of(settings: Settings) -> tuple[str | None, Value[str] | None]:
    """The key of a function's role, and the role as it is written."""
    if _has_own(settings):
        return _own_key(settings), None
    value = settings.config.attribute("role")
    if value is None:
        value = _given(settings.service)
    if value is None:
        return settings.service.key(SHARED), None
    if isinstance(value, Scalar) and isinstance(value.value, str) and value.value.isalnum():
        return settings.service.key(value.value), as_text(value)
    return next((ref.key for ref in refs(value)), None), as_text(value)


def _given(service: Service) -> CfnValue | None:
    """The role that the provider names for all functions."""
    value = service.provider.attribute("role")
    if value is None:
        value = service.provider.nested("iam").attribute("role")
    return None if isinstance(value, Fields) else value


def _statements(config: Config) -> tuple[CfnValue | None, Span]:
    role = config.nested("iam").nested("role")
    value = role.attribute("statements")
    if value is not None:
        return value, role.place("statements")
    return config.attribute("iamRoleStatements"), config.place("iamRoleStatements")


def _has_own(settings: Settings) -> bool:
    if _per_function(settings.service):
        return settings.config.attribute("role") is None
    return settings.service.has_plugin(ROLES) and settings.config.attribute("iamRoleStatements") is not None


def _per_function(service: Service) -> bool:
    mode = service.provider.nested("iam").nested("role").attribute("mode")
    return isinstance(mode, Scalar) and mode.value == "perFunction"


def _own_key(settings: Settings) -> str:
    return settings.service.key(f"{settings.logical}{SHARED}")


def roles(settings: tuple[Settings, ...], survey: Survey) -> Iterator[Role]:
    """The roles that the framework makes for functions."""
    shared: dict[str, list[Settings]] = {}
    for one in settings:
        key, written = role_of(one)
        if key is not None and written is None:
            shared.setdefault(key, []).append(one)
    for key, users in shared.items():
        yield _role(key, users, survey)


def _role(key: str, users: list[Settings], survey: Survey) -> Role:
    service = users[0].service
    own = users[0] if key != service.key(SHARED) else None
    given, place = _statements(own.config if own is not None else service.provider)
    if given is None:
        place = users[0].header if own is not None or len(users) == 1 else service.header
    label = own.name if own is not None else service.label
    policies: list[Policy] = []
    complete = not service.provider.doubtful and not service.overridden(key.rpartition("#")[2])
    parts = [given]
    if own is not None and _inherits(own):
        parts.append(_statements(service.provider)[0])
    for i, part in enumerate(p for p in parts if p is not None):
        policy, whole = _policy(f"{key}#{i}", label, place, part, survey)
        policies.append(policy)
        complete = complete and whole
    policies.append(_generated(f"{key}#logs", label, place, users))
    managed, whole = _managed(service, own, users)
    return Role(
        key,
        f"the role of {label}",
        place,
        service.path,
        Unknown(place, "it is made at deployment"),
        None,
        tuple(policies),
        managed,
        complete and whole and all(p.complete for p in policies),
    )


def _inherits(settings: Settings) -> bool:
    if _per_function(settings.service):
        return True
    flag = settings.config.attribute("iamRoleStatementsInherit")
    if flag is None:
        plugin = settings.service.custom.nested("serverless-iam-roles-per-function")
        flag = plugin.attribute("defaultInherit")
    known = as_flag(flag) if flag is not None else None
    return not (known is None or (isinstance(known, Known) and not known.value))


def _policy(key: str, label: str, span: Span, value: CfnValue, survey: Survey) -> tuple[Policy, bool]:
    items, complete = members(value)
    statements: list[Statement] = []
    for item in items:
        node = survey.node(item)
        inner = (node,) if isinstance(node, iam.Entries) else node.items if isinstance(node, iam.Listing) else ()
        listing = iam.Listing(tuple(inner), bool(inner), item.span)
        entries = iam.Entries(((Known("Statement", item.span), listing),), True, item.span)
        found, whole = iam.statements_of(entries)
        statements += found
        complete = complete and whole
    return Policy(key, label, span, tuple(statements), complete), complete


def _managed(service: Service, own: Settings | None, users: list[Settings]) -> tuple[tuple[Value[str], ...], bool]:
    value = service.provider.nested("iam").nested("role").attribute("managedPolicies")
    if value is None:
        value = service.provider.attribute("iamManagedPolicies")
    items, complete = members(value)
    found: list[Value[str]] = []
    for item in items if own is None else ():
        parts = parts_of(item) or ()
        text = as_text(item)
        if isinstance(text, Known):
            found.append(text)
        elif parts and isinstance(parts[-1], str) and ":iam::aws:policy/" in parts[-1]:
            found.append(Known("arn:aws" + parts[-1][parts[-1].index(":iam::aws:policy/") :], item.span))
        else:
            complete = False
    if any(one.attribute("vpc") is not None for one in users):
        found.append(Known(_NETWORK, users[0].header, default=True))
    return tuple(found), complete


def _generated(key: str, label: str, span: Span, users: list[Settings]) -> Policy:
    """What the framework allows by itself: logs, and what events need."""
    granted = [_statement(span, _LOGS)]
    kinds = {kind for one in users for kind in _polled(one)}
    granted += [_statement(span, actions) for kind, actions in sorted(_POLLED.items()) if kind in kinds]
    granted += [_statement(span, _TRACING)] if any(_traced(one) for one in users) else []
    return Policy(key, label, span, tuple(granted), not kinds & {"msk", "kafka", "activemq", "rabbitmq", ""})


_POLLED = {"sqs": _QUEUE, "kinesis": _KINESIS, "dynamodb": _TABLE}


def _statement(span: Span, actions: tuple[str, ...]) -> Statement:
    """A statement that nobody wrote; what it is for is not told."""
    resource: Value[str] = Unknown(span, "it is made at deployment")
    named = tuple(Known(a, span, default=True) for a in actions)
    return Statement(span, Known("Allow", span, default=True), named, (), (resource,), (), (), (), False, True)


def _polled(settings: Settings) -> Iterator[str]:
    """The events of a function that need permissions of its role."""
    for item in members(settings.config.attribute("events"))[0]:
        for name, field in item.fields.items() if isinstance(item, Fields) else ():
            if name != "stream":
                yield name
                continue
            kind = field.value.get("type") if isinstance(field.value, Fields) else None
            arn = field.value.get("arn") if isinstance(field.value, Fields) else field.value
            text = "".join(p for p in parts_of(arn) or () if isinstance(p, str))
            if isinstance(kind, Scalar):
                yield text_of(kind.value)
            else:
                yield "dynamodb" if ":dynamodb:" in text else "kinesis" if ":kinesis:" in text else ""


def _traced(settings: Settings) -> bool:
    value = settings.config.attribute("tracing")
    if value is None:
        value = settings.service.provider.nested("tracing").attribute("lambda")
    return isinstance(value, Scalar) and value.value not in (None, False, "PassThrough")
