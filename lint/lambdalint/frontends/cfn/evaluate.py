"""Intrinsic functions over what is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol

from lambdalint.frontends.cfn.values import (
    CfnValue,
    Field,
    Fields,
    Free,
    Items,
    Nothing,
    Part,
    Partial,
    Scalar,
    came_through,
    composed,
    joined,
    parts_of,
    same,
    text_of,
    unknown,
)
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

_DEPTH = 60
_RESOLVE = re.compile(r"\{\{resolve:[^{}]*\}\}")
_HOLE = re.compile(r"\$\{(!?)\s*([^{}]*?)\s*\}")


class Scope(Protocol):
    """What an expression can ask of the template it stands in."""

    def reference(self, name: str, attribute: str, span: Span) -> CfnValue:
        """The value of `Ref` (no attribute) or `Fn::GetAtt`."""

    def condition(self, name: str) -> bool | None:
        """Whether a condition holds; None when only deployment knows."""

    def mapping(self, name: str) -> Node | None:
        """A table of the section `Mappings`."""

    def imported(self, name: CfnValue, span: Span) -> CfnValue | None:
        """What is exported under a name; None when only deployment knows."""

    def spend(self) -> bool:
        """False when the template has taken more steps than any written by people."""


def call_of(node: Node) -> tuple[str, Node] | None:
    """The name of the intrinsic function that a node calls, and its argument: `!Sub x` and `{"Fn::Sub": x}` alike."""
    tag = node.tag
    if tag.startswith("!") and len(tag) > 1 and not tag.startswith("!!"):
        name = tag[1:]
        return (name if name in ("Ref", "Condition") else f"Fn::{name}"), node._replace(tag="")
    if isinstance(node, yamltree.Mapping) and len(node.entries) == 1:
        entry = node.entries[0]
        if entry.key.text == "Ref" or entry.key.text.startswith("Fn::"):
            return entry.key.text, entry.value
    return None


def place_of(node: Node) -> Span:
    """The whole text of a node, with its tag."""
    return node.outer or node.span


def evaluate(node: Node, scope: Scope, depth: int = 0) -> CfnValue:
    """What a node stands for."""
    if depth > _DEPTH or not scope.spend():
        return unknown(f"deep@{node.span}", node.span)
    call = call_of(node)
    if call is not None:
        function = FUNCTIONS.get(call[0])
        if function is None:
            return unknown(f"{call[0]}@{node.span}", place_of(node))
        return function(call[1], scope, place_of(node), depth + 1)
    if isinstance(node, yamltree.Scalar):
        return _literal(node)
    if isinstance(node, yamltree.Sequence):
        items = tuple(evaluate(i, scope, depth + 1) for i in node.items)
        return Items(tuple(i for i in items if not isinstance(i, Nothing)), True, node.span, node)
    if isinstance(node, yamltree.Mapping):
        return _fields(node, scope, depth)
    return unknown(f"alias@{node.span}", node.span)


def _literal(node: yamltree.Scalar) -> CfnValue:
    if isinstance(node.value, str) and "{{resolve:" in node.value:
        parts: list[Part] = []
        at = 0
        for match in _RESOLVE.finditer(node.value):
            parts += (node.value[at : match.start()], Free(match[0]))
            at = match.end()
        return Partial(joined((*parts, node.value[at:])), node.span)
    return Scalar(node.value, node.span, node)


def _fields(node: yamltree.Mapping, scope: Scope, depth: int) -> Fields:
    fields: dict[str, Field] = {}
    complete = node.complete
    for entry in node.entries:
        if entry.key.text.startswith("Fn::"):
            complete = False
            continue
        fields[entry.key.text] = Field(evaluate(entry.value, scope, depth + 1), entry.key, node.owner(entry))
    return Fields(fields, complete, node.span, node)


# -- references ------------------------------------------------------------------------------------------------------


def _ref(node: Node, scope: Scope, span: Span, _depth: int) -> CfnValue:
    if not isinstance(node, yamltree.Scalar):
        return unknown(f"Ref@{span}", span)
    return scope.reference(node.text, "", span)


def _import(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    return scope.imported(evaluate(node, scope, depth), span) or unknown(f"ImportValue@{span}", span)


def _get_att(node: Node, scope: Scope, span: Span, _depth: int) -> CfnValue:
    if isinstance(node, yamltree.Scalar) and "." in node.text:
        name, _, attribute = node.text.partition(".")
        return scope.reference(name, attribute, span)
    if isinstance(node, yamltree.Sequence) and len(node.items) >= 2:
        words = [i.text for i in node.items if isinstance(i, yamltree.Scalar) and not i.tag]
        if len(words) == len(node.items):
            return scope.reference(words[0], ".".join(words[1:]), span)
    return unknown(f"GetAtt@{span}", span)


def _sub(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    local: Mapping[str, Field] = {}
    if isinstance(node, yamltree.Sequence) and len(node.items) == 2:
        given = evaluate(node.items[1], scope, depth)
        local = given.fields if isinstance(given, Fields) else {}
        node = node.items[0]
    if not isinstance(node, yamltree.Scalar) or node.tag:
        return unknown(f"Sub@{span}", span)
    text = node.text
    if "${" not in text:
        return _literal(node._replace(value=text))
    parts: list[Part] = []
    via: list[Span] = []
    at = 0
    for match in _HOLE.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
        if match[1]:
            parts.append("${" + match[2] + "}")
            continue
        value = local[match[2]].value if match[2] in local else _named(match[2], scope, span)
        known = parts_of(value)
        parts += known if known is not None else (Free(f"{match[2]}@{span}"),)
        via += value.via if isinstance(value, Scalar) else ()
    parts.append(text[at:])
    whole = composed(tuple(parts), node.span)
    return whole if isinstance(whole, Partial) else whole._replace(via=tuple(dict.fromkeys(via)))


def _named(words: str, scope: Scope, span: Span) -> CfnValue:
    name, _, attribute = words.partition(".")
    return scope.reference(name, attribute, span)


# -- texts and lists -------------------------------------------------------------------------------------------------


def _arguments(node: Node, scope: Scope, depth: int, least: int) -> tuple[CfnValue, ...] | None:
    if not isinstance(node, yamltree.Sequence) or len(node.items) < least:
        return None
    return tuple(evaluate(i, scope, depth) for i in node.items)


def _join(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    given = _arguments(node, scope, depth, 2)
    if given is None or not isinstance(given[0], Scalar) or not isinstance(given[1], Items):
        return unknown(f"Join@{span}", span)
    parts: list[Part] = []
    for i, item in enumerate(given[1].items):
        if i:
            parts.append(text_of(given[0].value))
        known = parts_of(item)
        parts += known if known is not None else (Free(f"Join{i}@{span}"),)
    return composed(tuple(parts), span) if given[1].complete else unknown(f"Join@{span}", span)


def _split(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    given = _arguments(node, scope, depth, 2)
    if given is None or not all(isinstance(g, Scalar) for g in given[:2]):
        return unknown(f"Split@{span}", span)
    by, text = (text_of(g.value) for g in given[:2] if isinstance(g, Scalar))
    if not by:
        return unknown(f"Split@{span}", span)
    return Items(tuple(Scalar(t, span) for t in text.split(by)), True, span)


def _select(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    given = _arguments(node, scope, depth, 2)
    if given is not None and isinstance(given[0], Scalar) and isinstance(given[1], Items) and given[1].complete:
        index = text_of(given[0].value)
        if index.isdecimal() and len(index) < 6 and int(index) < len(given[1].items):
            return came_through(given[1].items[int(index)], span)
    return unknown(f"Select@{span}", span)


def _find_in_map(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    given = _arguments(node, scope, depth, 3)
    if given is None or not all(isinstance(g, Scalar) for g in given[:3]):
        return unknown(f"FindInMap@{span}", span)
    names = [text_of(g.value) for g in given[:3] if isinstance(g, Scalar)]
    found = scope.mapping(names[0])
    for name in names[1:]:
        found = found.get(name) if isinstance(found, yamltree.Mapping) else None
    if found is not None:
        return came_through(evaluate(found, scope, depth), span)
    table, last = scope.mapping(names[0]), given[-1]
    if isinstance(last, Fields) and "DefaultValue" in last.fields and isinstance(table, yamltree.Mapping):
        return last.fields["DefaultValue"].value
    return unknown(f"FindInMap@{span}", span)


def _length(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    given = evaluate(node, scope, depth)
    if isinstance(given, Items) and given.complete:
        return Scalar(len(given.items), span)
    return unknown(f"Length@{span}", span)


def _to_json(node: Node, _scope: Scope, span: Span, _depth: int) -> CfnValue:
    return unknown(f"ToJsonString@{node.span}", span)


# -- conditions ------------------------------------------------------------------------------------------------------


def _if(node: Node, scope: Scope, span: Span, depth: int) -> CfnValue:
    if (
        not isinstance(node, yamltree.Sequence)
        or len(node.items) != 3
        or not isinstance(node.items[0], yamltree.Scalar)
    ):
        return unknown(f"If@{span}", span)
    holds = scope.condition(node.items[0].text)
    if holds is not None:
        return evaluate(node.items[1 if holds else 2], scope, depth)
    one, other = (evaluate(i, scope, depth) for i in node.items[1:])
    if same(one, other) and isinstance(one, Scalar):
        return one._replace(node=None)
    return unknown(f"If@{span}", span)


def truth(node: Node, scope: Scope, depth: int = 0) -> bool | None:
    """Whether the condition that a node spells holds; None when only deployment knows."""
    call = call_of(node)
    if depth > _DEPTH or not scope.spend():
        return None
    if isinstance(node, yamltree.Mapping) and len(node.entries) == 1 and node.entries[0].key.text == "Condition":
        call = "Condition", node.entries[0].value
    if call is None:
        return None
    name, argument = call
    if name == "Condition":
        return scope.condition(argument.text) if isinstance(argument, yamltree.Scalar) else None
    items = argument.items if isinstance(argument, yamltree.Sequence) else (argument,)
    if name == "Fn::Equals":
        return same(evaluate(items[0], scope, depth), evaluate(items[1], scope, depth)) if len(items) == 2 else None
    found = [truth(i, scope, depth + 1) for i in items]
    if name == "Fn::Not":
        return not found[0] if len(found) == 1 and found[0] is not None else None
    decisive = {"Fn::And": False, "Fn::Or": True}.get(name)
    if decisive is None or not found:
        return None
    if decisive in found:
        return decisive
    return None if None in found else not decisive


FUNCTIONS: Mapping[str, Callable[[Node, Scope, Span, int], CfnValue]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::ImportValue": _import,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::Split": _split,
    "Fn::Select": _select,
    "Fn::FindInMap": _find_in_map,
    "Fn::Length": _length,
    "Fn::If": _if,
    "Fn::ToJsonString": _to_json,
}
