"""What rules about builds have in common."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator

from lambdalint.api import Build, Function, Known, Project, Unknown
from lambdalint.data.runtimes import starts_bootstrap

SWITCHED_OFF = frozenset({"netgo", "osusergo"})
NORPC = "lambda.norpc"  # leaves out what only go1.x needs


def is_for_lambda(build: Build, project: Project) -> bool:
    """True for a build whose result goes into a Lambda function: by a link, or a Lambda program built for Linux."""
    linux = _is_for_linux(build)
    functions = project.functions_of_build(build)
    if any(f.package is not None and f.package.script and f.package.script.contains(build.span) for f in functions):
        return True  # what deploys runs it
    if build.for_lambda or functions:
        # where another command makes the same binary for Linux, this one is for the developer's machine
        return linux or not any(_is_for_linux(b) and _may_make_same(b, build) for b in project.builds.builds)
    folders = {p.folder for p in project.code.programs}
    # a pipeline also compiles to see whether that works
    return linux and not build.pipeline and bool(folders & _folders(build))


def _is_for_linux(build: Build) -> bool:
    """True unless the command makes a binary for whatever machine it runs on, or for another system."""
    if not isinstance(build.goos, Known) or not all(isinstance(p, Known) for p in build.packages):
        return True
    return build.goos.value == "linux" or (not build.goos.value and build.host == "linux")


def _may_make_same(one: Build, other: Build) -> bool:
    unknown = not all(isinstance(p, Known) for p in one.packages)
    outputs = [b.output.value for b in (one, other) if isinstance(b.output, Known)]
    same = len(outputs) == 2 and len(set(outputs)) == 1
    return one.key != other.key and (unknown or same or bool(_folders(one) & _folders(other)))


def _folders(build: Build) -> set[str]:
    return {posixpath.normpath(p.value) for p in build.packages if isinstance(p, Known)}


def unlinked_builds(project: Project) -> Iterator[Build]:
    """Builds that make something for Lambda, or may do so, but not known for which function."""
    folders = {p.folder for p in project.code.programs}
    for build in project.builds.builds:
        kept = build.pipeline and build.output is not None and bool(folders & _folders(build))
        hidden = build.stage is None and _is_of_anything(build)
        if (kept or hidden or is_for_lambda(build, project)) and not project.functions_of_build(build):
            yield build


def _is_of_anything(build: Build) -> bool:
    """True for a command that is surely for Linux, and that may compile any package."""
    known = all(isinstance(package, Known) for package in build.packages)
    return not known and isinstance(build.goos, Known) and build.goos.value == "linux"


def is_compiled_by_tool(function: Function, project: Project) -> bool:
    """True where the deployment tool itself compiles the program of a function, for the function's architecture."""
    method, source, program = function.build_method, function.source, project.program_of(function)
    if not (isinstance(method, Known) and method.value == "go" and isinstance(source, Known)):
        return False
    return program is not None and program.folder == source.value


def is_first(build: Build, project: Project, wrong: Callable[[Build], bool]) -> bool:
    """True for the first wrong build of those that one command stands for (a loop, a pattern rule)."""
    return next((b for b in project.builds.builds if b.span == build.span and wrong(b)), None) is build


def is_first_for_lambda(build: Build, project: Project, wrong: Callable[[Build], bool]) -> bool:
    """True for the first wrong build for Lambda of those that one command stands for."""
    return wrong(build) and is_first(build, project, lambda b: wrong(b) and is_for_lambda(b, project))


def runs_bootstrap(function: Function) -> bool:
    """True for a zip function whose runtime starts the file `bootstrap`."""
    return (
        isinstance(function.package_type, Known)
        and function.package_type.value == "Zip"
        and isinstance(function.runtime, Known)
        and starts_bootstrap(function.runtime.value)
    )


def binary_name(build: Build, project: Project) -> str | None:
    """The name of the file that a build puts into the package, or None where it can't be told."""
    if build.renamed is not None:
        return posixpath.basename(build.renamed.value) if isinstance(build.renamed, Known) else None
    if isinstance(build.output, Unknown):
        return None
    if build.output is not None and not build.output.value.endswith("/"):
        name = posixpath.basename(build.output.value)
        return name if name not in ("", ".", "..") else None
    return _package_name(build, project)


def _package_name(build: Build, project: Project) -> str | None:
    """The name that the go command gives to the program of a build's only package."""
    if len(build.packages) != 1 or not isinstance(build.packages[0], Known):
        return None
    folder = posixpath.normpath(build.packages[0].value)
    program = next((p for p in project.code.programs if p.folder == folder), None)
    if program is None:
        return None
    *path, last = program.package.split("/")
    versioned = bool(path) and last[:1] == "v" and last[1:].isdigit()
    return path[-1] if versioned else last
