"""Property names of Pulumi's classes, from the types of its library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lambdalint.dev.data.cloudformation import Shape, spelt

CLASSES: Mapping[str, str] = {
    "lambda.Function": "function",
    "lambda.Permission": "permission",
    "lambda.FunctionUrl": "function URL",
    "lambda.EventSourceMapping": "event source mapping",
    "lambda.FunctionEventInvokeConfig": "invoke configuration",
}
"""The classes whose properties are compared, and what people call them."""

_PROPERTY = re.compile(r"^ *(\w+)\??: pulumi\.Input<(.*)$", re.MULTILINE)
_PART = re.compile(r"inputs\.\w+\.(\w+)")


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `pulumi_schemas`."""
    inputs = (roots["pulumi"] / "types/input.d.ts").read_text("utf-8")
    entries = []
    for path, concept in CLASSES.items():
        module, name = path.split(".")
        declared = (roots["pulumi"] / module / f"{name[:1].lower()}{name[1:]}.d.ts").read_text("utf-8")
        shape = shape_of(interface(declared, f"{name}Args"), namespace(inputs, module))
        entries.append(f'"{path}": {spelt(shape, concept, 1)},')
    return {"SCHEMAS": "{\n" + "\n".join(entries) + "\n}"}


def namespace(text: str, name: str) -> str:
    """What a namespace declares. ValueError where there is none."""
    match = re.search(rf"^export declare namespace {name} \{{\n(.*?)^\}}", text, re.MULTILINE | re.DOTALL)
    if match is None:
        raise ValueError(f"the types have no namespace {name}")
    return match[1]


def interface(text: str, name: str) -> str:
    """What an interface has. ValueError where there is none."""
    match = re.search(rf"^( *)(?:export )?interface {name} \{{\n(.*?)^\1\}}", text, re.MULTILINE | re.DOTALL)
    if match is None:
        raise ValueError(f"the types have no interface {name}")
    return match[2]


def shape_of(body: str, declared: str) -> Shape:
    """The properties of an interface, with those of the interfaces that they take."""
    names, lists, parts = set(), set(), {}
    for name, kind in _PROPERTY.findall(body):
        part = _PART.search(kind)
        if part is not None:
            parts[name] = shape_of(interface(declared, part[1]), declared)
        elif kind.startswith("pulumi.Input<string>[]"):
            lists.add(name)
        else:
            names.add(name)
    return Shape(frozenset(names), frozenset(lists), parts)
