"""YAML text → mappings, sequences and scalars with places; JSON text → the same.

Aliases stand for the node that their anchor names, and merge keys are followed: the nodes are shared, so a tree takes
no more room than its text. `BUDGET` bounds what a walk over it meets; an alias beyond it, or one that names no finished
anchor, is `Unresolved`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import jsontree, yamltext
from lambdalint.syntax.languages import parser

BUDGET = 100_000
"""So many nodes a walk over one document meets at most, aliases counted each time they are used."""

LARGEST = 2_000_000
"""YAML text with more bytes is not parsed."""

_DEPTH = 60
_CUTS = 4  # attempts to read what stands before an error

Plain: TypeAlias = str | int | float | bool | None


class Scalar(NamedTuple):
    """A value without parts; the span includes quotes, not the tag.

    `value` is typed as YAML 1.2 does (`yes` is a text); with a tag it is the text. `text` is what is written, decoded.
    `style` is `plain`, `single`, `double`, `block` (`|`, `>`), `json` or `empty` (nothing is written: the span is the
    empty place where it would be); what a program exports has `script` with its quotes, bare keys have `name`.
    `exact`: byte i of `text` is byte i of the content of the span (inside of quotes).
    """

    span: Span
    value: Plain
    text: str
    style: str
    tag: str = ""
    exact: bool = True
    outer: Span | None = None

    @property
    def content(self) -> Span:
        """The span without its quotes."""
        data = self.style == "json" or self.style.startswith("script")
        quoted = self.style in ("single", "double") or (data and isinstance(self.value, str))
        return Span(self.span.path, self.span.start + 1, self.span.end - 1) if quoted else self.span


class Sequence(NamedTuple):
    """A list. `style` is `block`, `flow` or `json`. `outer` reaches from the tag (or anchor) to the end."""

    span: Span
    items: tuple[Node, ...]
    style: str
    tag: str = ""
    outer: Span | None = None


class Entry(NamedTuple):
    """One entry of a mapping. `span` reaches from its key to the end of its value; `merged` entries come from `<<`."""

    span: Span
    key: Scalar
    value: Node
    merged: bool = False


class Mapping(NamedTuple):
    """A mapping. `complete` is False when it has entries that can't be told: odd keys, merges that lead nowhere.

    `merges` are the mappings that `<<` names. The last of several entries with one key counts.
    """

    span: Span
    entries: tuple[Entry, ...]
    style: str
    complete: bool
    tag: str = ""
    outer: Span | None = None
    merges: tuple[Mapping, ...] = ()

    def owner(self, entry: Entry) -> Mapping:
        """The mapping whose text holds an entry: this one, or one that it takes in."""
        for merge in self.merges if entry.merged else ():
            if any(e.span == entry.span for e in merge.entries):
                return merge.owner(next(e for e in merge.entries if e.span == entry.span))
        return self

    def entry(self, name: str) -> Entry | None:
        """The entry with this key."""
        found = None
        for entry in self.entries:
            if entry.key.text == name:
                found = entry
        return found

    def get(self, name: str) -> Node | None:
        """The value of the entry with this key."""
        entry = self.entry(name)
        return entry.value if entry is not None else None


class Unresolved(NamedTuple):
    """An alias that stands for nothing known."""

    span: Span
    tag: str = ""
    outer: Span | None = None


Node: TypeAlias = Scalar | Sequence | Mapping | Unresolved


class Fault(NamedTuple):
    """Where a text stops being YAML (or JSON), in bytes."""

    at: int
    message: str


class Tree(NamedTuple):
    """The documents of a text. With a fault, they are what could be read before it, and nothing in it is whole."""

    documents: tuple[Node, ...]
    fault: Fault | None


def parse(path: str, data: bytes) -> Tree:
    """The documents of YAML text, or of JSON text (by the name of the file, or its first character)."""
    if len(data) > LARGEST:
        return Tree((), None)
    body = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    if path.endswith(".json") or body.lstrip()[:1] == b"{":
        found = jsontree.parse(path, data)
        if not isinstance(found, jsontree.Broken):
            return Tree((_from_json(found),), None)
        if path.endswith(".json"):
            return Tree((), Fault(found.at, "this is not valid JSON"))
    return _yaml(path, body, len(data) - len(body))


def _from_json(node: jsontree.Json) -> Node:
    if isinstance(node, jsontree.Mapping):
        entries = tuple(Entry(m.span, _json_scalar(m.key), _from_json(m.value)) for m in node.members)
        return Mapping(node.span, entries, "json", True)
    if isinstance(node, jsontree.Array):
        return Sequence(node.span, tuple(map(_from_json, node.items)), "json")
    return _json_scalar(node)


def _json_scalar(node: jsontree.Scalar) -> Scalar:
    value = node.value
    text = value if isinstance(value, str) else yamltext.as_text(value)
    length = node.span.end - node.span.start - 2 * isinstance(value, str)
    return Scalar(node.span, value, text, "json", exact=len(text.encode("utf-8", "replace")) == length)


# -- YAML ------------------------------------------------------------------------------------------------------------


class _TooDeepError(Exception):
    pass


def _yaml(path: str, data: bytes, base: int) -> Tree:
    too_deep = Tree((), Fault(base, "this is nested too deeply"))
    if yamltext.is_too_deep(data):
        return too_deep
    root: Any = parser("yaml").parse(data).root_node
    if not root.has_error:
        try:
            return Tree(_Builder(path, data, base).documents(root), None)
        except _TooDeepError:
            return too_deep
    lenient = yamltext.on_one_line(data)
    again: Any = parser("yaml").parse(lenient).root_node if not yamltext.is_too_deep(lenient) else root
    if not again.has_error:
        try:
            return Tree(_Builder(path, lenient, base).documents(again), None)
        except _TooDeepError:
            return too_deep
    from lambdalint.syntax.yamlfaults import first_error, first_wrong_line  # most texts are right

    at = first_wrong_line(root, data)
    fault = Fault(base + at, "this is not valid YAML")
    cut = data.rfind(b"\n", 0, at) + 1
    for _ in range(_CUTS):
        if cut <= 0:
            break
        root = parser("yaml").parse(data[:cut]).root_node
        if not root.has_error:
            try:
                return Tree(_Builder(path, data[:cut], base).documents(root), fault)
            except _TooDeepError:
                break
        cut = data.rfind(b"\n", 0, min(cut - 1, first_error(root, data))) + 1
    return Tree((), fault)


class _Builder:
    """Builds the nodes of one text."""

    def __init__(self, path: str, data: bytes, base: int) -> None:
        self._path = path
        self._data = data
        self._base = base
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._met = 0

    def documents(self, root: Any) -> tuple[Node, ...]:
        """One node for each document that isn't empty."""
        found = []
        for document in root.children:
            if document.type == "document":
                self._anchors.clear()
                self._met = 0
                found += [self._node(c, 0) for c in document.children if c.type in ("block_node", "flow_node")][:1]
        return tuple(found)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, self._base + start, self._base + end)

    def _node(self, wrapper: Any, depth: int) -> Node:
        if depth > _DEPTH:
            raise _TooDeepError
        before = self._met
        self._met += 1
        tag = anchor = ""
        content: Any = None
        for child in wrapper.children:
            if child.type == "tag":
                tag = self._text(child)
            elif child.type == "anchor":
                anchor = self._text(child)[1:]
            elif child.type != "comment":
                content = child
        outer = self._span(wrapper.start_byte, wrapper.end_byte)
        node = self._content(content, wrapper, tag, outer, depth)
        if anchor:
            self._anchors[anchor] = (node, self._met - before)
        return node

    def _content(self, content: Any, wrapper: Any, tag: str, outer: Span, depth: int) -> Node:
        if content is None:
            return self._empty(int(wrapper.end_byte), tag)
        match content.type:
            case "block_mapping" | "flow_mapping":
                return self._mapping(content, tag, outer, depth)
            case "block_sequence":
                return self._block_sequence(content, tag, outer, depth)
            case "flow_sequence":
                return self._flow_sequence(content, tag, outer, depth)
            case "alias":
                return self._alias(content)
        return self._scalar(content, tag, outer)

    def _of(self, node: Any) -> Span:
        return self._span(int(node.start_byte), int(node.end_byte))

    def _text(self, node: Any) -> str:
        return self._data[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def _empty(self, at: int, tag: str) -> Scalar:
        return Scalar(self._span(at, at), None, "", "empty", tag)

    def _alias(self, node: Any) -> Node:
        found = self._anchors.get(self._text(node)[1:])
        if found is None or self._met + found[1] > BUDGET:
            return Unresolved(self._of(node))
        self._met += found[1]
        return found[0]

    def _scalar(self, node: Any, tag: str, outer: Span) -> Scalar:
        start, end = int(node.start_byte), int(node.end_byte)
        written = self._data[start:end].decode("utf-8", "replace")
        style = yamltext.STYLES.get(node.type, "plain")
        if style == "block":
            column = start - (self._data.rfind(b"\n", 0, start) + 1)
            return Scalar(self._span(start, end), *_twice(yamltext.block(written, column)), style, tag, False, outer)
        text, exact = yamltext.decode(written, style)
        value: Plain = yamltext.resolve(text) if style == "plain" and tag in ("", "!") else text
        return Scalar(self._span(start, end), value, text, style, tag, exact, outer)

    def _block_sequence(self, node: Any, tag: str, outer: Span, depth: int) -> Sequence:
        items: list[Node] = []
        end = int(node.start_byte)
        for item in node.children:
            if item.type != "block_sequence_item":
                continue
            wrapper = next((c for c in item.children if c.type in ("block_node", "flow_node")), None)
            if wrapper is None:
                end = int(item.children[0].end_byte)
                items.append(self._empty(end, ""))
            else:
                items.append(self._node(wrapper, depth + 1))
                end = self._end(wrapper, items[-1])
        span = self._span(int(node.start_byte), end)
        return Sequence(span, tuple(items), "block", tag, outer._replace(end=span.end))

    def _end(self, wrapper: Any, node: Node) -> int:
        """Where a node ends. In the grammar, block collections take in the comments that follow them."""
        if wrapper.type == "flow_node" or isinstance(node, Scalar | Unresolved):
            return int(wrapper.end_byte)
        return node.span.end - self._base

    def _flow_sequence(self, node: Any, tag: str, outer: Span, depth: int) -> Sequence:
        items: list[Node] = []
        for child in node.children:
            if child.type == "flow_node":
                items.append(self._node(child, depth + 1))
            elif child.type == "flow_pair":
                entry = self._pair(child, depth)
                items.append(Mapping(self._of(child), (entry,) if entry else (), "flow", entry is not None))
        return Sequence(self._of(node), tuple(items), "flow", tag, outer)

    def _mapping(self, node: Any, tag: str, outer: Span, depth: int) -> Mapping:
        style = "block" if node.type == "block_mapping" else "flow"
        entries: list[Entry] = []
        merges: list[Node] = []
        complete = True
        for child in node.children:
            if child.type == "flow_node":
                key = self._node(child, depth + 1)
                lone = Entry(key.span, key, self._empty(int(child.end_byte), "")) if isinstance(key, Scalar) else None
                complete = complete and lone is not None
                entries += [lone] if lone is not None else []
            elif child.type in ("block_mapping_pair", "flow_pair"):
                entry = self._pair(child, depth)
                if entry is None:
                    complete = False
                elif entry.key.text == "<<" and entry.key.style == "plain":
                    merges += entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
                else:
                    entries.append(entry)
        own = {entry.key.text for entry in entries}
        for merge in merges:
            if not isinstance(merge, Mapping):
                complete = False
                continue
            complete = complete and merge.complete
            for entry in merge.entries:
                if entry.key.text not in own:
                    own.add(entry.key.text)
                    entries.append(entry._replace(merged=True))
        span = self._of(node)
        if style == "block":
            span = span._replace(end=max((e.span.end for e in entries if not e.merged), default=span.end))
            outer = outer._replace(end=span.end)
        taken = tuple(m for m in merges if isinstance(m, Mapping))
        return Mapping(span, tuple(entries), style, complete, tag, outer, taken)

    def _pair(self, pair: Any, depth: int) -> Entry | None:
        key_node, value_node = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key_node is None:
            return None
        key = self._node(key_node, depth + 1)
        end = int(pair.end_byte)
        value: Node
        if value_node is None:
            end = int(pair.children[-1].end_byte) if pair.children else end
            value = self._empty(end, "")
        else:
            value = self._node(value_node, depth + 1)
            end = self._end(value_node, value)
        return Entry(self._span(int(pair.start_byte), end), key, value) if isinstance(key, Scalar) else None


def _twice(text: str) -> tuple[str, str]:
    return text, text
