"""What was loaded of the Go side: the modules, and every package that a Lambda program reaches through imports.

Bodies are lowered when a function is first asked for. Names are resolved as the compiler would, as far as the
project's own text and the tables in `lambdalint.data` allow; what lies outside is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lambdalint.model.code import GoFile, GoFunction, Module, TypeDeclaration
from lambdalint.model.goast import Constant
from lambdalint.model.gotypes import GoType
from lambdalint.source import Span

Reader = Callable[[str], bytes | None]


class Package(NamedTuple):
    """A loaded package. `path` is its import path, `folder` relative to the project root (`.` for the root itself).

    Where one folder holds several `func main` in files of their own, each of those files is a package: its path is the
    folder's import path, `/` and the file's name. `imports` are the import paths of its files, foreign ones too.
    `functions` are the keys of what it declares: functions, methods, `<path>.init`, `<path>.init#2` …, and
    `<path>.var <Name>` for variables with an initialiser; function literals are not listed.
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

    `functions`, `types`, `constants` and `variables` are keyed as in `Code`. `functions` is a mapping that lowers a body
    when it is asked for; it iterates over declared functions, and over the literals of those lowered so far.
    `errors` are the places where a file doesn't parse, with a message.
    """

    modules: tuple[Module, ...]
    mains: tuple[Main, ...]
    packages: Mapping[str, Package]
    functions: Mapping[str, GoFunction]
    types: Mapping[str, TypeDeclaration]
    constants: Mapping[str, Constant]
    variables: Mapping[str, GoType | None]
    files: Mapping[str, GoFile]
    errors: tuple[tuple[Span, str], ...]
    data: Mapping[str, bytes]

    def function(self, key: str) -> GoFunction | None:
        """The function, method, initialiser or literal with this key, lowered."""
        return self.functions.get(key)

    def lowered(self) -> Mapping[str, GoFunction]:
        """The functions that have been lowered so far."""
        raise NotImplementedError


def load(paths: Sequence[str], reader: Reader) -> Universe:
    """Load what Lambda programs need of a project.

    `paths` are all files of the project, relative to its root with `/`; `reader` gives the bytes of one, or None.
    """
    raise NotImplementedError
