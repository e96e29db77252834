"""A linked project as plain data: what there is, what belongs together and why, and what could not be followed.

The keys are those of the JSON output. Values that only deployment knows are `null`, and listed with the reason. Names
of variables are told, their values never.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lambdalint import __version__
from lambdalint.model.build import Build
from lambdalint.model.code import EnvironmentRead, Handler, Program
from lambdalint.model.functions import Function
from lambdalint.model.project import Project
from lambdalint.overview.functions import Functions
from lambdalint.overview.places import Object, Places
from lambdalint.result import Problem
from lambdalint.secrets import mask
from lambdalint.value import Known

VERSION = 1


def overview(
    project: Project,
    listed: int,
    read: int,
    skipped: Iterable[tuple[str, str]],
    problems: Iterable[Problem],
) -> Object:
    """All of it. `listed` and `read` count files; `skipped` and `problems` are files that were left out, and why."""
    left_out = [*skipped, *((problem.path, problem.message) for problem in problems)]
    told: Object = _masked(_told(project, listed, read, left_out))
    return told


def _told(project: Project, listed: int, read: int, left_out: Iterable[tuple[str, str]]) -> Object:
    places = Places(project.sources)
    functions = Functions(project, places)
    return {
        "version": VERSION,
        "tool": {"name": "lambdalint", "version": __version__},
        "root": ".",
        "files": {"listed": listed, "read": read},
        "modules": [
            {"path": module.path, "folder": module.folder, "go": ".".join(map(str, module.go))}
            for module in project.code.modules
        ],
        "programs": [_program(program, project, places) for program in project.code.programs],
        "deployments": [
            {"dialect": deployment.dialect, "root": deployment.root, "whole": deployment.whole}
            for deployment in project.infra.deployments
        ],
        "functions": [functions.object(function) for function in project.infra.functions],
        "builds": [_build(build, project, places) for build in project.builds.builds],
        "not_followed": [{**places.at(gap.span), "reason": gap.reason} for gap in project.infra.gaps],
        "broken": [{**places.at(broken.span), "reason": broken.message} for broken in project.broken],
        "skipped": [{"path": path, "reason": reason} for path, reason in sorted(set(left_out))],
    }


def _masked(found: Any) -> Any:
    """The same without anything that looks like a secret."""
    if isinstance(found, dict):
        return {key: _masked(inner) for key, inner in found.items()}
    if isinstance(found, list):
        return [_masked(inner) for inner in found]
    return mask(found) if isinstance(found, str) else found


def _program(program: Program, project: Project, places: Places) -> Object:
    handlers: Mapping[str, Handler] = {handler.key: handler for handler in project.code.handlers}
    reached = {path.handler.key: len(path.reached) for path in project.paths_of(program)}
    return {
        "folder": program.folder,
        "package": program.package,
        **places.at(program.main.signature),
        "starts": [{"call": entry.name, **places.at(entry.call.span)} for entry in program.entries],
        "handlers": [
            _handler(handlers[key], reached.get(key, 0), places) for key in program.handlers if key in handlers
        ],
        "functions": sorted(function.label for function, _ in project.functions_of(program)),
        "environment": {
            "complete": program.environment_known,
            "read": _reads(program.environment),
        },
    }


def _handler(handler: Handler, reached: int, places: Places) -> Object:
    """A handler; `name` is null for one that isn't in the project or could not be told.

    `reaches` is the number of the project's functions that run at an invocation.
    """
    function = handler.function
    return {
        "name": function.label if function is not None else None,
        "kind": handler.kind,
        "reaches": reached,
        **places.at(function.signature if function is not None else handler.span),
    }


def _reads(reads: Iterable[EnvironmentRead]) -> list[Object]:
    """Each variable once, and whether the program can't do without it (null: that can't be told)."""
    found: dict[str, bool | None] = {}
    for one in reads:
        if isinstance(one.key, Known):
            before = found.get(one.key.value)
            found[one.key.value] = True if before or one.required else one.required
    return [{"name": name, "required": required} for name, required in sorted(found.items())]


def _build(build: Build, project: Project, places: Places) -> Object:
    users: list[Function] = list(project.functions_of_build(build))
    packages: list[Any] = [package.value if isinstance(package, Known) else None for package in build.packages]
    return {
        "label": build.label,
        **places.at(build.span),
        "packages": packages,
        "output": build.output.value if isinstance(build.output, Known) else None,
        "functions": sorted(function.label for function in users),
    }
