"""CDK in TypeScript and JavaScript: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.cdk import app, programs
from lambdalint.frontends.cdk.releases import CDK
from lambdalint.frontends.joined import together
from lambdalint.frontends.script import trial
from lambdalint.frontends.script.evaluate import Evaluator
from lambdalint.frontends.ts.host import ENDINGS, NodeHost
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]

_MARK = pattern(rb"""['"](?:aws-cdk-lib|@aws-cdk/|monocdk)""")
_ROOT = "core.App"  # what a program makes first; where it makes none, a function of it is called from elsewhere
_APP = pattern(rb"new\s+(?:\w+\.)?App\s*\(")
_SST = pattern(rb"""['"](?:sst/constructs|@serverless-stack/resources|sst)['"]""")
_TESTS = frozenset({"test", "tests", "__tests__", "testdata", "fixtures", "node_modules", "cdk.out", "docs", "dist"})
_DECLARATIONS = (".d.ts", ".d.mts", ".test.ts", ".spec.ts", ".test.js", ".spec.js")


def wanted(path: str) -> bool:
    """True for files that may be part of a program that describes infrastructure."""
    return (
        path.endswith(ENDINGS)
        and not path.endswith(_DECLARATIONS)
        and _TESTS.isdisjoint(path.lower().split("/")[:-1])
        and not posixpath.basename(path).endswith(".min.js")
    )


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all CDK programs among `paths` deploy. `look` reads a file without counting it as read."""
    files = [path for path in paths if wanted(path)]
    own = [path for path in files if _MARK.search(look(path) or b"")]
    if not own:
        return InfraFacts(), ()
    host = NodeHost(reader, paths)
    known = frozenset(paths)
    found: list[InfraFacts] = []
    reached: set[str] = set()
    for folder, root, flags in _programs(look, paths, own):
        run = Evaluator(host)
        run.answers = programs.answers(root, known, look)
        trial.start(run, root)
        is_called = not any(call.new and call.path == _ROOT for call in run.calls)
        if is_called:
            trial.try_all(run, root)
        reached |= run.modules.keys()
        asked = CDK.of_node(look, root)
        facts = app.of_program(host, run.calls, folder, root, run.whole, flags, asked)
        facts = app.of_library(facts) if is_called else facts
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    for path in own:
        if path not in reached:
            run = Evaluator(host)
            trial.start(run, path)
            trial.try_all(run, path)
            reached |= run.modules.keys()
            asked = CDK.of_node(look, path)
            facts = app.of_program(host, run.calls, _home(path, paths), path, run.whole, frozenset(), asked)
            gaps = run.gaps if _SST.search(look(path) or b"") else (*run.gaps, trial.unused(path))  # SST runs its own
            found.append(app.of_library(facts)._replace(gaps=tuple(gaps)))
    return together(found), ()


# -- programs --------------------------------------------------------------------------------------------------------


def _programs(look: Reader, paths: Sequence[str], own: Sequence[str]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each program: the folder it runs in, its first file, the feature flags that are on."""
    started: set[str] = set()
    for path in paths:
        if posixpath.basename(path) == "cdk.json" and _TESTS.isdisjoint(path.split("/")[:-1]):
            folder = posixpath.dirname(path)
            command, flags = programs.settings(look(path) or b"")
            root = _root(command, folder, own)
            if root is not None and root not in started:
                started.add(root)
                yield folder or ".", root, flags
    for path in own:
        if path not in started and _APP.search(look(path) or b"") and not programs.has_settings(path, paths):
            started.add(path)
            yield _home(path, paths), path, frozenset()


def _home(path: str, paths: Sequence[str]) -> str:
    """Where a program most likely runs: beside the nearest cdk.json or package.json."""
    return programs.home(path, frozenset(paths), ("cdk.json", "package.json"))


def _root(command: str, folder: str, own: Sequence[str]) -> str | None:
    """The file that the command of a cdk.json runs."""
    files = frozenset(own)
    for word in programs.words(command):
        path = posixpath.normpath(posixpath.join(folder, word))
        stem = posixpath.splitext(path)[0]
        for candidate in (path, stem + ".ts", path + ".ts", path + ".js", posixpath.join(path, "index.ts")):
            if candidate in files:
                return candidate
    return None
