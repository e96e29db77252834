"""Which code, which build and which deployed function belong together, and how surely.

An *exact* link follows paths that both sides spell: a build writes a binary, an archive or zip command packs that
binary, a function deploys that zip. A project with one Lambda program has no other choice, so its Go functions are
linked to it exactly too. A *probable* link rests on names that agree where nothing contradicts.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from lambdalint.languages import ONLY_PROGRAM, languages, may_be_go
from lambdalint.model.build import Build, BuildFacts, Stage
from lambdalint.model.code import Code, Program
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile, BuildLink, Link, Project, Strength, SuppressionComment
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span
from lambdalint.value import Known, Value

Evidence = tuple[tuple[Span, str], ...]


class Packing(NamedTuple):
    """A command that packs `inputs`. `replaced` are builds whose binaries others have overwritten before."""

    span: Span
    inputs: tuple[Value[str], ...]
    target: str
    replaced: frozenset[str]


class Packed(NamedTuple):
    """A binary on its way into a function: where it is now, and how it got there."""

    path: str
    build: Build
    evidence: Evidence


def link(
    sources: Mapping[str, Source],
    paths: Sequence[str],
    code: Code,
    infra: InfraFacts,
    builds: BuildFacts,
    broken: tuple[BrokenFile, ...],
    comments: tuple[SuppressionComment, ...],
    rule_names: Mapping[str, str],
) -> Project:
    """Join the facts of all front ends. `paths` are all files of the project; none is read here."""
    chains = _chains(code, infra, builds)
    build_links = tuple(_build_links(infra, code, builds, chains))
    builds = _meant(builds, code, chains, build_links)
    links = tuple(_program_links(infra, code, builds, build_links))
    go, others = languages(paths, infra, links)
    go_links = tuple(found for found in links if found.function in go)
    return Project(sources, code, infra, builds, go_links, build_links, broken, comments, rule_names, go, others)


# -- from a build to the function that deploys its binary ------------------------------------------------------------


def programs_of(build: Build, code: Code) -> Iterator[tuple[Program, str | None]]:
    """The Lambda programs that a build compiles, each with the path of its binary where that is known."""
    for package in build.packages:
        if not isinstance(package, Known):
            continue
        pattern = package.value.endswith("/...") or package.value == "..."
        folder = package.value.removesuffix("...").rstrip("/") or "."
        found = [p for p in code.programs if (_within(p.folder, folder) if pattern else p.folder == folder)]
        several = pattern or len(build.packages) > 1
        for program in found:
            yield program, _binary(build, program, several)


def _binary(build: Build, program: Program, several: bool) -> str | None:
    name = posixpath.basename(program.folder) if program.folder != "." else posixpath.basename(program.package)
    if build.output is None:
        return _join(build.folder.value, name) if isinstance(build.folder, Known) else None
    if not isinstance(build.output, Known):
        return None
    output = build.output.value
    return _join(output, name) if several or output.endswith("/") else output


def _chains(code: Code, infra: InfraFacts, builds: BuildFacts) -> tuple[Packed, ...]:
    """Every binary and every zip that holds it, by path."""
    packed = []
    for build in builds.builds:
        for program, path in programs_of(build, code):
            if path is not None:
                packed.append(Packed(posixpath.normpath(path), build, ((build.span, f"builds {program.folder}"),)))
    steps = _packings(infra, builds, packed)
    for _ in range(3):  # a zip of a zip is as deep as anybody goes
        grown = [*packed]
        for step in steps:
            grown += [
                Packed(step.target, item.build, (*item.evidence, (step.span, f"packs {item.path}")))
                for item in packed
                if step.target not in ("", item.path) and item.build.key not in step.replaced
                if _packs(step.inputs, item)
            ]
        unique = {(item.path, item.build.key): item for item in reversed(grown)}
        if len(unique) == len(packed):
            break
        packed = list(unique.values())
    return tuple(packed)


def _packings(infra: InfraFacts, builds: BuildFacts, binaries: Sequence[Packed]) -> list[Packing]:
    found = []
    for packed in builds.zips:
        paths = {item.path for item in binaries if item.build.key in packed.packs}
        replaced = frozenset(item.build.key for item in binaries if item.path in paths) - frozenset(packed.packs)
        for target in (_path_of(packed.output, ""), *packed.moved):
            found.append(Packing(packed.span, packed.sources, target, replaced))
    return found + [Packing(a.span, a.sources, _path_of(a.output, a.key), frozenset()) for a in infra.archives]


def _path_of(output: Value[str], otherwise: str) -> str:
    return posixpath.normpath(output.value) if isinstance(output, Known) else otherwise


def _packs(inputs: Iterable[Value[str]], item: Packed) -> bool:
    for source in inputs:
        if isinstance(source, Known):
            path = posixpath.normpath(source.value)
            renamed = item.build.renamed
            beside = _join(posixpath.dirname(item.path), renamed.value) if isinstance(renamed, Known) else None
            if path in (item.path, beside) or _within(item.path, path):
                return True
    return False


def _build_links(infra: InfraFacts, code: Code, builds: BuildFacts, chains: Sequence[Packed]) -> Iterator[BuildLink]:
    by_path: dict[str, list[Packed]] = {}
    for item in chains:
        by_path.setdefault(item.path, []).append(item)
    only = code.programs[0] if len(code.programs) == 1 else None
    for function in infra.functions:
        if function.build_script is not None:
            yield from _own_build(function, builds)
        if _is_compiled(function, code):
            continue
        found = list(_bundled(function, builds))
        found = found or list(_deployed(function, by_path)) or list(_built_in_image(function, code, infra, builds))
        if not found and only is not None and may_be_go(function):
            found = [Packed("", b, ((b.span, ONLY_PROGRAM),)) for b in _lambda_builds(builds, code)]
        for item in {item.build.key: item for item in found}.values():
            yield BuildLink(function.key, item.build.key, Strength.EXACT, item.evidence)


def _own_build(function: Function, builds: BuildFacts) -> Iterator[BuildLink]:
    """The command by which the deployment tool compiles a function."""
    source, place = function.source, function.build_script
    if place is None or not isinstance(source, Known):
        return
    own = [build for build in builds.builds if build.span == place]
    found = [build for build in own if isinstance(build.folder, Known) and build.folder.value == source.value]
    if len(found) == 1:
        yield BuildLink(function.key, found[0].key, Strength.EXACT, ((place, "compiles the function"),))


def _deployed(function: Function, by_path: Mapping[str, list[Packed]]) -> Iterator[Packed]:
    package = function.package
    if package is None or package.path is None:
        return
    path = _path_of(package.path, package.archive or "")
    if not path:
        return
    evidence = (package.path.span, f"deploys {path}" if isinstance(package.path, Known) else "deploys the archive")
    for candidate, items in by_path.items():
        if candidate == path or (not path.endswith(".zip") and _within(candidate, path)):
            for item in items:
                yield item._replace(evidence=(*item.evidence, evidence))


def _bundled(function: Function, builds: BuildFacts) -> Iterator[Packed]:
    """Builds in the commands that the infrastructure itself runs to make a function's package."""
    script = function.package.script if function.package is not None else None
    if script is None:
        return
    found = [build for build in builds.builds if script.contains(build.span)]
    if isinstance(function.source, Known):
        folder = function.source.value
        found = [b for b in found if isinstance(b.folder, Known) and _within(b.folder.value, folder)]
    for build in found:
        yield Packed("", build, ((build.span, "bundles the function"),))


