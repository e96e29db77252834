"""The configuration of Pulumi's stacks: what a project says for all of them, and what each says itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence

from lambdalint.frontends.script.state import Answers
from lambdalint.frontends.script.values import Atom, Call, Fields, Thing
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Scalar

Reader = Callable[[str], bytes | None]

_STACK = pattern(r"Pulumi\.[\w.-]+\.ya?ml")
_ASKED = pattern(r"(?:get|require|try)(Number|Int|Boolean|Bool|)")
_WHOLE = pattern(r"-?\d{1,9}")
_CONFIGURATIONS = frozenset({"pulumi.pulumi.Config", "pulumi.pulumi.config.New"})
_PROJECTS = ("Pulumi.yaml", "Pulumi.yml")


def read(reader: Reader, look: Reader, paths: Sequence[str], program: str) -> Mapping[str, Scalar]:
    """The settings that are the same in all stacks of a program, by their names without the project's.

    One without a default is known where each stack's file sets it.
    """
    place = _project(frozenset(paths), program)
    project = _root(look, place) if place is not None else None
    if place is None or project is None:
        return {}
    here = [path for path in paths if posixpath.dirname(path) == posixpath.dirname(place)]
    own = f"{_name(project)}:"
    known = dict(_settings(project, own))
    stacks = [path for path in here if _STACK.fullmatch(posixpath.basename(path))]
    found = [dict(_settings(root, own)) for path in stacks if (root := _root(reader, path)) is not None]
    if len(found) < len(stacks):
        return {}
    names = {*known, *(name for stack in found for name in stack)}
    same = {name: _same([*([known[name]] if name in known else []), *_given(name, found)]) for name in names}
    every = {name for name in names if name in known or all(name in stack for stack in found)}
    return {name: setting for name in sorted(every) if (setting := same[name]) is not None}


def answers(settings: Mapping[str, Scalar]) -> Answers:
    """What the configuration of a program answers where it is asked for a setting that all stacks share."""

    def known(target: Thing, name: str, arguments: Sequence[Thing], span: Span) -> Thing | None:
        asked = _ASKED.fullmatch(name)
        if asked is None or not isinstance(target, Call) or target.path not in _CONFIGURATIONS:
            return None
        spaces = [a for a in target.arguments if isinstance(a, Atom) and a.value]
        more = any(not isinstance(a, Fields) or a.fields for a in arguments[1:])  # Python's named arguments are fields
        key = arguments[0] if arguments and not more else None
        setting = settings.get(str(key.value)) if isinstance(key, Atom) and not spaces else None
        if setting is None:
            return None
        text = setting.text
        if asked[1] in ("Number", "Int"):
            return Atom(int(text), setting.span, None, (span,)) if _WHOLE.fullmatch(text) else None
        if asked[1] in ("Boolean", "Bool"):
            return Atom(text == "true", setting.span, None, (span,)) if text in ("true", "false") else None
        return Atom(text, setting.span, None, (span,))

    return known


def _project(known: frozenset[str], program: str) -> str | None:
    """The project file of a program: in its folder, or the nearest above."""
    folder = posixpath.dirname(program)
    while True:
        for name in _PROJECTS:
            if posixpath.join(folder, name) in known:
                return posixpath.join(folder, name)
        if not folder:
            return None
        folder = posixpath.dirname(folder)


def _name(project: yamltree.Mapping) -> str:
    name = project.get("name")
    return name.text if isinstance(name, Scalar) else ""


def _root(reader: Reader, path: str) -> yamltree.Mapping | None:
    data = reader(path)
    tree = yamltree.parse(path, data) if data is not None else None
    root = tree.documents[0] if tree is not None and tree.fault is None and len(tree.documents) == 1 else None
    return root if isinstance(root, yamltree.Mapping) else None


def _settings(root: yamltree.Mapping, own: str) -> Iterator[tuple[str, Scalar | None]]:
    """Names and values; None for one that is a secret, or isn't plain."""
    section = root.get("config") or root.get("configuration")  # the older name, of programs in YAML
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
