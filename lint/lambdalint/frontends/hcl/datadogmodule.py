"""Calls of the public module `DataDog/lambda-datadog`, which has an input for each attribute of a function.

It adds variables and layers of its own. Source: main.tf and variables.tf of version 4.6.0, read 2026-11-20.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends.hcl import functions
from lambdalint.frontends.hcl.modules import DATADOG_MODULE
from lambdalint.frontends.hcl.reading import as_text
from lambdalint.frontends.hcl.settings import of_datadog
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.model.functions import Function, Logging
from lambdalint.value import Known, Unknown


def made(survey: Survey) -> Iterator[Function]:
    """The functions that calls of the module make."""
    for found in survey.each(DATADOG_MODULE, mode="module"):
        yield _function(survey, found)


def _function(survey: Survey, found: Found) -> Function:
    config = found.config
    key, label, header, deployment = found.head
    role, group = config.attribute("role"), config.text("logging_config_log_group")
    own = functions.variables(survey, config.attribute("environment_variables"), header)
    return Function(
        key=key,
        label=label,
        span=header,
        deployment=deployment,
        name=config.text("function_name") or Unknown(header, "it has no name"),
        package_type=Known("Zip", header, default=True),
        runtime=config.text("runtime"),
        handler=config.text("handler"),  # that of another language may be replaced
        architectures=config.texts_or("architectures", ("x86_64",)),
        timeout=config.number_or("timeout", defaults.TIMEOUT),
        memory=config.number_or("memory_size", defaults.MEMORY),
        ephemeral_storage=config.number_or("ephemeral_storage_size", defaults.STORAGE),
        environment=own._replace(complete=False),
        layers=Unknown(header, "the module adds its own"),
        tracing=config.text_or("tracing_config_mode", "PassThrough"),
        logging=Logging(
            config.text_or("logging_config_log_format", "Text"),
            group or Unknown(header, "it follows from the name"),
            survey.target(config.attribute("logging_config_log_group"), "aws_cloudwatch_log_group"),
            True,
        ),
        package=functions.package(survey, found),
        image=None,
        role=survey.role(role),
        role_value=as_text(role) if role is not None else None,
        **of_datadog(config),
    )
