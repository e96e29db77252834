"""What else is set for a function: concurrency, network, signing, tags, and where it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from lambdalint.fix import Edit
from lambdalint.frontends.cfn.reading import Config, as_number, as_text, unknown_value
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items, Scalar
from lambdalint.frontends.cfn.writing import removal
from lambdalint.model.functions import Setting
from lambdalint.value import Known, Slot, Value

Ignoring: TypeAlias = Callable[[str], Slot | None]


def settings(config: Config, ignoring: Ignoring = lambda _: None) -> dict[str, Any]:
    """Fields of a `Function`. `ignoring` gives the slot that keeps a property of all functions from this one."""
    instances = config.attribute("CapacityProviderConfig")
    signed = config.attribute("CodeSigningConfigArn")
    reserved = config.attribute("ReservedConcurrentExecutions")
    return {
        "capacity_provider": None if config.doubtful else instances is not None,
        "reserved_concurrency": as_number(reserved) if reserved is not None else None,
        "in_vpc": filled(config, config.attribute("VpcConfig")),
        "code_signing": as_text(signed) if signed is not None else None,
        "tagged": filled(config, config.attribute("Tags")),
        "log_levels": log_levels(config.nested("LoggingConfig"), "ApplicationLogLevel", "SystemLogLevel"),
        "environment_key": config.text("KmsKeyArn"),
        "image_excess": tuple(_excess(config, ignoring)),
        "timeout_slot": config.own("Timeout"),
    }


def _excess(config: Config, ignoring: Ignoring) -> Iterator[Setting]:
    """What an image function can't have, where it surely has it."""
    package_type = config.text("PackageType")
    if not isinstance(package_type, Known) or package_type.value != "Image":
        return
    for name in ("Runtime", "Handler", "Layers"):
        field = config.fields.fields.get(name)
        sure = field is not None and isinstance(field.value, Items if name == "Layers" else Scalar)
        if field is None or not sure or (isinstance(field.value, Items) and not field.value.items):
            continue
        span = field.key.span
        own = config.target is not None and config.target.span.contains(span)
        gone = removal(field.owner, name, config.texts[span.path]) if own else None
        slot = ignoring(name) if not own else None
        kept = (Edit(slot.span, slot.before + slot.spell((name,)) + slot.after),) if slot is not None else ()
        yield Setting(name, span, gone or span._replace(end=span.start), kept)


def log_levels(config: Config, *names: str) -> tuple[Value[str], ...]:
    """The log levels that are written."""
    return tuple(level for name in names if (level := config.text(name)) is not None)


def filled(config: Config, value: CfnValue | None) -> Value[bool]:
    """Whether a list or map has members."""
    if value is None:
        return Known(False, config.header, default=True)
    members = value.items if isinstance(value, Items) else value.fields if isinstance(value, Fields) else None
    if members:
        return Known(True, value.span)
    if isinstance(value, Items | Fields) and value.complete:
        return Known(False, value.span)
    return unknown_value(value)
