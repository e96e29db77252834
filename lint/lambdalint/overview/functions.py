"""Lambda functions as plain data: settings, what they run and why that is thought, what invokes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.model.functions import Function
from lambdalint.model.project import Project
from lambdalint.model.triggers import Trigger
from lambdalint.overview.places import Object, Places
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown, Value

SETTINGS = ("name", "package_type", "runtime", "handler", "architectures", "memory", "timeout")


class Functions:
    """Tells of the functions of one project."""

    def __init__(self, project: Project, places: Places) -> None:
        self._project = project
        self._places = places
        self._dialects = {deployment.key: deployment.dialect for deployment in project.infra.deployments}
        self._builds = {build.key: build for build in project.builds.builds}
        self._programs = {program.key: program for program in project.code.programs}

    def object(self, function: Function) -> Object:
        """One function."""
        project = self._project
        links = project.links_of(function)
        role = project.role_of(function)
        return {
            "label": function.label,
            "dialect": self._dialects.get(function.deployment, ""),
            "deployment": function.deployment,
            **self._places.at(function.span),
            "go": project.is_go(function),
            "settings": {name: _plain(getattr(function, name)) for name in SETTINGS},
            "code": [
                {
                    "program": self._programs[link.program].folder,
                    "strength": link.strength.value,
                    "evidence": self._evidence(link.evidence),
                }
                for link in links
            ],
            "no_code": None if links else self._no_code(function),
            "builds": [
                {
                    "build": self._builds[link.build].label,
                    **self._places.at(self._builds[link.build].span),
                    "strength": link.strength.value,
                    "evidence": self._evidence(link.evidence),
                }
                for link in project.build_links_of(function)
            ],
            "triggers": [self._trigger(trigger) for trigger in project.triggers_of(function)],
            "environment": {
                "complete": function.environment.complete,
                "set": sorted(entry.key.value for entry in function.environment.entries),
            },
            "role": role.label if role is not None else None,
            "unknown": [
                {"what": what, "reason": value.reason, **self._places.at(value.span)}
                for what, value in _unknown(function)
            ],
        }

    def _evidence(self, evidence: Iterable[tuple[Span, str]]) -> list[Object]:
        return [{**self._places.at(span), "shows": text} for span, text in evidence]

    def _trigger(self, trigger: Trigger) -> Object:
        return {"kind": trigger.kind, "label": trigger.label, **self._places.at(trigger.span)}

    def _no_code(self, function: Function) -> str:
        """Why a function is linked to no program."""
        programs = self._project.code.programs
        if not self._project.is_go(function):
            runtime = function.runtime.value if isinstance(function.runtime, Known) else "provided"
            return "nothing says that it runs Go" if runtime.startswith("provided") else f"its runtime is {runtime}"
        if not programs:
            return "no Go program of the project hands control to Lambda"
        if self._project.build_links_of(function):
            return "what its build compiles is no Lambda program that could be read"
        which = (
            f"which of {len(programs)} programs it runs" if len(programs) > 1 else f"that it runs {programs[0].folder}"
        )
        return f"nothing says {which}"


def _plain(value: Value[object] | None) -> object:
    """A value as JSON has it; null where it isn't known or isn't there."""
    if not isinstance(value, Known):
        return None
    return list(value.value) if isinstance(value.value, tuple) else value.value


def _unknown(function: Function) -> Iterator[tuple[str, Unknown]]:
    """What only deployment knows of a function."""
    for name in SETTINGS[1:]:  # that a function has no fixed name is usual
        value = getattr(function, name)
        if isinstance(value, Unknown) and value is not UNREAD:
            yield name.replace("_", " "), value
    for entry in function.environment.entries:
        if isinstance(entry.value, Unknown):
            yield f"variable {entry.key.value}", entry.value
    if function.package is not None and isinstance(function.package.path, Unknown):
        yield "package", function.package.path
