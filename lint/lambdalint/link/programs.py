"""From a function to its program."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lambdalint.link.builds import in_images, is_compiled, is_open, is_pulled
from lambdalint.link.chains import Evidence, programs_of, within
from lambdalint.link.languages import ONLY_PROGRAM, may_be_go
from lambdalint.model.build import Build, BuildFacts
from lambdalint.model.code import Code, Program
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BuildLink, Link, Strength
from lambdalint.record import NamedTuple
from lambdalint.value import Known


class Binary(NamedTuple):
    """A program that is compiled for a function, and the path of its binary where that is known."""

    program: Program
    path: str | None
    evidence: Evidence


def program_links(
    infra: InfraFacts, code: Code, builds: BuildFacts, build_links: Sequence[BuildLink]
) -> Iterator[Link]:
    """The programs of each function, through its builds or, without one, by what it deploys and how it is named.

    A package that holds several programs, of which nothing tells the one that runs, is linked to each as probable.
    """
    by_key = {build.key: build for build in builds.builds}
    of_function: dict[str, list[BuildLink]] = {}
    for link in build_links:
        of_function.setdefault(link.function, []).append(link)
    by_tool = any(_compiled(function, code) is not None for function in infra.functions)
    told = by_tool or any(link.evidence[-1][1] != ONLY_PROGRAM for link in build_links)
    for function in infra.functions:
        compiled = _compiled(function, code)
        if compiled is not None and function.source is not None:
            shown = f"builds {compiled.folder}"
            yield Link(function.key, compiled.key, Strength.EXACT, ((function.source.span, shown),))
            continue
        found = _built(function, of_function.get(function.key, ()), by_key, code)
        if not found:
            yield from _without_build(function, code, infra, builds, told)
        for binary in found:
            several = ((function.span, f"it may run any of {len(found)} programs"),) if len(found) > 1 else ()
            strength = Strength.PROBABLE if several else Strength.EXACT
            yield Link(function.key, binary.program.key, strength, (*binary.evidence, *several))


def _compiled(function: Function, code: Code) -> Program | None:
    """The program that the deployment tool itself compiles for a function.

    Of several in a folder, each a file of its own, the one whose file the handler names.
    """
    source, handler = function.source, function.handler
    if not is_compiled(function, code) or not isinstance(source, Known):
        return None
    found = [program for program in code.programs if program.folder == source.value]
    if len(found) > 1 and isinstance(handler, Known):
        named = posixpath.basename(handler.value)
        found = [program for program in found if posixpath.basename(program.main.span.path) == named]
    return found[0] if len(found) == 1 else None


def _built(function: Function, links: Iterable[BuildLink], by_key: Mapping[str, Build], code: Code) -> list[Binary]:
    """What the builds of a function compile: the one that the function starts, where something tells it."""
    programs: dict[str, Binary] = {}
    for link in links:
        for program, path in programs_of(by_key[link.build], code):
            programs.setdefault(program.key, Binary(program, path, link.evidence))
    found = list(programs.values())
    if len(found) > 1:
        found = _named_by_path(function, found)
    if len(found) > 1:
        found = _started(function, found)
    return found


def _named_by_path(function: Function, binaries: list[Binary]) -> list[Binary]:
    """Those whose folder the deployed path names, if any does."""
    if function.package is None or not isinstance(function.package.path, Known):
        return binaries
    parts = set(posixpath.splitext(function.package.path.value)[0].split("/"))
    return [b for b in binaries if posixpath.basename(b.program.folder) in parts] or binaries


def _started(function: Function, binaries: list[Binary]) -> list[Binary]:
    """Those whose file has the name that the runtime starts, if any has it."""
    runtime, handler = function.runtime, function.handler
    if not isinstance(runtime, Known):
        return binaries
    start = "bootstrap" if runtime.value.startswith("provided") else ""
    if runtime.value == "go1.x" and isinstance(handler, Known):
        start = posixpath.basename(handler.value)
    return [b for b in binaries if b.path is not None and posixpath.basename(b.path) == start != ""] or binaries


def _without_build(function: Function, code: Code, infra: InfraFacts, builds: BuildFacts, told: bool) -> Iterator[Link]:
    """What tells the program of a function without a build. `told`: of another function, its build or tool does."""
    if is_pulled(function):
        yield from _named_alike(function, in_images(code, builds))
    if not may_be_go(function) or is_compiled(function, code):
        return
    deployed = _folder_of(function, code)
    if deployed is not None and function.package is not None and function.package.path is not None:
        evidence = ((function.package.path.span, f"deploys {deployed.folder}"),)
        yield Link(function.key, deployed.key, Strength.EXACT, evidence)
        return
    if len(code.programs) == 1 and not (told and is_open(function)):
        program = code.programs[0]
        yield Link(function.key, program.key, Strength.EXACT, ((program.main.signature, ONLY_PROGRAM),))
        return
    sources = _sources(function, infra)
    packed = [p for p in code.programs if p.folder != "." and any(within(source, p.folder) for source in sources)]
    if len(packed) == 1:
        folder = packed[0].folder
        # what isn't a source lies beside the sources it was built from
        beside = len(sources) == 1 and posixpath.dirname(sources[0]) == folder and not sources[0].endswith(".go")
        strength = Strength.EXACT if beside else Strength.PROBABLE
        yield Link(function.key, packed[0].key, strength, ((function.span, f"packs {folder}"),))
        return
    yield from _named_alike(function, code.programs)


def _named_alike(function: Function, programs: Iterable[Program]) -> Iterator[Link]:
    from lambdalint.link.names import ends_with, made_of, names_of, plain  # where nothing else tells

    names = names_of(function)
    unique = {program.key: program for program in programs}.values()
    agreeing = [p for p in unique if plain(posixpath.basename(p.folder)) in names]
    if len(agreeing) != 1:
        agreeing = [p for p in unique if made_of(function, p.folder)] or agreeing
    agreeing = agreeing or [p for p in unique if ends_with(function, posixpath.basename(p.folder))]
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
