"""What the release of the CDK that a project asks for can't say yet: no fix may write it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from lambdalint.frontends.cdk import programs
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.pattern import pattern
from lambdalint.value import Known, Slot, Value

T = TypeVar("T")
Look = Callable[[str], bytes | None]
Release = tuple[int, int]

# Release notes of aws-cdk, and the declarations of these releases: each release from these on has the name.
PROVIDED_AL2023 = (2, 105)
LOGGING_FORMAT = (2, 130)
INVOKE_MODE = (2, 76)
BATCH_ITEM_FAILURES = (1, 140)
ARCHITECTURE = (1, 130)

_PACKAGES = rb"(?:aws-cdk-lib|@aws-cdk/core|monocdk)"
_GO = pattern(rb"(?m)^\s*(?:require\s+)?github\.com/aws/aws-cdk-go/awscdk(?:/v\d+)?\s+v(\d+)\.(\d+)")
_NODE = pattern(rb'"(?:aws-cdk-lib|@aws-cdk/core|@aws-cdk/aws-lambda|monocdk)"\s*:\s*"[~^>=v\s]*(\d+)\.(\d+)')
_NODE_LOCKS = {
    "package-lock.json": pattern(rb'"(?:node_modules/)?' + _PACKAGES + rb'": \{\s*"version": "(\d+)\.(\d+)'),
    "yarn.lock": pattern(rb'(?m)^"?' + _PACKAGES + rb'@[^\n]*:\s+version:? "?(\d+)\.(\d+)'),
    "pnpm-lock.yaml": pattern(rb"(?m)^\s+['\"]?/?" + _PACKAGES + rb"[@/](\d+)\.(\d+)"),
}
_PYTHON = pattern(
    rb"(?m)^[^#\n]*?\baws[-_]cdk[-_.](?:lib|core|aws[-_]lambda)\b"
    rb"[\s\"']*(?:=\s*\{\s*version)?[\s\"'({~=^>:]*(\d+)\.(\d+)"
)
_LOCKED = pattern(rb'name = "aws-cdk[-.](?:lib|core)"\r?\nversion = "(\d+)\.(\d+)')
_PYTHON_LOCKS = {"poetry.lock": _LOCKED, "uv.lock": _LOCKED}
_PYTHON_FILES = ("requirements.txt", "requirements.in", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile")


class Runtimes(Protocol):
    """How a language names runtimes."""

    def runtime(self, name: str, file: str) -> str | None:
        """A runtime by its plain name, where the library may have no constant for it; None where that can't be said."""


def of_go(look: Look, file: str) -> Release | None:
    """The release that the module of a Go file asks for, as major and minor version; None where nothing tells."""
    for folder in programs.parents(file):
        data = look(posixpath.join(folder, "go.mod"))
        if data is not None:
            return _first(_GO, data)
    return None


def of_node(look: Look, file: str) -> Release | None:
    """The oldest release that the package of a script may be installed with."""
    for folder in programs.parents(file):
        asked = _first(_NODE, look(posixpath.join(folder, "package.json")))
        if asked is not None:
            return max(asked, *_locked(look, folder, _NODE_LOCKS, asked))
    return None


def of_python(look: Look, file: str) -> Release | None:
    """The oldest release that the requirements around a Python file allow."""
    for folder in programs.parents(file):
        for name in _PYTHON_FILES:
            asked = _first(_PYTHON, look(posixpath.join(folder, name)))
            if asked is not None:
                return max(asked, *_locked(look, folder, _PYTHON_LOCKS, asked))
    return None


def _locked(look: Look, folder: str, locks: dict[str, re.Pattern[bytes]], asked: Release) -> Iterator[Release]:
    """What the lock files of a folder and those around it say, where the answer could matter."""
    yield asked
    if asked >= max(PROVIDED_AL2023, LOGGING_FORMAT):
        return
    for around in programs.parents(posixpath.join(folder, "x")):
        for name, form in locks.items():
            found = _first(form, look(posixpath.join(around, name)))
            if found is not None:
                yield found
                return


def _first(form: re.Pattern[bytes], data: bytes | None) -> Release | None:
    found = form.search(data) if data is not None else None
    return (int(found[1]), int(found[2])) if found is not None else None


# -- what is written -------------------------------------------------------------------------------------------------


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
    runtime, architectures = function.runtime, function.architectures
    if isinstance(runtime, Known) and asked < PROVIDED_AL2023:
        runtime = _spelled_out(runtime, language) if not function.handler_derived else _fixed(runtime)
    if asked < ARCHITECTURE:
        architectures = _fixed(architectures)
    logging = function.logging._replace(format=_fixed(function.logging.format))
    return function._replace(runtime=runtime, architectures=architectures, logging=logging)


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
