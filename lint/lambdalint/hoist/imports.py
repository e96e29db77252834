"""The imports of a file after its edits: what nothing uses any more goes, what new text uses comes."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.fix import Edit, apply
from lambdalint.gofix import add_import, imported_as, remove_import, uses
from lambdalint.hoist.startup import RefusedError
from lambdalint.model.code import GoFile, Import
from lambdalint.source import Source, Span


def import_edits(file: GoFile, source: Source, edits: list[Edit], needed: Iterable[str]) -> list[Edit]:
    """At most one edit of the import declarations, for a file to which `edits` are applied too."""
    after = Source(source.path, apply(source.data, edits))
    wanted = set(needed)
    gone = [
        line.path
        for line in file.imports
        if line.name not in ("_", ".") and uses(source, line.name) and not uses(after, line.name)
    ]
    missing = sorted(path for path in wanted if imported_as(file, path) is None)
    if not gone and not missing:
        return []
    now, text = file, source
    for path in gone:
        now, text = _changed(now, text, remove_import(now, text, path), path, "")
    for path in missing:
        now, text = _changed(now, text, add_import(now, text, path), "", path)
    return [_difference(source, text)]


def plainly_imported(file: GoFile, packages: Iterable[str], span: Span, name: str = "") -> None:
    """Raise RefusedError where a file knows one of these packages by another name, or another package by its name.

    `name` is that of a package whose path says more.
    """
    for package in packages:
        wanted = name or package
        for line in file.imports:
            if line.name not in ("_", wanted) and line.path == package:
                raise RefusedError(span, f"{wanted} is imported under another name")
            if line.name == wanted and line.path != package:
                raise RefusedError(span, f"{wanted} means something else here")


def _changed(file: GoFile, source: Source, edits: Iterable[Edit], gone: str, come: str) -> tuple[GoFile, Source]:
    """A file and its text after edits of its imports, with the imports where they stand then."""
    listed = list(edits)
    data = apply(source.data, listed)
    end = file.imports_end + len(data) - len(source.data)
    paths = [line for line in file.imports if line.path != gone or line.name in ("_", ".")]
    found = [moved for line in paths if (moved := _found(line, data, end)) is not None]
    if come:
        at = data.find(b'"' + come.encode() + b'"')
        found.append(Import(Span(file.path, at, at + len(come) + 2), come, come.rsplit("/", 1)[-1], False))
    found.sort(key=lambda line: line.span.start)
    return file._replace(imports=tuple(found), imports_end=end), Source(source.path, data)


def _found(line: Import, data: bytes, end: int) -> Import | None:
    at = data.find(b'"' + line.path.encode() + b'"', 0, end)
    return None if at < 0 else line._replace(span=Span(line.span.path, at, at + len(line.path) + 2))


def _difference(source: Source, after: Source) -> Edit:
    old, new = source.data, after.data
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    start = old.rfind(b"\n", 0, start) + 1
    left = 0
    while left < min(len(old), len(new)) - start and old[-1 - left] == new[-1 - left]:
        left += 1
    return Edit(Span(source.path, start, len(old) - left), new[start : len(new) - left].decode("utf-8", "replace"))
