"""Modules of Python projects: which file an import means, and what a name means by itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.py import library
from lambdalint.frontends.py.names import inside, package_path
from lambdalint.frontends.py.writing import Python
from lambdalint.frontends.script.bundlers import bundle
from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Atom, Foreign, Thing
from lambdalint.paths import around
from lambdalint.source import Span
from lambdalint.syntax import pytree, scripttree
from lambdalint.value import Slot

_LARGEST = 1_000_000
_ELSEWHERE = frozenset({"aws_cdk", "constructs", "os", "sys", "pathlib", "json", "typing", "pulumi", "pulumi_aws"})


class PythonHost:
    """The files of a project as modules of Python.

    `reader` gives the bytes of a file. `main` is the program's first file and `folder` where it runs, as far as there
    is one: modules are found beside both.
    """

    calls_back: frozenset[str] = frozenset()

    def __init__(self, reader: Callable[[str], bytes | None], paths: Sequence[str]) -> None:
        self._reader = reader
        self._paths = frozenset(path for path in paths if path.endswith(".py"))
        self._folders = frozenset(folder for path in self._paths for folder in around(path))
        self._scripts: dict[str, scripttree.Script] = {}
        self.main = ""
        self.folder = ""
        self.language = Python(self.text, self._scripts.get)

    def text(self, path: str) -> bytes:
        """The bytes of a file, none where it can't be read."""
        return self._reader(path) or b""

    def body(self, path: str) -> Sequence[scripttree.Statement]:
        """The statements of a file that was run, none of any other."""
        read = self._scripts.get(path)
        return read.body if read is not None else ()

    # -- modules -----------------------------------------------------------------------------------------------------

    def script(self, path: str) -> scripttree.Script | None:
        """A module of the project."""
        if path not in self._scripts:
            data = self._reader(path) if path in self._paths else None
            if data is None or len(data) > _LARGEST:
                return None
            self._scripts[path] = pytree.parse(path, data)
        return self._scripts[path]

    def module(self, name: str, path: str) -> str | Foreign | Thing | None:
        """What an import means: a file of the project, a folder (its path ends with `/`), or something from elsewhere.

        None for a relative import of nothing.
        """
        words = name.lstrip(".")
        up = len(name) - len(words)
        below = words.replace(".", "/")
        if up:
            folder = posixpath.dirname(path)
            for _ in range(up - 1):
                folder = posixpath.dirname(folder)
            return self._file(posixpath.join(folder, below) if below else folder)
        first = words.partition(".")[0]
        if first not in _ELSEWHERE:
            for folder in self._roots(path):
                if self._file(posixpath.join(folder, first)) is not None:
                    return self._file(posixpath.join(folder, below))
        nowhere = Span(path, 0, 0)
        return Foreign(package_path(words), nowhere, nowhere)

    def _roots(self, path: str) -> Iterator[str]:
        """Where modules may be: beside the program, where it runs, then around the file that asks."""
        yield posixpath.dirname(self.main)
        yield self.folder
        yield from around(path)

    def _file(self, stem: str) -> str | None:
        stem = posixpath.normpath(stem) if stem else ""
        stem = "" if stem == "." else stem
        if f"{stem}.py" in self._paths:
            return f"{stem}.py"
        package = posixpath.join(stem, "__init__.py")
        if package in self._paths:
            return package
        return f"{stem}/" if stem in self._folders and stem else None

    # -- names -------------------------------------------------------------------------------------------------------

    def global_name(self, name: str, span: Span) -> Thing:
        """A name that the program doesn't define."""
        if name == "__file__":
            return library.file_of(span)
        if name == "__name__":
            return Atom("__main__" if span.path == self.main else "__module__", span)
        return Foreign(name, span, span)

    def inside(self, path: str, name: str) -> str:
        """The path of a member of a foreign thing."""
        return inside(path, name)

    def method(self, run: State, target: Thing, name: str, arguments: list[Thing], span: Span) -> Thing | None:
        """A method of a known value or a function of the library."""
        bundle(run, target, arguments, span)
        return library.method(run, target, name, arguments, span)

    def attribute(self, target: Thing, name: str, span: Span) -> Thing | None:
        """An attribute of a known value."""
        return library.attribute(target, name, span)

    # -- writing -----------------------------------------------------------------------------------------------------

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew."""
        return self.language.literal_slot(span)

    def name_slot(self, span: Span) -> Slot | None:
        """How the name of an entry is written anew."""
        return self.language.literal_slot(span)

    def removal(self, span: Span) -> Span:
        """The text to remove for an entry of a dictionary."""
        return self.language.removal(span)

    def head(self, node: scripttree.Call) -> Span:
        """The text a reader looks for."""
        return self.language.head(node)
