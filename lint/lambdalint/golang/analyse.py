"""All Go facts of a project: loads what Lambda programs need, finds their handlers and follows what these reach."""

from __future__ import annotations

import gc
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence

from lambdalint.golang.entries.commands import commanding, commands
from lambdalint.golang.entries.entry_points import entries_in, entries_left, reached_by
from lambdalint.golang.entries.handlers import Found, HandlerSearch
from lambdalint.golang.entries.routes import registered, serving
from lambdalint.golang.environment.readers import EnvironmentCalls
from lambdalint.golang.environment.reads import Environment, EnvironmentReader
from lambdalint.golang.flow.index import CodeIndex
from lambdalint.golang.flow.ledger import Ledger
from lambdalint.golang.flow.origins import Binding, Flow
from lambdalint.golang.flow.plain import PlainCalls
from lambdalint.golang.literals import secrets_in
from lambdalint.golang.lowering.universe import Main, Universe, load
from lambdalint.golang.reach.graph import Graph
from lambdalint.golang.reach.path import Root, Routes, handler_path, startup, walk
from lambdalint.model.code import Code, CodeSecret, Entry, GoFunction, Handler, HandlerPath, Program
from lambdalint.model.project import BrokenFile
from lambdalint.paths import Paths
from lambdalint.record import NamedTuple
from lambdalint.source import Span

Reader = Callable[[str], bytes | None]


def analyse(
    reader: Reader, paths: Sequence[str], opening: Reader | None = None
) -> tuple[Code, tuple[BrokenFile, ...], dict[str, bytes]]:
    """The Go side of a project, the Go files that don't parse, and the bytes of every file that was read.

    `paths` are all files of the project, relative to its root with `/`; `reader` gives the bytes of one, or None,
    `opening` (`reader`, where there is none) at least those up to the end of its imports.
    """
    collects = gc.isenabled()
    gc.disable()  # what is made here stays: the collector would look at it again and again
    try:
        return _analysed(load(paths, reader, opening), paths)
    finally:
        if collects:
            gc.enable()


def _analysed(universe: Universe, paths: Sequence[str]) -> tuple[Code, tuple[BrokenFile, ...], dict[str, bytes]]:
    index = CodeIndex(universe)
    calls = EnvironmentCalls(index)
    plain = PlainCalls(index)
    programs: list[Program] = []
    handlers: list[Handler] = []
    handler_paths: list[HandlerPath] = []
    for analysis in _programs(universe, index, calls, plain):
        program = analysis.program()
        programs.append(program)
        handlers.extend(found.handler for found in analysis.found)
        handler_paths.extend(analysis.paths(program))
    texts = Paths.of(paths).go
    code = Code(
        universe.modules,
        tuple(programs),
        tuple(handlers),
        tuple(handler_paths),
        universe.lowered(),
        universe.types,
        universe.constants,
        universe.variables,
        universe.files,
        tuple(_secrets(programs, universe)),
        _folders(texts, universe.files),
        texts,
    )
    broken = tuple(BrokenFile(span, message) for span, message in universe.errors)
    return code, broken, dict(universe.data)


def _programs(
    universe: Universe, index: CodeIndex, calls: EnvironmentCalls, plain: PlainCalls
) -> Iterator[_ProgramAnalysis]:
    """The main packages that hand control to the runtime client, in their order.

    One that doesn't visibly come to an entry point takes those of its packages, but not what others come to: a tool or
    a server beside the functions has packages with them too.
    """
    mains: list[_ProgramAnalysis] = []
    for main in universe.mains:
        function = universe.function(f"{main.package}.main")
        everything = entries_in(index, main.packages) if function is not None else ()
        if function is not None and everything:
            mains.append(_ProgramAnalysis(universe, index, calls, plain, main, function, everything))
    taken = frozenset(entry.call.span for main in mains for entry in main.entries)
    while mains:  # what is done is let go
        one = mains.pop(0)
        if one.entries or one.guess(taken):
            yield one