def _built_in_image(function: Function, code: Code, infra: InfraFacts, builds: BuildFacts) -> Iterator[Packed]:
    """Builds of the Dockerfile that makes a function's image. Where nothing names one, it is the only one."""
    if function.image is None:
        return
    path = None
    if isinstance(function.image.dockerfile, Known):
        path = posixpath.normpath(function.image.dockerfile.value)
    elif sum(_is_pulled(other) for other in infra.functions) == 1 and _is_pulled(function):
        started = {s.path for s in builds.stages if s.final and (s.entrypoint or s.command or "lambda/" in _base(s))}
        path = next(iter(started)) if len({stage.path for stage in builds.stages}) == len(started) == 1 else None
        if path is not None and len({p.key for p in _in_images(code, builds)}) != 1:
            return
    stages = {stage.key for stage in builds.stages if stage.path == path}
    for build in builds.builds:
        if build.stage in stages:
            yield Packed(path or "", build, ((build.span, f"builds in {path}"),))


def _is_pulled(function: Function) -> bool:
    """True for an image that its deployment names by its address alone."""
    return function.image is not None and function.image.dockerfile is None


def _base(stage: Stage) -> str:
    return stage.base.value if isinstance(stage.base, Known) else ""


def _in_images(code: Code, builds: BuildFacts) -> list[Program]:
    """The programs that Dockerfiles build."""
    return [program for b in builds.builds if b.stage is not None for program, _ in programs_of(b, code)]


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


