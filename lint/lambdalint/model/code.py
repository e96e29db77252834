"""The Go side: packages, functions, the programs that Lambda runs, and what each handler can reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lambdalint.model.goast import Block, Call, Callee, Expr
from lambdalint.model.gotypes import Func, GoType
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import Value


class Module(NamedTuple):
    """A Go module. `folder` is relative to the project root (`.` for the root itself).

    `go` is the language version of its go.mod as a tuple ((1, 0) where none is stated). `requires` maps module
    paths to
    versions as written, replacements applied where they name another version.
    """

    path: str
    folder: str
    go: tuple[int, int]
    requires: Mapping[str, str]
    go_mod: str | None


class Import(NamedTuple):
    """An import line. `name` is the local name (`.` and `_` as written), `alias` True where it is written out."""

    span: Span
    path: str
    name: str
    alias: bool


class GoFile(NamedTuple):
    """A first-party file that a Lambda program is built from. `code` is where its first declaration after the
    imports starts.

    `imports_end` is the offset after the last import declaration, or after the package clause where there is none.
    """

    path: str
    package: str
    imports: tuple[Import, ...]
    imports_end: int
    generated: bool
    vendored: bool
    module: Module | None


class Parameter(NamedTuple):
    """A parameter or result; `name` is empty or `_` where it has none, `ref` its `local:<n>`."""

    name: str
    type: GoType | None
    ref: str
    span: Span


class GoFunction(NamedTuple):
    """A function, method or function literal of the project.

    `key`: `<import path>.<Name>`, `<import path>.<Type>.<Name>`, a literal adds `$1`, `$2` … to its parent's;
    package variable
    initialisers are `<import path>.var <Name>`. `signature` spans from its name (or `func`) to the end of its
    results.
    `calls` are all calls of its body in source order, closures' excluded. `first_party` is False in generated and
    vendored files: followed, never reported.
    """

    key: str
    package: str
    receiver: Parameter | None
    receiver_type: str
    name: str
    span: Span
    signature: Span
    parameters: tuple[Parameter, ...]
    results: tuple[Parameter, ...]
    type: Func
    body: Block | None
    calls: tuple[Call, ...]
    parent: str | None
    closures: tuple[str, ...]
    first_party: bool
    file: str

    @property
    def outermost(self) -> str:
        """The key of the function that a literal is in, of itself for any other."""
        return self.key.partition("$")[0]

    @property
    def label(self) -> str:
        """Its name for people: `Handle`, `(Repository).Save`, `function literal in Handle`."""
        if "$" in self.key:
            return f"function literal in {self.key.rsplit('/', 1)[-1].split('$')[0].split('.', 1)[-1]}"
        return f"({self.receiver_type}).{self.name}" if self.receiver_type else self.name


class Hop(NamedTuple):
    """One step of a call path: the call's place, who calls and who is called (keys)."""

    span: Span
    caller: str
    callee: str


class Site(NamedTuple):
    """A call on a handler path.

    `guarded`: it runs at most once (or until a cache misses) however often the handler is invoked.
    `recovered`: a panic here is recovered before it leaves the program. `goroutine`: it runs in a goroutine that the
    handler path starts.
    """

    call: Call
    function: GoFunction
    route: tuple[Hop, ...]
    guarded: bool
    recovered: bool
    goroutine: bool


class Reached(NamedTuple):
    """A function that a handler can reach, with the shortest call path to it.

    `guards` are the composite literals of its body that aren't made at each invocation. `means` are functions that
    take more than a name to tell: the place of a call, -1 for what it calls or the position of an argument for what it
    hands over, and the key.
    """

    function: GoFunction
    route: tuple[Hop, ...]
    guarded: bool
    recovered: bool
    goroutine: bool
    sites: tuple[Site, ...]
    guards: tuple[Span, ...] = ()
    means: tuple[tuple[Span, int, str], ...] = ()


class Entry(NamedTuple):
    """A call that hands control to the Lambda runtime client.

    `name` is the entry point (`Start`, `StartWithContext` …, or a whole-program starter such as
    `algnhsa.ListenAndServe`),
    `handler` the expression passed as the handler, None for starters that take none.
    """

    call: Call
    name: str
    function: GoFunction
    handler: Expr | None
    starter: bool


