"""Pulumi programs in TypeScript and JavaScript: which there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.joined import together
from lambdalint.frontends.pulumi import app, settings
from lambdalint.frontends.pulumi.releases import AWS, limits, within
from lambdalint.frontends.script import trial
from lambdalint.frontends.script.evaluate import Evaluator
from lambdalint.frontends.script.permissions import Program
from lambdalint.frontends.script.state import ExhaustedError
from lambdalint.frontends.script.values import Closure
from lambdalint.frontends.ts.host import NodeHost
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree

Reader = Callable[[str], bytes | None]

_NODE = pattern(rb"^runtime:\s*(?:\n\s+name:\s*)?['\"]?nodejs", re.MULTILINE)
_MAIN = pattern(rb"^main:\s*['\"]?([\w./-]+)", re.MULTILINE)
_FUNCTIONS = b"@pulumi/aws"
_SKIPPED = frozenset({"test", "tests", "__tests__", "testdata", "fixtures", "node_modules"})


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all Pulumi programs among `paths` deploy. `look` reads a file without counting it as read."""
    host = NodeHost(reader, paths)
    found: list[InfraFacts] = []
    for folder, root in _programs(look, paths):
        run = Evaluator(host)
        run.answers = settings.answers(settings.read(reader, look, paths, root))
        trial.start(run, root)
        _call(run, root)
        asked = AWS.of_node(look, root)
        program = Program(run.calls, host.language, host.body, host.text, 0, limits(asked))
        facts = within(app.read(run.calls, host.language, folder, root, run.whole, program), asked)
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    return together(found), ()


def _call(run: Evaluator, root: str) -> None:
    """Pulumi calls a function that the first file exports in place of values."""
    try:
        exported = run.export(root, "default")
        if isinstance(exported, Closure) and isinstance(exported.code, scripttree.Function):
            run.invoke(exported, [], exported.span)
    except ExhaustedError:
        pass  # it has said so itself
    except RecursionError:
        run.give_up(Span(root, 0, 0), "it is nested too deeply")


def _programs(look: Reader, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    known = frozenset(paths)
    for path in paths:
        folder, name = posixpath.split(path)
        if name not in ("Pulumi.yaml", "Pulumi.yml") or not _SKIPPED.isdisjoint(folder.split("/")):
            continue
        data = look(path) or b""
        if not _NODE.search(data):
            continue
        main = _MAIN.search(data)
        base = posixpath.join(folder, main[1].decode()) if main is not None else folder
        for root in (base, *(posixpath.join(base, f"index.{end}") for end in ("ts", "js", "mts", "mjs"))):
            root = posixpath.normpath(root)
            if root in known and root.endswith(("ts", "js")):
                if any(_FUNCTIONS in (look(other) or b"") for other in _near(root, paths)):
                    yield posixpath.dirname(root) or ".", root
                break


def _near(root: str, paths: Sequence[str]) -> Iterator[str]:
    """The scripts beside and below a program's first file."""
    folder = posixpath.dirname(root)
    prefix = folder + "/" if folder else ""
    for path in paths:
        if path.startswith(prefix) and path.endswith((".ts", ".js", ".mts", ".mjs")) and "node_modules" not in path:
            yield path
