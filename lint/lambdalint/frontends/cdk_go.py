"""CDK in Go: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from lambdalint.frontends.cdk import app, programs, scud
from lambdalint.frontends.cdk.releases import CDK
from lambdalint.frontends.go.evaluate import GoEvaluator
from lambdalint.frontends.go.host import GoHost
from lambdalint.frontends.go.programs import programs_with, start, try_all
from lambdalint.frontends.joined import together
from lambdalint.frontends.script import trial
from lambdalint.model.infra import InfraFacts
from lambdalint.paths import around
from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]

_MOVED = pattern(r"\s*cd\s+([\w./-]+)\s*&&")
_MARK = "github.com/aws/aws-cdk-go/awscdk"


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """What all CDK programs in Go among `paths` deploy. `look` reads a file without counting it as read."""
    host = GoHost(reader, look, paths)
    known = frozenset(paths)
    found: list[InfraFacts] = []
    reached: set[str] = set()
    for root in programs_with(host.workspace, _MARK):
        run = GoEvaluator(host)
        run.answers = programs.answers(root, known, look)
        start(run, root)
        reached.update(file for name in run.modules for file in host.workspace.package(name))
        folder, flags = _settings(look, known, root)
        asked = CDK.of_go(look, root)
        facts = app.of_program(host, run.calls, folder, root, run.whole, flags, asked)
        facts = scud.within(facts, scud.LIBRARY.of_go(look, root))
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    for folder in host.workspace.files:
        own = [file for file in host.workspace.package(folder) if file not in reached and _marked(host, file)]
        if own:
            run = GoEvaluator(host)
            try_all(run, folder)
            reached.update(file for name in run.modules for file in host.workspace.package(name))
            home, flags = _settings(look, known, own[0])
            asked = CDK.of_go(look, own[0])
            facts = app.of_program(host, run.calls, home, own[0], False, flags, asked)
            facts = scud.within(facts, scud.LIBRARY.of_go(look, own[0]))
            found.append(app.of_library(facts)._replace(gaps=(*run.gaps, trial.unused(own[0]))))
    return together(found)


def _marked(host: GoHost, file: str) -> bool:
    return any(spec.path.startswith(_MARK) for spec in host.workspace.head(file).imports)


def _settings(look: Reader, paths: frozenset[str], file: str) -> tuple[str, frozenset[str]]:
    """Where a program runs, and its feature flags: what the nearest cdk.json says."""
    for folder in around(file):
        path = posixpath.join(folder, "cdk.json")
        if path in paths:
            command, flags = programs.settings(look(path) or b"")
            moved = _MOVED.match(command)
            return posixpath.normpath(posixpath.join(folder, moved[1] if moved is not None else ".")), flags
    return posixpath.dirname(file) or ".", frozenset()
