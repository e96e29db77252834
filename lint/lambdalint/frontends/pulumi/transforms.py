"""What transformations may change: code that goes over the properties of resources before they are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.frontends.pulumi.survey import Survey
from lambdalint.frontends.script.mentions import mentioned
from lambdalint.frontends.script.values import Call, Fields, Items, Member
from lambdalint.model.functions import Function
from lambdalint.value import Unknown

_FIELDS = {
    "architectures": "architectures",
    "ephemeralStorage": "ephemeral_storage",
    "handler": "handler",
    "layers": "layers",
    "memorySize": "memory",
    "runtime": "runtime",
    "timeout": "timeout",
    "tracingConfig": "tracing",
    "vpcConfig": "in_vpc",
}
_OVER_ALL = frozenset({"registerStackTransformation", "registerStackTransform", "registerResourceTransform"})
_OPTIONS = ("transformations", "transforms")


def transformed(function: Function, made: Call, survey: Survey) -> Function:
    """A function, with what transformations may set left open."""
    for words in (*_over_all(survey), *_own(made)):
        doubt = Unknown(made.head, "a transformation may set it")
        changes: dict[str, Any] = {f: doubt for name, f in _FIELDS.items() if words is None or name.lower() in words}
        if words is None or "environment" in words:
            changes["environment"] = function.environment._replace(complete=False)
        function = function._replace(**changes)
    return function


def _over_all(survey: Survey) -> Iterator[frozenset[str] | None]:
    for call in survey.calls:
        name = call.callee.name if isinstance(call.callee, Member) else call.path.rpartition(".")[2]
        if name in _OVER_ALL:
            yield mentioned(call.argument(0))


def _own(made: Call) -> Iterator[frozenset[str] | None]:
    options = made.argument(2)
    for name in _OPTIONS:
        listed = options.get(name) if isinstance(options, Fields) else None
        if isinstance(listed, Items) and listed.complete:
            yield from map(mentioned, listed.items)
        elif listed is not None:
            yield None
