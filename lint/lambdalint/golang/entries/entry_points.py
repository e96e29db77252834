"""Where a program hands control to the Lambda runtime client."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.data.go_entries import ENTRY_POINTS, HANDLER_MAKERS, RUNTIME_CLIENT, STARTERS
from lambdalint.golang.flow.index import CodeIndex
from lambdalint.model.code import Entry
from lambdalint.model.goast import Call, Expr, Name, Selector
from lambdalint.model.gotypes import package_name
from lambdalint.pattern import pattern
from lambdalint.source import Span

_STARTING = frozenset({RUNTIME_CLIENT, *(package for package, _ in STARTERS)})
_NAMED = pattern(rb"\.\s*(?:" + "|".join(ENTRY_POINTS).encode() + rb")\b(?![ \t]*\()")
_NAMES = (
    *(f"{RUNTIME_CLIENT}.{name}" for name in (*ENTRY_POINTS, *HANDLER_MAKERS)),
    *(f"{package}.{name}" for package, name in STARTERS),
)


def entries_in(index: CodeIndex, packages: tuple[str, ...]) -> tuple[Entry, ...]:
    """Where functions of the packages hand control to the runtime client."""
    return tuple(_entries(index, _candidates(index, packages)))


def reached_by(everything: tuple[Entry, ...], startup: frozenset[str]) -> tuple[Entry, ...]:
    """The entry points in the functions that run at start-up; none where these only make handlers."""
    return _starting(entry for entry in everything if entry.function.key in startup)


def entries_left(everything: tuple[Entry, ...], taken: frozenset[Span]) -> tuple[Entry, ...]:
    """The entry points of a program whose way to them can't be told: all that no other program comes to."""
    return _starting(entry for entry in everything if entry.call.span not in taken)


def _starting(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    found = tuple(entries)
    return () if all(entry.name in HANDLER_MAKERS for entry in found) else found


def _candidates(index: CodeIndex, packages: tuple[str, ...]) -> list[str]:
    """The functions of the packages that call something with an entry point's name, or a variable that holds one."""
    records = index.universe.packages
    loaded = [path for path in packages if path in records]
    starting = [path for path in loaded if not _STARTING.isdisjoint(records[path].imports)]
    held = {place for path in starting for place in _holders(index, path)}
    found: list[str] = []
    for path in loaded if held else starting:
        table = index.table(path)
        callers = {site.function for name in (*_NAMES, *held) for site in table.calls.get(name, ())}
        for place in held:
            sites = table.method_calls.get(place.rpartition(".")[2], ())
            callers.update(site.function for site in sites if index.place(site.call.function, site.function) == place)
        found += [key for key in index.functions(path) if key in callers] if callers else []
    return found


def _holders(index: CodeIndex, path: str) -> Iterator[str]:
    """The variables and fields of a package that hold entry points of the runtime client, as tests want them."""
    if not _names_entry_point(index, path):
        return
    for place, sources in index.table(path).writes.items():
        if any(_held(source.expression) in ENTRY_POINTS for source in sources):
            yield place


def _names_entry_point(index: CodeIndex, path: str) -> bool:
    """A cheap look first: the text names an entry point without calling it, or could under a name of its own."""
    for file in index.universe.packages[path].files:
        dotted = any(spec.path == RUNTIME_CLIENT and spec.name == "." for spec in file.imports)
        if dotted or _NAMED.search(index.universe.data[file.path]):
            return True
    return False


def _held(expression: Expr) -> str:
    ref = expression.ref if isinstance(expression, (Name, Selector)) else ""
    return ref.removeprefix(f"func:{RUNTIME_CLIENT}.")


def _entries(index: CodeIndex, functions: list[str]) -> Iterator[Entry]:
    for key in functions:
        for call, _ in index.body(key).calls:
            found = _entry(call) or _entry_of_variable(index, call, key)
            function = index.universe.function(key)
            if found is not None and function is not None:
                name, handler, starter = found
                yield Entry(call, name, function, handler, starter)


def _entry(call: Call) -> tuple[str, Expr | None, bool] | None:
    callee = call.callee
    if callee is None or callee.receiver:
        return None
    if callee.package == RUNTIME_CLIENT:
        position = ENTRY_POINTS.get(callee.name, HANDLER_MAKERS.get(callee.name))
        return None if position is None else (callee.name, _argument(call, position), False)
    if (callee.package, callee.name) in STARTERS:
        where = STARTERS[callee.package, callee.name]
        name = f"{package_name(callee.package)}.{callee.name}"
        return name, None if where is None else _argument(call, where), True
    return None


def _entry_of_variable(index: CodeIndex, call: Call, function: str) -> tuple[str, Expr | None, bool] | None:
    place = index.place(call.function, function) if call.callee is None else ""
    for path in index.writers.get(place, ()) if place else ():
        for source in index.table(path).writes[place]:
            name = _held(source.expression)
            if name in ENTRY_POINTS:
                return name, _argument(call, ENTRY_POINTS[name]), False
    return None


def _argument(call: Call, position: int) -> Expr | None:
    return call.arguments[position] if position < len(call.arguments) else None
