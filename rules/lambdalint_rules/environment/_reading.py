"""Which variables of a function its program reads, and which it has."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Function, Known, LinkedFunction, Project
from lambdalint.data.environment_keys import LIBRARY_KEYS, LIBRARY_PREFIXES, PLATFORM_PREFIXES, RESERVED, SYSTEM
from lambdalint.data.go_environment import FILE_READERS


def is_of_platform(key: str) -> bool:
    """True for variables that Lambda or the operating system set."""
    return key in RESERVED or key in SYSTEM or key.startswith(PLATFORM_PREFIXES)


def is_of_library(key: str) -> bool:
    """True for variables that libraries, agents and the Go runtime read by themselves."""
    return key.upper() in LIBRARY_KEYS or key.upper().startswith(LIBRARY_PREFIXES)


def unread(linked: LinkedFunction) -> Iterator[Known[str]]:
    """Declared keys that nothing in the program reads; none where reads can't be told."""
    program = linked.program
    if not program.environment_known or not program.imports.isdisjoint(FILE_READERS):
        return
    names = {read.key.value for read in program.environment if isinstance(read.key, Known)}
    names |= {choice.key for choice in program.switches}
    prefixes = tuple(read.prefix for read in program.environment if read.prefix)
    for entry in linked.function.environment.entries:
        key = entry.key.value
        if key not in names and not key.startswith(prefixes) and not is_of_platform(key) and not is_of_library(key):
            yield entry.key


def given_by_image(function: Function, project: Project) -> frozenset[str]:
    """Variables that the image of a function sets."""
    if function.image is None:
        return frozenset()
    stages = project.builds.stages
    built_in = {build.stage for build in project.builds_of(function)}
    paths = {stage.path for stage in stages if stage.key in built_in}
    if isinstance(function.image.dockerfile, Known):
        paths.add(function.image.dockerfile.value)
    return frozenset(key for stage in stages if stage.path in paths for key, _ in stage.environment)
