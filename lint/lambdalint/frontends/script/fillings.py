"""What a transform of all components of a class gives to those that leave it out: `args.timeout ??= "1 minute"`."""

from __future__ import annotations

from lambdalint.frontends.script.state import State
from lambdalint.frontends.script.values import Call, Closure, Fields, Foreign, Opaque, Thing
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

TRANSFORM = "$transform"
FILLING = "$transform.filling"
"""The path of the call that stands for it in the trace: with the class, and an object of what is given."""


def fill(run: State, callee: Thing, arguments: list[Thing], span: Span) -> None:
    """Follow a transform that only gives what is left out; any other may do anything."""
    if not isinstance(callee, Foreign) or callee.path != TRANSFORM or len(arguments) != 2 or run.doubts.now:
        return
    over, closure = arguments
    if not isinstance(closure, Closure) or not _only_fills(closure.code):
        return
    given = Fields({}, closure.span)
    run.invoke(closure, [given, *[Opaque(span, "SST gives it") for _ in closure.code.parameters[1:]]], span)
    run.calls.append(Call(callee._replace(path=FILLING), (over, given), span, span, False, True))


def _only_fills(code: object) -> bool:
    if not isinstance(code, tree.Function) or not isinstance(code.body, tree.Block) or not code.parameters:
        return False
    taken = code.parameters[0]
    if not isinstance(taken, tree.Name):
        return False
    for statement in code.body.body:
        done = statement.value if isinstance(statement, tree.Evaluate) else None
        if not isinstance(done, tree.Assignment) or done.operator != "??=" or not isinstance(done.target, tree.Member):
            return False
        owner = done.target.target
        if not isinstance(owner, tree.Name) or owner.name != taken.name:
            return False
    return True
