"""The configuration of Pulumi's stacks: what a project says for all of them, and what each says itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.pattern import pattern
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Scalar

Reader = Callable[[str], bytes | None]

_STACK = pattern(r"Pulumi\.[\w.-]+\.ya?ml")
_PROJECTS = ("Pulumi.yaml", "Pulumi.yml")


def read(reader: Reader, look: Reader, paths: Sequence[str], program: str) -> Mapping[str, Scalar]:
    """The settings that are the same in all stacks of a program, by their names without the project's.

    One without a default is known where each stack's file sets it.
    """
    folder = posixpath.dirname(program)
    here = [path for path in paths if posixpath.dirname(path) == folder]
    project = next((_root(look, path) for path in here if posixpath.basename(path) in _PROJECTS), None)
    if project is None:
        return {}
    name = project.get("name")
    own = f"{name.text}:" if isinstance(name, Scalar) else ""
    known = dict(_settings(project, own))
    stacks = [path for path in here if _STACK.fullmatch(posixpath.basename(path))]
    found = [dict(_settings(root, own)) for path in stacks if (root := _root(reader, path)) is not None]
    if len(found) < len(stacks):
        return {}
    names = {*known, *(name for stack in found for name in stack)}
    same = {name: _same([*([known[name]] if name in known else []), *_given(name, found)]) for name in names}
    every = {name for name in names if name in known or all(name in stack for stack in found)}
    return {name: setting for name in sorted(every) if (setting := same[name]) is not None}


def _root(reader: Reader, path: str) -> yamltree.Mapping | None:
    data = reader(path)
    tree = yamltree.parse(path, data) if data is not None else None
    root = tree.documents[0] if tree is not None and tree.fault is None and len(tree.documents) == 1 else None
    return root if isinstance(root, yamltree.Mapping) else None


def _settings(root: yamltree.Mapping, own: str) -> Iterator[tuple[str, Scalar | None]]:
    """Names and values; None for one that is a secret, or isn't plain."""
    section = root.get("config")
    for entry in section.entries if isinstance(section, yamltree.Mapping) else ():
        name = entry.key.text.removeprefix(own)
        value = entry.value
        if isinstance(value, yamltree.Mapping) and value.get("secure") is value.get("secret") is None:
            said = value.get("value") or value.get("default")
            if said is None and value.get("type") is not None:
                continue
            value = said if said is not None else value
        if ":" not in name:
            yield name, value if isinstance(value, Scalar) and not value.tag else None


def _given(name: str, stacks: Sequence[Mapping[str, Scalar | None]]) -> Iterator[Scalar | None]:
    return (stack[name] for stack in stacks if name in stack)


def _same(values: Sequence[Scalar | None]) -> Scalar | None:
    """The first of values that are all alike."""
    first = values[0] if values else None
    return first if first is not None and all(v is not None and v.text == first.text for v in values) else None
