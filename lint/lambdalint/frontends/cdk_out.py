"""Templates that the CDK has made, read where its programs aren't understood.

Nobody edits them, so nothing in them has a slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lambdalint.frontends import cloudformation
from lambdalint.frontends.cfn.stacks import Realm
from lambdalint.frontends.cfn.templates import Template, load
from lambdalint.frontends.joined import together
from lambdalint.frontends.unwritten import unslotted
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.syntax import yamltree

Reader = Callable[[str], bytes | None]

_FOLDER = "cdk.out"
_ENDING = ".template.json"
_PLACE = "aws:cdk:path"


def read(reader: Reader, paths: Sequence[str], programs: InfraFacts) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What the templates in folders `cdk.out` deploy. `programs` is what was understood of the CDK programs."""
    understood = [function.deployment for function in programs.functions]
    wanted = [path for path in paths if _is_made(path) and not any(_made_of(path, root) for root in understood)]
    if not wanted:
        return InfraFacts(), ()
    loaded = load(reader, reader, wanted, _is_made)
    found: list[InfraFacts] = []
    for template in loaded.templates.values():
        facts = cloudformation.deployment(Realm(template, {}, reader), loaded.texts, reader)
        deployments = tuple(deployment._replace(dialect="CDK") for deployment in facts.deployments)
        made = InfraFacts(*map(unslotted, facts._replace(deployments=deployments)))
        found.append(_named(template, made))
    return together(found), ()


def _is_made(path: str) -> bool:
    folders = path.split("/")[:-1]
    return path.endswith(_ENDING) and folders[-1:] == [_FOLDER]


def _made_of(path: str, root: str) -> bool:
    """True when a program stands in the folder that holds the `cdk.out` of a template."""
    home = path.rpartition(f"{_FOLDER}/")[0]
    return root.startswith(home)


def _named(template: Template, facts: InfraFacts) -> InfraFacts:
    """The same with the names of the program: generated ones mean nothing to people."""
    names = dict(_constructs(template))

    def named(record: Any) -> Any:
        for field in ("label", "resource"):
            label = names.get(getattr(record, field, None) or "")
            if label is not None:
                return record._replace(**{field: label})
        return record

    return InfraFacts(*(tuple(map(named, records)) for records in facts))


def _constructs(template: Template) -> Iterator[tuple[str, str]]:
    """The name of each resource, and its place below the stack: `Worker`, `Worker/ServiceRole`."""
    for name, resource in template.resources.items():
        metadata = resource.body.get("Metadata")
        place = metadata.get(_PLACE) if isinstance(metadata, yamltree.Mapping) else None
        parts = place.text.split("/")[1:] if isinstance(place, yamltree.Scalar) else []
        if parts:
            yield name, "/".join(parts[:-1] if parts[-1] == "Resource" else parts) or name
