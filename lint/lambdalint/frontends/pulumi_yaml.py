"""Pulumi programs in YAML: which there are, and what each of them deploys."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app, settings
from lambdalint.frontends.pulumi.document import Document, Yaml
from lambdalint.frontends.pulumi.strange import unknown_attributes
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree

Reader = Callable[[str], bytes | None]

_YAML = pattern(rb"^runtime:\s*(?:\n\s+name:\s*)?['\"]?yaml\b", re.MULTILINE)
_MAIN = pattern(rb"^main:\s*['\"]?([\w./-]+)", re.MULTILINE)
_RESOURCES = pattern(rb"^resources:", re.MULTILINE)
_SKIPPED = frozenset({"test", "tests", "__tests__", "testdata", "fixtures", "node_modules"})


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all Pulumi programs in YAML deploy. `look` reads a file without counting it as read."""
    found: list[InfraFacts] = []
    broken: list[BrokenFile] = []
    for folder, path in _programs(look, paths):
        data = reader(path) or b""
        tree = yamltree.parse(path, data)
        root = tree.documents[0] if len(tree.documents) == 1 else None
        if tree.fault is not None:
            at = min(tree.fault.at, max(len(data) - 1, 0))
            broken.append(BrokenFile(Span(path, at, min(at + 1, len(data))), tree.fault.message))
        if isinstance(root, yamltree.Mapping):
            program = Document(root, data, folder, settings.read(reader, look, paths, path))
            whole = tree.fault is None and root.complete
            strange = list(unknown_attributes(program.calls))
            facts = app.read(program.calls, Yaml({path: data}), folder, path, whole, program)
            keys = {function.span: function.key for function in facts.functions}
            named = tuple(attribute._replace(function=keys.get(made.head)) for made, attribute in strange)
            found.append(facts._replace(unknown_attributes=named))
    return together(found), tuple(broken)


def _programs(look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The folder and the file of each program."""
    known = frozenset(paths)
    for path in paths:
        folder, name = posixpath.split(path)
        if name not in ("Pulumi.yaml", "Pulumi.yml") or not _SKIPPED.isdisjoint(folder.split("/")):
            continue
        data = look(path) or b""
        if not _YAML.search(data):
            continue
        if _RESOURCES.search(data):
            yield folder or ".", path
            continue
        main = _MAIN.search(data)
        base = posixpath.normpath(posixpath.join(folder, main[1].decode())) if main is not None else folder
        for name in ("Main.yaml", "Main.yml"):
            candidate = posixpath.normpath(posixpath.join(base, name))
            if candidate in known:
                yield base or ".", candidate
                break
