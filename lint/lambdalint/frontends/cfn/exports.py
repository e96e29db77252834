"""Values that one template exports and others of the project import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.frontends.cfn.evaluate import evaluate
from lambdalint.frontends.cfn.stacks import Realm, Stack
from lambdalint.frontends.cfn.values import CfnValue, Free, Ref, Scalar, came_through, joined, parts_of
from lambdalint.source import Span
from lambdalint.syntax import yamltree

_OWN = "AWS::StackName"  # each stack has another one
_PARAMETER = "parameter "


class Exports:
    """The exports of all deployments of a project by name. A name that two templates export leads nowhere.

    A parameter without a known value stands for the same in all templates that call it the same.
    """

    def __init__(self, realms: Iterable[Realm]) -> None:
        self._known: dict[tuple[str, ...], tuple[Stack, str] | None] = {}
        for realm in realms:
            realm.imported = self.imported
            for stack in realm.stacks:
                for name, output in _exported(stack):
                    self._known[name] = None if name in self._known else (stack, output)

    def imported(self, name: CfnValue, span: Span) -> CfnValue | None:
        """The value that is exported under a name, as seen from the place that imports it; None where none is known."""
        spelt = _spelt(name)
        found = self._known.get(spelt) if spelt else None
        if found is None:
            return None
        stack, output = found
        value = stack.output(output, span)
        # what an import becomes isn't for a fix to write: others import it too
        return came_through(value._replace(node=None) if isinstance(value, Scalar) else value, span)


def _exported(stack: Stack) -> Iterator[tuple[tuple[str, ...], str]]:
    """The name of each export of a stack, and the output that has its value."""
    section = stack.template.section("Outputs")
    for entry in section.entries if section is not None else ():
        export = entry.value.get("Export") if isinstance(entry.value, yamltree.Mapping) else None
        name = export.get("Name") if isinstance(export, yamltree.Mapping) else None
        spelt = _spelt(evaluate(name, stack)) if name is not None else ()
        if spelt:
            yield spelt, entry.key.text


def _spelt(name: CfnValue) -> tuple[str, ...]:
    """A name that is equal for equal exports; empty for one that only deployment knows."""
    spelt: list[str] = []
    for part in joined(parts_of(name) or ()):
        if isinstance(part, Ref) or (isinstance(part, Free) and part.name == _OWN):
            return ()
        if isinstance(part, Free):
            known = part.name.startswith("AWS::") or _PARAMETER in part.name
            if not known:
                return ()
            spelt.append("${" + part.name.rpartition(_PARAMETER)[2])
        else:
            spelt.append(part)
    return tuple(spelt)
