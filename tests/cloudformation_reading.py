"""Templates given as files in memory, read into facts."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent, indent

from lambdalint.frontends import cloudformation
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile

FORMAT = "AWSTemplateFormatVersion: '2010-09-09'\n"
SERVERLESS = FORMAT + "Transform: AWS::Serverless-2016-10-31\n"


def read(files: Mapping[str, str | bytes]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Facts and broken files of a project; text is dedented."""
    data = {p: t if isinstance(t, bytes) else dedent(t).encode() for p, t in files.items()}
    return cloudformation.read(data.get, sorted(data))


def facts(text: str, files: Mapping[str, str] | None = None) -> InfraFacts:
    """Facts of `template.yaml`, with other files beside it."""
    found, broken = read({"template.yaml": text, **(files or {})})
    assert broken == ()
    return found


def function(text: str, files: Mapping[str, str] | None = None) -> Function:
    """The only function."""
    (only,) = facts(text, files).functions
    return only


def serverless(properties: str, rest: str = "", before: str = "", metadata: str = "") -> str:
    """A SAM template with the function `F`; `rest` are further resources, `before` other sections."""
    return SERVERLESS + _template("AWS::Serverless::Function", properties, rest, before, metadata)


def plain(properties: str, rest: str = "", before: str = "") -> str:
    """A CloudFormation template with the function `F`."""
    return FORMAT + _template("AWS::Lambda::Function", properties, rest, before, "")


def _template(kind: str, properties: str, rest: str, before: str, metadata: str) -> str:
    text = dedent(before) + f"Resources:\n  F:\n    Type: {kind}\n"
    if metadata:
        text += "    Metadata:\n" + indent(dedent(metadata), "      ")
    text += "    Properties:\n" + indent(dedent(properties), "      ")
    return text + indent(dedent(rest), "  ")
