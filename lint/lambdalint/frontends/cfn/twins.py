"""A second permission beside one, for the other action that a function's own address takes."""

from __future__ import annotations

from lambdalint.frontends.cfn.copies import Names, copied
from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.value import Known, Slot, Value

_PLAIN = frozenset({"Type", "Properties", "DependsOn", "Condition"})
_NAMES = Names("Properties", "Action", "FunctionUrlAuthType", "InvokedViaFunctionUrl")


def twin_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes another resource after this one, for the action it is given; None where that isn't plain."""
    resource = permission.resource
    text = survey.texts.get(resource.header.path)
    name = f"{resource.name}Invoke"
    if text is None or not isinstance(principal, Known) or name in permission.stack.template.resources:
        return None
    if resource.repeated or any(e.key.text not in _PLAIN for e in resource.body.entries):
        return None
    return copied(text, resource.header, name, resource.body, _NAMES, principal.value)
