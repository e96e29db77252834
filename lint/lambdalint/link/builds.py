"""From a build to the function that deploys its binary."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from lambdalint.link.chains import Packed, path_of, programs_of, within
from lambdalint.link.languages import ONLY_PROGRAM, may_be_go
from lambdalint.model.build import Build, BuildFacts, Stage
from lambdalint.model.code import Code, Program
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BuildLink, Strength
from lambdalint.value import Known, Unknown


def build_links(infra: InfraFacts, code: Code, builds: BuildFacts, chains: Sequence[Packed]) -> Iterator[BuildLink]:
    """The builds of each function. `chains` are all binaries and zips."""
    by_path: dict[str, list[Packed]] = {}
    for item in chains:
        if len(item.evidence) > 1 or not _is_replaced(item, builds):
            by_path.setdefault(item.path, []).append(item)
    only = code.programs[0] if len(code.programs) == 1 else None
    unbuilt: list[Function] = []
    for function in infra.functions:
        if function.build_script is not None:
            yield from _own_build(function, builds)
        if is_compiled(function, code):
            continue
        found = _own(function, list(_deployed(function, by_path))) or list(_bundled(function, builds))
        found = found or list(_built_in_image(function, code, infra, builds))
        found = found or list(_taken_out(function, by_path))
        unbuilt += [] if found else [function]
        yield from _links(function, found)
    told = len(unbuilt) < len(infra.functions)
    for function in unbuilt:
        if only is not None and may_be_go(function) and not (told and is_open(function)):
            yield from _links(
                function, [Packed("", b, ((b.span, ONLY_PROGRAM),)) for b in _lambda_builds(builds, code)]
            )


def _links(function: Function, found: Sequence[Packed]) -> Iterator[BuildLink]:
    for item in {item.build.key: item for item in found}.values():
        yield BuildLink(function.key, item.build.key, Strength.EXACT, item.evidence)


def _is_replaced(binary: Packed, builds: BuildFacts) -> bool:
    """True where a command moves the binary of other packages to its place."""
    packages = {package.value for package in binary.build.packages if isinstance(package, Known)}
    return any(
        build.placed is not None
        and posixpath.normpath(build.placed.value) == binary.path
        and all(isinstance(package, Known) and package.value not in packages for package in build.packages)
        for build in builds.builds
    )


def is_open(function: Function) -> bool:
    """True for a package of which nothing tells what it holds.

    Where another function runs the project's only program, this one may run what the project doesn't hold.
    """
    return function.package is not None and isinstance(function.package.path, Unknown)


def _own_build(function: Function, builds: BuildFacts) -> Iterator[BuildLink]:
    """The command by which the deployment tool compiles a function."""
    source, place = function.source, function.build_script
    if place is None or not isinstance(source, Known):
        return
    own = [build for build in builds.builds if place.contains(build.span)]
    found = [build for build in own if isinstance(build.folder, Known) and build.folder.value == source.value]
    if len(found) == 1:
        yield BuildLink(function.key, found[0].key, Strength.EXACT, ((place, "compiles the function"),))


def _deployed(function: Function, by_path: Mapping[str, list[Packed]]) -> Iterator[Packed]:
    package = function.package
    if package is None or package.path is None:
        return
    path = path_of(package.path, package.archive or "")
    if not path:
        return
    evidence = (package.path.span, f"deploys {path}" if isinstance(package.path, Known) else "deploys the archive")
    packed = [item for item in by_path.get(path, ()) if item.evidence[-1][0].path == function.span.path]
    if packed:  # a script that packs what it deploys deploys nothing else
        by_path = {path: packed}
    for candidate, items in by_path.items():
        # nothing runs a zip that lies in a deployed folder
        if candidate == path or (
            within(candidate, path) and not path.endswith(".zip") and not candidate.endswith(".zip")
        ):
            for item in items:
                yield item._replace(evidence=(*item.evidence, evidence))


def _taken_out(function: Function, by_path: Mapping[str, list[Packed]]) -> Iterator[Packed]:
    """A zip that is made in an image and taken out of it: under its name, which no other zip of images has."""
    deployed = function.package.path if function.package is not None else None
    name = posixpath.basename(path_of(deployed, "")) if deployed is not None else ""
    found = [path for path in by_path if path.startswith("/") and posixpath.basename(path) == name]
    for item in by_path[found[0]] if name.endswith(".zip") and len(found) == 1 else ():
        if deployed is not None and item.build.stage is not None:
            yield item._replace(evidence=(*item.evidence, (deployed.span, f"deploys {name}")))


def _own(function: Function, deployed: list[Packed]) -> list[Packed]:
    """What its own commands make of the package, where those of others write there, too."""
    script = function.package.script if function.package is not None else None
    own = [item for item in deployed if script is not None and script.contains(item.build.span)]
    return [item for item in own or deployed if _may_be_of(item.build, function)]


def _may_be_of(build: Build, function: Function) -> bool:
    """False for a command that makes the packages of other functions."""
    return not build.functions or function.key in build.functions


def _bundled(function: Function, builds: BuildFacts) -> Iterator[Packed]:
    """Builds in the commands that the infrastructure itself runs to make a function's package."""
    script = function.package.script if function.package is not None else None
    if script is None:
        return
    found = [build for build in builds.builds if script.contains(build.span) and _may_be_of(build, function)]
    if isinstance(function.source, Known):
        folder = function.source.value
        found = [b for b in found if isinstance(b.folder, Known) and within(b.folder.value, folder)]
    for build in found:
        yield Packed("", build, ((build.span, "bundles the function"),))


