"""The builds of a goreleaser configuration: one for each system and processor."""

from __future__ import annotations

import posixpath
import re

from lambdalint.frontends import text as texts
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.pipelines.scalars import lines_of, member, text_of
from lambdalint.frontends.text import Text, place
from lambdalint.model.build import Build
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence
from lambdalint.value import Known, Unknown, Value

_SYSTEMS = ("darwin", "linux", "windows")
_PROCESSORS = ("386", "amd64", "arm64")
_DEFAULT_FLAGS = "-s -w"
_LEVELS = {"amd64": "_v1", "arm64": "_v8.0", "386": "_sse2"}  # what the name of the folder ends with
_OWN = frozenset({"", "go"})


def run(scene: Scene, path: str, data: bytes) -> None:
    """Note the builds of a configuration. Templates in it aren't known."""
    for tree in yamltree.parse(path, data).documents[:1]:
        builds = member(tree, "builds")
        root = posixpath.dirname(path) or "."
        for node in builds.items if isinstance(builds, Sequence) else ():
            if isinstance(node, Mapping) and _text(node, "builder", data).value in _OWN and not _skipped(node):
                _Reader(scene, node, data, root).read()


def _skipped(node: Mapping) -> bool:
    skip = node.get("skip")
    return isinstance(skip, Scalar) and skip.value is True


def _text(node: Mapping, name: str, data: bytes, default: str = "") -> Known[str]:
    """A member as written, templates and all; the default at the place of the build."""
    text = text_of(node.get(name), data)
    if text is None:
        return Known(default, _head(node), None, True)
    found = texts.value(text, _head(node))
    return found if isinstance(found, Known) else Known(default, found.span, None, True)


def _head(node: Mapping) -> Span:
    """The first entry of a build, which stands for it."""
    return node.entries[0].span if node.entries else node.span


class _Reader:
    def __init__(self, scene: Scene, node: Mapping, data: bytes, root: str) -> None:
        self.scene = scene
        self.node = node
        self.data = data
        self.root = root

    def read(self) -> None:
        """One build for each target."""
        environment = self._environment()
        cgo = environment.get("CGO_ENABLED", Known("", _head(self.node), None, True))
        for system, processor in self._targets():
            if isinstance(system, Known) and system.value != "linux":
                continue
            self.scene.add(self._build(system, processor, cgo))

    def _build(self, system: Value[str], processor: Value[str], cgo: Value[str]) -> Build:
        head = _head(self.node)
        folder = self._folder()
        name = self._known("main", ".")
        package: Value[str] = Unknown(name.span, "the package isn't known")
        inside = place(folder.value, name.value) if isinstance(name, Known) and isinstance(folder, Known) else None
        if inside is not None and isinstance(name, Known):
            inside = (posixpath.dirname(inside) or ".") if inside.endswith(".go") else inside
            package = name._replace(value=inside, slot=None)
        return Build(
            key="",
            label="goreleaser build",
            span=head,
            tool="goreleaser",
            folder=folder,
            packages=(package,),
            output=self._output(processor),
            renamed=None,
            goos=system,
            goarch=processor,
            cgo=cgo,
            tags=self._tags(),
            ldflags=self._ldflags(),
            host="any",
            c_compiler=True,
            stage=None,
            pipeline=True,
        )

    def _known(self, name: str, default: str) -> Value[str]:
        found = _text(self.node, name, self.data, default)
        return Unknown(found.span, "it is a template") if "{{" in found.value else found

    def _folder(self) -> Value[str]:
        found = self._known("dir", ".")
        inside = place(self.root, found.value) if isinstance(found, Known) else None
        return Known(inside, found.span) if inside is not None else Unknown(found.span, "the folder isn't known")

    def _output(self, processor: Value[str]) -> Value[str]:
        """`dist/<id>_<os>_<arch>/<binary>`."""
        binary = self._known("binary", "")
        identity = self._known("id", "")
        if not isinstance(binary, Known) or not isinstance(identity, Known) or not (binary.value and identity.value):
            return Unknown(binary.span, "the name of the project isn't known")
        if not isinstance(processor, Known):
            return Unknown(binary.span, "the processor isn't known")
        level = _LEVELS.get(processor.value, "")
        folder = "" if self._is_flat() else f"{identity.value}_linux_{processor.value}{level}"
        path = posixpath.normpath(posixpath.join(self.root, "dist", folder, binary.value))
        return Known(path, binary.span)

    def _is_flat(self) -> bool:
        flat = self.node.get("no_unique_dist_dir")
        return isinstance(flat, Scalar) and flat.value is True

    def _targets(self) -> list[tuple[Value[str], Value[str]]]:
        node = self.node
        ignored = {self._pair(item) for item in self._items("ignore")}
        targets = node.get("targets")
        if targets is not None:
            pairs = [(text, re.fullmatch(r"([a-z0-9]+)_([a-z0-9]+)\w*", text.data)) for text in self._texts(targets)]
            return [(self._piece(t, m, 1), self._piece(t, m, 2)) for t, m in pairs]
        systems = self._words("goos", _SYSTEMS)
        processors = self._words("goarch", _PROCESSORS)
        pairs_of = [(s, p) for s in systems for p in processors]
        return [(s, p) for s, p in pairs_of if (getattr(s, "value", ""), getattr(p, "value", "")) not in ignored]

    def _items(self, name: str) -> tuple[Node, ...]:
        found = self.node.get(name)
        return found.items if isinstance(found, Sequence) else ()

    def _pair(self, node: Node) -> tuple[str, str]:
        texts_ = [text_of(member(node, name), self.data) for name in ("goos", "goarch")]
        return (texts_[0].data if texts_[0] else "", texts_[1].data if texts_[1] else "")

    def _texts(self, node: Node | None) -> list[Text]:
        return [text for text, _ in lines_of(node, self.data)]

    def _piece(self, text: Text, match: re.Match[str] | None, group: int) -> Value[str]:
        if match is None:
            return Unknown(text.place() or _head(self.node), "it is a template")
        return texts.value(text.cut(*match.span(group)), _head(self.node))

    def _words(self, name: str, default: tuple[str, ...]) -> list[Value[str]]:
        found = [texts.value(text, _head(self.node)) for text in self._texts(self.node.get(name))]
        known = [Unknown(f.span, "it is a template") if isinstance(f, Known) and "{{" in f.value else f for f in found]
        return known or [Known(word, _head(self.node), None, True) for word in default]

    def _environment(self) -> dict[str, Value[str]]:
        found: dict[str, Value[str]] = {}
        for text in self._texts(self.node.get("env")):
            name, equals, value = text.data.partition("=")
            if equals:
                place_ = text.cut(len(name) + 1, len(text.data)) if value else text
                said = texts.value(place_, _head(self.node), self.scene.files)
                found[name] = said if "{{" not in value else Unknown(said.span, "it is a template")
        return found

    def _tags(self) -> Value[tuple[str, ...]]:
        found = self._texts(self.node.get("tags"))
        flags = " ".join(text.data for text in self._texts(self.node.get("flags")))
        if any("{{" in text.data for text in found) or "-tags" in flags:
            return Unknown(_head(self.node), "the tags aren't known")
        return Known(tuple(text.data for text in found), _head(self.node), None, not found)

    def _ldflags(self) -> Value[str]:
        found = self._texts(self.node.get("ldflags"))
        if not found:
            return Known(_DEFAULT_FLAGS, _head(self.node), None, True)
        span = found[0].place() or _head(self.node)
        return Known(" ".join(text.data for text in found), span)
