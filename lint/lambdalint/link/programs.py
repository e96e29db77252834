"""From a function to its program."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from lambdalint.link.builds import in_images, is_compiled, is_pulled
from lambdalint.link.chains import Evidence, programs_of, within
from lambdalint.link.languages import ONLY_PROGRAM, may_be_go
from lambdalint.link.names import ends_with, names_of, plain
from lambdalint.model.build import BuildFacts
from lambdalint.model.code import Code, Program
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BuildLink, Link, Strength
from lambdalint.value import Known


def program_links(
    infra: InfraFacts, code: Code, builds: BuildFacts, build_links: Sequence[BuildLink]
) -> Iterator[Link]:
    """The programs of each function, through its builds or, without one, by what it deploys and how it is named."""
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
    if not is_compiled(function, code) or not isinstance(source, Known):
        return None
    found = [program for program in code.programs if program.folder == source.value]
    if len(found) > 1 and isinstance(handler, Known):
        named = posixpath.basename(handler.value)
        found = [program for program in found if posixpath.basename(program.main.span.path) == named]
    return found[0] if len(found) == 1 else None


def _named_by_binary(function: Function, programs: dict[str, Evidence], code: Code) -> dict[str, Evidence]:
    """One build of several programs: keep those whose folder the deployed path names, if any does."""
    if function.package is None or not isinstance(function.package.path, Known):
        return programs
    parts = set(posixpath.splitext(function.package.path.value)[0].split("/"))
    named = {p.key for p in code.programs if p.key in programs and posixpath.basename(p.folder) in parts}
    return {key: evidence for key, evidence in programs.items() if key in named} or programs


def _without_build(function: Function, code: Code, infra: InfraFacts, builds: BuildFacts) -> Iterator[Link]:
    if is_pulled(function):
        yield from _named_alike(function, in_images(code, builds))
    if not may_be_go(function) or is_compiled(function, code):
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
    names = names_of(function)
    unique = {program.key: program for program in programs}.values()
    agreeing = [p for p in unique if plain(posixpath.basename(p.folder)) in names]
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
