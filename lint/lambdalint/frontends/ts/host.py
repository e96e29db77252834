"""Modules of TypeScript and JavaScript projects: which file an import means, and what a name means by itself."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lambdalint.frontends.script.bundlers import bundle
from lambdalint.frontends.script.fillings import fill
from lambdalint.frontends.script.places import absolute
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Field, Fields, Foreign, Items, Opaque, Thing
from lambdalint.frontends.ts import library
from lambdalint.frontends.ts.aliases import Alias, aliases, places
from lambdalint.frontends.ts.packages import inside, package_path
from lambdalint.frontends.ts.writing import TypeScript
from lambdalint.source import Span
from lambdalint.syntax import jsontree, scripttree, tstree
from lambdalint.value import Slot

ENDINGS = (".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx")
_LARGEST = 1_000_000
_GLOBALS = frozenset({"NaN", "Infinity"})


class NodeHost:
    """The files of a project as modules of Node. `reader` gives the bytes of a file.

    `names` are global names that stand for packages, each with the path of its package.
    """

    calls_back = frozenset({"$config", "stack", "use"})

    def __init__(
        self,
        reader: Callable[[str], bytes | None],
        paths: Sequence[str],
        names: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._reader = reader
        self._paths = frozenset(paths)
        self._names = names
        self._scripts: dict[str, scripttree.Script] = {}
        self._packages: dict[str, str] | None = None
        self._aliases: tuple[Alias, ...] | None = None
        self.language = TypeScript(self.text, self._scripts.get)

    def text(self, path: str) -> bytes:
        """The bytes of a file, none where it can't be read."""
        return self._reader(path) or b""

    def body(self, path: str) -> Sequence[scripttree.Statement]:
        """The statements of a file that was run, none of any other."""
        read = self._scripts.get(path)
        return read.body if read is not None else ()

    # -- modules -----------------------------------------------------------------------------------------------------

    def script(self, path: str) -> scripttree.Script | Thing | None:
        """A module of the project."""
        if path not in self._scripts:
            data = self._reader(path) if path in self._paths else None
            if data is None or len(data) > _LARGEST or not path.endswith(ENDINGS):
                return None
            self._scripts[path] = tstree.parse(path, data)
        return self._scripts[path]

    def module(self, name: str, path: str) -> str | Foreign | Thing | None:
        """What an import means: a file of the project, JSON data, or a package from elsewhere."""
        nowhere = Span(path, 0, 0)
        if name.startswith("."):
            found = self._file(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))
            if found is None or found.endswith(ENDINGS):
                return found
            return self._data(found)
        own = self._aliased(name, path) or self._workspace(name)
        return own if own is not None else Foreign(package_path(name), nowhere, nowhere)

    def _aliased(self, name: str, path: str) -> str | None:
        """A file that a configuration of the compiler gives a name to."""
        if self._aliases is None:
            self._aliases = aliases(self._reader, sorted(self._paths))
        for place in places(self._aliases, name, path):
            found = self._file(place)
            if found is not None and found.endswith(ENDINGS):
                return found
        return None

    def _file(self, stem: str) -> str | None:
        if stem.endswith(".js") and stem not in self._paths:
            stem = stem[:-3]
        candidates = (stem, *(stem + end for end in ENDINGS), *(posixpath.join(stem, "index" + e) for e in ENDINGS))
        return next((c for c in map(posixpath.normpath, candidates) if c in self._paths), None)

    def _data(self, path: str) -> Thing | None:
        data = self._reader(path) if path.endswith(".json") else None
        parsed = jsontree.parse(path, data) if data is not None else None
        return _from_json(parsed) if isinstance(parsed, jsontree.Mapping) else None

    def _workspace(self, name: str) -> str | None:
        """A package of the same repository."""
        if self._packages is None:
            self._packages = {}
            for path in sorted(self._paths):
                if posixpath.basename(path) == "package.json" and "node_modules" not in path:
                    own = _package_name(self._reader(path) or b"")
                    if own:
                        self._packages.setdefault(own, posixpath.dirname(path))
        for own, folder in self._packages.items():
            if name == own:
                for place in ("src/index", "lib/index", "index"):
                    found = self._file(posixpath.join(folder, place))
                    if found is not None:
                        return found
            elif name.startswith(own + "/"):
                rest = name[len(own) + 1 :]
                return self._file(posixpath.join(folder, rest)) or self._file(posixpath.join(folder, "src", rest))
        return None

    # -- names -------------------------------------------------------------------------------------------------------

    def global_name(self, name: str, span: Span) -> Thing:
        """A name that the program doesn't define."""
        if name == "__dirname":
            return Atom(absolute(posixpath.dirname(span.path)), span)
        if name == "__filename":
            return Atom(absolute(span.path), span)
        if name in _GLOBALS:
            return Opaque(span, "it isn't a number")
        return Foreign(self._names.get(name, name), span, span)

    def inside(self, path: str, name: str) -> str:
        """The path of a member of a foreign thing."""
        return inside(path, name)

    def method(self, run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A method of a known value or a function of the library."""
        if isinstance(target, Foreign) and target.path in ("require", "import") and not name and arguments:
            return self._required(run, arguments[0], span)
        bundle(run, target, arguments, span)
        fill(run, target, arguments, span)
        return library.method(run, target, name, arguments, span)

    def _required(self, run: State, name: Thing, span: Span) -> Thing | None:
        if not isinstance(name, Atom) or not isinstance(name.value, str):
            run.give_up(span, "which module this loads isn't known, it may deploy more")
            return None
        found = self.module(name.value, span.path)
        if isinstance(found, str):
            return run.export(found, "*")
        if found is None and name.value.startswith("."):
            run.give_up(span, f"{name.value} isn't in the project")
        return found._replace(span=span, name=span) if isinstance(found, Foreign) else found

    def attribute(self, target: Thing, name: str, span: Span) -> Thing | None:
        """An attribute of a known value."""
        if isinstance(target, Foreign) and target.path == "path" and name == "sep":
            return Atom("/", span)
        if isinstance(target, Foreign) and target.path.endswith("import.meta"):
            return Atom(absolute(span.path), span)
        return library.attribute(target, name, span)

    # -- writing -----------------------------------------------------------------------------------------------------

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew."""
        return self.language.literal_slot(span)

    def name_slot(self, span: Span) -> Slot | None:
        """How the name of an entry is written anew."""
        return self.language.name_slot(span)

    def removal(self, span: Span) -> Span:
        """The text to remove for an entry of an object."""
        return self.language.removal(span)

    def head(self, node: scripttree.Call) -> Span:
        """The text a reader looks for."""
        return self.language.head(node)


def _package_name(data: bytes) -> str:
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    name = content.get("name") if isinstance(content, dict) else None
    return name if isinstance(name, str) else ""


def _from_json(value: jsontree.Json) -> Thing:
    if isinstance(value, jsontree.Scalar):
        return Atom(value.value, value.span)
    if isinstance(value, jsontree.Array):
        return Items([_from_json(item) for item in value.items], value.span)
    made = Fields({}, value.span)
    for member in value.members:
        gone = member.span._replace(end=member.span.start)
        made.fields[str(member.key.value)] = Field(member.key.span, None, _from_json(member.value), gone)
    return made
