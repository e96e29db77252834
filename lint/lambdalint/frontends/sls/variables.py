"""What the variables of a service stand for, as far as its files say."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from lambdalint.frontends.cfn.evaluate import Scope, call_of, evaluate
from lambdalint.frontends.cfn.values import (
    CfnValue,
    Field,
    Fields,
    Free,
    Items,
    Nothing,
    Part,
    Scalar,
    came_through,
    composed,
    parts_of,
    text_of,
    unknown,
)
from lambdalint.frontends.sls.texts import Hole, Piece, Plain, asked, pieces
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltext, yamltree
from lambdalint.syntax.yamltree import Node

_STEPS = 200_000
_DEPTH = 50
_GENERATED = "block"  # the style of text that isn't written as it is: nothing can be written there
_DEFAULTS = {("provider", "stage"): "dev", ("provider", "region"): "us-east-1"}
_DATA = (".yml", ".yaml", ".json")
_PROGRAMS = (".js", ".cjs", ".mjs", ".ts", ".mts", ".cts")


class Missing(NamedTuple):
    """Nothing is there. `certain` is False where only deployment knows."""

    name: str
    certain: bool


class Variables:
    """The variables of one service. `texts` gets the content of every file that a value comes from."""

    def __init__(
        self,
        path: str,
        root: yamltree.Mapping,
        reader: Callable[[str], bytes | None],
        look: Callable[[str], bytes | None],
        texts: dict[str, bytes],
    ) -> None:
        self.path = path
        self.root = root
        self.scope: Scope | None = None
        self.texts = texts
        self.look = look
        self._reader = reader
        self._steps = _STEPS
        self._files: dict[str, Node | None] = {}
        self._active: set[tuple[str, Span]] = set()
        self._values: dict[tuple[str, Span], CfnValue] = {}
        self._plain: dict[tuple[str, Span], Node] = {}

    def within(self, scope: Scope) -> None:
        """Let references lead to resources from now on."""
        self.scope = scope
        self._steps = _STEPS
        self._values.clear()

    @property
    def exhausted(self) -> bool:
        """True when the service asks for more than any written by people."""
        return self._steps <= 0

    def _spend(self, depth: int) -> bool:
        self._steps -= 1
        return self._steps > 0 and depth < _DEPTH

    # -- values --------------------------------------------------------------------------------------------------

    def value(self, node: Node, depth: int = 0) -> CfnValue:
        """What a node stands for."""
        if not self._spend(depth):
            return unknown(f"deep@{node.span}", node.span)
        if call_of(node) is not None:
            plain = self.plain(node, depth + 1)
            return evaluate(plain, self.scope) if self.scope is not None else unknown(f"{node.span}", node.span)
        if isinstance(node, yamltree.Scalar):
            key = node.text, node.span
            if key not in self._values:
                self._values[key] = self._text(node, depth)
            return self._values[key]
        if isinstance(node, yamltree.Sequence):
            items = tuple(self.value(i, depth + 1) for i in node.items)
            return Items(tuple(i for i in items if not isinstance(i, Nothing)), True, node.span, node)
        if isinstance(node, yamltree.Mapping):
            fields = {e.key.text: Field(self.value(e.value, depth + 1), e.key, node.owner(e)) for e in node.entries}
            return Fields(fields, node.complete, node.span, node)
        return unknown(f"alias@{node.span}", node.span)

    def _text(self, node: yamltree.Scalar, depth: int) -> CfnValue:
        run = pieces(node.text) if isinstance(node.value, str) else ()
        holes = [p for p in run if isinstance(p, Hole)]
        if not holes:
            plain = _with_pseudo(run[0].text) if run and isinstance(run[0], Plain) else ()
            if any(isinstance(p, Free) for p in plain):
                return composed(plain, node.span)
            return Scalar(node.value, node.span, node)
        if len(run) == 1:
            found = self.found(holes[0], node, depth)
            if isinstance(found, Missing):
                return composed((free(found.name),), node.span)
            return came_through(self.value(found, depth + 1), node.span)
        parts: list[Part] = []
        via: list[Span] = []
        for piece in run:
            if isinstance(piece, Plain):
                parts += _with_pseudo(piece.text)
                continue
            found = self.found(piece, node, depth)
            value = composed((free(found.name),), node.span) if isinstance(found, Missing) else self.value(found, depth)
            known = parts_of(value)
            parts += known if known is not None else (Free(f"{piece.at}@{node.span}"),)
            via += value.via if isinstance(value, Scalar) else ()
        whole = composed(tuple(parts), node.span)
        return whole._replace(via=tuple(dict.fromkeys(via)))

    # -- trees -------------------------------------------------------------------------------------------------------

    def plain(self, node: Node, depth: int = 0) -> Node:
        """The node as CloudFormation gets it: with what its variables stand for."""
        if not self._spend(depth):
            return yamltree.Unresolved(node.span)
        if isinstance(node, yamltree.Sequence):
            return node._replace(items=tuple(self.plain(i, depth + 1) for i in node.items))
        if isinstance(node, yamltree.Mapping):
            entries = tuple(e._replace(value=self.plain(e.value, depth + 1)) for e in node.entries)
            return node._replace(entries=entries)
        if not isinstance(node, yamltree.Scalar) or not isinstance(node.value, str):
            return node
        key = node.text, node.span
        if key not in self._plain:
            self._plain[key] = self._plain_text(node, depth)
        return self._plain[key]

    def _plain_text(self, node: yamltree.Scalar, depth: int) -> Node:
        run = pieces(node.text)
        holes = [p for p in run if isinstance(p, Hole)]
        if len(run) == 1 and holes:
            found = self.found(holes[0], node, depth)
            if not isinstance(found, Missing):
                plain = self.plain(found, depth + 1)
                return plain._replace(tag=node.tag, outer=node.outer) if node.tag else plain
        if not holes and "#{AWS::" not in node.text and ("${AWS::" not in node.text or node.tag):
            return node
        return self._substituted(node, run, depth)

    def _substituted(self, node: yamltree.Scalar, run: tuple[Piece, ...], depth: int) -> yamltree.Scalar:
        texts: list[str] = []
        free_names = node.tag == "!Sub"
        for piece in run:
            if isinstance(piece, Plain):
                part = piece.text
                if not node.tag:
                    part = part.replace("${", "${!").replace("${!AWS::", "${AWS::")
                texts.append(part)
                free_names = free_names or "${AWS::" in part
                continue
            found = self.found(piece, node, depth)
            inner = self.plain(found, depth + 1) if not isinstance(found, Missing) else None
            if isinstance(inner, yamltree.Scalar) and not inner.tag:
                texts.append(inner.text)
                continue
            free_names = True
            if isinstance(inner, yamltree.Scalar) and inner.tag == "!Sub":
                texts.append(inner.text)
            else:
                name = found.name if isinstance(found, Missing) else f"{piece.at}@{node.span.start}"
                texts.append("${" + free(name).name + "}")
        text = "".join(texts)
        tag = "!Sub" if free_names and node.tag in ("", "!Sub") else node.tag
        if not tag:
            text = text.replace("${!", "${")
        return yamltree.Scalar(node.span, text, text, _GENERATED, tag, False, node.outer)

    # -- one variable ------------------------------------------------------------------------------------------------

    def found(self, hole: Hole, node: yamltree.Scalar, depth: int) -> Node | Missing:
        """The node that a variable stands for: the first alternative that is there."""
        key = (node.text[hole.at : hole.end], node.span)
        if key in self._active or not self._spend(depth):
            return Missing(f"{key[0]}@{node.span.start}", False)
        self._active.add(key)
        try:
            missing = Missing("", True)
            for run in hole.alternatives:
                found = self._alternative(run, node, depth + 1)
                if not isinstance(found, Missing):
                    if isinstance(found, yamltree.Scalar) and found.value is None and len(hole.alternatives) > 1:
                        continue
                    return found
                missing = missing if missing.name else found
                if not found.certain:
                    return found
            return missing
        finally:
            self._active.discard(key)

    def _alternative(self, run: tuple[Piece, ...], node: yamltree.Scalar, depth: int) -> Node | Missing:
        if len(run) == 1 and isinstance(run[0], Hole):
            return self.found(run[0], node, depth)
        texts: list[str] = []
        for piece in run:
            if isinstance(piece, Plain):
                texts.append(piece.text)
                continue
            found = self.found(piece, node, depth)
            value = self.value(found, depth) if not isinstance(found, Missing) else None
            if not isinstance(value, Scalar):
                name = found.name if isinstance(found, Missing) else f"{piece.at}@{node.span.start}"
                return Missing("".join([*texts, name]).strip(), False)
            texts.append(text_of(value.value))
        text = "".join(texts)
        wanted = asked(text)
        if wanted is None:
            first = run[0] if run else None
            return _literal(text, node, first.at if isinstance(first, Plain) and len(run) == 1 else None)
        match wanted.source:
            case "self":
                return self._own(wanted.address or "", node, depth)
            case "file":
                return self._file(wanted.argument, wanted.address, text, depth)
            case "sls" if wanted.address == "stage":
                return self._own("provider.stage", node, depth)
            case "param":
                return self._parameter(wanted.address or "", node, depth)
            case "opt" | "env":
                return Missing(text.strip(), True)
            case "strToBool":
                return self._bool(wanted.argument, node)
        return Missing(text.strip(), False)

    def _parameter(self, name: str, node: yamltree.Scalar, depth: int) -> Node | Missing:
        """A parameter of the stage, or of all stages; the command line may give others."""
        found = self._own("provider.stage", node, depth)
        stage = self.value(found, depth) if not isinstance(found, Missing) else None
        for place in (text_of(stage.value), "default") if isinstance(stage, Scalar) else ():
            for keys in (("params", place, name), ("stages", place, "params", name)):
                inner = self._at(self.root, keys, f"self:{'.'.join(keys)}", depth)
                if not isinstance(inner, Missing) or not inner.certain:
                    return inner
        return Missing(f"param:{name}", False)

    def _bool(self, word: str, node: yamltree.Scalar) -> Node | Missing:
        plain = word.strip("'\" ").lower()
        if plain in ("true", "1", "false", "0"):
            return _made(plain in ("true", "1"), node)
        return Missing(f"strToBool({word})", False)

    def _own(self, address: str, node: yamltree.Scalar, depth: int) -> Node | Missing:
        keys = tuple(address.strip().split(".")) if address.strip() else ()
        found = self._at(self.root, keys, f"self:{address}", depth)
        if keys == ("service",) and isinstance(found, yamltree.Mapping):
            return found.get("name") or Missing("self:service", True)
        default = _DEFAULTS.get(keys[:2]) if len(keys) == 2 else None
        if isinstance(found, Missing) and found.certain and default is not None:
            return _made(default, node)
        return found

    def _at(self, node: Node | None, keys: tuple[str, ...], name: str, depth: int) -> Node | Missing:
        """What stands at an address, through the variables on the way."""
        for key in keys:
            opened = self.opened(node, depth)
            if isinstance(opened, Missing):
                return Missing(name, opened.certain)
            if isinstance(opened, yamltree.Sequence) and key.isdecimal() and len(key) < 6:
                node = opened.items[int(key)] if int(key) < len(opened.items) else None
            elif isinstance(opened, yamltree.Mapping):
                node = opened.get(key)
                if node is None and not opened.complete:
                    return Missing(name, False)
            else:
                node = None
            if node is None:
                return Missing(name, True)
        return node if node is not None else Missing(name, True)

    def opened(self, node: Node | None, depth: int = 0) -> Node | Missing:
        """The mapping or list that a node stands for, where it is a variable."""
        for _ in range(_DEPTH):
            if not isinstance(node, yamltree.Scalar) or not isinstance(node.value, str) or "${" not in node.text:
                break
            run = pieces(node.text)
            if len(run) != 1 or not isinstance(run[0], Hole):
                break
            found = self.found(run[0], node, depth + 1)
            if isinstance(found, Missing):
                return found
            node = found
        return node if node is not None else Missing("", True)

    # -- files -------------------------------------------------------------------------------------------------------

    def _file(self, written: str, address: str | None, name: str, depth: int) -> Node | Missing:
        words = written.strip().strip("'\"")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), words))
        if not words or words.startswith(("/", "~")) or path.startswith("../"):
            return Missing(name.strip(), False)
        node = self._read(path)
        if node is None:
            return Missing(name.strip(), False)
        keys = tuple(address.strip().split(".")) if address and address.strip() else ()
        return self._at(node, keys, name.strip(), depth)

    def _read(self, path: str) -> Node | None:
        if path not in self._files:
            data = None if path.endswith(_PROGRAMS) else self._reader(path)
            node: Node | None = None
            if data is not None and path.endswith(_DATA):
                tree = yamltree.parse(path, data)
                node = tree.documents[0] if len(tree.documents) == 1 and tree.fault is None else None
                self.texts[path] = data
            elif data is not None:
                text = data.decode("utf-8", "replace")
                node = yamltree.Scalar(Span(path, 0, len(data)), text, text, _GENERATED, "", False)
            self._files[path] = node
        return self._files[path]


def free(name: str) -> Free:
    """What only deployment knows. The name can stand between braces of `Fn::Sub`."""
    clean = name.replace(".", "/").replace("{", "").replace("}", "").replace("$", "").strip()
    return Free(clean if clean.startswith("AWS::") else f"AWS::{clean}")


def _with_pseudo(text: str) -> tuple[Part, ...]:
    """Text in which `${AWS::…}` stands for what only deployment knows."""
    parts: list[Part] = []
    at = 0
    while (start := text.find("${AWS::", at)) >= 0 and (end := text.find("}", start)) > 0:
        parts += (text[at:start], Free(text[start + 2 : end]))
        at = end + 1
    return (*parts, text[at:])


def _made(value: str | bool, node: yamltree.Scalar) -> yamltree.Scalar:
    """A value that nobody wrote, seen from where it is asked for."""
    return yamltree.Scalar(node.span, value, text_of(value), _GENERATED, "", False)


def _literal(text: str, node: yamltree.Scalar, at: int | None) -> Node:
    """A literal between the braces of a variable, where it stands when that can be told."""
    word = text.strip()
    quoted = len(word) > 1 and word[0] == word[-1] and word[0] in "'\""
    plain = word[1:-1] if quoted else word
    value = plain if quoted else yamltext.resolve(plain)
    if at is None or not node.exact or "#{" in node.text:
        return yamltree.Scalar(node.span, value, plain, _GENERATED, "", False)
    before = len(node.text[:at].encode()) + len(text) - len(text.lstrip())
    start = node.content.start + before
    style = {"'": "single", '"': "double"}[word[0]] if quoted else "plain"
    span = Span(node.span.path, start, start + len(word.encode()))
    return yamltree.Scalar(span, value, plain, style if word else _GENERATED, "", True)
