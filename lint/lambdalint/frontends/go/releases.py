"""What the release of the CDK that a Go module asks for can't say yet: no fix may write it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lambdalint.frontends.cdk import programs
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Value

# Release notes of aws-cdk: `Runtime.PROVIDED_AL2023` came with 2.105; `LoggingFormat` is in each release from 2.130 on.
PROVIDED_AL2023 = (2, 105)
LOGGING_FORMAT = (2, 130)
_ASKED = re.compile(rb"^\s*(?:require\s+)?github\.com/aws/aws-cdk-go/awscdk(?:/v\d+)?\s+v(\d+)\.(\d+)", re.MULTILINE)

Release = tuple[int, int]


def release(look: Callable[[str], bytes | None], file: str) -> Release | None:
    """The release that the module of a Go file asks for, as major and minor version; None where nothing tells."""
    for folder in programs.parents(file):
        data = look(posixpath.join(folder, "go.mod"))
        if data is not None:
            found = _ASKED.search(data)
            return (int(found[1]), int(found[2])) if found is not None else None
    return None


def within(facts: InfraFacts, asked: Release | None) -> InfraFacts:
    """The facts without places for words that are newer than the release asked for."""
    if asked is None or asked >= LOGGING_FORMAT:
        return facts
    return facts._replace(functions=tuple(_older(function, asked) for function in facts.functions))


def _older(function: Function, asked: Release) -> Function:
    runtime = function.runtime
    logging = function.logging
    if runtime is not None and asked < PROVIDED_AL2023:
        runtime = _fixed(runtime)
    if logging is not None:
        logging = logging._replace(format=_fixed(logging.format))
    return function._replace(runtime=runtime, logging=logging)


def _fixed(value: Value[str]) -> Value[str]:
    return value._replace(slot=None) if isinstance(value, Known) else value
