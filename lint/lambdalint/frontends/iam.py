"""Policy documents, from whatever text a dialect writes them in, to statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from lambdalint.frontends import spell
from lambdalint.model.access import Policy, Statement
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import jsontree
from lambdalint.value import Known, Slot, Unknown, Value


class Listing(NamedTuple):
    """A list; `complete` is False when it may have more members."""

    items: tuple[Node, ...]
    complete: bool
    span: Span


class Entries(NamedTuple):
    """An object; `complete` is False when it may have more entries."""

    entries: tuple[tuple[Known[str], Node], ...]
    complete: bool
    span: Span

    def get(self, name: str) -> Node | None:
        """The value of an entry."""
        return next((v for k, v in self.entries if k.value == name), None)


Node: TypeAlias = Known[Any] | Unknown | Listing | Entries

DOCUMENT_KEYS = frozenset({"Version", "Id", "Statement"})
STATEMENT_KEYS = frozenset(
    {
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    }
)


def from_json(value: jsontree.Json) -> Node:
    """JSON text as a document; scalars keep a slot."""
    if isinstance(value, jsontree.Mapping):
        entries = tuple((_known(m.key), from_json(m.value)) for m in value.members)
        return Entries(entries, True, value.span)
    if isinstance(value, jsontree.Array):
        return Listing(tuple(map(from_json, value.items)), True, value.span)
    return _known(value)


def _known(value: jsontree.Scalar) -> Known[Any]:
    return Known(value.value, value.span, Slot(value.span, "", "", spell.as_json))


def at(node: Node, span: Span) -> Node:
    """A document whose text stands somewhere else, or with escapes: every place in it is `span`."""
    if isinstance(node, Listing):
        return Listing(tuple(at(i, span) for i in node.items), node.complete, span)
    if isinstance(node, Entries):
        return Entries(tuple((Known(k.value, span), at(v, span)) for k, v in node.entries), node.complete, span)
    return Known(node.value, span) if isinstance(node, Known) else node


def policy(key: str, label: str, span: Span, node: Node | None) -> Policy:
    """The statements of a document. `complete` is False when some may be missing."""
    statements, complete = statements_of(node)
    return Policy(key, label, span, statements, complete)


def statements_of(node: Node | None) -> tuple[tuple[Statement, ...], bool]:
    """The statements of a document, and whether those are all."""
    if not isinstance(node, Entries):
        return (), False
    found = node.get("Statement")
    if found is None:
        return (), node.complete
    items = found.items if isinstance(found, Listing) else (found,)
    known = [i for i in items if isinstance(i, Entries)]
    complete = node.complete and len(known) == len(items) and (not isinstance(found, Listing) or found.complete)
    return tuple(_statement(i) for i in known), complete


def _statement(node: Entries) -> Statement:
    effect = node.get("Effect")
    complete = node.complete
    lists: list[tuple[Value[str], ...]] = []
    for name in ("Action", "NotAction", "Resource", "NotResource"):
        texts, whole = _texts(node.get(name))
        lists.append(texts)
        complete = complete and whole
    services, principals, whole = _principals(node.get("Principal"))
    return Statement(
        node.span,
        effect if isinstance(effect, Known | Unknown) else Unknown(node.span, "it has no effect"),
        lists[0],
        lists[1],
        lists[2],
        lists[3],
        services,
        principals,
        node.get("Condition") is not None,
        complete and whole,
    )


def _texts(node: Node | None) -> tuple[tuple[Value[str], ...], bool]:
    if node is None:
        return (), True
    if isinstance(node, Entries):
        return (), False
    items = node.items if isinstance(node, Listing) else (node,)
    texts = tuple(i for i in items if isinstance(i, Unknown) or (isinstance(i, Known) and isinstance(i.value, str)))
    return texts, len(texts) == len(items) and (not isinstance(node, Listing) or node.complete)


def _principals(node: Node | None) -> tuple[tuple[Value[str], ...], tuple[Value[str], ...], bool]:
    if node is None or isinstance(node, Known):
        return (), (node,) if isinstance(node, Known) else (), True
    if not isinstance(node, Entries):
        return (), (), False
    services: list[Value[str]] = []
    others: list[Value[str]] = []
    complete = node.complete
    for kind, value in node.entries:
        texts, whole = _texts(value)
        (services if kind.value == "Service" else others).extend(texts)
        complete = complete and whole
    return tuple(services), tuple(others), complete


def strange_keys(node: Node | None) -> Iterator[tuple[Known[str], frozenset[str], frozenset[str], str]]:
    """Names that a policy document can't have: the name, the names allowed there, those set, and what it stands in."""
    if not isinstance(node, Entries):
        return
    yield from _strange(node, DOCUMENT_KEYS, "policy document")
    found = node.get("Statement")
    for item in found.items if isinstance(found, Listing) else (found,):
        if isinstance(item, Entries):
            yield from _strange(item, STATEMENT_KEYS, "policy statement")


def _strange(
    node: Entries, known: frozenset[str], concept: str
) -> Iterator[tuple[Known[str], frozenset[str], frozenset[str], str]]:
    written = frozenset(k.value for k, _ in node.entries)
    for key, _ in node.entries:
        if key.value not in known:
            yield key, known, written, concept
