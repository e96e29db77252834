"""What else is set for a function: concurrency, network, signing, tags, and where it runs."""

from __future__ import annotations

from typing import Any

from lambdalint.frontends.cfn.reading import Config, as_number, as_text, unknown_value
from lambdalint.frontends.cfn.values import CfnValue, Fields, Items
from lambdalint.value import Known, Value


def settings(config: Config) -> dict[str, Any]:
    """Fields of a `Function`."""
    instances = config.attribute("CapacityProviderConfig")
    signed = config.attribute("CodeSigningConfigArn")
    reserved = config.attribute("ReservedConcurrentExecutions")
    return {
        "capacity_provider": None if config.doubtful else instances is not None,
        "reserved_concurrency": as_number(reserved) if reserved is not None else None,
        "in_vpc": filled(config, config.attribute("VpcConfig")),
        "code_signing": as_text(signed) if signed is not None else None,
        "tagged": filled(config, config.attribute("Tags")),
    }


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
