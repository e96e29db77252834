"""Services of the Serverless Framework: from files to the model. Nothing is run, nothing is fetched.

What a service adds under `resources` is CloudFormation and read as such, beside the resources that the framework makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.data.serverless_plugins import SETS_NO_ENVIRONMENT
from lambdalint.frontends import cloudformation
from lambdalint.frontends.cfn.cors import resource_policies
from lambdalint.frontends.cfn.stacks import Realm
from lambdalint.frontends.cfn.survey import FUNCTION, Survey
from lambdalint.frontends.cfn.templates import Resource, Template
from lambdalint.frontends.cfn.values import Partial, Scalar
from lambdalint.frontends.joined import together
from lambdalint.frontends.sls import apis, events, functions, packing, roles, strange
from lambdalint.frontends.sls.services import Service, load
from lambdalint.frontends.sls.settings import Settings, settings_of
from lambdalint.model.gap import Gap
from lambdalint.model.infra import Deployment, InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.source import Span
from lambdalint.syntax import yamltree

Reader = Callable[[str], bytes | None]
Names = dict[str, Scalar | Partial | None]

_GENERATED = "block"


def read(
    reader: Reader, look: Reader, paths: Sequence[str]
) -> tuple[InfraFacts, tuple[BrokenFile, ...], frozenset[str]]:
    """All that the services among `paths` deploy, the files that don't parse, and all files that services consist of.

    `reader` gives the content of a path, None where it can't be read; `look` does too, for files that may turn out to
    be something else.
    """
    loaded = load(reader, look, paths)
    facts = together([InfraFacts(gaps=loaded.gaps), *(_deployment(service, reader) for service in loaded.services)])
    files = frozenset(path for service in loaded.services for path in service.variables.texts)
    return facts, loaded.broken, files


def _deployment(service: Service, reader: Reader) -> InfraFacts:
    settings = settings_of(service)
    names: Names = {one.key: functions.name_of(one) for one in settings}
    template, whole = _template(service, settings, names)
    realm = Realm(template, {template.path: template}, reader)
    service.variables.within(realm.top)
    # values may refer to resources: what was read before there were any is read again
    service = Service(service.path, service.root, service.parsed, service.variables)
    settings = settings_of(service)
    survey = Survey(realm, service.variables.texts, reader)
    made = _made(service, settings, names, survey)
    others = cloudformation.deployment(realm, service.variables.texts, reader)
    whole = whole and realm.whole and service.functions_known and not service.variables.exhausted
    whole = whole and not functions.has_unknown_plugins(service)
    deployment = Deployment(service.path, service.folder, whole, resource_policies(survey), "Serverless")
    made = made._replace(deployments=(deployment,), gaps=tuple(_gaps(service)))
    return together((made, _without(others, frozenset(names))))


def _gaps(service: Service) -> Iterator[Gap]:
    """What isn't followed of a service."""
    place = service.header
    if service.plugins is None:
        yield Gap(place, "its plugins aren't known")
    for plugin in service.plugins or ():
        if plugin not in SETS_NO_ENVIRONMENT:
            yield Gap(place, f"the plugin {plugin} may change what is deployed")
    if not service.functions_known:
        yield Gap(place, "it may have functions that aren't written here")
    if service.variables.exhausted:
        yield Gap(place, "its variables ask for more than is followed")


def _made(service: Service, settings: tuple[Settings, ...], names: Names, survey: Survey) -> InfraFacts:
    """What the framework makes."""
    secrets: list[Span] = []
    found = events.events(settings)
    mappings = tuple(events.mappings(found, survey))
    api = apis.apis(found)
    urls = tuple(apis.urls(settings))
    return InfraFacts(
        functions=tuple(
            functions.overridden(functions.function(one, secrets, names[one.key]), one) for one in settings
        ),
        mappings=mappings,
        triggers=(*events.triggers(found, mappings, survey), *api.triggers),
        routes=api.routes,
        integrations=api.integrations,
        urls=urls,
        roles=tuple(roles.roles(settings, survey)),
        log_groups=tuple(functions.log_groups(settings, names)),
        invoke_configs=tuple(apis.invoke_configs(settings)),
        unknown_attributes=tuple(strange.unknown_attributes(settings, found)),
        scripts=tuple(packing.scripts(settings)),
        secrets=tuple(dict.fromkeys(secrets)),
        cors=tuple(apis.cors(service, found)),
    )


def _without(facts: InfraFacts, functions: frozenset[str]) -> InfraFacts:
    """Facts of the template, less its stand-ins for functions, and what was said of those."""
    kept = [f for f in facts.functions if f.key not in functions]
    return facts._replace(
        functions=tuple(kept),
        deployments=(),
        unknown_attributes=tuple(u for u in facts.unknown_attributes if u.function not in functions),
    )


def _template(service: Service, settings: tuple[Settings, ...], names: Names) -> tuple[Template, bool]:
    """The template that the framework deploys: the service's own resources, and stand-ins for its functions."""
    written, whole = service.resources()
    resources: dict[str, Resource] = {}
    for one in settings:
        resources[f"{one.logical}LambdaFunction"] = _stand_in(one, names[one.key])
    for name, node in written.items():
        kind = node.get("Type") if isinstance(node, yamltree.Mapping) else None
        if isinstance(node, yamltree.Mapping) and isinstance(kind, yamltree.Scalar) and "::" in kind.text:
            resources[name] = Resource(name, kind.text, _header(service, name, node), node)
    return Template(service.path, _sections(service), service.parsed, whole, resources), whole


def _header(service: Service, name: str, node: yamltree.Mapping) -> Span:
    """Where a resource is named."""
    for part in service.templates():
        section = service.variables.opened(part.get("Resources"))
        entry = section.entry(name) if isinstance(section, yamltree.Mapping) else None
        if entry is not None:
            return entry.key.span
    return node.span


def _sections(service: Service) -> yamltree.Mapping:
    """The sections of the template beside its resources."""
    entries: dict[str, yamltree.Entry] = {}
    for part in service.templates():
        for entry in part.entries:
            if entry.key.text in ("Conditions", "Mappings", "Parameters", "Outputs"):
                entries[entry.key.text] = entry._replace(value=service.variables.plain(entry.value))
    return yamltree.Mapping(service.root.span, tuple(entries.values()), "block", True)


def _stand_in(settings: Settings, named: Scalar | Partial | None) -> Resource:
    """A resource for a function, so that others can refer to it: all that it says is its name."""
    header = settings.header
    properties: Mapping[str, str] = {}
    if isinstance(named, Scalar):
        properties = {"FunctionName": str(named.value)}
    inner = yamltree.Mapping(
        header, tuple(_entry(header, k, _text(header, v)) for k, v in properties.items()), "flow", True
    )
    body = yamltree.Mapping(header, (_entry(header, "Properties", inner),), "flow", True)
    return Resource(f"{settings.logical}LambdaFunction", FUNCTION, header, body)


def _entry(span: Span, name: str, value: yamltree.Node) -> yamltree.Entry:
    return yamltree.Entry(span, _text(span, name), value)


def _text(span: Span, text: str) -> yamltree.Scalar:
    return yamltree.Scalar(span, text, text, _GENERATED, "", False)