def _built_in_image(function: Function, code: Code, infra: InfraFacts, builds: BuildFacts) -> Iterator[Packed]:
    """Builds of the Dockerfile that makes a function's image. Where nothing names one, it is the only one."""
    if function.image is None:
        return
    path = None
    if isinstance(function.image.dockerfile, Known):
        path = posixpath.normpath(function.image.dockerfile.value)
    elif sum(is_pulled(other) for other in infra.functions) == 1 and is_pulled(function):
        started = {s.path for s in builds.stages if s.final and (s.entrypoint or s.command or "lambda/" in _base(s))}
        path = next(iter(started)) if len({stage.path for stage in builds.stages}) == len(started) == 1 else None
        if path is not None and len({p.key for p in in_images(code, builds)}) != 1:
            return
    stages = {stage.key for stage in builds.stages if stage.path == path}
    for build in builds.builds:
        if build.stage in stages:
            yield Packed(path or "", build, ((build.span, f"builds in {path}"),))


def _base(stage: Stage) -> str:
    return stage.base.value if isinstance(stage.base, Known) else ""


def _lambda_builds(builds: BuildFacts, code: Code) -> list[Build]:
    """Builds of the project's only program that are meant for Lambda: for Linux, packed, or without an alternative."""
    every = [b for b in builds.builds if any(programs_of(b, code)) and (not b.pipeline or _is_packed(b))]
    zipped = {posixpath.normpath(s.value) for z in builds.zips for s in z.sources if isinstance(s, Known)}
    meant = [
        build
        for build in every
        if (isinstance(build.goos, Known) and build.goos.value == "linux")
        or any(path is not None and posixpath.normpath(path) in zipped for _, path in programs_of(build, code))
    ]
    return meant or (every if len(every) == 1 and every[0].stage is None else [])


def _is_packed(build: Build) -> bool:
    """True for a step of a pipeline that says itself that it builds for Lambda, and for one system at a time."""
    return build.for_lambda and build.tool != "goreleaser"


def meant(builds: BuildFacts, code: Code, chains: Sequence[Packed], build_links: Sequence[BuildLink]) -> BuildFacts:
    """Builds marked where something says that they are for Lambda: a function, a zip, or the name `bootstrap`."""
    linked = {found.build for found in build_links} | {item.build.key for item in chains if len(item.evidence) > 1}
    marked = []
    for build in builds.builds:
        named = isinstance(build.output, Known) and posixpath.basename(build.output.value) == "bootstrap"
        meant = build.key in linked or (named and any(programs_of(build, code)))
        marked.append(build._replace(for_lambda=True) if meant else build)
    return builds._replace(builds=tuple(marked))


def is_compiled(function: Function, code: Code) -> bool:
    """True where the deployment tool itself compiles Go sources whose folder is known.

    A builder that nobody named has nothing to do where the folder holds binaries instead.
    """
    method, source = function.build_method, function.source
    if not (isinstance(method, Known) and method.value == "go" and isinstance(source, Known)):
        return False
    holds_go = any(program.folder == source.value for program in code.programs)
    return holds_go or function.handler_derived or not method.default


def is_pulled(function: Function) -> bool:
    """True for an image that its deployment names by its address alone."""
    return function.image is not None and function.image.dockerfile is None


def in_images(code: Code, builds: BuildFacts) -> list[Program]:
    """The programs that Dockerfiles build."""
    return [program for b in builds.builds if b.stage is not None for program, _ in programs_of(b, code)]


def only_go_in_images(code: Code, builds: BuildFacts) -> bool:
    """True where the project has Dockerfiles, and each of them builds a Lambda program or one that isn't known."""
    paths = {stage.key: stage.path for stage in builds.stages}
    made = {
        paths.get(build.stage)
        for build in builds.builds
        if build.stage is not None
        and (any(programs_of(build, code)) or not all(isinstance(package, Known) for package in build.packages))
    }
    return bool(paths and code.programs) and {*paths.values()} <= made
