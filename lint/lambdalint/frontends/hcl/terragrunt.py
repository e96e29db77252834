"""Terragrunt: each `terragrunt.hcl` that names a module deploys that module with the inputs written there.

A unit is seen as a root module that calls the module once. Inputs that other files may set are left open.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence

from lambdalint.frontends.hcl.modules import TERRAGRUNT, Module
from lambdalint.frontends.hcl.unitwords import LARGEST, Place, Words, text_of
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import hcl
from lambdalint.syntax.hcltree import Attribute, Block, Body, Call, Expression, Literal, Object, Opaque, Template

Reader = Callable[[str], bytes | None]

_CACHE = "/.terragrunt-cache/"
_REGISTRY = pattern(r"tfr://[^/]*/(?P<module>[^?]+?)/*(?:\?.*)?")


class Unit(NamedTuple):
    """A `terragrunt.hcl` with what it includes. `source` is the module as written; `open` is True where inputs may be
    set elsewhere.
    """

    folder: str
    body: Body
    header: Span
    inner: Span | None
    source: str | None
    inputs: Mapping[str, Attribute]
    locals: dict[str, Attribute]
    open: bool


def add(reader: Reader, paths: Sequence[str], modules: dict[str, Module], texts: dict[str, bytes]) -> None:
    """Add the units among `paths` to the modules that they deploy."""
    known = frozenset(paths)
    for path in paths:
        if posixpath.basename(path) != TERRAGRUNT or _CACHE in f"/{path}":
            continue
        data = reader(path)
        unit = _unit(reader, path, data, known, modules) if data is not None else None
        if data is None or unit is None:
            continue
        own = modules.get(unit.folder)
        if own is not None:
            texts[path] = data
            own.values.append(_inputs(unit, own.variables))
        elif unit.source is not None:
            texts[path] = data
            modules[unit.folder] = _module(unit, unit.source, modules, known)


def _module(unit: Unit, source: str, modules: Mapping[str, Module], known: frozenset[str]) -> Module:
    """The unit as a root module that calls the module it deploys."""
    folder = posixpath.normpath(posixpath.join(unit.folder, source.replace("//", "/")))
    target = modules.get(folder) if source.startswith(".") else None
    attributes = _inputs(unit, target.variables if target is not None else {})
    if target is not None:
        attributes = {n: _placed(a, unit.folder, folder, known) for n, a in attributes.items()}
    written = posixpath.relpath(folder, unit.folder) if target is not None else source
    written = written if target is None or written.startswith(".") else f"./{written}"
    place = unit.header
    attributes["source"] = Attribute("source", place, place, lambda: Literal(place, written))
    name = posixpath.basename(unit.folder) or "unit"
    body = Body(attributes, (), unit.open or unit.body.broken)
    call = Block("module", (name,), place, place, unit.inner or place, unit.inner, False, lambda: body)
    tags = Block("default_tags", (), place, place, place, None, True, lambda: Body({}, (), True))
    generated = Block("provider", ("aws",), place, place, place, None, True, lambda: Body({}, (tags,), True))
    runs_in = folder if target is not None else ""
    whole = not unit.body.broken
    return Module(unit.folder, {}, unit.locals, {}, {name: call}, {}, [generated], [], [], whole, runs_in)


def _inputs(unit: Unit, variables: Mapping[str, Block]) -> dict[str, Attribute]:
    """The inputs by name; those that may be set elsewhere are not known."""
    given = dict(unit.inputs)
    for name in variables if unit.open else ():
        if name not in given:
            given[name] = _unknown(name, unit.header)
    return given


def _placed(attribute: Attribute, folder: str, runs_in: str, known: frozenset[str]) -> Attribute:
    """An input with the path that Terragrunt's functions make of it, as Terraform sees it from where it runs."""
    written = attribute.expression
    parts = written.parts if isinstance(written, Template) else (written,)
    text = text_of(written, folder, known) if any(isinstance(part, Call) for part in parts) else None
    if text is None or not text.startswith("/"):
        return attribute
    path = posixpath.relpath(posixpath.normpath("./" + text), runs_in)
    return Attribute(attribute.name, attribute.name_span, attribute.span, lambda: Template(written.span, (path,), ()))


def _unknown(name: str, place: Span) -> Attribute:
    return Attribute(name, place, place, lambda: Opaque(place, "it may be set elsewhere"))


