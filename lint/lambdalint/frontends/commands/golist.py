"""What `go list` prints: the import paths of packages, or that of the module."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from lambdalint.frontends.commands.gopackages import module_of
from lambdalint.frontends.text import Files, place

_LEFT_OUT = frozenset({"testdata", "vendor"})


def listed(files: Files, folder: str, arguments: Sequence[str]) -> list[str] | None:
    """The words it prints in a folder of the project, None where flags or patterns go beyond what is known here."""
    module = module_of(files, folder)
    if module is None:
        return None
    if list(arguments) == ["-m"]:
        return [module[1]]
    found: set[str] = set()
    for pattern in arguments or ["."]:
        if not pattern.startswith("."):
            return None
        base = place(folder, pattern.removesuffix("...").rstrip("/") or ".")
        if base is None or base.startswith("/") or "..." in base:
            return None
        own = module_of(files, base)
        inside = _below(files, base, pattern.endswith("...")) if own == module else ()
        found.update(posixpath.normpath(posixpath.join(module[1], posixpath.relpath(f, module[0]))) for f in inside)
    return sorted(found)


def _below(files: Files, folder: str, deep: bool) -> Iterator[str]:
    """Folders that hold a package, those of other modules left out."""
    if files.has_go(folder):
        yield folder
    for name in files.names(folder) if deep else ():
        inner = name if folder == "." else f"{folder}/{name}"
        skipped = name.startswith((".", "_")) or name in _LEFT_OUT or f"{inner}/go.mod" in files.paths
        if files.is_folder(inner) and not skipped:
            yield from _below(files, inner, True)
