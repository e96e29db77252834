"""From a command that compiles a program to all that its binary goes into: by the paths that both sides spell."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from lambdalint.model.build import Build, BuildFacts
from lambdalint.model.code import Code, Program
from lambdalint.model.infra import InfraFacts
from lambdalint.record import NamedTuple
from lambdalint.source import Span
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


def programs_of(build: Build, code: Code) -> Iterator[tuple[Program, str | None]]:
    """The Lambda programs that a build compiles, each with the path of its binary where that is known."""
    for package in build.packages:
        if not isinstance(package, Known):
            continue
        pattern = package.value.endswith("/...") or package.value == "..."
        folder = package.value.removesuffix("...").rstrip("/") or "."
        found = [p for p in code.programs if (within(p.folder, folder) if pattern else p.folder == folder)]
        found = [p for p in found if p.main.span.path in build.files] or found
        several = pattern or len(build.packages) > 1
        for program in found:
            yield program, _binary(build, program, several)


def _binary(build: Build, program: Program, several: bool) -> str | None:
    name = posixpath.basename(program.folder) if program.folder != "." else posixpath.basename(program.package)
    if build.output is None:
        return join(build.folder.value, name) if isinstance(build.folder, Known) else None
    if not isinstance(build.output, Known):
        return None
    output = build.output.value
    return join(output, name) if several or output.endswith("/") else output


def chains(code: Code, infra: InfraFacts, builds: BuildFacts) -> tuple[Packed, ...]:
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
        for target in (path_of(packed.output, ""), *packed.moved):
            found.append(Packing(packed.span, packed.sources, target, replaced))
    return found + [Packing(a.span, a.sources, path_of(a.output, a.key), frozenset()) for a in infra.archives]


def path_of(output: Value[str], otherwise: str) -> str:
    """Where a command writes; `otherwise` where that isn't known."""
    return posixpath.normpath(output.value) if isinstance(output, Known) else otherwise


def _packs(inputs: Iterable[Value[str]], item: Packed) -> bool:
    for source in inputs:
        if isinstance(source, Known):
            path = posixpath.normpath(source.value)
            renamed = item.build.renamed
            beside = join(posixpath.dirname(item.path), renamed.value) if isinstance(renamed, Known) else None
            if path in (item.path, beside) or within(item.path, path):
                return True
    return False


def join(folder: str, name: str) -> str:
    """A name in a folder of the project."""
    return posixpath.normpath(posixpath.join(folder, name))


def within(path: str, folder: str) -> bool:
    """True for a path inside a folder; everything is inside `.`."""
    return folder == "." or path == folder or path.startswith(folder.rstrip("/") + "/")
