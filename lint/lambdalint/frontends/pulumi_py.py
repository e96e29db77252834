"""Pulumi programs in Python: which there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app, settings
from lambdalint.frontends.pulumi.releases import AWS, limits, within
from lambdalint.frontends.py.evaluate import PythonEvaluator
from lambdalint.frontends.py.host import PythonHost
from lambdalint.frontends.script import trial
from lambdalint.frontends.script.permissions import Program
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]

_PYTHON = pattern(rb"^runtime:\s*(?:\n\s+name:\s*)?['\"]?python\b", re.MULTILINE)
_MAIN = pattern(rb"^main:\s*['\"]?([\w./-]+)", re.MULTILINE)
_AWS = pattern(rb"^\s*(?:from\s+|import\s(?:[^,\n]+,)*\s*)pulumi_aws\b", re.MULTILINE)
_SKIPPED = frozenset({"test", "tests", "testdata", "fixtures", "node_modules", "venv", "site-packages"})


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all Pulumi programs in Python deploy. `look` reads a file without counting it as read."""
    host = PythonHost(reader, paths)
    found: list[InfraFacts] = []
    for folder, root in _programs(look, paths):
        host.main, host.folder = root, "" if folder == "." else folder
        run = PythonEvaluator(host)
        run.answers = settings.answers(settings.read(reader, look, paths, root))
        trial.start(run, root)
        asked = AWS.of_python(look, root)
        program = Program(run.calls, host.language, host.body, host.text, 0, limits(asked))
        facts = within(app.read(run.calls, host.language, folder, root, run.whole, program), asked)
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    return together(found), ()


def _programs(look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The folder and the first file of each program that uses resources of AWS."""
    known = frozenset(paths)
    for path in paths:
        folder, name = posixpath.split(path)
        if name not in ("Pulumi.yaml", "Pulumi.yml") or not _SKIPPED.isdisjoint(folder.split("/")):
            continue
        data = look(path) or b""
        if not _PYTHON.search(data):
            continue
        main = _MAIN.search(data)
        base = posixpath.join(folder, main[1].decode()) if main is not None else folder
        for candidate in (base, posixpath.join(base, "__main__.py")):
            root = posixpath.normpath(candidate)
            if root in known and root.endswith(".py"):
                prefix = posixpath.dirname(root)
                near = (p for p in paths if p.endswith(".py") and p.startswith(prefix))
                if any(_AWS.search(look(other) or b"") for other in near):
                    yield folder or ".", root
                break
