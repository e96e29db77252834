"""Running a program, or what nobody runs: one of each class, and each function once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from lambdalint.frontends.script.evaluate import Evaluator
from lambdalint.frontends.script.state import ExhaustedError
from lambdalint.frontends.script.values import Closure, Opaque, Thing
from lambdalint.model.gap import Gap
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

Given = Callable[[Span], list[Thing]]


def start(run: Evaluator, path: str) -> None:
    """Run a program from its first file."""
    try:
        with suppress(ExhaustedError):
            run.load(path)
    except RecursionError:
        run.give_up(Span(path, 0, 0), "it is nested too deeply")


def anything(span: Span) -> list[Thing]:
    """Arguments of which nothing is known."""
    return [Opaque(span, "only its user knows it") for _ in range(8)]


def unused(path: str) -> Gap:
    """What people should know of a module that was tried."""
    return Gap(Span(path, 0, 0), "no program that was found uses it; it was read with unknown arguments")


def try_all(run: Evaluator, path: str, given: Given = anything) -> None:
    """Make one of each class, and call each function, of a module that no program of the project uses."""
    module = run.modules.get(path)
    for thing in list(module.scope.names.values()) if module is not None else ():
        if not isinstance(thing, Closure) or id(thing.code) in run.used or thing.span.path != path:
            continue
        try:
            if isinstance(thing.code, tree.Class):
                call = tree.Call(tree.Name("", thing.span), (), None, thing.span, True, False)
                run.instantiate(thing, given(thing.span), call)
            else:
                run.invoke(thing, given(thing.span), thing.span)
        except (ExhaustedError, RecursionError):
            return
