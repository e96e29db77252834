"""A whole app: from the trace of a program to the facts of one deployment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from lambdalint.frontends.cdk import access, apis, code, cors, functions, logs, releases, roles, scud, sources, spawned
from lambdalint.frontends.cdk.kinds import FUNCTIONS
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script import shared
from lambdalint.frontends.script.language import Programming
from lambdalint.frontends.script.permissions import Program
from lambdalint.frontends.script.requirements import Release
from lambdalint.frontends.script.values import Atom, Call, Foreign, Instance, Thing
from lambdalint.model.gap import Gap
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Statement


def of_library(facts: InfraFacts) -> InfraFacts:
    """The facts of a program that nobody runs: who uses it may attach more to its roles."""
    deployments = tuple(d._replace(resource_policies=None) for d in facts.deployments)
    return facts._replace(deployments=deployments, roles=tuple(r._replace(complete=False) for r in facts.roles))


class Host(Protocol):
    """The files of a project in one language."""

    @property
    def language(self) -> Any:
        """How values and statements are written."""

    def body(self, path: str) -> Sequence[Statement]:
        """The statements of a file that was run."""

    def text(self, path: str) -> bytes:
        """The bytes of a file."""


def of_program(
    host: Host,
    calls: Sequence[Call],
    folder: str,
    name: str,
    whole: bool,
    flags: frozenset[str],
    asked: Release | None,
) -> InfraFacts:
    """`read` for a program whose text may be written to; `asked` is the oldest release that it may run with."""
    program = Program(calls, host.language, host.body, host.text, 1, releases.limits(asked))
    facts = read(calls, host.language, folder, name, whole, flags, program)
    return releases.within(facts, asked, host.language)


def read(
    calls: Sequence[Call],
    language: Programming,
    folder: str,
    name: str,
    whole: bool,
    flags: frozenset[str] = frozenset(),
    program: Program | None = None,
) -> InfraFacts:
    """All that the calls of one program deploy.

    `folder` is where the program runs, relative to the project root: relative asset paths start there. `name`
    identifies the program in the project (the path of its first file). `whole` is False when some of it wasn't read
    or followed. `flags` are the feature flags that cdk.json sets to true. `program` is its
    text, where something may be written that speaks of other constructs.
    """
    shared.mark(calls)
    survey = Survey(calls, language, folder, name, flags, program)
    integrations = tuple(apis.integrations(survey))
    found = tuple(functions.functions(survey))
    return InfraFacts(
        deployments=(Deployment(name, name, whole, cors.resource_policies(survey), "CDK"),),
        functions=found,
        queues=tuple(sources.queues(survey)),
        mappings=tuple(sources.mappings(survey)),
        triggers=(*sources.triggers(survey), *apis.triggers(survey, integrations), *sources.polled(survey)),
        routes=tuple(apis.routes(survey)),
        integrations=integrations,
        urls=tuple(access.urls(survey)),
        permissions=tuple(access.permissions(survey)),
        roles=tuple(roles.roles(survey)),
        log_groups=tuple(logs.log_groups(survey)),
        invoke_configs=tuple(sources.invoke_configs(survey)),
        scripts=(*code.scripts_of(survey), *code.go_builds(survey), *scud.builds(survey), *spawned.spawned(survey)),
        secrets=tuple(dict.fromkeys(survey.secrets)),
        cors=tuple(cors.cors(survey)),
        gaps=tuple(_gaps(calls, name, bool(found))),
    )


def _gaps(calls: Sequence[Call], name: str, has_functions: bool) -> Iterator[Gap]:
    """What isn't followed: constructs of libraries that nobody here knows."""
    if not has_functions:
        yield Gap(Span(name, 0, 0), "no Lambda function was found in this program")
    for call in calls:
        if not isinstance(call.callee, Foreign) or (call.new and call.path in FUNCTIONS):
            continue
        if not call.new and _builds_elsewhere(call):
            yield Gap(call.head, f"{call.callee.path} isn't in the project, and may deploy more")
        if not call.new or not _is_text(call.arguments[1:2]):
            continue
        if not call.callee.path.rpartition(".")[0].isidentifier():
            yield Gap(call.head, f"{call.callee.path} isn't in the project, and may deploy more")


def _builds_elsewhere(call: Call) -> bool:
    """True for a function of another organisation's package that is given something to build in.

    Its path begins with the names of both, in small letters; the CDK's own functions belong to classes. Functions of
    Go are told where they are called.
    """
    _, package, *rest = [*call.path.split("."), ""]
    scope = call.argument(0)
    given = isinstance(scope, Instance) or (isinstance(scope, Call) and scope.new)
    return given and len(rest) > 1 and package[:1].islower() and not call.path.startswith("go:")


def _is_text(things: Sequence[Thing]) -> bool:
    """True for one thing that is a known text, as the id of a construct is."""
    return all(isinstance(thing, Atom) and isinstance(thing.value, str) for thing in things) and len(things) == 1
