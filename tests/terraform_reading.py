"""Terraform text given as files in memory, read into facts; and values shown short."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

from lambdalint.fix import Edit, apply
from lambdalint.frontends import terraform
from lambdalint.model.functions import Function
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile
from lambdalint.value import Known, Secret, Slot, Unknown, Value


def read(files: Mapping[str, str | bytes]) -> tuple[InfraFacts, tuple[BrokenFile, ...]]:
    """Facts and broken files of a project; text is dedented."""
    data = {p: t if isinstance(t, bytes) else dedent(t).encode() for p, t in files.items()}
    return terraform.read(data.get, sorted(data))


def facts(text: str, **more: str) -> InfraFacts:
    """Facts of `main.tf`, and of further files named `folder__file` without their `.tf`."""
    files = {"main.tf": text} | {f"{name.replace('__', '/')}.tf": content for name, content in more.items()}
    found, broken = read(files)
    assert broken == ()
    return found


def function(text: str, **more: str) -> Function:
    """The only function."""
    (only,) = facts(text, **more).functions
    return only


def known(value: Value[object] | Known[Secret] | None) -> object:
    """What a value says: itself when written, `default` and itself, `unknown`, or None."""
    if value is None:
        return None
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value.value, Secret):
        return f"secret: {value.value.kind}"
    return ("default", value.value) if value.default else value.value


def spelled(text: str, value: Value[object] | None) -> str:
    """The text that a value's span covers."""
    assert value is not None
    return dedent(text).encode()[value.span.start : value.span.end].decode()


def written(text: str, slot: Slot | None, value: object) -> str:
    """The file after a value was written through a slot."""
    assert slot is not None
    edit = Edit(slot.span, slot.before + slot.spell(value) + slot.after)
    return apply(dedent(text).encode(), [edit]).decode()


def function_with(body: str, rest: str = "") -> Function:
    """A function with these attributes, and more text beside it."""
    return function(f'resource "aws_lambda_function" "f" {{\n{dedent(body)}\n}}\n{dedent(rest)}')
