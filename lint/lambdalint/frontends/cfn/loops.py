"""`Fn::ForEach` among the resources of a template: each of them is there once for each member of a known list."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.frontends.cfn.writing import MADE
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Entry, Mapping, Node, Scalar, Sequence

LOOP = "Fn::ForEach::"
_DEEPEST = 4
_MOST = 200  # resources that one loop makes
_NODES = 20_000


def expanded(root: Mapping, section: Mapping) -> tuple[tuple[Entry, ...], bool]:
    """The resources, with those that loops make, and whether that's all of them."""
    loops = _Loops(root)
    found = tuple(loops.entries(section, 0))
    return found, loops.whole


class _Loops:
    def __init__(self, root: Mapping) -> None:
        self.whole = True
        self._root = root
        self._left = _NODES

    def entries(self, section: Mapping, depth: int) -> Iterator[Entry]:
        """What a section holds once its loops are gone through."""
        for entry in section.entries:
            if not entry.key.text.startswith("Fn::"):
                yield entry
                continue
            parts = entry.value.items if isinstance(entry.value, Sequence) else ()
            made = tuple(self._loop(parts, depth)) if entry.key.text.startswith(LOOP) and len(parts) == 3 else ()
            self.whole = self.whole and bool(made)
            yield from made

    def _loop(self, parts: tuple[Node, ...], depth: int) -> Iterator[Entry]:
        name, over, body = parts
        members = self._members(over)
        if not isinstance(name, Scalar) or members is None or not isinstance(body, Mapping) or depth > _DEEPEST:
            self.whole = False
            return
        for member in members[:_MOST]:
            made = self._filled(body, name.text, member)
            if self._left <= 0:
                break
            if isinstance(made, Mapping):
                yield from self.entries(made, depth + 1)
        self.whole = self.whole and len(members) <= _MOST and self._left > 0

    def _members(self, over: Node) -> list[str] | None:
        """The texts that a loop goes through: a list of them, or what a parameter is by default."""
        if isinstance(over, Sequence) and not over.tag and all(isinstance(i, Scalar) and not i.tag for i in over.items):
            return [item.text for item in over.items if isinstance(item, Scalar)]
        named = over.text if isinstance(over, Scalar) and over.tag == "!Ref" else ""
        if isinstance(over, Mapping) and len(over.entries) == 1:
            inner = over.get("Ref")
            named = inner.text if isinstance(inner, Scalar) else ""
        parameters = self._root.get("Parameters")
        parameter = parameters.get(named) if isinstance(parameters, Mapping) and named else None
        default = parameter.get("Default") if isinstance(parameter, Mapping) else None
        self.whole = False  # another deployment may name others
        return [text.strip() for text in default.text.split(",")] if isinstance(default, Scalar) else None

    def _filled(self, node: Node, name: str, member: str) -> Node:
        """A node with a member in place of the loop's name."""
        self._left -= 1
        if self._left <= 0:
            return node
        if isinstance(node, Scalar):
            return _scalar(node, name, member)
        if isinstance(node, Sequence):
            return node._replace(items=tuple(self._filled(item, name, member) for item in node.items))
        if isinstance(node, Mapping):
            inner = node.get("Ref") if len(node.entries) == 1 else None
            if isinstance(inner, Scalar) and inner.text == name:
                return _made(inner, member)
            entries = tuple(
                entry._replace(
                    key=_scalar(entry.key, name, member, plain=True), value=self._filled(entry.value, name, member)
                )
                for entry in node.entries
            )
            return node._replace(entries=entries)
        return node


def _made(node: Scalar, text: str) -> Scalar:
    return yamltree.Scalar(node.outer or node.span, text, text, MADE, exact=False)


def _scalar(node: Scalar, name: str, member: str, plain: bool = False) -> Scalar:
    if node.tag == "!Ref" and node.text == name and not plain:
        return _made(node, member)
    text = node.text
    for hole in (f"${{{name}}}", f"&{{{name}}}"):
        text = text.replace(hole, member)
    if text == node.text:
        return node
    value = text if isinstance(node.value, str) else node.value
    return node._replace(text=text, value=value, style=MADE, exact=False)
