"""Packages with tests: an `init` runs before each of them, where nothing of what a deployment sets is there."""

from __future__ import annotations

import posixpath

from lambdalint.data.go_constructors import SDK_CONFIGURATIONS
from lambdalint.data.go_fatal import EXITS, PANICS
from lambdalint.data.go_startup import UNCONNECTED
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.step import Step
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Call, Expr, If, Node
from lambdalint.model.gotypes import ERROR, Tuple

_TELL = frozenset({"errors", "fmt", "github.com/pkg/errors", "golang.org/x/xerrors"})


class Tested:
    """Knows which packages of a project have tests, and what would end these before they start."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._folders = {posixpath.dirname(path) for path in code.go_files if path.endswith("_test.go")}

    def stop(self, removal: Removal, function: GoFunction) -> Step | None:
        """The first step of start-up that may fail where only tests run; None where there are none."""
        if posixpath.dirname(function.file) not in self._folders:
            return None
        return next((step for step in removal.steps.values() if step.inputs.eager or self._may_fail(step)), None)

    def _may_fail(self, step: Step) -> bool:
        """True for what gives an error of its own, or ends the program without one, wherever it is done."""
        left: list[Node | None] = list(step.nodes)
        seen: set[str] = set()
        while left:
            body = left.pop()
            if _fails_here(body, self._code):
                return True
            for node in goast.walk(body):
                callee = node.callee if isinstance(node, Call) else None
                key = node.function if isinstance(node, goast.Closure) else callee.key if callee is not None else ""
                if key in self._code.functions and key not in seen:
                    seen.add(key)
                    left.append(self._code.functions[key].body)
        return False


def _fails_here(body: Node | None, code: Code) -> bool:
    nodes = list(goast.walk(body))
    checks = [n.then.span for n in nodes if isinstance(n, If) and _asks_for_error(n)]
    for node in nodes:
        if isinstance(node, goast.Return) and any(map(_is_made_here, node.values[-1:])):
            return True
        if isinstance(node, Call) and _may_fail(node, code) and not any(span.contains(node.span) for span in checks):
            return True
    return False


def _may_fail(call: Call, code: Code) -> bool:
    """True for what ends the process, and for what gives an error in a function that can't be seen."""
    callee = call.callee
    if callee is None or callee.key in code.functions or callee.package in _TELL:
        return False
    if callee.name in EXITS.get(callee.package, ()) or callee.name in PANICS.get(callee.package, ()):
        return True
    given = call.type.members[-1] if isinstance(call.type, Tuple) and call.type.members else call.type
    fit = callee.package in SDK_CONFIGURATIONS or callee.name in UNCONNECTED.get(callee.package, ())
    return given == ERROR and not fit


def _asks_for_error(node: If) -> bool:
    """True for `if err != nil`: what gave the error is judged itself."""
    condition = node.condition
    return isinstance(condition, goast.Binary) and condition.op == "!=" and condition.left.type == ERROR


def _is_made_here(value: Expr) -> bool:
    """True for an error that no other is told by: `errors.New("…")`, or a variable of the package."""
    if isinstance(value, Call) and value.callee is not None and value.callee.package in _TELL:
        return not any(_held(argument) for argument in value.arguments)
    named = isinstance(value, goast.Name | goast.Selector) and value.ref.startswith("var:")
    return named and value.type == ERROR


def _held(argument: Expr) -> bool:
    return any(getattr(node, "type", None) == ERROR for node in goast.walk(argument))
