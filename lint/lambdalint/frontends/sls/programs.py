"""Services that are written as programs: what such a file exports, as the tree that YAML would give."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

from lambdalint.frontends.script.evaluate import Evaluator, ExhaustedError
from lambdalint.frontends.script.operators import text
from lambdalint.frontends.script.values import Atom, Fields, Items, Thing, span_of
from lambdalint.frontends.ts.host import NodeHost
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

_NAME = re.compile(r"serverless(?:\.[\w-]+)?\.(?:ts|mts|cts|js|mjs|cjs)$")
_PLAIN = ("serverless.yml", "serverless.yaml", "serverless.json")
_DEEPEST = 40
_COMPUTED = "block"  # the style of text that isn't written as it is


def is_program(path: str, paths: Collection[str]) -> bool:
    """True for a program that the framework reads: it prefers data to programs."""
    folder, name = posixpath.split(path)
    return bool(_NAME.fullmatch(name)) and not any(posixpath.join(folder, plain) in paths for plain in _PLAIN)


def tree(
    reader: Callable[[str], bytes | None], paths: Sequence[str], path: str
) -> tuple[yamltree.Mapping | None, bool]:
    """The service that a program exports, None where that isn't followed; and whether all of the program was."""
    run = Evaluator(NodeHost(reader, paths))
    found: Thing | None = None
    with suppress(ExhaustedError, RecursionError):
        found = run.export(path, "default")
    made = _node(found, 0) if isinstance(found, Fields) else None
    return made if isinstance(made, yamltree.Mapping) else None, run.whole


def _node(thing: Thing, depth: int) -> Node:
    place = span_of(thing) or Span("", 0, 0)
    if depth > _DEEPEST:
        return yamltree.Unresolved(place)
    if isinstance(thing, Atom):
        written = "" if thing.value is None else text(thing.value)
        return yamltree.Scalar(place, thing.value, written, _COMPUTED, "", False)
    if isinstance(thing, Items) and thing.complete:
        return yamltree.Sequence(place, tuple(_node(item, depth + 1) for item in thing.items), "json")
    if not isinstance(thing, Fields):
        return yamltree.Unresolved(place)
    entries = []
    for name, field in thing.fields.items():
        value = field.value
        if isinstance(value, Atom) and value.value is None:
            continue
        key = yamltree.Scalar(field.name, name, name, _COMPUTED, "", False)
        entries.append(yamltree.Entry(field.name, key, _node(value, depth + 1)))
    return yamltree.Mapping(place, tuple(entries), "json", thing.complete)
