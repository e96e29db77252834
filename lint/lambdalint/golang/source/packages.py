"""Which packages are loaded: main packages that reach the Lambda runtime client, and all they import in the project."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from lambdalint.data.go_entries import RUNTIME_CLIENT, WRAPPERS
from lambdalint.data.go_entries import STARTERS as ENTRIES
from lambdalint.data.go_signatures import PACKAGES
from lambdalint.golang.source.header import Header, built_with, name_is_built, own_tags, scan
from lambdalint.golang.source.modules import Modules
from lambdalint.paths import Paths
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

Reader = Callable[[str], bytes | None]

_STARTING = {package for package, _ in ENTRIES}
STARTERS = tuple(
    sorted({RUNTIME_CLIENT, "github.com/apex/go-apex", "github.com/aquasecurity/lmdrouter", *WRAPPERS, *_STARTING})
)

_STARTER_FOLDERS = tuple(path + "/" for path in STARTERS)
_CLAUSE = pattern(rb"^package\s+\w", re.M)
_MAIN_CLAUSE = pattern(rb"package\s+main\b")
_MAIN = pattern(rb"^func\s+main\s*\(", re.M)
_PASSED = frozenset({"testdata", "node_modules", ".git"})
_UNREAD = ("github.com/aws/", "golang.org/", "google.golang.org/", "k8s.io/", "go.opentelemetry.io/")


class Unit(NamedTuple):
    """A package to load: import path, folder, its files with their heads, and where its imports lead.

    `resolved` maps import paths to the import paths of units; what isn't in it lies outside the project.
    """

    path: str
    folder: str
    files: tuple[tuple[str, Header], ...]
    resolved: dict[str, str]
    vendored: bool


class Selection(NamedTuple):
    """What to load, and the main packages as (import path, folder, import paths of all units that it reaches)."""

    units: dict[str, Unit]
    mains: tuple[tuple[str, str, tuple[str, ...]], ...]


class _Folders:
    """The Go files of each folder, read head by head when asked for. `opening` gives a file as far as its imports."""

    def __init__(self, paths: Sequence[str], opening: Reader) -> None:
        self.files: dict[str, list[str]] = {}  # all of them: whether a name is built is asked where it matters
        self._opening = opening
        self._heads: dict[str, tuple[tuple[str, Header], ...]] = {}
        self._tagged: dict[str, tuple[tuple[str, Header], ...]] = {}
        for path in Paths.of(paths).go:
            folder = path.rpartition("/")[0] or "."
            files = self.files.get(folder)
            if files is not None:
                files.append(path)
            elif _PASSED.isdisjoint(folder.split("/")):
                self.files[folder] = [path]

    def heads(self, folder: str) -> tuple[tuple[str, Header], ...]:
        """The files of the package in a folder. Where files name several packages: `main`, else the most frequent."""
        found = self._heads.get(folder)
        if found is None:
            files = sorted(filter(name_is_built, self.files.get(folder, ())))
            all_heads = [(path, scan(self._opening(path) or b"")) for path in files]
            built = [(path, head) for path, head in all_heads if head.built]
            if any(own_tags(head) for _, head in all_heads):
                self._tagged[folder] = tuple(all_heads)
            names = Counter(head.package for _, head in built if head.package)
            name = "main" if "main" in names else max(names, key=lambda n: names[n], default="")
            found = tuple((path, head) for path, head in built if head.package in (name, ""))
            self._heads[folder] = found
        return found

    def behind_tags(self, folder: str) -> Iterator[tuple[tuple[str, Header], ...]]:
        """The files of the main packages that builds with one tag of the project's own make of a folder."""
        self.heads(folder)
        every = self._tagged.get(folder, ())
        for tag in dict.fromkeys(tag for _, head in every for tag in own_tags(head)):
            yield tuple((path, head) for path, head in every if head.package == "main" and built_with(head, tag))


def select(paths: Sequence[str], reader: Reader, opening: Reader) -> tuple[Selection, Modules]:
    """Find the main packages that reach the Lambda runtime client, and the packages that they reach.

    `reader` gives the bytes of a file, `opening` at least those up to the end of its imports.
    """
    folders = _Folders(paths, opening)
    modules = Modules(paths, folders.files, reader)
    selector = _Selector(folders, modules, reader)
    for folder in sorted(_mains(folders.files, opening, reader)):
        selector.add(folder)
    return Selection(selector.units, tuple(selector.mains)), modules


def _mains(folders: Mapping[str, Sequence[str]], opening: Reader, reader: Reader) -> Iterator[str]:
    """The folders that hold a main package, vendored ones aside.

    The first file whose package no build constraint leaves open speaks for its folder, `main.go` before all others:
    of a package that nothing imports one file is opened.
    """
    for folder, files in folders.items():
        if "vendor" in folder.split("/"):
            continue
        first = f"{folder}/main.go".removeprefix("./")
        for path in (first, *files) if first in files else files:
            if not name_is_built(path):
                continue
            data = opening(path)
            if data is None:
                data = reader(path) or b""  # which tells why that file can't be analysed
            if b"main" in data and _MAIN_CLAUSE.search(data):
                yield folder
                break
            if b"build" not in data and _CLAUSE.search(data):
                break