def _meant(builds: BuildFacts, code: Code, chains: Sequence[Packed], build_links: Sequence[BuildLink]) -> BuildFacts:
    """Builds marked where something says that they are for Lambda: a function, a zip, or the name `bootstrap`."""
    linked = {found.build for found in build_links} | {item.build.key for item in chains if len(item.evidence) > 1}
    marked = []
    for build in builds.builds:
        named = isinstance(build.output, Known) and posixpath.basename(build.output.value) == "bootstrap"
        meant = build.key in linked or (named and any(programs_of(build, code)))
        marked.append(build._replace(for_lambda=True) if meant else build)
    return builds._replace(builds=tuple(marked))


# -- from a function to its program ----------------------------------------------------------------------------------


def _program_links(
    infra: InfraFacts, code: Code, builds: BuildFacts, build_links: Sequence[BuildLink]
) -> Iterator[Link]:
    by_key = {build.key: build for build in builds.builds}
    of_function: dict[str, list[BuildLink]] = {}
    for found in build_links:
        of_function.setdefault(found.function, []).append(found)
    for function in infra.functions:
        compiled = _compiled(function, code)
        if compiled is not None and function.source is not None:
            shown = f"builds {compiled.folder}"
            yield Link(function.key, compiled.key, Strength.EXACT, ((function.source.span, shown),))
            continue
        programs: dict[str, Evidence] = {}
        for found in of_function.get(function.key, ()):
            for program, _ in programs_of(by_key[found.build], code):
                programs.setdefault(program.key, found.evidence)
        if len(programs) > 1:
            programs = _named_by_binary(function, programs, code)
        if programs:
            for key, evidence in programs.items():
                yield Link(function.key, key, Strength.EXACT, evidence)
        else:
            yield from _without_build(function, code, infra, builds)


def _compiled(function: Function, code: Code) -> Program | None:
    """The program that the deployment tool itself compiles for a function.

    Of several in a folder, each a file of its own, the one whose file the handler names.
    """
    source, handler = function.source, function.handler
    if not _is_compiled(function, code) or not isinstance(source, Known):
        return None
    found = [program for program in code.programs if program.folder == source.value]
    if len(found) > 1 and isinstance(handler, Known):
        named = posixpath.basename(handler.value)
        found = [program for program in found if posixpath.basename(program.main.span.path) == named]
    return found[0] if len(found) == 1 else None


def _is_compiled(function: Function, code: Code) -> bool:
    """True where the deployment tool itself compiles Go sources whose folder is known.

    A builder that nobody named has nothing to do where the folder holds binaries instead.
    """
    method, source = function.build_method, function.source
    if not (isinstance(method, Known) and method.value == "go" and isinstance(source, Known)):
        return False
    holds_go = any(program.folder == source.value for program in code.programs)
    return holds_go or function.handler_derived or not method.default


def _named_by_binary(function: Function, programs: dict[str, Evidence], code: Code) -> dict[str, Evidence]:
    """One build of several programs: keep those whose folder the deployed path names, if any does."""
    if function.package is None or not isinstance(function.package.path, Known):
        return programs
    parts = set(posixpath.splitext(function.package.path.value)[0].split("/"))
    named = {p.key for p in code.programs if p.key in programs and posixpath.basename(p.folder) in parts}
    return {key: evidence for key, evidence in programs.items() if key in named} or programs


