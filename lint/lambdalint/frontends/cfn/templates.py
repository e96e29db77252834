"""Which files are templates, and what stands in one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping

from lambdalint.frontends.cfn.loops import expanded
from lambdalint.frontends.cfn.rendered import rendered
from lambdalint.frontends.cfn.writing import MADE
from lambdalint.model.project import BrokenFile
from lambdalint.paths import around
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

LARGEST = 1_000_000
"""CloudFormation takes templates up to this many bytes."""

_ENDINGS = (".yaml", ".yml", ".json", ".template", ".cfn")
_FOLDERS = frozenset(
    {"test", "tests", "testdata", "fixtures", "__tests__", "docs", "doc", "node_modules", "vendor", "cdk.out"}
    | {".aws-sam", ".github", ".git", ".vscode", ".idea", ".circleci", ".terraform", ".serverless", "events"}
)
_NAMES = re.compile(
    r"(?:package(?:-lock)?|tsconfig[\w.-]*|pnpm-lock|composer|cdk(?:\.context)?|\.[\w.-]+|docker-compose[\w.-]*"
    r"|serverless[\w.-]*|packaged?[\w-]*|openapi[\w.-]*|swagger[\w.-]*)\.(?:json|ya?ml)$"
)
_MARKS = re.compile(
    rb"""(?:^|[{,])["'\s]*AWSTemplateFormatVersion["' ]*:|^["' ]*Transform["' ]*:|\bAWS::[A-Z]\w+::[A-Z]""",
    re.MULTILINE,
)
_WORDS = (b"AWSTemplateFormatVersion", b"Transform", b"AWS::")
_VERSION = re.compile(rb"""(?:^|\{)\s*["']?AWSTemplateFormatVersion["']?\s*:""", re.MULTILINE)
_FUNCTIONS = (b"AWS::Lambda::Function", b"AWS::Serverless::Function")
_OTHER_TOOLS = re.compile(rb"\{%|\{\{(?!resolve:)|<%|\$\{self:|@@assign")
SERVERLESS = "AWS::Serverless-2016-10-31"
EXTENSIONS = "AWS::LanguageExtensions"


class Resource(NamedTuple):
    """One resource of a template. `header` is the place of its logical id. `repeated` is True where a loop makes it."""

    name: str
    kind: str
    header: Span
    body: yamltree.Mapping
    repeated: bool = False

    @property
    def properties(self) -> Node | None:
        """The section `Properties`."""
        return self.body.get("Properties")


class Template(NamedTuple):
    """One template. `parsed` is False where its text could be read only in part, `whole` also where a part of it comes
    from elsewhere.
    """

    path: str
    root: yamltree.Mapping
    parsed: bool
    whole: bool
    resources: Mapping[str, Resource]

    def section(self, name: str) -> yamltree.Mapping | None:
        """One of the sections `Parameters`, `Mappings`, `Conditions`, `Globals`, `Outputs`."""
        found = self.root.get(name)
        return found if isinstance(found, yamltree.Mapping) else None

    @property
    def is_serverless(self) -> bool:
        """True when SAM transforms the template."""
        return SERVERLESS in _transforms(self.root)


class Loaded(NamedTuple):
    """All templates by path, those that don't parse, and the text of each.

    `filled_in` are those with functions that are templates only after another tool has gone over them.
    """

    templates: Mapping[str, Template]
    broken: tuple[BrokenFile, ...]
    texts: Mapping[str, bytes]
    filled_in: tuple[str, ...]


def may_be_template(path: str) -> bool:
    """True for a path whose content decides."""
    *folders, name = path.lower().split("/")
    return name.endswith(_ENDINGS) and _FOLDERS.isdisjoint(folders) and not _NAMES.match(name)


def load(
    reader: Callable[[str], bytes | None],
    look: Callable[[str], bytes | None],
    paths: Iterable[str],
    wanted: Callable[[str], bool] = may_be_template,
) -> Loaded:
    """Read every template among `paths`. `look` gives the content of a file that may turn out to be something else."""
    templates: dict[str, Template] = {}
    broken: list[BrokenFile] = []
    texts: dict[str, bytes] = {}
    filled_in: list[str] = []
    paths = tuple(paths)
    folders: frozenset[str] | None = None
    for path in paths:
        data = look(path) if wanted(path) else None
        if data is None or len(data) > LARGEST or not _is_marked(data):
            continue
        tree = yamltree.parse(path, data)
        root = _root(tree)
        if tree.fault is not None:
            if _OTHER_TOOLS.search(data):
                filled_in += [path] if any(kind in data for kind in _FUNCTIONS) else []
                folders = frozenset(f for p in paths for f in around(p)) if folders is None else folders
                outside = rendered(path, data, look, folders)
                root = _root(outside) if outside is not None and outside.fault is None else None
                if root is not None:
                    reader(path)
                    texts[path] = data
                    templates[path] = template(path, root, False)
                continue
            if root is None and not _VERSION.search(data):
                continue
            at = min(tree.fault.at, max(len(data) - 1, 0))
            reader(path)
            broken.append(BrokenFile(Span(path, at, min(at + 1, len(data))), tree.fault.message))
        if root is not None:
            reader(path)
            texts[path] = data
            templates[path] = template(path, root, tree.fault is None)
    return Loaded(templates, tuple(broken), texts, tuple(filled_in))


def _root(tree: yamltree.Tree) -> yamltree.Mapping | None:
    root = tree.documents[0] if len(tree.documents) == 1 else None
    return root if isinstance(root, yamltree.Mapping) and _is_template(root) else None


def _is_marked(data: bytes) -> bool:
    """True for what looks like a template. Searching for words is many times faster than for the pattern."""
    return any(word in data for word in _WORDS) and _MARKS.search(data) is not None


def _is_template(root: yamltree.Mapping) -> bool:
    if SERVERLESS in _transforms(root) or root.get("AWSTemplateFormatVersion") is not None:
        return root.get("Resources") is not None
    resources = root.get("Resources")
    return isinstance(resources, yamltree.Mapping) and any(_kind(e.value) for e in resources.entries)


def _transforms(root: yamltree.Mapping) -> tuple[str, ...]:
    found = root.get("Transform")
    items = found.items if isinstance(found, yamltree.Sequence) else (found,)
    return tuple(i.text for i in items if isinstance(i, yamltree.Scalar))


def _kind(node: Node | None) -> str:
    """The type of a resource; empty for what is none."""
    kind = node.get("Type") if isinstance(node, yamltree.Mapping) else None
    text = kind.text if isinstance(kind, yamltree.Scalar) else ""
    return text if "::" in text else ""


def template(path: str, root: yamltree.Mapping, parsed: bool) -> Template:
    """The template that a mapping is. `parsed` tells whether its text was read to the end."""
    resources: dict[str, Resource] = {}
    section = root.get("Resources")
    whole = parsed and root.complete and isinstance(section, yamltree.Mapping) and section.complete
    whole = whole and all(t in (SERVERLESS, EXTENSIONS) for t in _transforms(root))
    entries, all_there = expanded(root, section) if isinstance(section, yamltree.Mapping) else ((), False)
    for entry in entries:
        kind = _kind(entry.value)
        if kind and isinstance(entry.value, yamltree.Mapping):
            name, repeated = entry.key, entry.key.style == MADE
            resources[name.text] = Resource(name.text, kind, name.span, entry.value, repeated)
            whole = whole and entry.value.complete and "::Transform" not in kind
    return Template(path, root, parsed, whole and all_there, resources)


def local_path(template: Template, text: str) -> str | None:
    """A path that a template names, relative to the project root; None for what is no local path."""
    if "://" in text or text.startswith(("arn:", "/")) or not text:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(template.path), text))
    return None if path == ".." or path.startswith("../") else path
