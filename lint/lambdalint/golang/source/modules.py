"""Modules and workspaces: which folder an import path means.

Where no go.mod governs a folder, its import path is `./` and the folder, and imports are found by the end of their
path. The same holds for modules whose path another module of the project already has.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence

from lambdalint.golang.source.header import name_is_built
from lambdalint.model.code import Module
from lambdalint.paths import Paths
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

Reader = Callable[[str], bytes | None]

_GO = pattern(r"go\s+(\d+)\.(\d+)")
_DOMAIN = pattern(r"[\w-]+(\.[\w-]+)+$")
_BY_OWNER = frozenset({"bitbucket.org", "github.com", "gitlab.com"})  # where a repository is `owner/name`
# Relative paths, and those of the standard library that have several parts.
_NO_PROJECT = pattern(
    r"\.|(?:archive|compress|container|crypto|database|debug|encoding|go|hash|html|image|index|internal|io|log|math|mime"
    r"|net|os|path|regexp|runtime|simd|sync|testing|text|time|unicode)/"
)


class GoMod(NamedTuple):
    """A go.mod as far as it is needed. `folders` are replacements by local folders, as written."""

    path: str
    go: tuple[int, int]
    requires: dict[str, str]
    folders: dict[str, str]


def read_go_mod(text: str) -> GoMod:
    """Read a go.mod; lines that don't fit are passed over."""
    path = ""
    go = (1, 0)
    requires: dict[str, str] = {}
    folders: dict[str, str] = {}
    versions: dict[str, str] = {}
    for word, rest in _directives(text):
        if word == "module" and rest:
            path = rest[0]
        elif word == "go" and (version := _GO.match("go " + " ".join(rest))):
            go = int(version[1]), int(version[2])
        elif word == "require" and len(rest) >= 2:
            requires[rest[0]] = rest[1]
        elif word == "replace" and "=>" in rest:
            at = rest.index("=>")
            if at == 0 or len(rest) == at + 1:
                continue
            target = rest[at + 1 :]
            if target[0].startswith((".", "/")):
                folders[rest[0]] = target[0]
            elif len(target) > 1:
                versions[rest[0]] = target[1]
    requires.update({k: v for k, v in versions.items() if k in requires})
    return GoMod(path, go, requires, folders)


