"""What else is set for a function: concurrency, network, signing, tags, and where it runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lambdalint.frontends.hcl.reading import Config, as_number, as_text, unknown_value
from lambdalint.frontends.hcl.survey import Survey
from lambdalint.frontends.hcl.values import Fields, HclValue, Items, Scalar, plain
from lambdalint.frontends.hcl.writing import removal
from lambdalint.model.functions import Setting
from lambdalint.syntax.hcltree import nested
from lambdalint.value import Known, Unknown, Value


def settings(survey: Survey, config: Config) -> dict[str, Any]:
    """Fields of a `Function`, from an `aws_lambda_function`."""
    instances, certain = config.block_or_none("capacity_provider_config")
    network, sure = config.block_or_none("vpc_config")
    subnets = network.attribute("subnet_ids") if network is not None else None
    attached = _filled(config, subnets) if network is not None else _absent(config)
    signed = config.attribute("code_signing_config_arn")
    return {
        "capacity_provider": None if not certain else instances is not None,
        "reserved_concurrency": _reserved(config),
        "in_vpc": attached if sure else Unknown(config.header, "it may be set"),
        "code_signing": as_text(signed) if signed is not None else None,
        "tagged": _tagged(survey, config, config.attribute("tags")),
        "log_levels": _levels(config),
        "environment_key": config.text("kms_key_arn"),
        "image_excess": tuple(_excess(survey, config)),
    }


def _excess(survey: Survey, config: Config) -> Iterator[Setting]:
    """What an image function can't have, where it surely has it."""
    package_type = config.text("package_type")
    if not isinstance(package_type, Known) or package_type.value != "Image":
        return
    for name in ("runtime", "handler", "layers"):
        written = config.body.attributes.get(name)
        value = config.attribute(name) if written is not None else None
        value = plain(value) if value is not None else None
        sure = isinstance(value, Items) and value.items if name == "layers" else isinstance(value, Scalar)
        if isinstance(value, Scalar) and value.value == "":
            continue  # the provider sends no empty text
        if written is not None and sure:
            span = written.span
            yield Setting(name, span, removal(span, survey.texts[span.path]))


def of_module(survey: Survey, config: Config) -> dict[str, Any]:
    """Fields of a `Function`, from the inputs of the public module."""
    signed = config.attribute("code_signing_config_arn")
    own, all_of_it = config.attribute("function_tags"), config.attribute("tags")
    levels = [config.text(f"logging_{name}_log_level") for name in ("application", "system")]
    return {
        "capacity_provider": "capacity_provider_config" in config.body.attributes,
        "reserved_concurrency": _reserved(config),
        "in_vpc": _filled(config, config.attribute("vpc_subnet_ids")),
        "code_signing": as_text(signed) if signed is not None else None,
        "tagged": _tagged(survey, config, own if own is not None else all_of_it),
        "log_levels": tuple(level for level in levels if level is not None),
        "environment_key": config.text("kms_key_arn"),
    }


def of_datadog(config: Config) -> dict[str, Any]:
    """Fields of a `Function`, from the inputs of the module of Datadog, which tags all that it makes."""
    signed = config.attribute("code_signing_config_arn")
    levels = [config.text(f"logging_config_{name}_log_level") for name in ("application", "system")]
    return {
        "capacity_provider": False,
        "reserved_concurrency": _reserved(config),
        "in_vpc": _filled(config, config.attribute("vpc_config_subnet_ids")),
        "code_signing": as_text(signed) if signed is not None else None,
        "tagged": Known(True, config.header),
        "log_levels": tuple(level for level in levels if level is not None),
        "environment_key": config.text("kms_key_arn"),
    }


def _levels(config: Config) -> tuple[Value[str], ...]:
    inner, certain = config.block_or_none("logging_config")
    names = ("application_log_level", "system_log_level")
    levels = [inner.text(name) for name in names] if inner is not None and certain else []
    return tuple(level for level in levels if level is not None)


def _absent(config: Config) -> Known[bool]:
    return Known(False, config.header, default=True)


def _filled(config: Config, value: HclValue | None) -> Value[bool]:
    """Whether a list or map has members."""
    if value is None:
        return _absent(config)
    members = value.items if isinstance(value, Items) else value.fields if isinstance(value, Fields) else None
    if members:
        return Known(True, value.span)
    if isinstance(value, Items | Fields) and value.complete:
        return Known(False, value.span)
    return unknown_value(value)


def _reserved(config: Config) -> Value[int] | None:
    """The reserved concurrency; -1 is how a value says that there is none."""
    value = config.attribute("reserved_concurrent_executions")
    found = as_number(value) if value is not None else None
    return None if isinstance(found, Known) and found.value < 0 else found


def _tagged(survey: Survey, config: Config, value: HclValue | None) -> Value[bool]:
    own = _filled(config, value)
    if isinstance(own, Known) and not own.value and _has_default_tags(survey):
        return Unknown(config.header, "the provider sets tags")
    return own


def _has_default_tags(survey: Survey) -> bool:
    providers = (p for instance in survey.instances for p in instance.config.providers)
    return any(
        block.kind == "default_tags" or block.labels[:1] == ("default_tags",)
        for provider in providers
        for block in nested(provider.body)
    )
