"""Packages beside the handlers' own: which programs run what they do when they start."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lambdalint.data.go_constructors import SDK_CONFIGURATIONS
from lambdalint.data.go_fatal import EXITS
from lambdalint.hoist.reach import calls_within
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.model import goast
from lambdalint.model.code import GoFunction, Module
from lambdalint.model.goast import Call
from lambdalint.model.project import Project
from lambdalint.pattern import pattern

_PACKAGE = pattern(rb"(?m)^package\s+(\w+)")
_QUOTED = pattern(rb'"([^"\s\\]+)"')


class Libraries:
    """Who uses the packages of a project, as the text of all its Go files says, tests left out."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._code = project.code
        self._programs = {p.package for p in project.code.programs}
        self._packages = {posixpath.dirname(f.path): f.package for f in project.code.files.values()}
        self._files: dict[str, list[str]] = {}
        for path in project.code.go_files:
            if not path.endswith("_test.go"):
                self._files.setdefault(posixpath.dirname(path), []).append(path)
        self._importers: dict[str, set[str]] | None = None
        self._tools: dict[str, str | None] = {}

    def tool(self, package: str) -> str | None:
        """The folder of something that has a package in it and may not be a Lambda function; None where all are."""
        if package not in self._tools:
            self._tools[package] = self._tool(package)
        return self._tools[package]

    def _tool(self, package: str) -> str | None:
        left, seen = [package], {package}
        while left:
            for folder in sorted(self._read().get(left.pop(), ())):
                path = self._path(folder)
                if path in self._programs or path in seen:
                    continue
                if path is None or self._is_main(folder):
                    return folder
                seen.add(path)
                left.append(path)
        return None

    def _read(self) -> dict[str, set[str]]:
        """The folders that name each package."""
        if self._importers is None:
            self._importers = {}
            for folder in self._files:
                for data in self._texts(folder):
                    for path in _QUOTED.findall(data):
                        self._importers.setdefault(path.decode("utf-8", "replace"), set()).add(folder)
        return self._importers

    def _texts(self, folder: str) -> Iterator[bytes]:
        for path in self._files.get(folder, ()):
            source = self._project.sources.get(path)
            if source is not None:
                yield source.data

    def _is_main(self, folder: str) -> bool:
        return any((found := _PACKAGE.search(data)) and found[1] == b"main" for data in self._texts(folder))

    def _path(self, folder: str) -> str | None:
        """What the package of a folder is imported as; None where its module isn't known."""
        if folder in self._packages:
            return self._packages[folder]
        around = [m for m in self._code.modules if m.folder in ("", ".") or f"{folder}/".startswith(f"{m.folder}/")]
        if not around:
            return None
        module: Module = max(around, key=lambda m: len(m.folder.strip(".")))
        inside = posixpath.relpath(folder or ".", module.folder or ".")
        return module.path if inside == "." else f"{module.path}/{inside}"

    # -- what may happen at the start of programs that don't ask for it ------------------------------------------------

    def harmless(self, removal: Removal, function: GoFunction) -> None:
        """Raise RefusedError where the start of some program would wait, or end, for what it may never use."""
        programs = [p for p in self._code.programs if function.package in p.packages]
        for step in removal.steps.values():
            if step.kept:
                continue
            if step.inputs.eager:
                raise RefusedError(step.value.span, "every program that has its package would wait for it")
            if len(programs) > 1 and self._may_fail(step):
                raise RefusedError(step.value.span, "other programs that have its package may not be set up for it")

    def _may_fail(self, step: Step) -> bool:
        if step.fails and not _is_configuration(step.value):
            return True
        return any(_gives_up(call) for node in step.nodes for call in calls_within(self._code, node))


def _is_configuration(value: goast.Expr) -> bool:
    callee = value.callee if isinstance(value, Call) else None
    return callee is not None and callee.package in SDK_CONFIGURATIONS


def _gives_up(call: Call) -> bool:
    """True for what ends the process, other than for a configuration of the SDK that can't be read."""
    callee = call.callee
    if callee is None:
        return True
    if callee.name.startswith("Must"):
        return not (call.arguments and _is_configuration(call.arguments[0]))
    return callee.name == "panic" or callee.name in EXITS.get(callee.package, ())
