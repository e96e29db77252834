"""A second permission beside one, for the other action that a function's own address takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lambdalint.frontends.hcl.provider import is_older
from lambdalint.frontends.hcl.survey import Found, Survey
from lambdalint.source import Span
from lambdalint.value import Known, Slot, Value

if TYPE_CHECKING:
    from lambdalint.syntax.yamltree import Mapping, Node

INVOKE = "lambda:InvokeFunction"
FLAG_SINCE = (6, 29)
"""The version of the provider that first knows `invoked_via_function_url`."""

_LEFT_OUT = frozenset({"action", "statement_id", "function_url_auth_type", "invoked_via_function_url"})


def twin_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes another block after this one, for the action it is given; None where that isn't plain."""
    block = permission.config.block
    text = survey.texts.get(block.span.path)
    body = block.body
    name = f"{permission.resource.name}_invoke"
    if text is not None and body.json:
        return _in_json(survey, permission, principal, name, text)
    taken = ("managed", "aws_lambda_permission", name) in permission.resource.instance.config.resources
    if text is None or body.broken or body.blocks or block.flat or taken or not isinstance(principal, Known):
        return None
    if text[block.span.start - 1 : block.span.start] not in (b"", b"\n") or is_older(survey, FLAG_SINCE):
        return None
    kept: list[tuple[str, str]] = []
    for attribute in body.attributes.values():
        written = text[attribute.expression.span.start : attribute.expression.span.end].decode("utf-8", "replace")
        if "\n" in written:
            return None
        if attribute.name not in _LEFT_OUT:
            kept.append((attribute.name, written))
    newline = "\r\n" if b"\r\n" in text else "\n"
    everybody = principal.value == "*"

    def spelled(value: object) -> str:
        invoke = value == INVOKE
        limit = ("invoked_via_function_url", "true")
        if not invoke:
            limit = ("function_url_auth_type", '"NONE"' if everybody else '"AWS_IAM"')
        pairs = [("action", f'"{value}"'), *kept, limit]
        width = max(len(key) for key, _ in pairs)
        lines = [f"  {key}{' ' * (width - len(key))} = {written}" for key, written in pairs]
        head = f'resource "aws_lambda_permission" "{name}" {{'
        return newline.join(("", "", head, *lines, "}"))

    end = block.span.end
    return Slot(Span(block.span.path, end, end), "", "", spelled)


def _in_json(survey: Survey, permission: Found, principal: Value[str] | None, name: str, text: bytes) -> Slot | None:
    from lambdalint.frontends.cfn.copies import Names, copied
    from lambdalint.syntax import yamltree

    block = permission.resource.block
    taken = ("managed", "aws_lambda_permission", name) in permission.resource.instance.config.resources
    if taken or not isinstance(principal, Known) or is_older(survey, FLAG_SINCE):
        return None
    documents = yamltree.parse(block.span.path, text).documents
    body = _mapping_at(documents[0], block.span) if len(documents) == 1 else None
    if body is None:
        return None
    names = Names("", "action", "function_url_auth_type", "invoked_via_function_url", "statement_id")
    return copied(text, block.header, name, body, names, principal.value)


def _mapping_at(node: Node, span: Span) -> Mapping | None:
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
