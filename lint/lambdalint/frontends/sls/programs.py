"""Services that are written as programs: what such a file exports, as the tree that YAML would give."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

from lambdalint.frontends.cfn.writing import MADE, script_style
from lambdalint.frontends.script.evaluate import Evaluator, ExhaustedError
from lambdalint.frontends.script.operators import text
from lambdalint.frontends.script.values import Atom, Closure, Fields, Items, Thing, span_of
from lambdalint.frontends.ts.host import NodeHost
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.scripttree import Entry, Object
from lambdalint.syntax.yamltree import Node
from lambdalint.value import Slot

_NAME = pattern(r"serverless(?:\.[\w-]+)?\.(?:ts|mts|cts|js|mjs|cjs)$")
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
    host = NodeHost(reader, paths)
    run = Evaluator(host)
    found: Thing | None = None
    with suppress(ExhaustedError, RecursionError):
        found = run.export(path, "default")
        if isinstance(found, Closure):  # the framework calls it
            found = run.invoke(found, [], found.span)
    made = _Tree(reader, host.language.quote, found).node(found, 0) if isinstance(found, Fields) else None
    return made if isinstance(made, yamltree.Mapping) else None, run.whole


class _Tree:
    """What a program exports as nodes. What stands in several places of it can't be written anew for one of them."""

    def __init__(self, reader: Callable[[str], bytes | None], quote: Callable[[str], str], root: Thing) -> None:
        self._reader = reader
        self._quote = quote
        self._places: Counter[Span] = Counter()
        self._count(root, 0)

    def _count(self, thing: Thing, depth: int) -> None:
        place = span_of(thing)
        if place is None or depth > _DEEPEST:
            return
        self._places[place] += 1
        inner = thing.items if isinstance(thing, Items) else ()
        for item in inner if not isinstance(thing, Fields) else [f.value for f in thing.fields.values()]:
            self._count(item, depth + 1)

    def node(self, thing: Thing, depth: int) -> Node:
        """A thing as a node."""
        place = span_of(thing) or Span("", 0, 0)
        if depth > _DEEPEST:
            return yamltree.Unresolved(place)
        if isinstance(thing, Atom):
            written = "" if thing.value is None else text(thing.value)
            alone = thing.slot is not None and not thing.via and self._places[place] == 1
            style = self._style(thing.slot) if alone and thing.slot is not None else _COMPUTED
            return yamltree.Scalar(place, thing.value, written, style, "", self._is_exact(place, written, style))
        if isinstance(thing, Items) and thing.complete:
            style = self._style_at(place) if all(place.contains(span_of(i) or place) for i in thing.items) else MADE
            return yamltree.Sequence(place, tuple(self.node(item, depth + 1) for item in thing.items), style)
        return self._mapping(thing, place, depth) if isinstance(thing, Fields) else yamltree.Unresolved(place)

    def _mapping(self, thing: Fields, place: Span, depth: int) -> Node:
        literal = thing.literal
        written = literal.entries if isinstance(literal, Object) else ()
        places = {e.key.span: e.span for e in written if isinstance(e, Entry) and e.literal and not e.shorthand}
        entries = []
        for name, field in thing.fields.items():
            value = field.value
            if isinstance(value, Atom) and value.value is None:
                continue
            style = self._style(field.name_slot) if field.name_slot is not None else _COMPUTED
            key = yamltree.Scalar(field.name, name, name, style, "", False)
            entries.append(yamltree.Entry(places.get(field.name, field.name), key, self.node(value, depth + 1)))
        whole = len(places) == len(written) == len(entries) and all(e.key.span in places for e in entries)
        style = self._style_at(place) if whole and isinstance(literal, Object) else MADE
        return yamltree.Mapping(place, tuple(entries), style, thing.complete)

    def _style_at(self, place: Span) -> str:
        return script_style(self._quote(place.path)) if self._places[place] == 1 else MADE

    def _is_exact(self, place: Span, written: str, style: str) -> bool:
        """True where the text stands as it is between single quotes: double ones are what commands need inside."""
        data = self._reader(place.path) or b""
        return style == script_style("'") and data[place.start + 1 : place.end - 1] == written.encode()

    def _style(self, slot: Slot) -> str:
        """The style of a literal by how another one is written in its place."""
        quote = slot.spell("x")[0]
        return script_style(quote) if quote in "'\"`" else "name"
