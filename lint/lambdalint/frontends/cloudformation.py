"""CloudFormation and SAM templates: from files to the model. Nothing is run, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.frontends.cfn import (
    access,
    apis,
    connectors,
    cors,
    definitions,
    events,
    functions,
    packing,
    roles,
    samapis,
    sources,
    strange,
)
from lambdalint.frontends.cfn.exports import Exports
from lambdalint.frontends.cfn.stacks import NESTED, Realm
from lambdalint.frontends.cfn.survey import Survey
from lambdalint.frontends.cfn.templates import Template, load, local_path
from lambdalint.frontends.joined import together
from lambdalint.model.access import Role
from lambdalint.model.gap import FILLED_IN, Gap
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.source import Span
from lambdalint.syntax import yamltree

Reader = Callable[[str], bytes | None]


def read(reader: Reader, paths: Sequence[str], look: Reader | None = None) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """All that the templates among `paths` deploy, and the templates that don't parse.

    `reader` gives the content of a path, None where it can't be read; `look` does too, for files of which most turn out
    to be something else.
    """
    loaded = load(reader, look or reader, paths)
    realms = [Realm(root, loaded.templates, reader) for root in roots(loaded.templates)]
    Exports(realms)
    surveys = [Survey(realm, loaded.texts, reader) for realm in realms]
    elsewhere = {key: one for survey in surveys for key, one in survey.found().items()}
    for survey in surveys:
        survey.elsewhere = elsewhere
    found = [_facts(survey) for survey in surveys]
    granted: frozenset[str] = frozenset().union(*(survey.granted for survey in surveys))
    if granted:
        found = [f._replace(roles=tuple(_doubted(role, granted) for role in f.roles)) for f in found]
    gaps = tuple(Gap(Span(path, 0, 0), FILLED_IN) for path in loaded.filled_in)
    return together((*found, InfraFacts(gaps=gaps))), loaded.broken


def roots(templates: Mapping[str, Template]) -> Iterator[Template]:
    """The templates that are deployed by themselves: those that no other nests. Of a circle, all."""
    nested = {path for template in templates.values() for path in _nested(template) if path != template.path}
    found = [t for path, t in templates.items() if path not in nested]
    yield from found or templates.values()


def _nested(template: Template) -> Iterator[str]:
    for resource in template.resources.values():
        properties = resource.properties if resource.kind in NESTED else None
        place = properties.get(NESTED[resource.kind]) if isinstance(properties, yamltree.Mapping) else None
        path = local_path(template, place.text) if isinstance(place, yamltree.Scalar) and not place.tag else None
        if path is not None:
            yield path


def _deployed(realm: Realm, survey: Survey) -> Deployment:
    dialect = "SAM" if realm.top.template.is_serverless else "CloudFormation"
    return Deployment(
        realm.root, realm.root, realm.whole and events.all_read(survey), cors.resource_policies(survey), dialect
    )


def deployment(realm: Realm, texts: Mapping[str, bytes], reader: Reader) -> InfraFacts:
    """All that one deployment holds."""
    return _facts(Survey(realm, texts, reader))


def _doubted(role: Role, granted: frozenset[str]) -> Role:
    """A role to which other templates grant something too."""
    return role._replace(complete=False) if role.key in granted else role


def _facts(survey: Survey) -> InfraFacts:
    realm = survey.realm
    survey.names = functions.names(survey)
    groups = tuple(functions.log_groups(survey))
    mappings = (*sources.mappings(survey), *events.mappings(survey))
    integrations = tuple(apis.integrations(survey))
    described = definitions.described(survey)
    triggers = (*sources.triggers(survey, mappings), *events.triggers(survey))
    return InfraFacts(
        functions=tuple(functions.functions(survey, groups)),
        queues=tuple(sources.queues(survey)),
        mappings=mappings,
        triggers=(*triggers, *apis.triggers(survey, integrations), *samapis.triggers(survey), *described.triggers),
        routes=(*apis.routes(survey, integrations), *samapis.routes(survey), *described.routes),
        integrations=(*integrations, *samapis.integrations(survey), *described.integrations),
        urls=tuple(access.urls(survey)),
        permissions=(*access.permissions(survey), *connectors.permissions(survey)),
        roles=tuple(roles.roles(survey)),
        log_groups=tuple(group for group, _ in groups),
        invoke_configs=tuple(access.invoke_configs(survey)),
        unknown_attributes=tuple(strange.unknown_attributes(survey)),
        scripts=tuple(packing.scripts(survey)),
        secrets=tuple(dict.fromkeys(survey.secrets)),
        deployments=(_deployed(realm, survey),),
        cors=tuple(cors.cors(survey)),
        gaps=tuple(realm.gaps()),
    )
