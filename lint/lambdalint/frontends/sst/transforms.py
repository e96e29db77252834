"""What transforms may change: code and properties that go over what a component of SST makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lambdalint.frontends.cdk.reading import Props
from lambdalint.frontends.script.fillings import FILLING, TRANSFORM
from lambdalint.frontends.script.mentions import mentioned
from lambdalint.frontends.script.values import Fields, Foreign
from lambdalint.frontends.sst.wishes import FILLABLE, FILLED, Components, Wish
from lambdalint.model.functions import Function
from lambdalint.model.triggers import EventSourceMapping
from lambdalint.value import Unknown

_FIELDS = {
    "architecture": "architectures",
    "architectures": "architectures",
    "diskSize": "ephemeral_storage",
    "ephemeralStorage": "ephemeral_storage",
    "handler": "handler",
    "layers": "layers",
    "memory": "memory",
    "memorySize": "memory",
    "name": "name",
    "runtime": "runtime",
    "storage": "ephemeral_storage",
    "timeout": "timeout",
    "tracingConfig": "tracing",
    "vpc": "in_vpc",
    "vpcConfig": "in_vpc",
}
_MAPPED = {
    "batchSize": "batch_size",
    "destinationConfig": "on_failure",
    "enabled": "enabled",
    "functionResponseTypes": "response_types",
    "maximumBatchingWindowInSeconds": "window",
}
_COMPONENTS = frozenset({"sst.aws.Function", "pulumi.aws.lambda.Function"})
_MAPPINGS = frozenset({"pulumi.aws.lambda.EventSourceMapping"})


def transformed(function: Function, wish: Wish, components: Components) -> Function:
    """A function, with what its own transforms, and those of the whole program, may set left open."""
    for words in (*_over_all(components, _COMPONENTS), *_own(wish.props, "function")):
        names = [name for name in _FIELDS if words is None or name.lower() in words]
        doubt = Unknown(wish.span, "a transform may set it")
        changes: dict[str, Any] = {_FIELDS[name]: doubt for name in names}
        if words is None or "environment" in words:
            changes["environment"] = function.environment._replace(complete=False)
        if words is None or not words.isdisjoint(("logging", "loggingconfig")):
            changes["logging"] = function.logging._replace(format=doubt, group=doubt)
        function = function._replace(**changes)
    return function


def transformed_mapping(mapping: EventSourceMapping, wish: Wish, components: Components) -> EventSourceMapping:
    """What polls a source, with what transforms may set left open."""
    options = (wish.options,) if wish.options is not None else ()
    for words in (*_over_all(components, _MAPPINGS), *_own(options, "eventSourceMapping")):
        doubt = Unknown(wish.span, "a transform may set it")
        names = [name for name in _MAPPED if words is None or name.lower() in words]
        changes: dict[str, Any] = {_MAPPED[name]: doubt for name in names}
        mapping = mapping._replace(**changes)
    return mapping


def _over_all(components: Components, names: frozenset[str]) -> Iterator[frozenset[str] | None]:
    given = {call.span: call.argument(1) for call in components.calls if call.path == FILLING}
    for call in components.calls:
        over, filled = call.argument(0), given.get(call.span)
        if call.path != TRANSFORM or (isinstance(over, Foreign) and over.path not in names):
            continue
        if isinstance(filled, Fields) and isinstance(over, Foreign) and over.path == FILLED:
            yield frozenset(name.lower() for name in filled.fields if name not in FILLABLE)
        else:
            yield mentioned(call.argument(1))


def _own(places: Iterable[Props], name: str) -> Iterator[frozenset[str] | None]:
    for props in places:
        if props.get("transform") is None:
            continue
        inner = props.nested("transform")
        change = inner.get(name)
        if change is not None or not inner.complete:
            yield mentioned(change)
