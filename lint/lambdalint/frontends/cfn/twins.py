"""A second permission beside one, for the other action that a function's own address takes."""

from __future__ import annotations

import re

from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Slot, Value

INVOKE = "lambda:InvokeFunction"

_LEFT_OUT = frozenset({"Action", "FunctionUrlAuthType", "InvokedViaFunctionUrl"})


def twin_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes another resource after this one, for the action it is given; None where that isn't plain."""
    body = permission.resource.body
    header = permission.resource.header
    properties = permission.resource.properties
    text = survey.texts.get(header.path)
    name = f"{permission.resource.name}Invoke"
    if text is None or not isinstance(properties, yamltree.Mapping) or not isinstance(principal, Known):
        return None
    if {body.style, properties.style} != {"block"} or name in permission.stack.template.resources:
        return None
    if any(e.key.text not in ("Type", "Properties", "DependsOn", "Condition") for e in body.entries):
        return None
    line = text.rfind(b"\n", 0, header.start) + 1
    indent = text[line : header.start].decode("utf-8", "replace")
    end = max(e.span.end for e in (*body.entries, *properties.entries))
    if indent.strip() or not re.match(rb"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)", text[end:]):
        return None
    newline = "\r\n" if b"\r\n" in text else "\n"
    inner = indent + " " * (_column(body.entries[0].span, text) - len(indent))
    deep = " " * _column(properties.entries[0].span, text)
    outer = [_written(e, text) for e in body.entries if e.key.text != "Properties"]
    kept = [_written(e, text) for e in properties.entries if e.key.text not in _LEFT_OUT]
    limit = f"FunctionUrlAuthType: {'NONE' if principal.value == '*' else 'AWS_IAM'}"

    def spelled(value: object) -> str:
        lines = [f"{indent}{name}:", *(inner + one for one in outer), f"{inner}Properties:"]
        added = (f"Action: {value}", *kept, "InvokedViaFunctionUrl: true" if value == INVOKE else limit)
        return newline + newline.join((*lines, *(deep + one for one in added)))

    rest = re.compile(rb"[^\r\n]*").match(text, end)
    place = rest.end() if rest is not None else end
    return Slot(Span(header.path, place, place), "", "", spelled)


def _column(span: Span, text: bytes) -> int:
    return span.start - (text.rfind(b"\n", 0, span.start) + 1)


def _written(entry: yamltree.Entry, text: bytes) -> str:
    return text[entry.span.start : entry.span.end].decode("utf-8", "replace")
