"""The handler that works on a batch, and whether it tells which records failed."""

from __future__ import annotations

from lambdalint.api import Function, Handler, Project, Strength, gotypes
from lambdalint.data.go_responses import EVENTS

REPORT = "ReportBatchItemFailures"
RESPONSES = frozenset(
    {
        "SQSEventResponse",
        "KinesisEventResponse",
        "KinesisTimeWindowEventResponse",
        "DynamoDBEventResponse",
        "DynamoDBTimeWindowEventResponse",
    }
)
FAILURES = "batchItemFailures"


def handler_of(function: Function, project: Project) -> Handler | None:
    """The one handler that a function surely runs."""
    link = project.link_of(function)
    program = project.program_of(function)
    if link is None or program is None or link.strength is not Strength.EXACT or len(program.handlers) != 1:
        return None
    return next((h for h in project.code.handlers if h.key == program.handlers[0]), None)


def reports(handler: Handler, project: Project) -> bool | None:
    """Whether the handler's first result is a batch response; None where that can't be told."""
    if handler.type is None or handler.wrapped or handler.interface or handler.kind != "func":
        return None
    if len(handler.type.results) < 2:
        return False
    result = handler.type.results[0]
    if isinstance(result, gotypes.Pointer):
        result = result.element
    if not isinstance(result, gotypes.Named):
        return None
    if result.package == EVENTS:
        return result.name in RESPONSES
    declared = project.code.types.get(f"{result.package}.{result.name}")
    if declared is None or not isinstance(declared.underlying, gotypes.Struct):
        return None
    fields = declared.underlying.fields
    if any(f'json:"{FAILURES}' in field.tag for field in fields):
        return True
    return None if any(f.embedded for f in fields) or "MarshalJSON" in declared.methods else False
