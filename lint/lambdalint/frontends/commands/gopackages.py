"""Which packages the words of a `go build` name: folders, files, patterns and import paths."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends import text as texts
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Field
from lambdalint.frontends.text import Files, place, plain
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value


def located(scene: Scene, folder: str | None, span: Span) -> Value[str]:
    """A folder as the project calls it."""
    found = scene.locate(folder) if folder is not None else None
    return Known(found, span) if found is not None else Unknown(span, "the folder of the command isn't known")


def packages(scene: Scene, fields: list[Field], loose: bool, folder: str | None, span: Span) -> list[Value[str]]:
    """The folders of the packages, relative to the project."""
    if not fields:
        if loose:
            return [Unknown(span, "the packages aren't known")]
        _expect_go(scene, folder)
        return [located(scene, folder, span)]
    found: dict[str, Value[str]] = {}
    for field in fields:
        for value in _package(scene, field, folder, span):
            found.setdefault(value.value if isinstance(value, Known) else "", value)
    return list(found.values())


def named_files(scene: Scene, fields: list[Field], folder: str | None) -> Iterator[str]:
    """The Go files that are named, relative to the project."""
    for field in fields:
        inside = place(folder, field.data) if field.text.known and field.data.endswith(".go") else None
        found = scene.locate(inside) if inside is not None else None
        if found is not None:
            yield plain(found)


def _package(scene: Scene, field: Field, folder: str | None, span: Span) -> list[Value[str]]:
    outer = field.text.place() or span
    unknown = Unknown(outer, "the package isn't known")
    if not field.text.known:
        return [unknown]
    name = field.data
    if name.endswith("..."):
        inside = place(folder, name.removesuffix("...").rstrip("/") or ".") if name.startswith(".") else None
        inside = scene.locate(inside) if inside is not None else None
        if inside is None:
            return [unknown]
        return [Known("./..." if inside == "." else f"{inside}/...", outer)]
    if name.endswith(".go"):
        name = posixpath.dirname(name) or "."
    elif not name.startswith((".", "/", texts.ROOT)):
        return [_imported(scene.files, plain(name), folder, scene, outer) or unknown]
    if field.glob and "*" in name:
        base = scene.locate(folder) if folder is not None else None
        matched = scene.files.glob(base, name) if base is not None else []
        return [Known(m, outer) for f in matched if (m := place(base, f)) and scene.files.has_go(m)] or [unknown]
    inside = place(folder, name)
    if inside is None:
        return [unknown]
    _expect_go(scene, inside)
    found = scene.locate(inside)
    return [Known(plain(found), outer) if found is not None else unknown]


def _expect_go(scene: Scene, folder: str | None) -> None:
    if folder is None or folder.startswith("/"):
        return
    found = scene.locate(folder)
    if found is None or not scene.files.has_go(found):
        scene.missing += 1
        scene.missing_go += 1


def module_of(files: Files, folder: str) -> tuple[str, str] | None:
    """Folder and path of the module that a folder belongs to."""
    at = folder
    while True:
        data = files.read("go.mod" if at == "." else f"{at}/go.mod")
        if data is not None:
            match = re.search(rb"(?m)^\s*module\s+\"?([^\s\"]+)", data)
            return (at, match[1].decode("utf-8", "replace")) if match else None
        if at == "." or at.startswith("/"):
            return None
        at = posixpath.dirname(at) or "."


def _imported(files: Files, name: str, folder: str | None, scene: Scene, outer: Span) -> Value[str] | None:
    """The folder of a package that is given by its import path."""
    located = scene.locate(folder) if folder is not None else None
    module = module_of(files, located) if located is not None else None
    if module is not None and (name == module[1] or name.startswith(module[1] + "/")):
        inside = place(module[0], name[len(module[1]) :].lstrip("/") or ".")
        return Known(inside, outer) if inside is not None else None
    # `go build cmd/x` names a package of the standard library; people mean the folder, and so do we when it is there
    inside = place(located, name)
    return Known(inside, outer) if inside is not None and files.has_go(inside) else None
