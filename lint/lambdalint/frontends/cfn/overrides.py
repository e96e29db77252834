"""Parameters that `samconfig.toml`, or the same in YAML, sets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lambdalint.frontends.cfn.templates import Template
from lambdalint.frontends.cfn.values import CfnValue, Scalar, unknown
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Node

_NAMES = ("samconfig.toml", "samconfig.yaml", "samconfig.yml")
_ENTRIES = 5_000
_COMMANDS = ("global", "deploy", "build")
_PAIR = pattern(
    r"""ParameterKey=(?P<key>[\w:]+),ParameterValue=(?P<value>"(?:\\.|[^"\\])*"|\S*)"""
    r"""|(?P<name>[\w:]+)=(?P<text>"(?:\\.|[^"\\])*"|'[^']*'|\S*)"""
)


def read(reader: Callable[[str], bytes | None], template: Template) -> Mapping[str, CfnValue]:
    """Values for the parameters of a template, from the file beside it.

    The settings of the environment `default` count. Where another one sets a parameter differently, its value is
    not known.
    """
    beside = (posixpath.join(posixpath.dirname(template.path), name) for name in _NAMES)
    given = ((path, reader(path)) for path in beside if template.is_serverless)
    path, data = next(((path, data) for path, data in given if data is not None), ("", None))
    settings = _parsed(path, data) if data is not None else None
    if data is None or settings is None:
        return {}
    found: dict[str, CfnValue] = {}
    for name, value in _of(settings.get("default"), template):
        if value is None:
            found[name] = unknown(f"samconfig {name}", Span(path, 0, 0))
            continue
        at = data.find(f"{name}=".encode())
        found[name] = Scalar(value, Span(path, max(at, 0), max(at, 0) + (len(name) if at >= 0 else 0)))
    for environment, table in settings.items():
        if environment == "default":
            continue
        for name, value in _of(table, template):
            own = found.get(name)
            if not isinstance(own, Scalar) or own.value != value:
                found[name] = unknown(f"samconfig {name}", Span(path, 0, 0))
    return found


def _parsed(path: str, data: bytes) -> dict[str, Any] | None:
    if not path.endswith(".toml"):
        tree = yamltree.parse(path, data)
        found = _plain(tree.documents[0], [_ENTRIES]) if tree.fault is None and len(tree.documents) == 1 else None
        return found if isinstance(found, dict) else None
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _plain(node: Node, left: list[int]) -> Any:
    left[0] -= 1
    if left[0] <= 0 or node.tag:
        return None
    if isinstance(node, yamltree.Mapping):
        return {entry.key.text: _plain(entry.value, left) for entry in node.entries}
    if isinstance(node, yamltree.Sequence):
        return [_plain(item, left) for item in node.items]
    return node.text if isinstance(node, yamltree.Scalar) else None


def _of(table: Any, template: Template) -> Iterator[tuple[str, str | None]]:
    """The parameters that one environment sets for a template; None for a value that another file tells."""
    values: dict[str, str | None] = {}
    for command in _COMMANDS:
        section = table.get(command) if isinstance(table, dict) else None
        parameters = section.get("parameters") if isinstance(section, dict) else None
        if not isinstance(parameters, dict) or not _is_for(parameters, template):
            continue
        given = parameters.get("parameter_overrides")
        if isinstance(given, dict):
            values |= {str(k): str(v) for k, v in given.items()}
        words = given if isinstance(given, list) else [given]
        section = template.section("Parameters")
        for word in words:
            if isinstance(word, str) and word.startswith("file:") and section is not None:
                values |= {entry.key.text: None for entry in section.entries}
            values |= dict(_pairs(word)) if isinstance(word, str) else {}
    yield from values.items()


def _is_for(parameters: dict[str, Any], template: Template) -> bool:
    named = parameters.get("template_file", parameters.get("template"))
    if not isinstance(named, str):
        return posixpath.basename(template.path) in ("template.yaml", "template.yml", "template.json")
    return posixpath.basename(named) == posixpath.basename(template.path)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for match in _PAIR.finditer(text):
        name, value = (match["key"], match["value"]) if match["key"] else (match["name"], match["text"])
        if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        yield name, value
