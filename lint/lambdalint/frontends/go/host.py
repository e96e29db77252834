"""What Go and the libraries of infrastructure programs do by themselves, and where their text is."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from lambdalint.frontends.go import library
from lambdalint.frontends.go.nodes import File
from lambdalint.frontends.go.packages import Workspace, inside, lower, package_path
from lambdalint.frontends.go.reading import parse
from lambdalint.frontends.go.writing import GoWriting
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Foreign, Opaque, Thing
from lambdalint.source import Span
from lambdalint.syntax import scripttree
from lambdalint.value import Slot

Reader = Callable[[str], bytes | None]

_LARGEST = 1_000_000


class GoHost:
    """The files of a project as packages. `reader` gives the bytes of a file; `look` does so without counting it.

    `writing` says how the programs write things.
    """

    calls_back = frozenset({"Run", "RunErr", "forEach"})

    def __init__(
        self, reader: Reader, look: Reader, paths: Sequence[str], writing: type[GoWriting] = GoWriting
    ) -> None:
        self._reader = reader
        self.workspace = Workspace(look, paths)
        self._files: dict[str, File] = {}
        self.language = writing(self.text, self.workspace)

    def text(self, path: str) -> bytes:
        """The bytes of a file, none where it can't be read."""
        return self._reader(path) or b""

    def body(self, path: str) -> Sequence[scripttree.Statement]:
        """The statements of a file that was run, none of any other."""
        read = self._files.get(path)
        return read.body if read is not None else ()

    # -- packages ----------------------------------------------------------------------------------------------------

    def files(self, name: str) -> list[File]:
        """The files of a package of the project."""
        found = []
        for path in self.workspace.package(name):
            if path not in self._files and len(data := self.text(path)) <= _LARGEST:
                self._files[path] = parse(path, data)
            if path in self._files:
                found.append(self._files[path])
        return found

    def package(self, path: str, file: str) -> tuple[str | Foreign, str]:
        """What an import in a file means, and the name that it gets by itself."""
        folder = self.workspace.resolve(path, posixpath.dirname(file) or ".")
        place = Span(file, 0, 0)
        found: str | Foreign = folder if folder is not None else Foreign(package_path(path), place, place)
        return found, self.workspace.name_of(path, folder)

    def module(self, name: str, path: str) -> str | Foreign | Thing | None:
        """Go has packages instead."""
        del name, path
        return None

    def script(self, path: str) -> scripttree.Script | Thing | None:
        """Go has packages instead."""
        del path
        return None

    # -- names -------------------------------------------------------------------------------------------------------

    def global_name(self, name: str, span: Span) -> Thing:
        """A name that the program doesn't declare."""
        del name
        return Opaque(span, "it isn't declared here")

    def inside(self, path: str, name: str) -> str:
        """The path of a member of a foreign thing."""
        return inside(path, name)[0]

    def foreign_member(self, target: Foreign, name: str, span: Span, name_span: Span) -> Foreign:
        """A member of a foreign package, with the place of the last part of its name, or an attribute of a constant."""
        if library.CONSTANT.fullmatch(target.path):
            return Foreign(f"{target.path}.{lower(name)}", span, name_span)
        path, before = inside(target.path, name)
        return Foreign(path, span, name_span._replace(start=name_span.start + before))

    def attribute(self, target: Thing, name: str, span: Span) -> Thing | None:
        """An attribute of a known value."""
        del target, name, span
        return None

    def builtin(self, run: State, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A function of the language."""
        return library.builtin(run, name, arguments, span)

    def method(self, run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A method of a known value, or a function of a library where `name` is empty."""
        del name
        return library.function(run, target.path, arguments, span, target) if isinstance(target, Foreign) else None

    # -- writing -----------------------------------------------------------------------------------------------------

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew."""
        return Slot(span, "", "", self.language.plain)

    def name_slot(self, span: Span) -> Slot | None:
        """How the key of a map is written anew."""
        return self.language.name_slot(span)

    def removal(self, span: Span) -> Span:
        """Elements of literals are removed together with what is aligned with them."""
        return span._replace(end=span.start)

    def head(self, node: scripttree.Call) -> Span:
        """The text a reader looks for."""
        return self.language.head(node)
