"""The role that terraform-aws-modules/lambda makes for its function."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends import iam
from lambdalint.frontends.hcl.moduleinputs import entries, flag
from lambdalint.frontends.hcl.reading import (
    Config,
    members,
)
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import Fields, Items
from lambdalint.model.access import Policy, Role, Statement
from lambdalint.value import Known, Unknown, Value

_POLICY_NAMES = {
    "actions": "Action",
    "not_actions": "NotAction",
    "resources": "Resource",
    "not_resources": "NotResource",
    "principals": "Principal",
    "condition": "Condition",
}
_MANAGED = {
    "attach_network_policy": "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess",
    "attach_tracing_policy": "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
}
"""Policies of AWS that the module copies, by the inputs that ask for them."""

_LOGGING = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
_SENDING = {
    "attach_async_event_policy": ("events:PutEvents", "lambda:InvokeFunction", "sns:Publish", "sqs:SendMessage"),
    "attach_dead_letter_policy": ("sns:Publish", "sqs:SendMessage"),
}
"""What the module allows to where failed events go."""


def role(survey: Survey, found: Found) -> Iterator[Role]:
    config = found.config
    if not flag(config, "create_role", True):
        return
    key, label, header, deployment = found.head
    policies: list[Policy] = []
    managed: list[Value[str]] = []
    asked = {name: flag(config, name, False) for name in (*_MANAGED, *_SENDING)}
    complete = flag(config, "attach_policy_jsons", False) is False and None not in asked.values()
    complete = complete and not _is_extended(survey, f"{key}#role")
    managed += [Known(arn, header, default=True) for name, arn in _MANAGED.items() if asked[name]]
    policies += [_policy(found, name, actions) for name, actions in _SENDING.items() if asked[name]]
    logging = flag(config, "attach_cloudwatch_logs_policy", True)
    complete = complete and logging is not None
    if logging:
        policies.append(_policy(found, "logs", _LOGGING))
    statements = flag(config, "attach_policy_statements", False)
    if statements:
        policies.append(iam.policy(f"{key}#statements", label, header, _statements(survey, config)))
    document = flag(config, "attach_policy_json", False)
    if document:
        node = survey.document(config.attribute("policy_json"))
        policies.append(iam.policy(f"{key}#json", label, header, node))
    one, many = flag(config, "attach_policy", False), flag(config, "attach_policies", False)
    if one:
        managed.append(config.text("policy") or Unknown(header, "it is not set"))
    if many:
        arns, known = members(config.attribute("policies"))
        managed += arns
        complete = complete and known
    complete = complete and None not in (statements, document, one, many)
    complete = complete and all(p.complete for p in policies) and all(isinstance(m, Known) for m in managed)
    name = config.text("role_name") or Unknown(header, "it is computed")
    yield Role(f"{key}#role", label, header, deployment, name, None, tuple(policies), tuple(managed), complete)


def _is_extended(survey: Survey, role: str) -> bool:
    """True when a resource outside of the module attaches something to its role."""
    attachments = survey.each("aws_iam_role_policy", "aws_iam_role_policy_attachment")
    return any(survey.role(found.config.attribute("role")) == role for found in attachments)


def _policy(found: Found, name: str, allowed: tuple[str, ...]) -> Policy:
    """A policy that the module writes itself."""
    key, label, header, _ = found.head
    actions = tuple(Known(action, header, default=True) for action in allowed)
    resources = (Unknown(header, "it is known only after deployment"),)
    allow = Known("Allow", header, default=True)
    statement = Statement(header, allow, actions, (), resources, (), (), (), False, True)
    return Policy(f"{key}#{name}", label, header, (statement,), True)


def _statements(survey: Survey, config: Config) -> iam.Node:
    value = config.attribute("policy_statements")
    complete = isinstance(value, Fields | Items) and value.complete
    found: list[iam.Node] = []
    for _, settings, span in entries(value):
        effect = settings.text("effect") or Known("Allow", span, default=True)
        fields: list[tuple[Known[str], iam.Node]] = [(Known("Effect", span), effect)]
        for name, key in _POLICY_NAMES.items():
            part = settings.attribute(name)
            if part is not None:
                fields.append((Known(key, span), survey.node(part)))
        found.append(iam.Entries(tuple(fields), settings.value.complete, span))
    span = config.header
    return iam.Entries(((Known("Statement", span), iam.Listing(tuple(found), complete, span)),), True, span)
