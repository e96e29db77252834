"""Resources of the AWS provider that a program makes beside SST's own components."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app
from lambdalint.frontends.pulumi.survey import PREFIX, Program, Survey
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Call
from lambdalint.frontends.sst import functions
from lambdalint.frontends.sst.wishes import Components
from lambdalint.model.infra import InfraFacts

NAMES = {"aws": "pulumi.aws", "pulumi": "pulumi.pulumi"}
"""What version 3 calls the packages that it brings along."""


def are_made(calls: Sequence[Call]) -> bool:
    """Whether a program makes any."""
    return any(call.new and call.path.startswith(PREFIX) for call in calls)


def beside(
    facts: InfraFacts, calls: Sequence[Call], language: Language, folder: str, name: str, program: Program
) -> InfraFacts:
    """The facts of a program with these resources. `program` is its text, `name` the path of its first file."""
    made = list(functions.each(Components(calls, language, 3), name))
    keys = {id(wish.component): key for wish, key in made if wish.kind is None}
    found = app.read(calls, language, folder, name, True, program, lambda call: keys.get(id(call)))
    survey = Survey(calls, language, folder, name)
    roles: dict[str, str] = {}
    for wish, key in made:
        role = survey.target(functions.first(wish, "role")[0], "iam.Role")
        if role is not None:
            roles[key] = survey.key(role)
    running = tuple(f._replace(role=roles.get(f.key, f.role)) for f in facts.functions)
    return together((facts._replace(functions=running), found._replace(deployments=())))
