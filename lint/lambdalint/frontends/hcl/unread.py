"""Modules that only files call of which another tool fills in what they say: what these give isn't known."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping

from lambdalint.frontends.hcl.modules import Module
from lambdalint.pattern import pattern
from lambdalint.syntax.hcltree import Block, Body

_SOURCE = pattern(rb'(?m)^[ \t]*source[ \t]*=[ \t]*"(\.\.?/[^"{$\s]+)"')


def freed(
    modules: Mapping[str, Module],
    filled_in: Collection[str],
    called: Collection[str],
    reader: Callable[[str], bytes | None],
) -> dict[str, Module]:
    """The modules, those that only `filled_in` files call without the defaults of their variables.

    `called` are the folders that other modules call.
    """
    asked = {folder for path in filled_in for folder in _sources(path, reader(path) or b"", modules)}
    return {
        folder: module._replace(variables={name: _open(block) for name, block in module.variables.items()})
        if folder in asked and folder not in called
        else module
        for folder, module in modules.items()
    }


def _sources(path: str, data: bytes, folders: Collection[str]) -> Iterator[str]:
    """The folders of the project that a file calls as modules. What is filled in may be written to another place."""
    for found in _SOURCE.finditer(data):
        written = found[1].decode("utf-8", "replace")
        here = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
        end = posixpath.normpath(written).replace("../", "")
        alike = [here] if here in folders else [f for f in folders if f"/{f}".endswith(f"/{end}")]
        yield from alike if len(alike) == 1 else ()


def _open(variable: Block) -> Block:
    """A variable that must be given a value."""

    def body() -> Body:
        own = variable.body
        return own._replace(attributes={name: a for name, a in own.attributes.items() if name != "default"})

    places = (variable.kind_span, variable.header, variable.span, variable.inner)
    return Block(variable.kind, variable.labels, *places, variable.flat, body)
