"""A whole Pulumi program: from its trace to the facts of one deployment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lambdalint.frontends.pulumi import access, cors, functions, polling, triggers
from lambdalint.frontends.pulumi.survey import Program, Survey
from lambdalint.frontends.script import shared
from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Call
from lambdalint.model.infra import Deployment, InfraFacts


def read(
    calls: Sequence[Call],
    language: Language,
    folder: str,
    name: str,
    whole: bool,
    program: Program | None = None,
    others: Callable[[Call], str | None] = lambda _: None,
) -> InfraFacts:
    """All that the calls of one program deploy.

    `folder` is where the program runs, that of its `main`: relative paths of assets start there. `name` identifies the
    program in the project (the path of its first file). `whole` is False when some of it wasn't read or followed.
    `program` is its text, where something may be written that speaks of other resources. `others` gives the keys of
    functions that it makes in other ways.
    """
    shared.mark(calls)
    survey = Survey(calls, language, folder, name, program, others)
    mappings = tuple(polling.mappings(survey))
    integrations = tuple(access.integrations(survey))
    return InfraFacts(
        deployments=(Deployment(name, name, whole, cors.resource_policies(survey), "Pulumi"),),
        functions=tuple(functions.functions(survey)),
        queues=tuple(polling.queues(survey)),
        mappings=mappings,
        triggers=tuple(triggers.triggers(survey, mappings, integrations)),
        routes=tuple(access.routes(survey)),
        integrations=integrations,
        urls=tuple(access.urls(survey)),
        permissions=tuple(access.permissions(survey)),
        roles=tuple(access.roles(survey)),
        log_groups=tuple(functions.log_groups(survey)),
        invoke_configs=tuple(access.invoke_configs(survey)),
        archives=tuple(functions.archives(survey)),
        secrets=tuple(dict.fromkeys(survey.secrets)),
        cors=tuple(cors.cors(survey)),
        gaps=tuple(functions.gaps(survey)),
    )
