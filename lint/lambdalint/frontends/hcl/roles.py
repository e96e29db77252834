"""Execution roles with all that is attached to them."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends import iam
from lambdalint.frontends.hcl.reading import as_text
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import HclValue, Items, Partial, identity, parts_of, plain
from lambdalint.model.access import Policy, Role
from lambdalint.value import Known, Unknown, Value

_MANAGED = ":iam::aws:policy/"


class _Attached:
    """What is attached to one role."""

    def __init__(self) -> None:
        self.policies: list[Policy] = []
        self.managed: list[Value[str]] = []
        self.complete = True


def roles(survey: Survey) -> Iterator[Role]:
    """All roles."""
    found = list(survey.each("aws_iam_role"))
    attached = {f.resource.key: _Attached() for f in found}
    names = {identity(plain(v)): f.resource.key for f in found if (v := f.config.attribute("name")) is not None}
    for inline in survey.each("aws_iam_role_policy"):
        for key in _roles(survey, inline.config.attribute("role"), names, attached):
            attached[key].policies.append(_policy(survey, inline))
            attached[key].complete &= inline.resource.certain
    for attachment in survey.each("aws_iam_role_policy_attachment"):
        for key in _roles(survey, attachment.config.attribute("role"), names, attached):
            _attach(survey, attachment.config.attribute("policy_arn"), attached[key])
            attached[key].complete &= attachment.resource.certain
    for attachment in survey.each("aws_iam_policy_attachment"):
        for value in _each(attachment.config.attribute("roles")):
            for key in _roles(survey, value, names, attached):
                _attach(survey, attachment.config.attribute("policy_arn"), attached[key])
    for role in found:
        yield _role(survey, role, attached[role.resource.key])


def _each(value: HclValue | None) -> tuple[HclValue | None, ...]:
    return value.items if isinstance(value, Items) and value.complete else () if value is None else (value,)


def _roles(
    survey: Survey, value: HclValue | None, names: dict[str | None, str], attached: dict[str, _Attached]
) -> list[str]:
    """The roles that something is attached to. Where that isn't known, no role is known in full."""
    key = survey.target(value, "aws_iam_role")
    if key is not None:
        return [key]
    value = plain(value) if value is not None else None
    by_name = names.get(identity(value)) if value is not None else None
    if by_name is not None:
        return [by_name]
    elsewhere = survey.kind(value) is not None
    if (isinstance(value, Partial) and not elsewhere) or value is None or isinstance(value, Items):
        for known in attached.values():
            known.complete = False
    return []


def _policy(survey: Survey, found: Found, name: str = "policy") -> Policy:
    key, label, header, _ = found.head
    return iam.policy(key, label, header, survey.document(found.config.attribute(name)))


def _attach(survey: Survey, arn: HclValue | None, attached: _Attached) -> None:
    if arn is None:
        attached.complete = False
        return
    managed = _managed(survey, arn)
    if managed is not None:
        attached.managed.append(managed)
        return
    own = survey.resource(survey.target(arn, "aws_iam_policy"))
    if own is None:
        attached.complete = False
        return
    policy = _policy(survey, own)
    attached.policies.append(policy)


def _managed(survey: Survey, arn: HclValue) -> Value[str] | None:
    """The ARN of a policy that AWS manages, None for any other."""
    text = as_text(arn)
    if isinstance(text, Known):
        return text if _MANAGED in text.value else None
    parts = parts_of(plain(arn)) or ()
    if parts and isinstance(parts[-1], str) and _MANAGED in parts[-1]:
        return Known("arn:aws" + parts[-1][parts[-1].index(_MANAGED) :], arn.span)
    found = survey.resource(survey.target(arn, "aws_iam_policy", mode="data"))
    written = found.config.text("arn") if found is not None else None
    if isinstance(written, Known) and _MANAGED in written.value:
        return written
    return None


def _role(survey: Survey, found: Found, attached: _Attached) -> Role:
    key, label, header, deployment = found.head
    config = found.config
    inline = config.blocks("inline_policy")
    for i, inner in enumerate(inline.configs):
        document = survey.document(inner.attribute("policy"))
        attached.policies.append(iam.policy(f"{key}#{i}", label, inner.block.kind_span, document))
    arns = config.attribute("managed_policy_arns")
    if arns is not None:
        attached.complete &= isinstance(arns, Items) and arns.complete
        for arn in _each(arns) if isinstance(arns, Items) else ():
            _attach(survey, arn, attached)
    trust = config.attribute("assume_role_policy")
    complete = attached.complete and inline.complete and all(p.complete for p in attached.policies)
    name = config.text("name") or Unknown(header, "it has no fixed name")
    return Role(
        key,
        label,
        header,
        deployment,
        name,
        iam.policy(f"{key}#trust", label, header, survey.document(trust)) if trust is not None else None,
        tuple(attached.policies),
        tuple(attached.managed),
        complete and not config.body.broken,
    )
