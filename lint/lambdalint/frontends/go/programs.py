"""Go programs that describe infrastructure: which there are, and running one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress

from lambdalint.frontends.go.evaluate import GoEvaluator
from lambdalint.frontends.go.packages import Workspace
from lambdalint.frontends.go.values import GoType
from lambdalint.frontends.script import trial
from lambdalint.frontends.script.evaluate import ExhaustedError
from lambdalint.frontends.script.values import Closure
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Function


def programs_with(workspace: Workspace, mark: str) -> Iterator[str]:
    """The files with the `main` of a program that reaches a package whose import path begins so."""
    for files in workspace.files.values():
        for path in files:
            if workspace.is_program(path) and reaches(workspace, path, mark):
                yield path


def reaches(workspace: Workspace, path: str, mark: str) -> bool:
    """True where the program with this `main` is made of a package that imports one whose path begins so."""
    elsewhere = workspace.elsewhere.setdefault(mark, set())
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if here in seen or here in elsewhere:
            continue
        seen.add(here)
        for file in workspace.package(here):
            for spec in workspace.head(file).imports:
                if spec.path.startswith(mark):
                    return True
                target = workspace.resolve(spec.path, posixpath.dirname(file) or ".")
                waiting += [target] if target is not None else []
    elsewhere |= seen
    return False


def start(run: GoEvaluator, root: str) -> None:
    """Run the `main` of a program."""
    try:
        with suppress(ExhaustedError):
            main = run.export(root, "main")
            if isinstance(main, Closure):
                run.invoke(main, [], Span(root, 0, 0))
    except RecursionError:
        run.give_up(Span(root, 0, 0), "it is nested too deeply")


def try_all(run: GoEvaluator, folder: str) -> None:
    """Call each function and method of a package that no program uses, with arguments of which nothing is known."""
    module = run.load(folder)
    found = [thing for thing in module.scope.names.values() if isinstance(thing, Closure)] if module is not None else []
    methods = [method for thing in found if isinstance(thing.code, GoType) for method in thing.code.methods.values()]
    for closure in (*found, *methods):
        if isinstance(closure.code, Function) and id(closure.code) not in run.used:
            with suppress(ExhaustedError, RecursionError):
                run.invoke(closure, trial.anything(closure.span), closure.span)
