"""Which language a function runs, by its runtime, its links, and the files that lie beside its sources."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence

from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import Link
from lambdalint.paths import Paths
from lambdalint.value import Known

ONLY_PROGRAM = "the only Lambda program"
"""The evidence of a link that rests on nothing else."""
ONLY_BINARIES = frozenset({"Cargo.toml", "Package.swift"})
"""Of languages whose programs run in Lambda as binaries of the same runtimes as those of Go, and not otherwise."""
OTHER_LANGUAGES = frozenset(
    {"Cargo.toml", "Package.swift", "CMakeLists.txt", "stack.yaml", "dub.json", "pubspec.yaml", "build.zig", "v.mod",
     "pom.xml", "build.gradle", "build.gradle.kts", "composer.json", "shard.yml", "deno.json", "bootstrap.sh"}
)  # fmt: skip


def may_be_go(function: Function) -> bool:
    """True for a runtime that can run a Go binary."""
    runtime = function.runtime
    return isinstance(runtime, Known) and (runtime.value == "go1.x" or runtime.value.startswith("provided"))


def languages(
    paths: Sequence[str], infra: InfraFacts, links: Sequence[Link], go_images: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of functions that run Go, and of those that are known to run another language.

    `go_images`: all images that the project builds run Go. A function of a custom runtime whose package isn't known is
    neither where the project also holds sources of a language that needs such a runtime.
    """
    linked = {found.function for found in links if found.evidence[-1][1] != ONLY_PROGRAM}
    has_go = any(path.endswith(".go") and not path.endswith("_test.go") for path in paths)
    unlinked = any(f.key not in linked and may_be_go(f) for f in infra.functions)
    elsewhere = _folders_of_other_languages(paths) if has_go and unlinked else {}
    rivals = any(path.rpartition("/")[2] in ONLY_BINARIES for path in Paths.of(paths).others)
    go, others = set(), set()
    for function in infra.functions:
        runtime = function.runtime.value if isinstance(function.runtime, Known) else None
        if runtime is None:
            is_go = function.key in linked or (go_images and _is_own_image(function))
            is_other = not is_go and _is_built_otherwise(function)
        elif runtime.startswith("provided") and function.key not in linked:
            is_other = has_go and _foreign(function, elsewhere, paths)
            is_go = has_go and not is_other and not (rivals and _place(function) is None)
        else:
            is_go = runtime == "go1.x" or runtime.startswith("provided")
            is_other = not is_go
        go |= {function.key} if is_go else set()
        others |= {function.key} if is_other else set()
    return frozenset(go), frozenset(others)


def _is_built_otherwise(function: Function) -> bool:
    """True where a builder for another language is named."""
    method = function.build_method
    return isinstance(method, Known) and not method.default and method.value not in ("go", "make")


def _is_own_image(function: Function) -> bool:
    """True for an image of a registry that only the account's own builds fill."""
    image = function.image
    if image is None or image.dockerfile is not None:
        return False
    return not isinstance(image.uri, Known) or ".dkr.ecr." in image.uri.value


def _folders_of_other_languages(paths: Sequence[str]) -> Mapping[str, bool]:
    """Folders that say which language they hold: True for another one, False for Go."""
    folders: dict[str, bool] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        if name in OTHER_LANGUAGES:
            folders.setdefault(folder, True)
        elif name == "go.mod" or (name.endswith(".go") and not name.endswith("_test.go")):
            folders[folder] = False
    return folders


def _foreign(function: Function, folders: Mapping[str, bool], paths: Sequence[str]) -> bool:
    """True when the nearest folder around a function's sources that tells its language tells another one."""
    if _is_built_otherwise(function):
        return True
    if isinstance(function.handler, Known) and "::" in function.handler.value:
        return True  # a method of a class
    place = _place(function)
    if place is None:
        return False
    folder = place.value
    while folder:
        if folder in folders:
            return folders[folder]
        folder = posixpath.dirname(folder)
    # sources in the project, but no Go among them, nor above; `.gitkeep` keeps a folder that a build fills
    inside = f"{place.value}/"
    found = any(path.startswith(inside) and not path.rpartition("/")[2].startswith(".") for path in paths)
    return found and "" not in folders and not any(path.startswith(inside) for path in folders)


def _place(function: Function) -> Known[str] | None:
    """The sources or the package of a function, where known."""
    package = function.package.path if function.package is not None else None
    place = function.source if isinstance(function.source, Known) else package
    return place if isinstance(place, Known) else None
