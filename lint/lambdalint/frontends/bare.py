"""Functions of which a tool's own file tells only some things: all else is up to the tool."""

from __future__ import annotations

from lambdalint.model.functions import Environment, Function, Logging
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Unknown


def bare(key: str, label: str, span: Span, deployment: str, tool: str) -> Function:
    """A zip function about which nothing more is known."""
    unset = Unknown(span, f"{tool} decides it")
    return Function(
        key=key,
        label=label,
        span=span,
        deployment=deployment,
        name=unset,
        package_type=Known("Zip", span, default=True),
        runtime=unset,
        handler=unset,
        architectures=unset,
        timeout=unset,
        memory=unset,
        ephemeral_storage=unset,
        environment=Environment((), False, span),
        layers=unset,
        tracing=unset,
        logging=Logging(unset, unset, None, True),
        package=None,
        image=None,
        role=None,
        role_value=unset,
        reserved_concurrency=UNREAD,
    )
