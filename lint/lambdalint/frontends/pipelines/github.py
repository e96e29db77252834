"""Workflows and composite actions of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from lambdalint.frontends.pipelines.jobs import Job, Step, host_of, lacks_compiler
from lambdalint.frontends.pipelines.scalars import filled, member, text_of, texts_of, word
from lambdalint.frontends.text import Text, unknown
from lambdalint.pattern import pattern
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence

_HOLE = pattern(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_NAMED = pattern(r"(env|matrix)\.([\w-]+)")
_SHELLS = pattern(r"(bash|sh|pwsh|powershell|cmd)\b")

COMBINATIONS = 60
"""So many combinations of a matrix are followed."""

Values = dict[str, Text]


def jobs(tree: Node, data: bytes) -> Iterator[Job]:
    """The jobs of a workflow, once for each combination of their matrix; the steps of an action."""
    general = texts_of(member(tree, "env"), data)
    found = member(tree, "jobs")
    for entry in found.entries if isinstance(found, Mapping) else ():
        for matrix in _combinations(member(entry.value, "strategy", "matrix"), data):
            yield _job(entry.key.text, entry.value, _defaults(tree), general, matrix, data)
    steps = member(tree, "runs", "steps")
    if isinstance(steps, Sequence):
        yield Job("action", None, tuple(_steps(steps, {}, {}, (), data)))


def _defaults(node: Node) -> Node | None:
    return member(node, "defaults", "run")


def _job(name: str, node: Node, outer: Node | None, general: Values, matrix: Values, data: bytes) -> Job:
    known = _filled(general, {}, matrix)
    known |= _filled(texts_of(member(node, "env"), data), known, matrix)
    steps = member(node, "steps")
    image = word(member(node, "container")) or word(member(node, "container", "image"))
    host = "linux" if member(node, "container") is not None else _host(member(node, "runs-on"), known, matrix, data)
    defaults = tuple(d for d in (_defaults(node), outer) if d is not None)
    found = tuple(_steps(steps, known, matrix, defaults, data)) if isinstance(steps, Sequence) else ()
    elsewhere = any(_checks_out_elsewhere(s) for s in steps.items) if isinstance(steps, Sequence) else False
    return Job(name, host, found, known, not lacks_compiler(image), folder=None if elsewhere else ".")


def _host(node: Node | None, known: Values, matrix: Values, data: bytes) -> str | None:
    node = member(node, "labels") or node
    items = node.items if isinstance(node, Sequence) else (node,)
    texts = [text_of(item, data) for item in items]
    return host_of(" ".join(_meant(t, known, matrix).data for t in texts if t is not None))


def _checks_out_elsewhere(step: Node) -> bool:
    action = word(member(step, "uses"))
    return action.startswith("actions/checkout@") and word(member(step, "with", "path")) not in ("", ".", "./")


def _steps(steps: Sequence, known: Values, matrix: Values, defaults: tuple[Node, ...], data: bytes) -> Iterator[Step]:
    for step in steps.items:
        node = member(step, "run")
        text = text_of(node, data)
        own = [step, *defaults]
        used = next((word(s) for d in own if (s := member(d, "shell")) is not None), "bash")
        if text is None or not isinstance(node, Scalar) or not _SHELLS.match(used):
            continue
        variables = _filled(texts_of(member(step, "env"), data), known, matrix)
        folder = next((t for d in own if (t := text_of(member(d, "working-directory"), data)) is not None), None)
        known_here = known | variables
        yield Step(
            _meant(text, known_here, matrix),
            node.style,
            variables,
            _meant(folder, known_here, matrix) if folder is not None else None,
        )


def _filled(texts: Values, known: Values, matrix: Values) -> Values:
    return {name: _meant(text, known, matrix) for name, text in texts.items()}


def _meant(text: Text, known: Values, matrix: Values) -> Text:
    """A text with its expressions replaced, as far as they name variables and the matrix."""

    def meaning(match: re.Match[str]) -> Text | None:
        named = _NAMED.fullmatch(match[1])
        return (known if named[1] == "env" else matrix).get(named[2]) if named is not None else None

    return filled(text, _HOLE, meaning) if "${{" in text.data else text


def _combinations(node: Node | None, data: bytes) -> Iterator[Values]:
    """What a matrix makes of its names. Where it leaves some out, or is computed, none is known."""
    if not isinstance(node, Mapping) or not node.complete or node.get("exclude") is not None:
        yield {}
        return
    lists: list[list[tuple[str, Text]]] = []
    for entry in node.entries:
        if entry.key.text == "include":
            continue
        items = entry.value.items if isinstance(entry.value, Sequence) else ()
        texts = [(entry.key.text, _item(item, data)) for item in items]
        lists.append(texts or [(entry.key.text, unknown(entry.span))])
    further = node.get("include")
    included = further.items if isinstance(further, Sequence) else ()
    if lists or not included:
        yield from islice((dict(one) for one in product(*lists)), COMBINATIONS)
    for item in included[:COMBINATIONS]:
        yield texts_of(item, data)


def _item(node: Node, data: bytes) -> Text:
    text = text_of(node, data)
    if text is None or "${{" in text.data:
        return unknown(node.span)
    return text
