"""Calls of the public modules for queues and topics, `terraform-aws-modules/sqs` and `terraform-aws-modules/sns`.

Input names and defaults are those of version 5 and 7; the earlier ones call these inputs the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import defaults
from lambdalint.frontends.hcl.moduleinputs import entries, flag
from lambdalint.frontends.hcl.modules import QUEUE_MODULE, TOPIC_MODULE
from lambdalint.frontends.hcl.reading import Config
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.frontends.hcl.values import Fields
from lambdalint.model.infra import InfraFacts
from lambdalint.model.triggers import Queue, Trigger
from lambdalint.value import Known, Unknown, Value


def read(survey: Survey) -> InfraFacts:
    """The queues, and the functions that topics call."""
    return InfraFacts(
        queues=tuple(_queue(found) for found in _made(survey, QUEUE_MODULE)),
        triggers=tuple(t for found in _made(survey, TOPIC_MODULE) for t in _subscriptions(survey, found)),
    )


def _made(survey: Survey, kind: str) -> Iterator[Found]:
    """The calls of a module, but for those that make nothing."""
    for found in survey.each(kind, mode="module"):
        if flag(found.config, "create", True) is not False:
            yield found


def _queue(found: Found) -> Queue:
    config = found.config
    return Queue(
        *found.head,
        config.text("name") or Unknown(config.header, "it has no fixed name"),
        config.number_or("visibility_timeout_seconds", defaults.VISIBILITY),
        _redrive(config),
        config.flag_or("fifo_queue", False),
    )


def _redrive(config: Config) -> Value[str] | None:
    """None where messages that fail have no other queue to go to."""
    if flag(config, "create_dlq", False) is not False:
        return Unknown(config.header, "the module makes it")
    policy = config.attribute("redrive_policy")
    if policy is None or (isinstance(policy, Fields) and policy.complete and not policy.fields):
        return None
    return Unknown(policy.span, "it is computed")


def _subscriptions(survey: Survey, found: Found) -> Iterator[Trigger]:
    key, label, _, deployment = found.head
    for name, settings, span in entries(found.config.attribute("subscriptions")):
        protocol = settings.text("protocol")
        function = survey.function(settings.attribute("endpoint"))
        if isinstance(protocol, Known) and protocol.value == "lambda" and function is not None:
            whole = settings.attribute("filter_policy") is None
            yield Trigger(
                f"{key}#{name}",
                f"{label} {name}",
                span,
                deployment,
                "sns",
                function,
                key,
                permitted=False,
                whole=whole,
            )
