"""CDK in Python: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from lambdalint.frontends.cdk import app, programs
from lambdalint.frontends.cdk.releases import CDK
from lambdalint.frontends.joined import together
from lambdalint.frontends.py.arguments import Named
from lambdalint.frontends.py.evaluate import PythonEvaluator
from lambdalint.frontends.py.host import PythonHost
from lambdalint.frontends.script import trial
from lambdalint.frontends.script.state import Answers
from lambdalint.frontends.script.values import Thing
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.pattern import pattern
from lambdalint.source import Span

Reader = Callable[[str], bytes | None]

_MARK = pattern(rb"^\s*(?:from\s+|import\s(?:[^,\n]+,)*\s*)(?:aws_cdk|monocdk)\b", re.MULTILINE)
_APP = pattern(rb"\bApp\s*\(")
_FUNCTION = pattern(rb"\bFunction\b|Function\(")
_ELSEWHERE = frozenset(
    {"test", "tests", "testdata", "fixtures", "node_modules", "cdk.out", "docs", "site-packages", "venv", "env"}
)


def wanted(path: str) -> bool:
    """True for files that may be part of a program that describes infrastructure."""
    folders = path.lower().split("/")
    return path.endswith(".py") and _ELSEWHERE.isdisjoint(folders[:-1]) and not folders[-1].startswith("test_")


def read(reader: Reader, look: Reader, paths: Sequence[str]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """What all CDK programs among `paths` deploy. `look` reads a file without counting it as read."""
    files = [path for path in paths if wanted(path)]
    own = [path for path in files if _MARK.search(look(path) or b"")]
    if not own:
        return InfraFacts(), ()
    known = frozenset(paths)
    host = PythonHost(reader, files)
    found: list[InfraFacts] = []
    reached: set[str] = set()
    for folder, root, flags in _programs(look, paths, own):
        run = _run(host, root, folder, programs.answers(root, known, look))
        reached |= run.modules.keys()
        asked = CDK.of_python(look, root)
        facts = app.of_program(host, run.calls, folder, root, run.whole, flags, asked)
        found.append(facts._replace(gaps=(*facts.gaps, *run.gaps)))
    for path in own:
        if path not in reached and _FUNCTION.search(look(path) or b""):
            folder = programs.home(path, known, ("cdk.json", "requirements.txt", "pyproject.toml", "setup.py"))
            run = _run(host, path, folder, None)
            trial.try_all(run, path, _anything)
            reached |= run.modules.keys()
            asked = CDK.of_python(look, path)
            facts = app.of_program(host, run.calls, folder, path, run.whole, frozenset(), asked)
            found.append(app.of_library(facts)._replace(gaps=(*run.gaps, trial.unused(path))))
    return together(found), ()


def _run(host: PythonHost, root: str, folder: str, answers: Answers | None) -> PythonEvaluator:
    host.main, host.folder = root, "" if folder == "." else folder
    run = PythonEvaluator(host)
    run.answers = answers
    trial.start(run, root)
    return run


def _anything(span: Span) -> list[Thing]:
    """Arguments of which nothing is known, neither by their places nor by their names."""
    return [*trial.anything(span), Named({}, span, False)]


# -- programs --------------------------------------------------------------------------------------------------------


def _programs(look: Reader, paths: Sequence[str], own: Sequence[str]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each program: the folder it runs in, its first file, the feature flags that are on."""
    known = frozenset(paths)
    started: set[str] = set()
    for path in paths:
        if posixpath.basename(path) == "cdk.json" and _ELSEWHERE.isdisjoint(path.split("/")[:-1]):
            folder = posixpath.dirname(path)
            command, flags = programs.settings(look(path) or b"")
            root = _root(command, folder, known)
            if root is not None and root not in started:
                started.add(root)
                yield folder or ".", root, flags
    for path in own:
        if path not in started and not programs.has_settings(path, known) and _APP.search(look(path) or b""):
            started.add(path)
            yield programs.home(path, known, ("requirements.txt", "pyproject.toml")), path, frozenset()


def _root(command: str, folder: str, known: frozenset[str]) -> str | None:
    """The file that the command of a cdk.json runs: `python3 app.py`, `python -m infra.app`."""
    for word in programs.words(command):
        plain = posixpath.normpath(posixpath.join(folder, word))
        module = posixpath.normpath(posixpath.join(folder, word.replace(".", "/")))
        for candidate in (plain, f"{module}.py", posixpath.join(module, "__main__.py")):
            if candidate in known and candidate.endswith(".py"):
                return candidate
    return None