def _directives(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    block = ""
    for line in text.splitlines():
        words = line.partition("//")[0].split()
        if '"' in line or "`" in line:
            words = [word.strip('"`') for word in words]
        if not words:
            continue
        if block:
            if words[0] == ")":
                block = ""
            else:
                found.append((block, words))
        elif len(words) >= 2 and words[1] == "(":
            block = words[0]
        elif words[0].endswith("(") and len(words) == 1:
            block = words[0][:-1]
        else:
            found.append((words[0], words[1:]))
    return found


class Modules:
    """The modules of a project, and where its folders and import paths lead."""

    def __init__(self, paths: Sequence[str], folders: Mapping[str, Sequence[str]], reader: Reader) -> None:
        """`paths` are all files; `folders` have the Go files of each folder that holds any, vendored ones included."""
        self._folders = folders
        self._by_folder: dict[str, Module] = {}
        self._replaced: dict[str, dict[str, str]] = {}
        self._prefixes: dict[str, str] = {}
        self._by_path: dict[str, list[str]] = {}
        self._tails: dict[str, list[str]] | None = None
        self._vendoring = any("vendor/" in folder for folder in folders)
        self._resolved: dict[tuple[str, str], str | None] = {}
        self._governed: dict[str, Module | None] = {}
        listed = [path for path in Paths.of(paths).others if path.endswith(("go.mod", "go.work"))]
        for path in sorted((p for p in listed if _counts(p)), key=lambda p: (p.count("/"), p)):
            self._read(path, reader)
        for path in listed:
            if posixpath.basename(path) == "go.work":
                self._read_workspace(path, reader)
        self.modules = tuple(self._by_folder.values())

    def _read(self, path: str, reader: Reader) -> None:
        data = reader(path)
        if data is None:
            return
        folder = posixpath.dirname(path) or "."
        mod = read_go_mod(data.decode("utf-8", "replace"))
        name = mod.path or _plain(folder)
        self._by_folder[folder] = Module(name, folder, mod.go, mod.requires, path)
        self._by_path.setdefault(name, []).append(folder)
        self._prefixes[folder] = name if len(self._by_path[name]) == 1 else _plain(folder)
        self._replaced[folder] = {
            old: posixpath.normpath(posixpath.join(folder, new)) for old, new in mod.folders.items()
        }

    def _read_workspace(self, path: str, reader: Reader) -> None:
        """Replacements of a go.work hold in the modules below it."""
        folder = posixpath.dirname(path) or "."
        work = read_go_mod((reader(path) or b"").decode("utf-8", "replace"))
        for module, replaced in self._replaced.items():
            if folder == "." or _within(module, folder):
                for old, new in work.folders.items():
                    replaced.setdefault(old, posixpath.normpath(posixpath.join(folder, new)))

    def module_of(self, folder: str) -> Module | None:
        """The module that governs a folder."""
        if folder in self._governed:
            return self._governed[folder]
        around = folder
        found = self._by_folder.get(around)
        while found is None and around != ".":
            around = around.rpartition("/")[0] or "."
            found = self._by_folder.get(around)
        self._governed[folder] = found
        return found

    def import_path(self, folder: str) -> str:
        """The import path of a folder; for a vendored one the path that it stands for."""
        marker = ("/" + folder).rfind("/vendor/")
        if marker >= 0:
            return folder[marker + 7 :]
        module = self.module_of(folder)
        if module is None:
            at = ("/" + folder).rfind("/src/")
            tail = folder[at + 4 :] if at >= 0 else ""
            return tail if _DOMAIN.match(tail.partition("/")[0]) else _plain(folder)
        rest = folder if module.folder == "." else folder[len(module.folder) + 1 :]
        prefix = self._prefixes[module.folder]
        return prefix if rest in ("", ".") else f"{prefix}/{rest}"

    def resolve(self, path: str, folder: str) -> str | None:
        """The folder that an import path means in a file of `folder`, or None where it lies outside the project."""
        key = (path, folder)
        if key not in self._resolved:
            self._resolved[key] = self._found(path, folder)
        return self._resolved[key]

    def _found(self, path: str, folder: str) -> str | None:
        module = self.module_of(folder)
        if module is not None:
            found = self._in_module(path, module)
            if found is not None:
                return found
        vendored = self._in_vendor(path, folder)
        if vendored is not None:
            return vendored
        return self._by_tail(path) if module is None else None

    def _in_module(self, path: str, module: Module) -> str | None:
        own: tuple[str, str] | None = None
        for root in ((module.path, module.folder), *self._replaced[module.folder].items()):
            if _within(path, root[0]) and (own is None or len(root[0]) > len(own[0])):
                own = root
        others = [name for name in self._by_path if _within(path, name)]
        best = max(others, key=len, default=None)
        if best is not None and (own is None or len(best) > len(own[0])):
            near = self._by_path[best]
            own = best, max(near, key=lambda f: len(posixpath.commonprefix([f, module.folder])))
        if own is None:
            return None
        folder = posixpath.normpath(posixpath.join(own[1], path[len(own[0]) + 1 :]))
        return folder if folder in self._folders else None

    def _in_vendor(self, path: str, folder: str) -> str | None:
        while self._vendoring or path.startswith("."):  # a relative path may be meant from any folder above
            found = posixpath.normpath(posixpath.join(folder, "vendor", path))
            if found in self._folders:
                return found
            if folder == ".":
                return None
            folder = posixpath.dirname(folder) or "."
        return None

    def _by_tail(self, path: str) -> str | None:
        """The only folder whose path ends as the import path does.

        A path that doesn't begin with a domain is one of a GOPATH, if not of the standard library.
        """
        parts = path.split("/")
        if self._tails is None:
            self._tails = {}
            for folder, files in self._folders.items():
                if "/vendor/" not in f"/{folder}/" and any(map(name_is_built, files)):
                    self._tails.setdefault(folder.rsplit("/", 1)[-1], []).append(folder)
        if len(parts) < 2 or _NO_PROJECT.match(path):
            return None
        candidates = self._tails.get(parts[-1], [])
        shortest = 2 if len(parts) == 3 and parts[0] in _BY_OWNER else 1  # the whole path names a repository
        for length in range(len(parts), shortest - 1, -1):
            tail = "/".join(parts[-length:])
            found = [f for f in candidates if f == tail or f.endswith("/" + tail)]
            if found:
                return found[0] if len(found) == 1 else None
        return None


def _counts(path: str) -> bool:
    return posixpath.basename(path) == "go.mod" and not {"vendor", "testdata", "node_modules"} & set(path.split("/"))


def _within(path: str, prefix: str) -> bool:
    return path.startswith(prefix) and path[len(prefix) : len(prefix) + 1] in ("", "/")


def _plain(folder: str) -> str:
    return "." if folder == "." else f"./{folder}"
