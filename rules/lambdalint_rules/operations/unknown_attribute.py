"""A resource has an attribute that its schema doesn't know.

## Why it matters
A misspelt name is refused when the deployment is planned, or, in policies and in inputs of modules, silently ignored:
the setting is then simply not there.

## When it stays silent
The name may belong to a resource or a provider that isn't known here. A misspelt architecture is another rule's.

## Fix safety
Safe: nothing else is accepted there. A new name is only offered where one alone is near, and nothing else sets it.

## References
- Documentation of the AWS provider for Terraform: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
- IAM user guide, "IAM JSON policy element reference":
  https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Applicability, Context, Edit, Finding, Fix, Rule, Severity, UnknownAttribute
from lambdalint.data.architectures import MISTAKEN_KEYS

SHAPES = {
    "block": "{name} of {where} is an attribute, not a block",
    "attribute": "{name} of {where} is a block, not an attribute",
    "string": "{name} of {where} is a list, not a string",
}

rule = Rule(
    code="LL701",
    name="unknown-attribute",
    severity=Severity.ERROR,
    since="0.1.0",
    fixable=Applicability.SAFE,
    any_language=True,
)


@rule.check(UnknownAttribute)
def check(attribute: UnknownAttribute, ctx: Context) -> Iterator[Finding]:
    if _is_architecture(attribute, ctx):
        return
    where = f"{attribute.parent} of {attribute.resource}" if attribute.parent else attribute.resource
    if attribute.shape in SHAPES:
        message = SHAPES[attribute.shape].format(name=attribute.name, where=where)
    elif attribute.nearest:
        message = f"{where} has no attribute {attribute.name}, {attribute.nearest} is near"
    else:
        message = f"{where} has no attribute {attribute.name}"
    yield Finding(
        attribute.span,
        message,
        fix=_fix(attribute, ctx),
        severity=Severity.WARNING if attribute.provider_newer else Severity.ERROR,
        anchor=attribute.resource,
    )


def _fix(attribute: UnknownAttribute, ctx: Context) -> Fix | None:
    slot = attribute.slot
    if slot is None:
        return None
    if attribute.shape == "string":
        title, text = "make it a list", ctx.text(slot.span)
    elif attribute.shape == "block":
        title, text = "make it an attribute", slot.spell(attribute.name)
    elif attribute.nearest and not attribute.shape:
        title, text = f"call it {attribute.nearest}", slot.spell(attribute.nearest)
    else:
        return None
    edits = (Edit(slot.span, slot.before + text + slot.after), *(() if attribute.shape else attribute.reshaped))
    return Fix(title, edits, Applicability.SAFE)


def _is_architecture(attribute: UnknownAttribute, ctx: Context) -> bool:
    """True for what the rule on architectures reports."""
    function = ctx.project.function(attribute.function)
    return (
        function is not None
        and ctx.project.is_go(function)
        and not attribute.parent
        and attribute.name.lower() in MISTAKEN_KEYS
    )
