"""Which files describe a service, and the sections of one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.frontends.cfn.reading import Config
from lambdalint.frontends.cfn.values import Field, Fields, Items, Scalar, text_of
from lambdalint.frontends.sls.variables import Missing, Variables
from lambdalint.model.gap import Gap
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

Reader = Callable[[str], bytes | None]

_NAME = pattern(r"serverless(?:[.-][\w.-]+)?\.(?:ya?ml|json|[mc]?[jt]s)$")
_PROGRAMS = (".ts", ".mts", ".cts", ".js", ".mjs", ".cjs")
_NOT_DEPLOYED = frozenset(
    {"test", "tests", "testdata", "fixtures", "__tests__", "docs", "doc", "node_modules", "vendor", ".serverless"}
)
_READ = frozenset({"provider", "custom", "package", "plugins"})
_ASKED = pattern(r"([<>=~^]*)\s*v?(\d+)(?:\.[\dxX*]+)*")
_MARK = pattern(rb"""^["'{ \t]*(?:service|provider)["' ]*:""", re.MULTILINE)


class Service:
    """One service. `header` is the place of its name."""

    def __init__(self, path: str, root: yamltree.Mapping, parsed: bool, variables: Variables) -> None:
        self.path = path
        self.root = root
        self.parsed = parsed
        self.variables = variables
        self.folder = posixpath.dirname(path)
        entry = root.entry("service")
        self.header = entry.key.span if entry is not None else Span(path, root.span.start, root.span.start)
        self.name = variables.value(entry.value) if entry is not None else None
        if isinstance(self.name, Fields):
            self.name = self.name.get("name")
        texts = variables.texts
        top = {e.key.text: Field(variables.value(e.value), e.key, root) for e in root.entries if e.key.text in _READ}
        self.top = Config(Fields(top, root.complete, self.header, root), self.header, texts, root, (), not parsed)
        self.provider = self.top.nested("provider")
        self.custom = self.top.nested("custom")
        self.stage = self.provider.attribute("stage") or Scalar("dev", self.header)
        self.functions, self.functions_known = self._functions()
        self.plugins = self._plugins()

    @property
    def is_before_4(self) -> bool:
        """True where the version of the framework that is asked for is surely older than 4."""
        return self._is_before(4)

    @property
    def is_before_2(self) -> bool:
        """True where it is surely older than 2, which all processors but one are unknown to."""
        return self._is_before(2)

    def _is_before(self, release: int) -> bool:
        asked = self.root.get("frameworkVersion")
        found = _ASKED.findall(asked.text) if isinstance(asked, yamltree.Scalar) else []
        open_ended = any(">" in sign for sign, _ in found) and not any("<" in sign for sign, _ in found)
        older = all(int(major) < release + (sign == "<") for sign, major in found)
        return bool(found) and older and not open_ended

    def key(self, name: str) -> str:
        """The key of a resource of this service."""
        return f"{self.path}#{name}"

    @property
    def label(self) -> str:
        """The name of the service for people."""
        return text_of(self.name.value) if isinstance(self.name, Scalar) else "the service"

    def is_file(self, path: str) -> bool:
        """True for a file of the project."""
        return self.variables.look(path) is not None

    def is_script(self, path: str) -> bool:
        """True for a file that says which program reads it."""
        data = self.variables.look(path)
        return data is not None and data.startswith(b"#!")

    def local(self, text: str) -> str | None:
        """A path of the service, relative to the project root; None outside of it."""
        if not text or text.startswith(("/", "~")) or "://" in text:
            return None
        path = posixpath.normpath(posixpath.join(self.folder, text))
        return None if path == ".." or path.startswith("../") else path

    def has_plugin(self, name: str) -> bool:
        """True when the service uses a plugin."""
        return name in (self.plugins or ())

    def plugin_place(self, name: str) -> Span:
        """Where a plugin is named."""
        value = self.top.attribute("plugins")
        if isinstance(value, Fields):
            value = value.get("modules")
        for item in value.items if isinstance(value, Items) else ():
            if isinstance(item, Scalar) and item.value == name:
                return item.span
        return self.header

    def _functions(self) -> tuple[dict[str, Field], bool]:
        """The functions by name, and whether those are all."""
        node = self.root.get("functions")
        if node is None:
            return {}, self.parsed and self.root.complete
        found: dict[str, Field] = {}
        known = self.parsed and self.root.complete
        opened = self.variables.opened(node)
        parts = opened.items if isinstance(opened, yamltree.Sequence) else (opened,)
        for part in parts:
            value = self.variables.value(part) if not isinstance(part, Missing) else None
            if isinstance(value, Fields):
                found |= value.fields
                known = known and value.complete
            else:
                known = False
        return found, known

    def _plugins(self) -> tuple[str, ...] | None:
        """The plugins of the service; None when they aren't known."""
        value = self.top.attribute("plugins")
        if isinstance(value, Fields):
            value = value.get("modules")
        if value is None:
            return ()
        if not isinstance(value, Items):
            return None
        words = tuple(text_of(i.value) for i in value.items if isinstance(i, Scalar))
        return words if len(words) == len(value.items) else None

    def resources(self) -> tuple[dict[str, Node], bool]:
        """The CloudFormation resources by logical id, without variables, and whether those are all."""
        node = self.root.get("resources")
        found: dict[str, Node] = {}
        known = self.parsed and self.root.complete
        for part in self._templates(node):
            section = part.get("Resources") if isinstance(part, yamltree.Mapping) else None
            section = self.variables.plain(section) if section is not None else None
            if isinstance(section, yamltree.Mapping):
                found |= {e.key.text: e.value for e in section.entries}
                known = known and section.complete
            else:
                known = known and section is None and isinstance(part, yamltree.Mapping)
        return found, known

    def overridden(self, name: str) -> Mapping[str, Node]:
        """The properties of a resource of the framework that the service sets in the template itself."""
        found: dict[str, Node] = {}
        for part in self.templates():
            for section in ("Resources", "extensions"):
                node = self.variables.opened(part.get(section))
                node = self.variables.opened(node.get(name)) if isinstance(node, yamltree.Mapping) else node
                node = self.variables.opened(node.get("Properties")) if isinstance(node, yamltree.Mapping) else node
                if isinstance(node, yamltree.Mapping):
                    found |= {entry.key.text: entry.value for entry in node.entries}
        return found

    def templates(self) -> list[yamltree.Mapping]:
        """The parts of `resources`."""
        return [p for p in self._templates(self.root.get("resources")) if isinstance(p, yamltree.Mapping)]

    def _templates(self, node: Node | None) -> Iterator[Node | Missing]:
        if node is None:
            return
        opened = self.variables.opened(node)
        for part in opened.items if isinstance(opened, yamltree.Sequence) else (opened,):
            yield self.variables.opened(part) if not isinstance(part, Missing) else part


class Loaded(NamedTuple):
    """All services, the files that don't parse, and the programs that aren't followed."""

    services: tuple[Service, ...]
    broken: tuple[BrokenFile, ...]
    gaps: tuple[Gap, ...]


def may_be_service(path: str) -> bool:
    """True for a path whose content decides."""
    *folders, name = path.lower().split("/")
    return bool(_NAME.match(name)) and _NOT_DEPLOYED.isdisjoint(folders)


def _program(reader: Reader, look: Reader, paths: Sequence[str], path: str) -> Iterator[Service | Gap]:
    """The service that a program describes, or what isn't followed of it."""
    from lambdalint.frontends.sls import programs

    texts: dict[str, bytes] = {}

    def kept(name: str) -> bytes | None:
        data = reader(name)
        if data is not None:
            texts[name] = data
        return data

    known = programs.is_program(path, frozenset(paths))
    root, whole = programs.tree(kept, paths, path) if known else (None, False)
    if root is not None and _is_for_aws(root):
        yield Service(path, root, whole, Variables(path, root, reader, look, texts))
    elif known and root is None and posixpath.join(posixpath.dirname(path), "package.json") in paths:
        yield Gap(Span(path, 0, 0), "what this program exports isn't known, it may be a service")


def load(reader: Reader, look: Reader, paths: Sequence[str]) -> Loaded:
    """Read every service among `paths`. `look` gives the content of a file that may turn out to be something else."""
    services: list[Service] = []
    broken: list[BrokenFile] = []
    gaps: list[Gap] = []
    for path in paths:
        data = look(path) if may_be_service(path) else None
        if data is not None and path.endswith(_PROGRAMS):
            for found in _program(reader, look, paths, path):
                if isinstance(found, Gap):
                    gaps.append(found)
                else:
                    services.append(found)
            continue
        if data is None or not _MARK.search(data):
            continue
        reader(path)
        tree = yamltree.parse(path, data)
        root = tree.documents[0] if len(tree.documents) == 1 else None
        if tree.fault is not None:
            at = min(tree.fault.at, max(len(data) - 1, 0))
            broken.append(BrokenFile(Span(path, at, min(at + 1, len(data))), tree.fault.message))
        if isinstance(root, yamltree.Mapping) and _is_for_aws(root):
            variables = Variables(path, root, reader, look, {path: data})
            services.append(Service(path, root, tree.fault is None, variables))
    return Loaded(tuple(services), tuple(broken), tuple(gaps))


def _is_for_aws(root: yamltree.Mapping) -> bool:
    """True for a service on AWS; a provider that is told elsewhere counts."""
    provider = root.get("provider")
    if isinstance(provider, yamltree.Mapping):
        name = provider.get("name")
        return isinstance(name, yamltree.Scalar) and (name.text == "aws" or "${" in name.text)
    return isinstance(provider, yamltree.Scalar) and (provider.text == "aws" or "${" in provider.text)
