"""Terraform: from files to the model. Nothing is run, nothing is fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lambdalint.frontends.hcl import (
    apis,
    cors,
    functions,
    packing,
    roles,
    sources,
    strange,
)
from lambdalint.frontends.hcl.instances import Realm
from lambdalint.frontends.hcl.loading import Loaded, is_terraform, load
from lambdalint.frontends.hcl.modules import (
    DATADOG_MODULE,
    FOREIGN_MODULE,
    MODULE_KIND,
    QUEUE_MODULE,
    TERRAGRUNT,
    TOPIC_MODULE,
    Module,
    local_folder,
)
from lambdalint.frontends.hcl.survey import FUNCTION, Survey
from lambdalint.model.functions import Function
from lambdalint.model.gap import FILLED_IN, Gap
from lambdalint.model.infra import Choice, Deployment, InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Attribute, Block, Literal, Object, nested

ALLOWING = ("aws_lambda_function_url", "aws_lambda_permission", "aws_lambda_resource_policy")
_MADE = "cdktf.out"
_TESTS = frozenset({"test", "tests", "testdata", "fixtures", "__tests__", "docs", "doc", "node_modules", "vendor"})
_LOCAL = pattern(r"://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|[\w.-]*localstack[\w.-]*)(?::\d+)?(?:/|$)")


def read(
    reader: Callable[[str], bytes | None], paths: Sequence[str], elsewhere: Mapping[str, str] = MappingProxyType({})
) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """All that the Terraform files among `paths` deploy, and the files that don't parse.

    `reader` gives the content of a path, None where it can't be read. `elsewhere` are functions that other tools
    deploy: their names, and the keys of their records.
    """
    if not any(is_terraform(path) or posixpath.basename(path) == TERRAGRUNT for path in paths):
        return InfraFacts(), ()
    loaded = _freed(load(reader, paths), reader)
    found = [_deployment(root, loaded, reader, paths, elsewhere) for root in _roots(loaded.modules)]
    together = _together([_kept(facts) for facts in found])
    return together._replace(gaps=(*together.gaps, *_gaps(loaded, together))), loaded.broken


def _gaps(loaded: Loaded, facts: InfraFacts) -> Iterator[Gap]:
    """What may deploy something with other values, or once another tool has been at work."""
    for path in loaded.filled_in:
        if not _is_test(posixpath.dirname(path)):
            yield Gap(Span(path, 0, 0), FILLED_IN)
    made = {function.span for function in facts.functions}
    for folder, module in loaded.modules.items():
        for (mode, kind, name), block in module.resources.items():
            if mode == "managed" and kind == FUNCTION and block.header not in made and not _is_test(folder):
                yield Gap(block.header, f"the values that are known here make no function of {name}")


def _kept(facts: InfraFacts) -> InfraFacts:
    """The facts of a deployment; nothing is written into what another program has made."""
    made = any(_MADE in deployment.root.split("/") for deployment in facts.deployments)
    if not made:
        return facts
    from lambdalint.frontends.unwritten import unslotted

    return InfraFacts(*map(unslotted, facts))


def _together(found: Sequence[InfraFacts]) -> InfraFacts:
    """The facts of all deployments; what is said of a place that they share is said once."""
    together = _joined(found)
    strange = {attribute.span: attribute for attribute in together.unknown_attributes}
    return together._replace(unknown_attributes=tuple(strange.values()), secrets=tuple(dict.fromkeys(together.secrets)))


def _joined(found: Sequence[InfraFacts]) -> InfraFacts:
    joined: Any = ([record for facts in found for record in facts[i]] for i in range(len(InfraFacts._fields)))
    return InfraFacts(*map(tuple, joined))


# -- deployments -----------------------------------------------------------------------------------------------------


def _roots(modules: Mapping[str, Module]) -> Iterator[str]:
    """The folders that Terraform is run in: those that no other calls. Of folders that only call each other, one."""
    real = [folder for folder in sorted(modules) if not _is_test(folder) and not _is_local(modules[folder])]
    calls = {folder: frozenset(_called(modules[folder])) & modules.keys() for folder in real}
    called = frozenset(target for folder, targets in calls.items() for target in targets if target != folder)
    reached: set[str] = set()
    roots = [folder for folder in real if folder not in called]
    for root in roots:
        _reach(root, calls, reached)
    for folder in real:
        if folder not in reached:
            roots.append(folder)
            _reach(folder, calls, reached)
    yield from roots


def _freed(loaded: Loaded, reader: Callable[[str], bytes | None]) -> Loaded:
    """The same, with nothing taken for granted that files may say which another tool fills in."""
    filled_in = [path for path in loaded.filled_in if not _is_test(posixpath.dirname(path))]
    if not filled_in:
        return loaded
    from lambdalint.frontends.hcl import unread

    called = {folder for name, m in loaded.modules.items() if not _is_test(name) for folder in _called(m)}
    return loaded._replace(modules=unread.freed(loaded.modules, filled_in, called, reader))


def _reach(start: str, calls: Mapping[str, frozenset[str]], reached: set[str]) -> None:
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        if folder not in reached:
            reached.add(folder)
            waiting += calls.get(folder, ())


def _called(module: Module) -> Iterator[str]:
    for call in module.calls.values():
        folder = local_folder(module, call)
        if folder is not None:
            yield folder


def _is_test(folder: str) -> bool:
    """True for folders whose modules are deployed by tests, or shown in documents."""
    return not _TESTS.isdisjoint(folder.lower().split("/"))


def _is_local(module: Module) -> bool:
    """True when a module is deployed to an emulator on the developer's machine."""
    for provider in module.providers:
        if provider.labels != ("aws",) or "alias" in provider.body.attributes:
            continue
        if any(_has_local_address(a) for b in nested(provider.body) if b.kind == "endpoints" for a in _values(b)):
            return True
    return False


