"""Execution roles with all that is attached to them, also those that SAM makes for a function."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.sam_policy_templates import POLICY_TEMPLATES, Grant
from lambdalint.frontends import iam
from lambdalint.frontends.cfn.connectors import allowed, connections
from lambdalint.frontends.cfn.events import events
from lambdalint.frontends.cfn.reading import as_text, members
from lambdalint.frontends.cfn.survey import FUNCTION, ROLE_SUFFIX, SAM_FUNCTION, Found, Survey
from lambdalint.frontends.cfn.values import CfnValue, Fields, Partial, Scalar, parts_of, refs, text_of
from lambdalint.model.access import Policy, Role, Statement
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_MANAGED = ":iam::aws:policy/"
_PREFIX = "arn:aws:iam::aws:policy/"
_BASIC = "service-role/AWSLambdaBasicExecutionRole"
_TRACING = "AWSXRayDaemonWriteAccess"
_NETWORK = "service-role/AWSLambdaVPCAccessExecutionRole"
_POLLS = {
    "SQS": "service-role/AWSLambdaSQSQueueExecutionRole",
    "Kinesis": "service-role/AWSLambdaKinesisExecutionRole",
    "DynamoDB": "service-role/AWSLambdaDynamoDBExecutionRole",
    "MSK": "",
    "MQ": "",
    "SelfManagedKafka": "",
    "DocumentDB": "",
}
"""The policies that SAM attaches for events that are polled; empty where they depend on the event's settings."""

_POLICIES = ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy")


class _Attached:
    """What is attached to one role."""

    def __init__(self) -> None:
        self.policies: list[Policy] = []
        self.managed: list[Value[str]] = []
        self.complete = True


def roles(survey: Survey) -> Iterator[Role]:
    """All roles."""
    found = list(survey.each("AWS::IAM::Role"))
    made = [f for f in survey.each(SAM_FUNCTION) if f.config.attribute("Role") is None]
    attached = {f.key: _Attached() for f in found} | {f.key + ROLE_SUFFIX: _Attached() for f in made}
    for policy in survey.each(*_POLICIES):
        _attach_resource(survey, policy, attached)
    _connect(survey, attached)
    for role in found:
        yield _role(survey, role, attached[role.key])
    for function in made:
        yield _made_role(survey, function, attached[function.key + ROLE_SUFFIX])


def _attach_resource(survey: Survey, policy: Found, attached: dict[str, _Attached]) -> None:
    """A policy that names the roles it is for."""
    name = "RoleName" if policy.resource.kind == "AWS::IAM::RolePolicy" else "Roles"
    named, complete = members(policy.config.attribute(name))
    document = policy.config.attribute("PolicyDocument")
    for value in named:
        keys = {r.key for r in refs(value)} & attached.keys()
        for key in keys:
            attached[key].policies.append(iam.policy(*policy.head[:3], survey.document(document)))
            attached[key].complete &= policy.certain
        abroad = survey.foreign(value, "AWS::IAM::Role") if not keys else None
        survey.granted |= {abroad} if abroad else set()
        complete = complete and bool(keys or abroad)
    if not complete:
        for known in attached.values():
            known.complete = False


def _attach(survey: Survey, arn: CfnValue, attached: _Attached) -> None:
    """A managed policy by its ARN."""
    managed = _managed(arn)
    if managed is not None:
        attached.managed.append(managed)
        return
    own = survey.resource(survey.target(arn, "AWS::IAM::ManagedPolicy"))
    if own is None:
        attached.complete = False
        return
    attached.policies.append(iam.policy(*own.head[:3], survey.document(own.config.attribute("PolicyDocument"))))


def _managed(arn: CfnValue) -> Value[str] | None:
    """The ARN of a policy that AWS manages, None for any other."""
    text = as_text(arn)
    if isinstance(text, Known):
        return text if _MANAGED in text.value else None
    parts = parts_of(arn) or ()
    if parts and isinstance(parts[-1], str) and _MANAGED in parts[-1]:
        return Known("arn:aws" + parts[-1][parts[-1].index(_MANAGED) :], arn.span)
    return None


def _role(survey: Survey, found: Found, attached: _Attached) -> Role:
    key, label, header, deployment = found.head
    config = found.config
    inline, complete = members(config.attribute("Policies"))
    for i, item in enumerate(inline):
        document = item.get("PolicyDocument") if isinstance(item, Fields) else None
        complete = complete and document is not None
        attached.policies.append(iam.policy(f"{key}#{i}", label, item.span, survey.document(document or item)))
    arns, known = members(config.attribute("ManagedPolicyArns"))
    for arn in arns:
        _attach(survey, arn, attached)
    trust = config.attribute("AssumeRolePolicyDocument")
    complete = complete and known and attached.complete and all(p.complete for p in attached.policies)
    return Role(
        key,
        label,
        header,
        deployment,
        config.text("RoleName") or Unknown(header, "it has no fixed name"),
        iam.policy(f"{key}#trust", label, header, survey.document(trust)) if trust is not None else None,
        tuple(attached.policies),
        tuple(attached.managed),
        complete and not config.doubtful,
    )


