"""Signatures that people wrote down, held against the sources of the packages that they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lambdalint.data.go_signatures import PACKAGES
from lambdalint.dev.data.modules import TOOLCHAIN
from lambdalint.golang.lowering.world import World
from lambdalint.golang.source.declarations import FileScope, PackageScope
from lambdalint.golang.source.header import name_is_built, scan
from lambdalint.model import foreign
from lambdalint.model.gotypes import Basic, Func, GoType, Interface, Named, Pointer, Slice, Struct, TypeParameter, spell
from lambdalint.syntax.go import parse

_LINE = re.compile(r"\s*func (?:\((\*?)(\w+)\) )?(\w+)")
_VERSION = re.compile(r"v\d+")


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """Nothing to assign in `go_signatures`. ValueError with every line that its package doesn't have."""
    wrong = [line for package, table in PACKAGES.items() for line in misfits(package, table, folder(package, roots))]
    if wrong:
        raise ValueError("\n".join(wrong))
    return {}


def folder(package: str, roots: Mapping[str, Path]) -> Path:
    """Where the sources of a package are. ValueError where no module has them."""
    if "." not in package.split("/")[0]:
        return roots[TOOLCHAIN] / "src" / package
    for module in sorted(roots, key=len, reverse=True):
        if f"{package}/".startswith(f"{module}/") and (found := roots[module] / package[len(module) + 1 :]).is_dir():
            return found
    raise ValueError(f"no module has {package}")


def misfits(package: str, table: str, sources: Path) -> Iterator[str]:
    """The lines of a package's table that say something else than its sources."""
    world = load(package, sources)
    for line in filter(None, map(_LINE.match, table.splitlines())):
        star, receiver, name = line.groups()
        ours = foreign.method(Named(package, receiver), name) if receiver else foreign.function(package, name)
        theirs = list(_methods(world, package, receiver, name) if receiver else _functions(world, package, name))
        if not any(fits(world, ours, kind) and pointer in (None, bool(star)) for kind, pointer in theirs):
            shown = " or ".join(spell(kind) for kind, _ in theirs) or "nothing"
            yield f"{package}: {line.string.strip()} is {shown}"


def load(package: str, sources: Path) -> World:
    """A package by itself: of what it imports only the names are known."""
    scope = PackageScope(package, package.rsplit("/", 1)[-1])
    for path in sorted(sources.glob("*.go")):
        data = path.read_bytes()
        head = scan(data)
        if name_is_built(path.name) and head.built and not path.name.endswith("_test.go"):
            file = FileScope(path.name, data, head, scope, True)
            file.imports = {spec.name or _usual_name(spec.path): spec.path for spec in head.imports}
            scope.add(file, parse(data).root_node)
    return World({package: scope})


def _usual_name(path: str) -> str:
    """What a package is called, by its path."""
    *before, last = path.split("/")
    if _VERSION.fullmatch(last) and before:
        last = before[-1]
    return re.sub(r"\.v\d+$", "", last).removeprefix("go-")


def _functions(world: World, package: str, name: str) -> Iterator[tuple[GoType, None]]:
    declared = world.scopes[package].members.get(name)
    if declared is not None and declared.kind == "func":
        yield world.signature(f"{package}.{name}", declared), None
    elif declared is not None:
        yield Basic("any"), None  # a variable that holds a function


def _methods(world: World, package: str, receiver: str, name: str) -> Iterator[tuple[GoType, bool | None]]:
    """The method, of an interface too; anything where the type may have got it from one that it embeds."""
    found = world.types.get(f"{package}.{receiver}")
    if found is None:
        yield Basic("any"), None  # another name of a type elsewhere
        return
    if name in found.methods:
        yield found.methods[name]
        return
    under = found.underlying
    if isinstance(under, Interface):
        yield from ((kind, None) for method, kind in under.methods if method == name)
        if under.embedded:
            yield Basic("any"), None
    elif isinstance(under, Named) or (isinstance(under, Struct) and any(field.embedded for field in under.fields)):
        yield Basic("any"), None


def fits(world: World, ours: GoType | None, theirs: GoType | None) -> bool:
    """True where the table's type is the source's, or says less: `any` for any type, no optional parameters."""
    if ours is None or theirs is None or Basic("any") in (ours, theirs) or isinstance(theirs, TypeParameter):
        return True
    if isinstance(ours, Func) and isinstance(theirs, Func):
        mine, its = ours.parameters, theirs.parameters
        if theirs.variadic and not ours.variadic and len(its) == len(mine) + 1:
            its = its[:-1]
        pairs = [*zip(mine, its, strict=False), *zip(ours.results, theirs.results, strict=False)]
        same = len(mine) == len(its) and len(ours.results) == len(theirs.results)
        return same and all(fits(world, a, b) for a, b in pairs)
    if isinstance(ours, Named) and isinstance(theirs, Named):
        return ours.name == theirs.name  # a package may give a type of another one its own name for it
    if isinstance(ours, Named) and ours.package in world.scopes:
        declared = world.scopes[ours.package].members.get(ours.name)
        return declared is not None and declared.kind == "alias"
    if isinstance(ours, Pointer | Slice) and type(ours) is type(theirs):
        return fits(world, ours.element, theirs.element)
    return spell(ours) == spell(theirs)