def _values(block: Block) -> Iterator[Attribute]:
    yield from block.body.attributes.values()


def _has_local_address(attribute: Attribute) -> bool:
    expression = attribute.expression
    texts = [p.value for p in expression.pairs] if isinstance(expression, Object) else [expression]
    return any(isinstance(t, Literal) and isinstance(t.value, str) and bool(_LOCAL.search(t.value)) for t in texts)


def _deployment(
    root: str,
    loaded: Loaded,
    reader: Callable[[str], bytes | None],
    paths: Sequence[str],
    elsewhere: Mapping[str, str],
) -> InfraFacts:
    realm = Realm(root, loaded.modules, reader, paths)
    survey = Survey(realm, loaded.texts)
    survey.names = {**elsewhere, **functions.names(survey)}
    groups = tuple(functions.log_groups(survey))
    mappings = tuple(sources.mappings(survey))
    integrations = tuple(apis.integrations(survey))
    found = tuple(functions.functions(survey, groups))
    triggers = (*sources.triggers(survey, mappings), *apis.triggers(survey, integrations))
    described, modules, messages = _described(survey), _modules(survey), _messages(survey)
    whole = not realm.foreign and all(i.config.whole for i in survey.instances) and realm.budget.left > 0
    known = InfraFacts(
        deployments=(Deployment(root, root, whole, cors.resource_policies(survey), "Terraform"),),
        functions=found,
        queues=tuple(sources.queues(survey)),
        mappings=mappings,
        triggers=triggers,
        routes=tuple(apis.routes(survey, integrations)),
        integrations=integrations,
        roles=tuple(roles.roles(survey)),
        log_groups=tuple(group for group, _ in groups),
        invoke_configs=tuple(sources.invoke_configs(survey)),
        unknown_attributes=tuple(strange.unknown_attributes(survey)),
        archives=tuple(packing.archives(survey)),
        scripts=tuple(packing.scripts(survey)),
        secrets=tuple(dict.fromkeys(survey.secrets)),
        gaps=tuple(realm.gaps()),
        cors=tuple(cors.cors(survey)),
    )
    facts = _joined((known, _allowed(survey), described, modules, _foreign(survey), messages))
    choices = (Choice(place, by) for place, found in realm.budget.choices.items() for by in found)
    return facts._replace(choices=tuple(choices))


def _allowed(survey: Survey) -> InfraFacts:
    """Who may call functions, and at which addresses."""
    if not any(True for _ in survey.each(*ALLOWING)):
        return InfraFacts()
    from lambdalint.frontends.hcl import access

    return InfraFacts(urls=tuple(access.urls(survey)), permissions=tuple(access.permissions(survey)))


def _described(survey: Survey) -> InfraFacts:
    """What documents say of the APIs that they describe."""
    if all(found.config.attribute("body") is None for found in survey.each(*apis.APIS)):
        return InfraFacts()
    from lambdalint.frontends.hcl import definitions

    found = definitions.described(survey)
    return InfraFacts(integrations=found.integrations, routes=found.routes, triggers=found.triggers)


def _modules(survey: Survey) -> InfraFacts:
    """What calls of the community's module for functions make."""
    if not any(True for _ in survey.each(MODULE_KIND, mode="module")):
        return InfraFacts()
    from lambdalint.frontends.hcl import lambdamodule

    return lambdamodule.read(survey)


def _foreign(survey: Survey) -> InfraFacts:
    """What can be told of functions that modules from elsewhere make, all of it for one that is well known."""
    known: tuple[Function, ...] = ()
    if any(True for _ in survey.each(DATADOG_MODULE, mode="module")):
        from lambdalint.frontends.hcl import datadogmodule

        known = tuple(datadogmodule.made(survey))
    if not any(True for _ in survey.each(FOREIGN_MODULE, mode="module")):
        return InfraFacts(functions=known)
    from lambdalint.frontends.hcl import foreignmodules

    found = foreignmodules.read(survey)
    return found._replace(functions=(*found.functions, *known))


def _messages(survey: Survey) -> InfraFacts:
    """What calls of the community's modules for queues and topics make."""
    if not any(True for _ in survey.each(QUEUE_MODULE, TOPIC_MODULE, mode="module")):
        return InfraFacts()
    from lambdalint.frontends.hcl import messagemodules

    return messagemodules.read(survey)
