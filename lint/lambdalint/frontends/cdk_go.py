"""CDK in Go: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from lambdalint.frontends.cdk import app, programs
from lambdalint.frontends.go.evaluate import GoEvaluator
from lambdalint.frontends.go.host import GoHost
from lambdalint.frontends.go.packages import Workspace
from lambdalint.frontends.joined import together
from lambdalint.frontends.script.evaluate import ExhaustedError
from lambdalint.frontends.script.values import Closure
from lambdalint.model.infra import InfraFacts
from lambdalint.source import Span

Reader = Callable[[str], bytes | None]

MARK = "github.com/aws/aws-cdk-go/awscdk"
_NONE: frozenset[str] = frozenset()


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> InfraFacts:
    """What all CDK programs in Go among `paths` deploy. `look` reads a file without counting it as read."""
    if not any(path.endswith(".go") and MARK.encode() in (look(path) or b"") for path in paths):
        return InfraFacts()
    host = GoHost(reader, look, paths)
    known = frozenset(paths)
    found = []
    for root in programs_with(host.workspace, MARK):
        run = GoEvaluator(host)
        start(run, root)
        home = next((folder for folder in programs.parents(root) if posixpath.join(folder, "cdk.json") in known), None)
        _, flags = programs.settings(look(posixpath.join(home, "cdk.json")) or b"") if home is not None else ("", _NONE)
        folder = home if home is not None else posixpath.dirname(root)
        found.append(app.read(run.calls, host.language, folder or ".", root, run.whole, flags))
    return together(found)


def programs_with(workspace: Workspace, mark: str) -> Iterator[str]:
    """The files with the `main` of a program that reaches a package whose import path begins so."""
    for files in workspace.files.values():
        for path in files:
            if workspace.is_program(path) and _reaches(workspace, path, mark):
                yield path


def _reaches(workspace: Workspace, path: str, mark: str) -> bool:
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        for file in workspace.package(here):
            for spec in workspace.head(file).imports:
                if spec.path.startswith(mark):
                    return True
                target = workspace.resolve(spec.path, posixpath.dirname(file) or ".")
                waiting += [target] if target is not None else []
    return False


def start(run: GoEvaluator, root: str) -> None:
    """Run the `main` of a program."""
    with suppress(ExhaustedError, RecursionError):
        main = run.export(root, "main")
        if isinstance(main, Closure):
            run.invoke(main, [], Span(root, 0, 0))