# -- SAM -------------------------------------------------------------------------------------------------------------


def _connect(survey: Survey, attached: dict[str, _Attached]) -> None:
    """What connectors allow. What isn't followed of one may be for the function that it names, or for any."""
    for one in connections(survey):
        function = one.function
        if function is None:
            followed = one.is_followed and FUNCTION not in (one.source.kind, one.destination.kind)
            for known in attached.values():
                known.complete &= followed
            continue
        role = function.config.attribute("Role")
        key = survey.role(role) if role is not None else function.key + ROLE_SUFFIX
        owner = attached.get(key or "")
        survey.granted |= {key} if key and owner is None else set()
        if owner is not None and one.actions:
            owner.policies.append(allowed(one))
        if owner is not None:
            owner.complete &= one.is_followed


def _made_role(survey: Survey, found: Found, attached: _Attached) -> Role:
    """The role that SAM makes for a function that names none."""
    key, label, header, deployment = found.head
    config = found.config
    polled = {p for p in (_POLLS.get(e.kind) for e in events(survey) if e.found is found) if p is not None}
    wanted = [_BASIC, *sorted(polled - {""})]
    wanted += [_TRACING] if _is_traced(found) else []
    wanted += [_NETWORK] if config.attribute("VpcConfig") is not None else []
    attached.managed += [Known(_PREFIX + name, header, default=True) for name in wanted]
    given, complete = members(config.attribute("Policies"))
    for i, item in enumerate(given):
        complete = _grant(survey, f"{key}{ROLE_SUFFIX}#{i}", label, item, attached) and complete
    trust = config.attribute("AssumeRolePolicyDocument")
    return Role(
        f"{key}{ROLE_SUFFIX}",
        f"{label}{ROLE_SUFFIX}",
        config.place("Policies"),
        deployment,
        Unknown(header, "it is made at deployment"),
        iam.policy(f"{key}{ROLE_SUFFIX}#trust", label, header, survey.document(trust)) if trust is not None else None,
        tuple(attached.policies),
        tuple(attached.managed),
        complete
        and attached.complete
        and "" not in polled
        and not config.doubtful
        and all(p.complete for p in attached.policies),
    )


def _is_traced(found: Found) -> bool:
    tracing = found.config.text("Tracing")
    return isinstance(tracing, Known) and tracing.value == "Active"


def _grant(survey: Survey, key: str, label: str, item: CfnValue, attached: _Attached) -> bool:
    """Take one entry of `Policies`: a name or ARN, a document, or a policy template. False: not understood."""
    if isinstance(item, Scalar):
        word = text_of(item.value)
        if word.startswith("arn:"):
            _attach(survey, item, attached)
        else:
            attached.managed.append(Known(_PREFIX + word, item.span))
        return True
    if isinstance(item, Partial):
        _attach(survey, item, attached)
        return True
    if not isinstance(item, Fields):
        return False
    if "Statement" in item.fields:
        attached.policies.append(iam.policy(key, label, item.span, survey.node(item)))
        return True
    for name, field in item.fields.items():
        template = POLICY_TEMPLATES.get(name)
        if template is None:
            return False
        statements = tuple(_statement(grant, field.key.span, field.value) for grant in template)
        attached.policies.append(Policy(f"{key}/{name}", label, field.key.span, statements, True))
    return True


def _statement(grant: Grant, span: Span, values: CfnValue) -> Statement:
    """A statement of a policy template. Its parameters are known only as far as they are plain texts."""
    return Statement(
        span,
        Known("Allow", span),
        tuple(Known(a, span) for a in grant.actions),
        (),
        tuple(_resource(r, span, values) for r in grant.resources),
        (),
        (),
        (),
        grant.conditioned,
        True,
    )


def _resource(pattern: str, span: Span, values: CfnValue) -> Value[str]:
    for name, field in values.fields.items() if isinstance(values, Fields) else ():
        if isinstance(field.value, Scalar):
            pattern = pattern.replace(f"<{name}>", text_of(field.value.value))
    if "<" in pattern or "${" in pattern:
        return Unknown(span, "it is known only after deployment")
    return Known(pattern, span)