# -- reading ---------------------------------------------------------------------------------------------------------


def _unit(reader: Reader, path: str, data: bytes, known: frozenset[str], modules: Mapping[str, Module]) -> Unit | None:
    body = hcl.parse(path, data).body
    folder = posixpath.dirname(path) or "."
    place = Span(path, 0, 0)
    inputs, inner, is_open = _own_inputs(body)
    attribute = body.attributes.get("inputs")
    header = attribute.name_span if attribute is not None else place
    source = _source(body, folder, known)
    is_open = is_open or _is_extended(body)
    parents = [(block, _parent(reader, block, folder, known)) for block in body.blocks if block.kind == "include"]
    for _, parent in parents:
        source = source or (_source(parent[1], folder, known) if parent is not None else None)
    if source is None and attribute is None:
        return None
    called = posixpath.normpath(posixpath.join(folder, (source or "").replace("//", "/")))
    runs_in = called if source is not None and source.startswith(".") and called in modules else folder
    included = {(block.labels or ("",))[0]: parent for block, parent in parents if parent is not None}
    there = Place(folder, known, reader, runs_in, included, [LARGEST], {})
    own = Words(there, body, inline=folder in modules)
    inputs = {name: own.attribute(written) for name, written in inputs.items()}
    for block, parent in parents:
        if parent is None:
            is_open = True
            continue
        words = Words(there, parent[1], True, parent[0])
        above, _, more = _own_inputs(parent[1])
        for name, written in above.items():
            both = name in inputs and not _is_shallow(block)  # their parts may be put together
            inputs[name] = _unknown(name, header) if both else inputs.get(name) or words.attribute(written)
        is_open = is_open or more or _is_extended(parent[1])
    return Unit(folder, body, header, inner, source, inputs, own.locals(), is_open or body.broken)


def _is_shallow(include: Block) -> bool:
    """True where what the unit sets replaces what the included file sets."""
    strategy = include.body.attributes.get("merge_strategy")
    written = strategy.expression if strategy is not None else None
    return written is None or (isinstance(written, Literal) and written.value == "shallow")


def _own_inputs(body: Body) -> tuple[dict[str, Attribute], Span | None, bool]:
    """The inputs of one file, the place between their braces, and whether there may be others."""
    attribute = body.attributes.get("inputs")
    if attribute is None:
        return {}, None, body.broken
    whole = attribute.expression
    if not isinstance(whole, Object):
        return {}, None, True
    found: dict[str, Attribute] = {}
    complete = True
    for pair in whole.pairs:
        name = pair.key.value if isinstance(pair.key, Literal) else None
        if isinstance(name, str):
            found[name] = Attribute(name, pair.key.span, pair.span, _given(pair.value))
        else:
            complete = False
    inner = whole.span._replace(start=whole.span.start + 1, end=whole.span.end - 1)
    return found, inner, not complete


def _given(expression: Expression) -> Callable[[], Expression]:
    return lambda: expression


def _is_extended(body: Body) -> bool:
    """True where variable files may be given to Terraform."""
    terraform = (block for block in body.blocks if block.kind == "terraform")
    return any(inner.kind == "extra_arguments" for block in terraform for inner in block.body.blocks)


def _source(body: Body, folder: str, known: frozenset[str]) -> str | None:
    """The module that a file names: a path relative to the unit, or an address that Terraform takes."""
    for block in body.blocks:
        attribute = block.body.attributes.get("source") if block.kind == "terraform" else None
        text = text_of(attribute.expression, folder, known) if attribute is not None else None
        if text is None:
            continue
        registry = _REGISTRY.fullmatch(text)
        if registry is not None:
            return registry["module"].rstrip("/")
        if text.startswith("/"):
            inside = text.lstrip("/").replace("//", "/")
            text = posixpath.relpath(inside, folder)
            return text if text.startswith(".") else f"./{text}"
        return text
    return None


def _parent(reader: Reader, include: Block, folder: str, known: frozenset[str]) -> tuple[str, Body] | None:
    """The path and the content of the file that an `include` names."""
    attribute = include.body.attributes.get("path")
    text = text_of(attribute.expression, folder, known) if attribute is not None else None
    if text is None:
        return None
    path = posixpath.normpath(text.lstrip("/") if text.startswith("/") else posixpath.join(folder, text))
    data = reader(path)
    return (path, hcl.parse(path, data).body) if data is not None else None
