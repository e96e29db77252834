"""Whether changed YAML text means the same where nothing was edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lambdalint.fix import Edit
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Mapping, Node, Scalar
from lambdalint.syntax.yamltree import Sequence as Listing


def broken_by(path: str, before: bytes, after: bytes, edits: Sequence[Edit]) -> str | None:
    """Why `after` must not be written, or None. Nothing is said against changes of text that was broken already."""
    old, new = yamltree.parse(path, before), yamltree.parse(path, after)
    if old.fault is not None:
        return None
    if new.fault is not None or len(new.documents) != len(old.documents):
        return "the result does not parse"
    for one, other in zip(old.documents, new.documents, strict=True):
        left, right = dict(_parts(one)), dict(_parts(other))
        touched = _touched([span for span, _ in left.values()], edits)
        for names, (span, node) in left.items():
            if span in touched or not _is_own(node, span):
                continue
            if names not in right or _data(right[names][1]) != _data(node):
                return f"{'.'.join(names)} was not edited, but changed its meaning"
    return None


def _touched(spans: Sequence[Span], edits: Sequence[Edit]) -> frozenset[Span]:
    """The entries that edits change: those they overlap, and the last one that starts before them."""
    found: set[Span] = set()
    for edit in edits:
        found |= {s for s in spans if s.start <= edit.span.end and edit.span.start <= s.end}
        before = [s for s in spans if s.start <= edit.span.start]
        found |= {max(before)} if before else set()
    return frozenset(found)


def _parts(node: Node, depth: int = 2) -> Iterator[tuple[tuple[str, ...], tuple[Span, Node]]]:
    """The entries of the upper levels, by their keys."""
    for entry in node.entries if isinstance(node, Mapping) else ():
        inner = list(_parts(entry.value, depth - 1)) if depth > 1 else []
        if inner:
            yield from (((entry.key.text, *names), found) for names, found in inner)
        else:
            yield (entry.key.text,), (entry.span, entry.value)


def _is_own(node: Node, span: Span) -> bool:
    """True when all of a node is written inside of a span: no part of it comes from an anchor elsewhere."""
    if isinstance(node, Mapping):
        return all(span.contains(e.span) and _is_own(e.value, span) for e in node.entries)
    if isinstance(node, Listing):
        return all(_is_own(item, span) for item in node.items)
    return span.contains(node.span)


def _data(node: Node) -> object:
    if isinstance(node, Mapping):
        return node.tag, [(e.key.text, _data(e.value)) for e in node.entries]
    if isinstance(node, Listing):
        return node.tag, [_data(item) for item in node.items]
    return (node.tag, node.value, node.text) if isinstance(node, Scalar) else ""
