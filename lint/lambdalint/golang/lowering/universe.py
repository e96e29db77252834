"""What was loaded of the Go side: the modules, and every package that a Lambda program reaches through imports.

Bodies are lowered when a function is first asked for. Names are resolved as the compiler would, as far as the
project's own text and the tables in `lambdalint.data` allow; what lies outside is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from lambdalint.golang.lowering.world import Typed, World
from lambdalint.golang.source.declarations import FileScope, PackageScope
from lambdalint.golang.source.header import Header
from lambdalint.golang.source.modules import Modules
from lambdalint.golang.source.names import local_names
from lambdalint.golang.source.packages import Selection, Unit, select
from lambdalint.model.code import GoFile, GoFunction, Import, Module, TypeDeclaration
from lambdalint.model.goast import Constant
from lambdalint.model.gotypes import GoType
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax.go import Tree, errors, parse

V = TypeVar("V")

Reader = Callable[[str], bytes | None]


class Package(NamedTuple):
    """A loaded package. `path` is its import path, `folder` relative to the project root (`.` for the root itself).

    Where one folder holds several `func main` in files of their own, each of those files is a package: its path is the
    folder's import path, `/` and the file's name. `imports` are the import paths of its files, foreign ones too.
    `functions` are the keys of what it declares: functions, methods, `<path>.init`, `<path>.init#2` …, and
    `<path>.var <Name>` for variables with an initialiser; function literals are not listed. Where no module governs a
    folder, or another module has the same path, the import path is `./` and the folder.
    """

    path: str
    folder: str
    name: str
    files: tuple[GoFile, ...]
    module: Module | None
    imports: frozenset[str]
    functions: tuple[str, ...]


class Main(NamedTuple):
    """A `package main` from which the Lambda runtime client, or a library that starts it, is reached by imports.

    `package` is its import path; its main function is `<package>.main`. `packages` are the import paths of all loaded
    packages it reaches, itself first. `imports` are all import paths that these name.
    """

    package: str
    folder: str
    packages: tuple[str, ...]
    imports: frozenset[str]


class Universe:
    """Everything that was loaded. All look-ups are total: what isn't there is None.

    `functions`, `types`, `constants` and `variables` are keyed as in `Code`. `functions` is a mapping that lowers a
    body when it is asked for; it iterates over declared functions, and over the literals of those lowered so far.
    `types` includes those declared in functions once these are lowered, as `<import path>.<function>.<Name>`.
    `errors` are the places where a file doesn't parse, with a message. `data` has the bytes of every parsed file.
    """

    def __init__(self, modules: Modules, selection: Selection, reader: Reader) -> None:
        self.modules = modules.modules
        self.data: dict[str, bytes] = {}
        self.files: dict[str, GoFile] = {}
        self._trees: dict[str, Tree] = {}
        self._errors: dict[str, list[tuple[int, int, str]]] = {}
        self._asked: dict[tuple[re.Pattern[bytes], ...], bool] = {}
        scopes: dict[str, PackageScope] = {}
        self.packages: dict[str, Package] = {}
        names = {path: unit.files[0][1].package for path, unit in selection.units.items()}
        for path, unit in selection.units.items():
            module = modules.module_of(unit.folder)
            scopes[path] = self._scope(unit, module, names, reader)
            self.packages[path] = _package(unit, scopes[path], module, self.files)
        self.mains = tuple(
            Main(path, folder, packages, frozenset().union(*(self.packages[p].imports for p in packages)))
            for path, folder, packages in selection.mains
        )
        self._world = World(scopes)
        self.functions: Mapping[str, GoFunction] = self._world.functions
        self.types: Mapping[str, TypeDeclaration] = self._world.types
        self.constants: Mapping[str, Constant] = _Side(self._world.constants, lambda typed: typed.value)
        self.variables: Mapping[str, GoType | None] = _Side(self._world.variables, lambda typed: typed.type)

    def function(self, key: str) -> GoFunction | None:
        """The function, method, initialiser or literal with this key, lowered."""
        found = self._world.functions.made.get(key)
        return found if found is not None else self._world.functions.get(key)

    def lowered(self) -> Mapping[str, GoFunction]:
        """The functions that have been lowered so far."""
        return dict(self._world.functions.made)

    def has_text(self, patterns: tuple[re.Pattern[bytes], ...]) -> bool:
        """Whether one of the patterns fits somewhere in a parsed file; each question is answered once."""
        known = self._asked.get(patterns)
        if known is None:
            known = any(one.search(data) for data in self.data.values() for one in patterns)
            self._asked[patterns] = known
        return known

    @property
    def errors(self) -> tuple[tuple[Span, str], ...]:
        """Where files of the project don't parse; vendored files are passed over."""
        return tuple(
            (Span(path, start, end), message)
            for path, found in self._errors.items()
            if not self.files[path].vendored
            for start, end, message in found
        )

    def _scope(self, unit: Unit, module: Module | None, names: dict[str, str], reader: Reader) -> PackageScope:
        scope = PackageScope(unit.path, unit.files[0][1].package)
        for path, head in unit.files:
            data = reader(path) or b""
            if path not in self._trees:
                self.data[path] = data
                self._trees[path] = parse(data)
                found = errors(self._trees[path], data)
                if found:
                    self._errors[path] = found
            file = FileScope(path, data, head, scope, not (head.generated or unit.vendored))
            imports = self._imports(path, head, unit, names, file)
            if path not in self.files:
                self.files[path] = GoFile(
                    path, unit.path, imports, head.imports_end, head.generated, unit.vendored, module
                )
            scope.add(file, self._trees[path].root_node)
        return scope

    def _imports(
        self, path: str, head: Header, unit: Unit, names: dict[str, str], file: FileScope
    ) -> tuple[Import, ...]:
        """The imports of a file for the model; what its names mean goes into its scope."""
        found: list[Import] = []
        dots: list[str] = []
        guesses: dict[str, str] = {}
        taken = frozenset(spec.name or spec.path.rpartition("/")[2] for spec in head.imports)
        for spec in head.imports:
            target = unit.resolved.get(spec.path, spec.path)
            known = names.get(target)
            usual = (known,) if known else local_names(spec.path, file.data, taken)
            name = spec.name or usual[0]
            found.append(Import(Span(path, spec.start, spec.end), spec.path, name, bool(spec.name)))
            if spec.name == ".":
                dots.append(target)
            elif name != "_":
                file.imports.setdefault(name, target)
                if not spec.name:
                    guesses.update((other, target) for other in usual[1:] if other not in guesses)
        for name, target in guesses.items():
            file.imports.setdefault(name, target)
        file.dots = tuple(dots)
        return tuple(found)


class _Side(Mapping[str, V], Generic[V]):
    """A view of typed values that shows one side of them."""

    def __init__(self, typed: Mapping[str, Typed], side: Callable[[Typed], V]) -> None:
        self._typed = typed
        self._side = side

    def __getitem__(self, key: str) -> V:
        return self._side(self._typed[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._typed)

    def __len__(self) -> int:
        return len(self._typed)


def _package(unit: Unit, scope: PackageScope, module: Module | None, files: Mapping[str, GoFile]) -> Package:
    imports = frozenset(spec.path for _, head in unit.files for spec in head.imports)
    own = tuple(files[path] for path, _ in unit.files)
    return Package(unit.path, unit.folder, scope.name, own, module, imports, tuple(scope.functions))


def load(paths: Sequence[str], reader: Reader, opening: Reader | None = None) -> Universe:
    """Load what Lambda programs need of a project.

    `paths` are all files of the project, relative to its root with `/`; `reader` gives the bytes of one, or None,
    `opening` at least those up to the end of its imports.
    """
    selection, modules = select(paths, reader, opening or reader)
    return Universe(modules, selection, reader)
