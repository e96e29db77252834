"""CDK in TypeScript and JavaScript: which programs there are, and what each of them deploys. Nothing is run."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lambdalint.frontends.cdk import app
from lambdalint.frontends.joined import together
from lambdalint.frontends.script.evaluate import Evaluator, ExhaustedError
from lambdalint.frontends.script.values import Closure, Opaque
from lambdalint.frontends.ts.host import ENDINGS, NodeHost
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.syntax import scripttree as tree

Reader = Callable[[str], bytes | None]

_MARK = re.compile(rb"""['"](?:aws-cdk-lib|@aws-cdk/|monocdk)""")
_APP = re.compile(rb"new\s+(?:\w+\.)?App\s*\(")
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
    found: list[InfraFacts] = []
    reached: set[str] = set()
    for folder, root, flags in _programs(look, paths, own):
        run = Evaluator(host)
        _start(run, root)
        reached |= run.modules.keys()
        found.append(app.read(run.calls, host.language, folder, root, run.whole, flags))
    for path in own:
        if path not in reached:
            run = Evaluator(host)
            _start(run, path)
            _try_all(run, path)
            reached |= run.modules.keys()
            found.append(app.read(run.calls, host.language, _folder(path, paths), path, run.whole))
    return together(found), ()


def _start(run: Evaluator, path: str) -> None:
    try:
        run.load(path)
    except (ExhaustedError, RecursionError):
        return


def _try_all(run: Evaluator, path: str) -> None:
    """Make one of each class, and call each function, of a module that no program of the project uses."""
    module = run.modules.get(path)
    for thing in list(module.scope.names.values()) if module is not None else ():
        if not isinstance(thing, Closure) or id(thing.code) in run.used or thing.span.path != path:
            continue
        given = [Opaque(thing.span, "only its user knows it") for _ in range(8)]
        try:
            if isinstance(thing.code, tree.Class):
                run.instantiate(
                    thing, list(given), tree.Call(tree.Name("", thing.span), (), None, thing.span, True, False)
                )
            else:
                run.invoke(thing, list(given), thing.span)
        except (ExhaustedError, RecursionError):
            return


# -- programs --------------------------------------------------------------------------------------------------------


def _programs(look: Reader, paths: Sequence[str], own: Sequence[str]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each program: the folder it runs in, its first file, the feature flags that are on."""
    started: set[str] = set()
    for path in paths:
        if posixpath.basename(path) == "cdk.json" and _TESTS.isdisjoint(path.split("/")[:-1]):
            folder = posixpath.dirname(path)
            command, flags = _settings(look(path) or b"")
            root = _root(command, folder, own)
            if root is not None and root not in started:
                started.add(root)
                yield folder or ".", root, flags
    for path in own:
        if path not in started and _APP.search(look(path) or b"") and not _is_inside(path, paths):
            started.add(path)
            yield _folder(path, paths), path, frozenset()


def _is_inside(path: str, paths: Sequence[str]) -> bool:
    """True where a cdk.json around the file names the program."""
    return any(posixpath.join(folder, "cdk.json") in paths for folder in _parents(path))


def _folder(path: str, paths: Sequence[str]) -> str:
    """Where a program most likely runs: beside the nearest cdk.json or package.json."""
    known = frozenset(paths)
    for name in ("cdk.json", "package.json"):
        for folder in _parents(path):
            if posixpath.join(folder, name) in known:
                return folder or "."
    return "."


def _parents(path: str) -> Iterator[str]:
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""


def _settings(data: bytes) -> tuple[str, frozenset[str]]:
    """The command and the feature flags of a cdk.json."""
    try:
        content: Any = json.loads(data)
    except (ValueError, RecursionError):
        return "", frozenset()
    if not isinstance(content, dict):
        return "", frozenset()
    command = content.get("app")
    context = content.get("context")
    flags = {k for k, v in context.items() if v is True} if isinstance(context, dict) else set()
    return command if isinstance(command, str) else "", frozenset(flags)


def _root(command: str, folder: str, own: Sequence[str]) -> str | None:
    """The file that the command of a cdk.json runs."""
    files = frozenset(own)
    for word in command.replace('"', " ").replace("'", " ").split():
        if word.startswith("-"):
            continue
        path = posixpath.normpath(posixpath.join(folder, word))
        stem = posixpath.splitext(path)[0]
        for candidate in (path, stem + ".ts", path + ".ts", path + ".js", posixpath.join(path, "index.ts")):
            if candidate in files:
                return candidate
    return None