class Handler(NamedTuple):
    """A Go function that Lambda calls at each invocation.

    `span` is where its signature is (or the argument of the entry point where that is all there is). `type` is
    its function
    type where known. `function` is None where it isn't in the project. `interface` is True for a `lambda.Handler`.
    `wrapped` is True when a wrapper or adapter stands between it and the runtime client, whose signature is not
    Lambda's.
    `kind`: what the expression is when it can't be a handler (`nil`, `struct`, `pointer`, `string`, `called`
    …), else `func` or
    `unknown`.
    """

    key: str
    program: str
    span: Span
    entry: Entry
    function: GoFunction | None
    type: Func | None
    interface: bool
    wrapped: bool
    kind: str


class HandlerPath(NamedTuple):
    """All that one handler can reach at each invocation. `by_name` finds sites by (package, function or
    method name).
    """

    handler: Handler
    program: Program
    reached: tuple[Reached, ...]
    by_name: Mapping[tuple[str, str], tuple[Site, ...]]

    def sites(self) -> Iterator[Site]:
        """Every call on the path, in order of distance from the handler."""
        for reached in self.reached:
            yield from reached.sites

    def calls(self, package: str, *names: str) -> Iterator[Site]:
        """Calls of functions or methods of one package by name."""
        for name in names:
            yield from self.by_name.get((package, name), ())


class EnvironmentRead(NamedTuple):
    """A place where a program reads a variable.

    `required`: no fallback, and nothing works without it as far as the code shows (its absence leads to an
    exit, an error or an
    unusable value); None where that can't be told. `prefix` is set for computed keys whose start is known.
    `via` is the helper or library that reads it (`os.Getenv` when read directly).
    """

    key: Value[str]
    span: Span
    function: str
    required: bool | None
    prefix: str
    via: str


class EnvironmentSwitch(NamedTuple):
    """A choice by the value of a variable. `values` are all that are handled; `exits` is True when any other
    value ends in
    an exit or an error."""

    key: str
    span: Span
    values: tuple[str, ...]
    exits: bool
    function: str


class Program(NamedTuple):
    """A main package that calls an entry point of the Lambda runtime client.

    `folder` is relative to the project root. `files` are all first-party files it is built from, `functions`
    the keys of all
    loaded functions, `startup` what `main`, `init` and package variables reach before the handler runs.
    `environment_known` is False when variables are read by a computed key that could be anything.
    """

    key: str
    folder: str
    package: str
    module: Module | None
    main: GoFunction
    entries: tuple[Entry, ...]
    handlers: tuple[str, ...]
    packages: tuple[str, ...]
    files: tuple[GoFile, ...]
    imports: frozenset[str]
    startup: frozenset[str]
    environment: tuple[EnvironmentRead, ...]
    switches: tuple[EnvironmentSwitch, ...]
    environment_known: bool


class TypeDeclaration(NamedTuple):
    """A defined type of the project: its underlying type as declared, and its methods by name."""

    package: str
    name: str
    span: Span
    underlying: GoType | None
    parameters: tuple[str, ...]
    methods: Mapping[str, tuple[Func, bool]]


class CodeSecret(NamedTuple):
    """A string literal that is a secret. `name` is what it is assigned to (may be empty), `kind` what gives it away."""

    span: Span
    name: str
    kind: str


class Code(NamedTuple):
    """All Go facts of a project. `functions` and `types` are keyed as in GoFunction and `<import path>.<Name>`.

    `constants` and `variables` are package-level ones: folded value, and declared or inferred type. `secrets` are in
    files of programs. `folders` lists all Go files of the folders that packages were read from, tests among them;
    `go_files` are all of the project, also those that no program has.
    """

    modules: tuple[Module, ...] = ()
    programs: tuple[Program, ...] = ()
    handlers: tuple[Handler, ...] = ()
    paths: tuple[HandlerPath, ...] = ()
    functions: Mapping[str, GoFunction] = {}
    types: Mapping[str, TypeDeclaration] = {}
    constants: Mapping[str, str | int | float | bool | None] = {}
    variables: Mapping[str, GoType | None] = {}
    files: Mapping[str, GoFile] = {}
    secrets: tuple[CodeSecret, ...] = ()
    folders: Mapping[str, tuple[str, ...]] = {}
    go_files: tuple[str, ...] = ()


def is_call_of(call: Call, package: str, *names: str) -> bool:
    """True when a call is of one of these functions or methods of a package."""
    callee: Callee | None = call.callee
    return callee is not None and callee.package == package and callee.name in names
