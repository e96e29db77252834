"""Pulumi programs in Go: which there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.go.evaluate import GoEvaluator
from lambdalint.frontends.go.host import GoHost
from lambdalint.frontends.go.programs import reaches, start
from lambdalint.frontends.go.writing import PulumiWriting
from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app, settings
from lambdalint.frontends.pulumi.releases import AWS, limits, within
from lambdalint.frontends.script.permissions import Program
from lambdalint.model.infra import InfraFacts
from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]

_GO = pattern(rb"^runtime:\s*(?:\n\s+name:\s*)?['\"]?go\b", re.MULTILINE)
_MAIN = pattern(rb"^main:\s*['\"]?([\w./-]+)", re.MULTILINE)
_MARK = "github.com/pulumi/pulumi-aws/sdk"
_SKIPPED = frozenset({"test", "tests", "testdata", "fixtures", "node_modules", "vendor"})


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """What all Pulumi programs in Go among `paths` deploy. `look` reads a file without counting it as read."""
    host = GoHost(reader, look, paths, PulumiWriting)
    found = []
    for folder, root in _programs(host, look, paths):
        run = GoEvaluator(host)
        run.answers = settings.answers(settings.read(reader, look, paths, root))
        start(run, root)
        asked = AWS.of_go(look, root)
        program = Program(run.calls, host.language, host.body, host.text, 0, limits(asked))
        facts = within(app.read(run.calls, host.language, folder, root, run.whole, program), asked)
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    return together(found)


def _programs(host: GoHost, look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each program: the folder it runs in, and the file with its `main`."""
    for path in paths:
        folder, name = posixpath.split(path)
        if name not in ("Pulumi.yaml", "Pulumi.yml") or not _SKIPPED.isdisjoint(folder.split("/")):
            continue
        data = look(path) or b""
        main = _MAIN.search(data)
        place = posixpath.normpath(posixpath.join(folder, main[1].decode() if main is not None else "."))
        if _GO.search(data):
            for file in host.workspace.files.get(place, ()):
                if host.workspace.is_program(file) and reaches(host.workspace, file, _MARK):
                    yield place, file
