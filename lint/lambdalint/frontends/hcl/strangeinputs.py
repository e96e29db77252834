"""Inputs that calls of modules set and the modules don't have."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data.lambda_module_inputs import ENTRIES, FORMER, INPUTS
from lambdalint.frontends import spell
from lambdalint.frontends.hcl.moduleinputs import entries
from lambdalint.frontends.hcl.modules import MODULE_KIND, local_folder
from lambdalint.frontends.hcl.names import close
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.model.infra import UnknownAttribute
from lambdalint.source import Span
from lambdalint.syntax.hcltree import Block
from lambdalint.value import Slot

_FILES = (".tf", ".tofu", ".json")
_OF_CALLS = frozenset({"source", "version", "count", "for_each", "providers", "depends_on"})


def strange_inputs(survey: Survey) -> Iterator[UnknownAttribute]:
    """Those of modules of the project with functions, and of the public module that makes functions."""
    for instance in survey.instances:
        for call in instance.config.calls.values():
            folder = local_folder(instance.config, call)
            module = survey.realm.modules.get(folder) if folder is not None else None
            if module is None or not module.whole or not call.header.path.endswith(_FILES):
                continue
            if any(kind.startswith("aws_lambda_") for _, kind, _ in module.resources):
                yield from _of_call(call, frozenset(module.variables), None)
    for found in survey.each(MODULE_KIND, mode="module"):
        if found.resource.block.header.path.endswith(_FILES):
            yield from _of_public(survey, found)


def _of_call(call: Block, known: frozenset[str], function: str | None) -> Iterator[UnknownAttribute]:
    written = call.body.attributes
    for name, attribute in written.items():
        if name in known or name in _OF_CALLS:
            continue
        meanings = close(name, known, written)
        nearest = meanings[0] if len(meanings) == 1 else None
        speller = spell.as_json if call.body.json else spell.bare
        slot = Slot(attribute.name_span, "", "", speller) if nearest is not None else None
        place = (attribute.name_span, name, call.labels[0], "module", "", tuple(sorted(known)))
        yield UnknownAttribute(*place, nearest, "", slot, function is not None, function)


def _of_public(survey: Survey, found: Found) -> Iterator[UnknownAttribute]:
    call, key = found.resource.block, found.resource.key
    yield from (a for a in _of_call(call, INPUTS, key) if a.name not in FORMER)
    for name, known in ENTRIES.items():
        for _, settings, _ in entries(found.config.attribute(name)):
            fields = settings.value.fields
            for word, field in fields.items():
                meanings = close(word, known, fields) if word not in known else ()
                if len(meanings) == 1 and field.key_exact:
                    place = (field.key, word, call.labels[0], "module", name, tuple(sorted(known)))
                    yield UnknownAttribute(*place, meanings[0], "", _named(survey, field.key, word), True, key)


def _named(survey: Survey, key: Span, word: str) -> Slot | None:
    """Writes another name where a plain word stands."""
    written = survey.texts.get(key.path, b"")[key.start : key.end]
    if written == f'"{word}"'.encode():
        return Slot(key, "", "", spell.as_json)
    return Slot(key, "", "", spell.bare) if written == word.encode() else None
