"""What the release of the CDK that a project asks for can't say yet: no fix may write it."""

from __future__ import annotations

from typing import Protocol, TypeVar

from lambdalint.frontends.script.requirements import Library, Release
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.value import Known, Slot, Value

T = TypeVar("T")

# Release notes of aws-cdk, and the declarations of these releases: each release from these on has the name.
PROVIDED_AL2023 = (2, 105)
LOGGING_FORMAT = (2, 130)
INVOKE_MODE = (2, 76)
BATCH_ITEM_FAILURES = (1, 140)
ARCHITECTURE = (1, 130)
LIMITED_PERMISSIONS = (2, 218)

CDK = Library(
    rb"(?:aws-cdk-lib|@aws-cdk/core|@aws-cdk/aws-lambda|monocdk)",
    rb"aws[-_]cdk[-_.](?:lib|core|aws[-_]lambda)",
    rb"github\.com/aws/aws-cdk-go/awscdk(?:/v\d+)?",
    LIMITED_PERMISSIONS,
)


class Runtimes(Protocol):
    """How a language names runtimes."""

    def runtime(self, name: str, file: str) -> str | None:
        """A runtime by its plain name, where the library may have no constant for it; None where that can't be said."""


def limits(asked: Release | None) -> bool:
    """Whether permissions can be limited to calls to a function's address."""
    return asked is None or asked >= LIMITED_PERMISSIONS


def within(facts: InfraFacts, asked: Release | None, language: Runtimes) -> InfraFacts:
    """The facts without places for words that are newer than the release asked for."""
    if asked is None or asked >= LOGGING_FORMAT:
        return facts
    mappings, urls = facts.mappings, facts.urls
    if asked < BATCH_ITEM_FAILURES:
        mappings = tuple(m._replace(response_types=_fixed(m.response_types)) for m in mappings)
    if asked < INVOKE_MODE:
        urls = tuple(url._replace(invoke_mode=_fixed(url.invoke_mode)) for url in urls)
    functions = tuple(_older(function, asked, language) for function in facts.functions)
    return facts._replace(functions=functions, mappings=mappings, urls=urls)


def _older(function: Function, asked: Release, language: Runtimes) -> Function:
    runtime, architectures, way = function.runtime, function.architectures, ""
    if isinstance(runtime, Known) and asked < PROVIDED_AL2023:
        way = f"use release {PROVIDED_AL2023[0]}.{PROVIDED_AL2023[1]} of the CDK or a later one"
        runtime = _spelled_out(runtime, language) if not function.handler_derived else _fixed(runtime)
    if asked < ARCHITECTURE:
        architectures = _fixed(architectures)
    logging = function.logging._replace(format=_fixed(function.logging.format))
    return function._replace(
        runtime=runtime, runtime_way=function.runtime_way or way, architectures=architectures, logging=logging
    )


def _spelled_out(runtime: Known[str], language: Runtimes) -> Known[str]:
    """A runtime that is written without its constant, where one stands now."""
    file = runtime.span.path
    if runtime.slot is not None and runtime.slot.span == runtime.span:
        return runtime
    if runtime.default or runtime.slot is None or language.runtime("", file) is None:
        return runtime._replace(slot=None)
    return runtime._replace(slot=Slot(runtime.span, "", "", lambda value: language.runtime(str(value), file) or ""))


def _fixed(value: Value[T]) -> Value[T]:
    return value._replace(slot=None) if isinstance(value, Known) else value
