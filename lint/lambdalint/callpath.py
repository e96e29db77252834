"""How a handler gets to a place: its route as steps for people."""

from __future__ import annotations

from lambdalint.model.code import Handler, Hop
from lambdalint.model.project import Project
from lambdalint.rule import Related


def call_path(project: Project, handler: Handler, route: tuple[Hop, ...]) -> tuple[Related, ...]:
    """The handler, then each call on the route, as related places."""
    name = handler.function.label if handler.function else "the handler"
    steps = [Related(handler.span, f"{name} is called at each invocation")]
    for hop in route:
        steps.append(Related(hop.span, f"{_label(project, hop.caller)} calls {_label(project, hop.callee)}"))
    return tuple(steps)


def _label(project: Project, key: str) -> str:
    function = project.code.functions.get(key)
    return function.label if function else key.rsplit("/", 1)[-1]
