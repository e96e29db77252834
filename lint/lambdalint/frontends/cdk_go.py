"""CDK in Go: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence

from lambdalint.frontends.cdk import app, programs
from lambdalint.frontends.go.evaluate import GoEvaluator
from lambdalint.frontends.go.host import GoHost
from lambdalint.frontends.go.programs import programs_with, start
from lambdalint.frontends.joined import together
from lambdalint.model.infra import InfraFacts

Reader = Callable[[str], bytes | None]

_MARK = "github.com/aws/aws-cdk-go/awscdk"
_NONE: frozenset[str] = frozenset()


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """What all CDK programs in Go among `paths` deploy. `look` reads a file without counting it as read."""
    host = GoHost(reader, look, paths)
    known = frozenset(paths)
    found = []
    for root in programs_with(host.workspace, _MARK):
        run = GoEvaluator(host)
        start(run, root)
        home = next((folder for folder in programs.parents(root) if posixpath.join(folder, "cdk.json") in known), None)
        _, flags = programs.settings(look(posixpath.join(home, "cdk.json")) or b"") if home is not None else ("", _NONE)
        folder = home if home is not None else posixpath.dirname(root)
        facts = app.read(run.calls, host.language, folder or ".", root, run.whole, flags)
        found.append(facts._replace(gaps=tuple(run.gaps)))
    return together(found)
