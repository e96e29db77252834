"""Actions of IAM: which read without being named so, and which can't be limited to a resource.

From the service authorization reference, in the form that a package of its author's publishes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from lambdalint.data.iam_actions import READ_VERBS
from lambdalint.dev.data.hand import GRANTED_EVERYWHERE, UNSCOPED_SERVICES
from lambdalint.dev.data.text import literal, several
from lambdalint.record import NamedTuple

FACTS = (GRANTED_EVERYWHERE, UNSCOPED_SERVICES)


class Action(NamedTuple):
    """One action: whether it only reads, and whether it knows types of resources."""

    service: str
    name: str
    reads: bool
    scoped: bool


def actions(root: Path) -> Iterator[Action]:
    """All actions, by service and name."""
    for path in sorted((root / "data/actions").glob("*.json")):
        for entry in json.loads(path.read_bytes()).values():
            reads = set(entry["accessLevel"].split(", ")) <= {"Read", "List"}
            yield Action(path.stem, entry["name"], reads, bool(entry["resourceTypes"]))


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `iam_actions`."""
    reads: dict[str, list[str]] = {}
    unscoped: dict[str, list[str]] = {}
    for action in actions(roots["iam"]):
        if action.service in UNSCOPED_SERVICES.value or action.name.startswith(READ_VERBS):
            continue
        if action.reads:
            reads.setdefault(action.service, []).append(action.name)
        elif not action.scoped:
            unscoped.setdefault(action.service, []).append(action.name)
    for service, names in GRANTED_EVERYWHERE.value.items():
        unscoped[service] = [*unscoped.get(service, ()), *names]
    return {
        "READS": _by_service(reads),
        "UNSCOPED": _by_service(unscoped),
        "UNSCOPED_SERVICES": literal(frozenset(UNSCOPED_SERVICES.value)),
    }


def _by_service(found: Mapping[str, list[str]]) -> str:
    entries = [f'"{service}": {several(sorted(set(names)))},' for service, names in sorted(found.items())]
    return "{\n" + "\n".join(entries) + "\n}"