class _Selector:
    def __init__(self, folders: _Folders, modules: Modules, reader: Reader) -> None:
        self._folders = folders
        self._modules = modules
        self._reader = reader
        self._targets: dict[str, tuple[tuple[tuple[str, Header], ...], dict[str, str]]] = {}
        self.units: dict[str, Unit] = {}
        self.mains: list[tuple[str, str, tuple[str, ...]]] = []

    def add(self, folder: str) -> None:
        """Add the programs of a main folder where they reach a starter."""
        heads = self._folders.heads(folder)
        variants = tuple(self._folders.behind_tags(folder))
        if variants and not self._mains_of(heads):
            self._add_variants(folder, variants)
            return
        if not heads or heads[0][1].package != "main":
            return
        reached = self._reach(folder, heads)
        if not self._reaches_starter(heads, reached):
            return
        path = self._modules.import_path(folder)
        own = self._mains_of(heads)
        if len(own) < 2:
            self._program(path, folder, heads, reached)
            return
        for main in own:
            files = tuple((file, head) for file, head in heads if file == main or file not in own)
            reached = self._reach(folder, files)
            if self._reaches_starter(files, reached):
                self._program(f"{path}/{posixpath.basename(main)}", folder, files, reached)

    def _mains_of(self, heads: Iterable[tuple[str, Header]]) -> list[str]:
        return [file for file, _ in heads if _MAIN.search(self._reader(file) or b"")]

    def _add_variants(self, folder: str, variants: Iterable[tuple[tuple[str, Header], ...]]) -> None:
        """Programs of which each is built with a tag, of a folder that makes none without."""
        path = self._modules.import_path(folder)
        mains = {own[0]: heads for heads in variants if len(own := self._mains_of(heads)) == 1}
        for main, heads in mains.items():
            reached = self._reach(folder, heads)
            if self._reaches_starter(heads, reached):
                name = path if len(mains) == 1 else f"{path}/{posixpath.basename(main)}"
                self._program(name, folder, heads, reached)

    def _program(self, path: str, folder: str, heads: tuple[tuple[str, Header], ...], reached: Iterable[str]) -> None:
        units = [self._unit(path, folder, heads), *(self._load(f) for f in reached)]
        self.mains.append((path, folder, tuple(dict.fromkeys(unit.path for unit in units))))

    def _reaches_starter(self, heads: tuple[tuple[str, Header], ...], reached: Iterable[str]) -> bool:
        """Whether files, or those of the folders that they reach, import what starts a Lambda program."""
        everything = (heads, *(self._folders.heads(folder) for folder in reached))
        return any(_starts(spec.path) for files in everything for _, head in files for spec in head.imports)

    def _reach(self, folder: str, heads: tuple[tuple[str, Header], ...]) -> list[str]:
        """The folders that imports lead to, in breadth-first order."""
        seen = {folder: None}
        queue = [f for f in self._folders_of(folder, heads).values() if f != folder]
        order: list[str] = []
        for target in queue:
            if target not in seen:
                seen[target] = None
                order.append(target)
                queue += self._imports(target).values()
        return order

    def _imports(self, folder: str) -> dict[str, str]:
        return self._folders_of(folder, self._folders.heads(folder))

    def _folders_of(self, folder: str, heads: tuple[tuple[str, Header], ...]) -> dict[str, str]:
        """The folders that the imports of files of a folder lead to, by import path."""
        known = self._targets.get(folder)
        if known is not None and known[0] is heads:
            return known[1]
        found: dict[str, str] = {}
        self._targets[folder] = heads, found
        for _, head in heads:
            for spec in head.imports:
                if spec.path not in found and spec.path not in PACKAGES and not spec.path.startswith(_UNREAD):
                    target = self._modules.resolve(spec.path, folder)
                    if target is not None and self._folders.heads(target):
                        found[spec.path] = target
        return found

    def _load(self, folder: str) -> Unit:
        return self._unit(self._modules.import_path(folder), folder, self._folders.heads(folder))

    def _unit(self, path: str, folder: str, heads: tuple[tuple[str, Header], ...]) -> Unit:
        found = self.units.get(path)
        if found is None:
            resolved = {k: self._modules.import_path(v) for k, v in self._folders_of(folder, heads).items()}
            found = Unit(path, folder, heads, resolved, "vendor" in folder.split("/"))
            self.units[path] = found
        return found


@cache
def _starts(path: str) -> bool:
    return path in STARTERS or path.startswith(_STARTER_FOLDERS)