def _folders(paths: Sequence[str], files: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """All Go files of the folders that these files are in."""
    found: dict[str, list[str]] = {posixpath.dirname(path): [] for path in files}
    for path in paths:
        if (folder := path.rpartition("/")[0]) in found:
            found[folder].append(path)
    return {folder: tuple(sorted(names)) for folder, names in found.items()}


def _secrets(programs: Sequence[Program], universe: Universe) -> Iterator[CodeSecret]:
    files = {file.path: file for program in programs for file in program.files if not file.generated}
    for path in sorted(files):
        yield from secrets_in(path, universe.data[path], files[path].imports_end)


class _Walk(NamedTuple):
    """A handler, the graph it is followed in, the routes from where the walk starts and what it reaches."""

    found: Found
    graph: Graph
    routes: Routes
    reached: frozenset[str]


class _ProgramAnalysis:
    """One main package, from its entry points to its handler paths."""

    def __init__(
        self,
        universe: Universe,
        index: CodeIndex,
        calls: EnvironmentCalls,
        plain: PlainCalls,
        main: Main,
        function: GoFunction,
        everything: tuple[Entry, ...],
    ) -> None:
        self.universe = universe
        self.index = index
        self.calls = calls
        self.plain = plain
        self.main = main
        self.function = function
        self.found: tuple[Found, ...] = ()
        self._everything = everything
        self._base = Graph(Flow(Ledger(index, plain, main.packages)))
        self._startup = startup(self._base, [function.key, *self._first()])
        self._handlers: frozenset[str] = frozenset()
        self._walks: list[_Walk] = []
        self.entries = reached_by(everything, self._startup)

    def _bound(self, base: Graph, binding: Binding) -> Graph:
        if not binding:
            return base
        graph = Graph(Flow(base.flow.ledger, binding))
        graph.judge(self._startup, self._handlers)
        return graph

    def guess(self, taken: frozenset[Span]) -> bool:
        """Take the entry points of the program's packages but these for its own; False where there are none."""
        self.entries = entries_left(self._everything, taken)
        return bool(self.entries)

    def program(self) -> Program:
        """The program's record, once its entry points are known."""
        base = self._base
        base.judge(self._startup)
        handlers = HandlerSearch(base, self.main.package).of(self.entries)
        self._handlers = frozenset(h.handler.function.key for h in handlers if h.handler.function is not None)
        base.judge(self._startup, self._handlers)
        walks = [self._walk(base, found, _is_saved(base, found, handlers)) for found in handlers]
        self._walks = [one for one in walks if not any(_is_inside(one, other) for other in walks)]
        self.found = tuple(one.found for one in self._walks)
        reachable = self._startup.union(*(one.reached for one in self._walks))
        environment = EnvironmentReader(base, self.calls, reachable).read()
        return self._record(environment)

    def _first(self) -> Iterator[str]:
        """`init` functions and initialisers of package variables."""
        for package in self.main.packages:
            for key in self.index.functions(package):
                name = key[len(package) + 1 :]
                if "$" not in name and (name == "init" or name.startswith(("init#", "var "))):
                    yield key

    def _walk(self, base: Graph, found: Found, recovered: bool) -> _Walk:
        """What Lambda runs at each invocation: the handler, and the routes where it passes the request on."""
        graph = self._bound(base, found.binding)
        roots: list[Root] = []
        if found.handler.function is not None:
            roots.append(Root(found.handler.function.key, None, "", recovered))
            for key in graph.lending.of_handler(found.handler.type):
                roots.append(Root(key, found.handler.span, found.handler.function.key))
        if found.served:
            roots.extend(registered(graph, self._startup))
        routes = walk(graph, roots)
        reached = self._startup | {state.key for state in routes}
        kept = [Root(key, span, holder) for key, holder, span in graph.lending.kept(reached)]
        if kept:
            roots.extend(kept)
            routes = walk(graph, roots)
        place, command = serving(graph, routes), commanding(graph, routes)
        while place is not None or command is not None or found.served:
            # a function that a router runs may register more of them: groups of routes
            known = {root.key for root in roots}
            reached = self._startup | {state.key for state in routes}
            found_now = registered(graph, reached, place or ()) if place is not None or found.served else ()
            run = commands(graph, reached, command) if command is not None else ()
            more = list({root.key: root for root in (*found_now, *run) if root.key not in known}.values())
            if not more:
                break
            roots.extend(more)
            routes = walk(graph, roots)
        return _Walk(found, graph, routes, frozenset(state.key for state in routes))

    def _record(self, environment: Environment) -> Program:
        records = [self.universe.packages[path] for path in self.main.packages if path in self.universe.packages]
        own = self.universe.packages.get(self.main.package)
        return Program(
            self.main.package,
            self.main.folder,
            self.main.package,
            own.module if own is not None else None,
            self.function,
            self.entries,
            tuple(found.handler.key for found in self.found),
            tuple(self.main.packages),
            tuple(file for record in records for file in record.files if not file.vendored),
            frozenset(self.main.imports),
            self._startup,
            environment.reads,
            environment.switches,
            environment.known,
        )

    def paths(self, program: Program) -> list[HandlerPath]:
        """The path of each handler that is known, or whose routes are."""
        return [handler_path(one.graph, one.found.handler, program, one.routes) for one in self._walks if one.routes]


def _is_saved(graph: Graph, one: Found, handlers: Sequence[Found]) -> bool:
    """True for a handler that another one of the same entry point may have around it, and recovers."""
    own = one.handler.function
    beside = [h.handler.function for h in handlers if h.handler.entry == one.handler.entry]
    keys = [function.key for function in beside if function is not None]
    return own is not None and own.key in graph.recovery.saved(keys)


def _is_inside(one: _Walk, other: _Walk) -> bool:
    """True for a handler that another handler of the same entry point wraps: it is on that one's path.

    Of two that may each wrap the other one, such as middleware in a list, the one that recovers counts as the outer.
    """
    inner, outer = one.found.handler, other.found.handler
    if inner.function is None or outer.function is None or inner.entry != outer.entry:
        return False
    if inner.function.key not in other.reached:
        return False
    return outer.function.key not in one.reached or _recovers(other) > _recovers(one)


def _recovers(walk: _Walk) -> bool:
    handler = walk.found.handler.function
    return handler is not None and walk.graph.node(handler.key).recovers_from >= 0
