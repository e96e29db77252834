"""A second permission beside one, for the other action that a function's own address takes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lambdalint.frontends.hcl.moduleinputs import Settings
from lambdalint.frontends.hcl.provider import is_older
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Value

if TYPE_CHECKING:
    from lambdalint.syntax import yamltree

INVOKE = "lambda:InvokeFunction"
FLAG_SINCE = (6, 29)
"""The version of the provider that first knows `invoked_via_function_url`."""

_OF_SOURCES = frozenset({"source_arn", "source_account", "principal_org_id", "event_source_token"})
_LEFT_OUT = frozenset({"action", "statement_id", "function_url_auth_type", "invoked_via_function_url"})


def twin_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes another block after this one, for the action it is given; None where that isn't plain."""
    block = permission.config.block
    text = survey.texts.get(block.span.path)
    body = block.body
    name = f"{permission.resource.name}_invoke"
    if text is not None and body.json:
        return _in_json(survey, permission, principal, name, text)
    if text is None or body.broken or body.blocks or block.flat or not isinstance(principal, Known):
        return None
    written = {a.name: a.expression.span for a in body.attributes.values() if a.name not in _LEFT_OUT}
    return _below(survey, permission, name, _texts(written, text), principal.value, text)


def module_twin(
    survey: Survey, call: Found, entry: str, settings: Settings, principal: Value[str] | None
) -> Slot | None:
    """The same for an entry of a module's input, as a resource of its own below the call."""
    text = survey.texts.get(call.config.block.span.path)
    name = f"{call.resource.name}_{entry}_invoke"
    plain = call.config.body.attributes.keys().isdisjoint(("count", "for_each")) and re.fullmatch(
        r"[A-Za-z_][\w-]*", name
    )
    if text is None or not plain or not isinstance(principal, Known):
        return None
    fields = {n: f.value.span for n, f in settings.value.fields.items() if n in _OF_SOURCES}
    kept = _texts(fields, text)
    if kept is None or any(span.path != call.config.block.span.path for span in fields.values()):
        return None
    owner = f"module.{call.resource.name}.lambda_function_name"
    if call.config.body.json:
        said = [("function_name", f'"${{{owner}}}"'), ("principal", f'"{principal.value}"'), *kept]
        return _in_document(survey, call, name, said, principal.value, text)
    whom = [("function_name", owner), ("principal", f'"{principal.value}"')]
    return _below(survey, call, name, [*whom, *kept], principal.value, text)


def _texts(places: Mapping[str, Span], text: bytes) -> list[tuple[str, str]] | None:
    """What stands at some places; None where one of them has several lines."""
    found = [(name, text[span.start : span.end].decode("utf-8", "replace")) for name, span in places.items()]
    return None if any("\n" in written for _, written in found) else found


def _below(
    survey: Survey, beside: Found, name: str, kept: list[tuple[str, str]] | None, principal: str, text: bytes
) -> Slot | None:
    """Writes a permission as a block below another one."""
    block = beside.config.block
    if kept is None or _is_taken(beside, name) or is_older(survey, FLAG_SINCE):
        return None
    if text[block.span.start - 1 : block.span.start] not in (b"", b"\n"):
        return None
    newline = "\r\n" if b"\r\n" in text else "\n"

    def spelled(value: object) -> str:
        pairs = _granting(value, kept, principal)
        width = max(len(key) for key, _ in pairs)
        lines = [f"  {key}{' ' * (width - len(key))} = {written}" for key, written in pairs]
        head = f'resource "aws_lambda_permission" "{name}" {{'
        return newline.join(("", "", head, *lines, "}"))

    end = block.span.end
    return Slot(Span(block.span.path, end, end), "", "", spelled)


def _granting(action: object, kept: list[tuple[str, str]], principal: str) -> list[tuple[str, str]]:
    """What a permission for an action says, spelled."""
    limit = ("invoked_via_function_url", "true")
    if action != INVOKE:
        limit = ("function_url_auth_type", '"NONE"' if principal == "*" else '"AWS_IAM"')
    return [("action", f'"{action}"'), *kept, limit]


def _is_taken(beside: Found, name: str) -> bool:
    return ("managed", "aws_lambda_permission", name) in beside.resource.instance.config.resources


def _in_document(
    survey: Survey, beside: Found, name: str, kept: list[tuple[str, str]], principal: str, text: bytes
) -> Slot | None:
    """Writes a permission into the resources of a JSON file."""
    from lambdalint.frontends.cfn.writing import insertion
    from lambdalint.syntax import yamltree

    documents = yamltree.parse(beside.config.block.span.path, text).documents
    target = documents[0] if len(documents) == 1 else None
    way = ["resource", "aws_lambda_permission", name]
    while isinstance(target, yamltree.Mapping) and len(way) > 1 and target.get(way[0]) is not None:
        target = target.get(way.pop(0))
    slot = insertion(target, way[0], text) if isinstance(target, yamltree.Mapping) else None
    if slot is None or _is_taken(beside, name) or is_older(survey, FLAG_SINCE):
        return None
    lead = slot.before.rpartition("\n")[2].partition('"')[0] if "\n" in slot.before else None
    depth = 3 - len(way) + 1

    def spelled(value: object) -> str:
        made: object = {key: json.loads(word) for key, word in _granting(value, kept, principal)}
        for key in reversed(way[1:]):
            made = {key: made}
        if lead is None:
            return json.dumps(made)
        lines = json.dumps(made, indent=lead[: max(1, len(lead) // depth)]).split("\n")
        return ("\r\n" if b"\r\n" in text else "\n").join([lines[0], *(lead + line for line in lines[1:])])

    return slot._replace(spell=spelled)


def _in_json(survey: Survey, permission: Found, principal: Value[str] | None, name: str, text: bytes) -> Slot | None:
    from lambdalint.frontends.cfn.copies import Names, copied
    from lambdalint.syntax import yamltree

    block = permission.resource.block
    if _is_taken(permission, name) or not isinstance(principal, Known) or is_older(survey, FLAG_SINCE):
        return None
    documents = yamltree.parse(block.span.path, text).documents
    body = _mapping_at(documents[0], block.span) if len(documents) == 1 else None
    if body is None:
        return None
    names = Names("", "action", "function_url_auth_type", "invoked_via_function_url", "statement_id")
    return copied(text, block.header, name, body, names, principal.value)


def _mapping_at(node: yamltree.Node, span: Span) -> yamltree.Mapping | None:
    """The object of JSON that stands at a place."""
    from lambdalint.syntax import yamltree

    for _ in range(20):
        if isinstance(node, yamltree.Mapping) and node.span == span:
            return node
        inner = [e.value for e in node.entries] if isinstance(node, yamltree.Mapping) else ()
        found = [i for i in (node.items if isinstance(node, yamltree.Sequence) else inner) if i.span.contains(span)]
        if not found:
            return None
        node = found[0]
    return None
