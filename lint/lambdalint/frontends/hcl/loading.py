"""Files → Terraform modules: one folder is one module, its `.tf` and `.tf.json` files in one name space."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lambdalint.frontends.hcl.modules import TERRAGRUNT, Module
from lambdalint.model.project import BrokenFile
from lambdalint.paths import Paths, around
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span
from lambdalint.syntax import hcl
from lambdalint.syntax.hcltree import Attribute, Block, Body

K = TypeVar("K")

_JUDGED_SIZE = 1 << 20  # the strict parser is slow; a larger broken file is reported without its opinion
_TEMPLATE = pattern(rb"\{\{-?\s*(?:\.|\$|/\*|[a-z]+ [.$(\"]|end\b|else\b|range\b|if\b|with\b)|\{%|<%")
_COPIES = ("/.terraform/", "/.terragrunt-cache/")
_SUFFIXES = (".tf", ".tofu", ".tf.json", ".tofu.json")
_VALUES = (".tfvars", ".tfvars.json")
_NAMES = (*_SUFFIXES, *_VALUES, TERRAGRUNT)


class Loaded(NamedTuple):
    """All modules by folder, the files that don't parse, and the text of each file that was read.

    `filled_in` are the files that are Terraform only after another tool has gone over them.
    """

    modules: dict[str, Module]
    broken: tuple[BrokenFile, ...]
    texts: dict[str, bytes]
    filled_in: tuple[str, ...]


def load(reader: Callable[[str], bytes | None], paths: Sequence[str]) -> Loaded:
    """Parse all Terraform files. Folders that hold copies are left out."""
    modules: dict[str, Module] = {}
    broken: list[BrokenFile] = []
    texts: dict[str, bytes] = {}
    filled_in: list[str] = []
    named = sorted(p for p in Paths.of(paths).others if p.endswith(_NAMES))
    for path in sorted(filter(is_terraform, named), key=_override):
        body, problem, data = _body(reader, path)
        folder = posixpath.dirname(path) or "."
        module = modules.get(folder) or Module(folder, {}, {}, {}, {}, {}, [], [], [], True)
        if body is None or body.broken:
            module = module._replace(whole=False)
        modules[folder] = module
        if problem is not None:
            broken.append(problem)
        elif body is None and reader(path) is not None:
            filled_in.append(path)
        if body is not None and data is not None:
            texts[path] = data
            _collect(module, body, _override(path)[0])
    _load_values(reader, named, modules, texts)
    if any(posixpath.basename(path) == TERRAGRUNT for path in named):
        from lambdalint.frontends.hcl import terragrunt

        terragrunt.add(reader, paths, modules, texts)
    return Loaded(modules, tuple(broken), texts, tuple(filled_in))


def is_terraform(path: str) -> bool:
    """True for files that hold Terraform configuration of the project itself."""
    return path.endswith(_SUFFIXES) and not any(folder in f"/{path}" for folder in _COPIES)


def _override(path: str) -> tuple[bool, str]:
    stem = posixpath.basename(path).split(".")[0]
    return stem == "override" or stem.endswith("_override"), path


def _body(reader: Callable[[str], bytes | None], path: str) -> tuple[Body | None, BrokenFile | None, bytes | None]:
    data = reader(path)
    if data is None:
        return None, None, None
    if path.endswith(".json"):
        from lambdalint.frontends.hcl import jsonbody

        body, at = jsonbody.parse(path, data)
        problem = BrokenFile(_line(path, data, at), "this is not valid JSON") if at is not None else None
        return body, problem, data
    parsed = hcl.parse(path, data)
    if parsed.broken_at is None:
        return parsed.body, None, data
    if _TEMPLATE.search(data):
        return None, None, None  # what it says in the end is for another tool to tell
    return parsed.body._replace(broken=True), _complaint(path, data, parsed.broken_at), data


def _complaint(path: str, data: bytes, at: int) -> BrokenFile | None:
    if len(data) > _JUDGED_SIZE:
        return BrokenFile(_line(path, data, at), "this does not parse")
    from lambdalint.syntax.judge import complaint

    found = complaint(data.decode("utf-8", "replace"))
    if found is None:
        return None
    source = Source(path, data)
    start, end = source.line_bounds(min(found[0], len(source.starts)))
    start = min(end, start + len(data[start:end]) - len(data[start:end].lstrip()))
    return BrokenFile(Span(path, start, end), found[1])


def _line(path: str, data: bytes, at: int) -> Span:
    source = Source(path, data)
    at = min(at, len(data))
    return Span(path, at, max(at, source.line_bounds(source.line_of(at))[1]))


def _collect(module: Module, body: Body, override: bool) -> None:
    for block in body.blocks:
        labels = block.labels
        if block.kind in ("resource", "data") and len(labels) == 2:
            key = ("managed" if block.kind == "resource" else "data", labels[0], labels[1])
            _put(module.resources, key, block, override)
        elif block.kind == "variable" and labels:
            _put(module.variables, labels[0], block, override)
        elif block.kind == "output" and labels:
            _put(module.outputs, labels[0], block, override)
        elif block.kind == "module" and labels:
            _put(module.calls, labels[0], block, override)
        elif block.kind == "locals":
            for name, attribute in block.body.attributes.items():
                if override or name not in module.locals:
                    module.locals[name] = attribute
        elif block.kind == "provider":
            module.providers.append(block)
        elif block.kind == "terraform":
            module.settings.append(block)


def _put(table: dict[K, Block], key: K, block: Block, override: bool) -> None:
    """Add a block; one of an override file is merged into the one it overrides."""
    below = table.get(key)
    if below is None:
        table[key] = block
    elif override:
        table[key] = _merged(below, block)


def _merged(below: Block, above: Block) -> Block:
    def load() -> Body:
        kinds = {b.kind for b in above.body.blocks}
        kept = tuple(b for b in below.body.blocks if b.kind not in kinds)
        return Body(
            {**below.body.attributes, **above.body.attributes},
            kept + above.body.blocks,
            below.body.broken or above.body.broken,
            below.body.json or above.body.json,
        )

    return Block(below.kind, below.labels, below.kind_span, below.header, below.span, below.inner, below.flat, load)


def _load_values(
    reader: Callable[[str], bytes | None], paths: Sequence[str], modules: dict[str, Module], texts: dict[str, bytes]
) -> None:
    """Read the files of variables: of those that Terraform takes without being told to, later ones win."""
    for path in sorted((p for p in paths if p.endswith(_VALUES)), key=_loading_order):
        module = modules.get(posixpath.dirname(path) or ".") if _is_auto_loaded(path) else None
        if module is None and not modules:
            continue
        body, _, data = _body(reader, path)
        if body is None or data is None:
            continue
        values = dict(body.attributes)
        if module is not None:
            texts[path] = data
            module.values.insert(0, values)
            continue
        for folder in _takers(path, values, modules):
            modules[folder] = modules[folder]._replace(chosen=(*modules[folder].chosen, values))


def _takers(path: str, values: Mapping[str, Attribute], modules: Mapping[str, Module]) -> list[str]:
    """The folders of the modules that a file of variables may be meant for: those nearest to it that declare any."""
    for folder in around(path):
        below = folder + "/" if folder else ""
        near = [f for f in modules if f == folder or f.startswith(below)]
        found = [f for f in near if not values.keys().isdisjoint(modules[f].variables)]
        if found:
            return found
    return []


def _is_auto_loaded(path: str) -> bool:
    name = posixpath.basename(path)
    return name in ("terraform.tfvars", "terraform.tfvars.json") or name.endswith((".auto.tfvars", ".auto.tfvars.json"))


def _loading_order(path: str) -> tuple[int, str]:
    name = posixpath.basename(path)
    return {"terraform.tfvars": 0, "terraform.tfvars.json": 1}.get(name, 2), name
