"""Where CDK programs run, and how: what their `cdk.json` says."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Collection, Sequence
from typing import Any

from lambdalint.frontends.script.state import Answers
from lambdalint.frontends.script.values import Atom, Field, Fields, Items, Member, Opaque, Thing
from lambdalint.paths import around
from lambdalint.source import Span
from lambdalint.syntax import yamltree


def home(path: str, paths: Collection[str], marks: tuple[str, ...]) -> str:
    """The nearest folder around a file that holds one of the marks, the first of them before the others."""
    for name in marks:
        for folder in around(path):
            if posixpath.join(folder, name) in paths:
                return folder or "."
    return "."


def has_settings(path: str, paths: Collection[str]) -> bool:
    """True where a cdk.json around the file names the program."""
    return any(posixpath.join(folder, "cdk.json") in paths for folder in around(path))


def answers(root: str, paths: Collection[str], look: Callable[[str], bytes | None]) -> Answers | None:
    """What the nearest cdk.json around a program answers; None without one."""
    for folder in around(root):
        path = posixpath.join(folder, "cdk.json")
        data = look(path) if path in paths else None
        if data is not None:
            return context(path, data)
    return None


def settings(data: bytes) -> tuple[str, frozenset[str]]:
    """The command and the feature flags of a cdk.json."""
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError):
        return "", frozenset()
    if not isinstance(content, dict):
        return "", frozenset()
    command = content.get("app")
    context = content.get("context")
    flags = {k for k, v in context.items() if v is True} if isinstance(context, dict) else set()
    return command if isinstance(command, str) else "", frozenset(flags)


def context(path: str, data: bytes) -> Answers:
    """What a program is answered that asks for the context of its cdk.json. What that lacks may be given by hand."""
    tree = yamltree.parse(path, data)
    root = tree.documents[0] if tree.fault is None and len(tree.documents) == 1 else None
    written = root.get("context") if isinstance(root, yamltree.Mapping) else None

    def known(target: Thing, name: str, arguments: Sequence[Thing], span: Span) -> Thing | None:
        key = arguments[0] if name in ("tryGetContext", "getContext") and arguments else None
        node = isinstance(target, Member) and target.name == "node"
        if not node or not isinstance(key, Atom) or not isinstance(written, yamltree.Mapping):
            return None
        value = written.get(str(key.value))
        return _thing(value, span) if value is not None else None

    return known


def _thing(node: yamltree.Node, span: Span) -> Thing:
    if isinstance(node, yamltree.Mapping):
        fields = {}
        for entry in node.entries:
            place = entry.key.span
            fields[entry.key.text] = Field(place, None, _thing(entry.value, span), place._replace(end=place.start))
        return Fields(fields, node.span)
    if isinstance(node, yamltree.Sequence):
        return Items([_thing(item, span) for item in node.items], node.span)
    return (
        Atom(node.value, node.span, None, (span,)) if isinstance(node, yamltree.Scalar) else Opaque(span, "it is odd")
    )


def words(command: str) -> list[str]:
    """The words of a command that aren't options."""
    return [word for word in command.replace('"', " ").replace("'", " ").split() if not word.startswith("-")]