def _without_build(function: Function, code: Code, infra: InfraFacts, builds: BuildFacts) -> Iterator[Link]:
    if _is_pulled(function):
        yield from _named_alike(function, _in_images(code, builds))
    if not may_be_go(function) or _is_compiled(function, code):
        return
    deployed = _folder_of(function, code)
    if deployed is not None and function.package is not None and function.package.path is not None:
        evidence = ((function.package.path.span, f"deploys {deployed.folder}"),)
        yield Link(function.key, deployed.key, Strength.EXACT, evidence)
        return
    if len(code.programs) == 1:
        program = code.programs[0]
        yield Link(function.key, program.key, Strength.EXACT, ((program.main.signature, ONLY_PROGRAM),))
        return
    sources = _sources(function, infra)
    packed = [p for p in code.programs if p.folder != "." and any(_within(source, p.folder) for source in sources)]
    if len(packed) == 1:
        folder = packed[0].folder
        # what isn't a source lies beside the sources it was built from
        beside = len(sources) == 1 and posixpath.dirname(sources[0]) == folder and not sources[0].endswith(".go")
        strength = Strength.EXACT if beside else Strength.PROBABLE
        yield Link(function.key, packed[0].key, strength, ((function.span, f"packs {folder}"),))
        return
    yield from _named_alike(function, code.programs)


def _named_alike(function: Function, programs: Iterable[Program]) -> Iterator[Link]:
    names = _names(function)
    unique = {program.key: program for program in programs}.values()
    agreeing = [p for p in unique if _plain(posixpath.basename(p.folder)) in names]
    agreeing = agreeing or [p for p in unique if _ends_with(function, posixpath.basename(p.folder))]
    if len(agreeing) == 1:
        shown = f"named like {agreeing[0].folder}"
        yield Link(function.key, agreeing[0].key, Strength.PROBABLE, ((function.span, shown),))


def _folder_of(function: Function, code: Code) -> Program | None:
    """The only program whose folder is deployed as it is."""
    path = function.package.path if function.package is not None else None
    if not isinstance(path, Known):
        return None
    found = [p for p in code.programs if p.folder == posixpath.normpath(path.value) != "."]
    return found[0] if len(found) == 1 else None


def _sources(function: Function, infra: InfraFacts) -> list[str]:
    """What goes into the archive that a function deploys."""
    package = function.package
    made = [a for a in infra.archives if package is not None and package.archive == a.key]
    return [posixpath.normpath(s.value) for a in made for s in a.sources if isinstance(s, Known)]


def _names(function: Function) -> frozenset[str]:
    names = set(function.label.rsplit(".", 1)[-1].split("/")[-2:])
    if isinstance(function.name, Known):
        names.add(function.name.value)
    if function.package is not None and isinstance(function.package.path, Known):
        path = posixpath.splitext(function.package.path.value)[0]
        names |= {posixpath.basename(path), posixpath.basename(posixpath.dirname(path))}
    return frozenset(map(_plain, names)) - {""}


@cache
def _plain(name: str) -> str:
    plain = name.lower().replace("-", "").replace("_", "").replace(".", "")
    for _ in range(2):
        plain = plain.removesuffix("lambda").removesuffix("function")
    return plain


def _ends_with(function: Function, folder: str) -> bool:
    """True where a function's name is that of a folder, of several words, after those that the project puts first."""
    words = _words(folder)
    return len(words) > 1 and _words(function.label.rsplit(".", 1)[-1])[-len(words) :] == words


def _words(name: str) -> list[str]:
    parts = re.split(r"[-_./]", name.lower())
    return [part for part in parts if part not in ("", "lambda", "function")]


# -- paths -----------------------------------------------------------------------------------------------------------


def _join(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, name))


def _within(path: str, folder: str) -> bool:
    """True for a path inside a folder; everything is inside `.`."""
    return folder == "." or path == folder or path.startswith(folder.rstrip("/") + "/")
