"""What the release of the AWS provider's package that a project asks for has words for."""

from __future__ import annotations

from lambdalint.frontends.script.requirements import Library, Release
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known

# Release notes of pulumi-aws: each release from these on has the property.
LIMITED_PERMISSIONS = (7, 17)
LOGGING = (6, 16)
ARCHITECTURES = (4, 23)

AWS = Library(rb"@pulumi/aws", rb"pulumi[-_]aws", rb"github\.com/pulumi/pulumi-aws/sdk(?:/v\d+)?", LIMITED_PERMISSIONS)


def limits(asked: Release | None) -> bool:
    """Whether permissions can be limited to calls to a function's address."""
    return asked is None or asked >= LIMITED_PERMISSIONS


def within(facts: InfraFacts, asked: Release | None) -> InfraFacts:
    """The facts without places for properties that are newer than the release asked for."""
    if asked is None or asked >= LOGGING:
        return facts
    functions = []
    for function in facts.functions:
        form = function.logging.format
        fixed = form._replace(slot=None) if isinstance(form, Known) and form.default else form
        architectures = function.architectures
        if asked < ARCHITECTURES and isinstance(architectures, Known) and architectures.default:
            architectures = architectures._replace(slot=None)
        logging = function.logging._replace(format=fixed)
        functions.append(function._replace(architectures=architectures, logging=logging))
    return facts._replace(functions=tuple(functions))
