"""A second permission beside one, for the other action that a function's own address takes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lambdalint.frontends.cfn.survey import Found, Survey
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.value import Known, Slot, Value

INVOKE = "lambda:InvokeFunction"

_LEFT_OUT = frozenset({"Action", "FunctionUrlAuthType", "InvokedViaFunctionUrl"})
_PLAIN = frozenset({"Type", "Properties", "DependsOn", "Condition"})


def twin_slot(survey: Survey, permission: Found, principal: Value[str] | None) -> Slot | None:
    """A slot that writes another resource after this one, for the action it is given; None where that isn't plain."""
    resource = permission.resource
    text = survey.texts.get(resource.header.path)
    name = f"{resource.name}Invoke"
    if text is None or not isinstance(principal, Known) or name in permission.stack.template.resources:
        return None
    if any(e.key.text not in _PLAIN for e in resource.body.entries):
        return None
    limit = f"FunctionUrlAuthType: {'NONE' if principal.value == '*' else 'AWS_IAM'}"

    def words(value: object) -> tuple[str, str]:
        return f"Action: {value}", "InvokedViaFunctionUrl: true" if value == INVOKE else limit

    return copied(text, resource.header, name, resource.body, "Properties", _LEFT_OUT, words)


def copied(
    text: bytes,
    header: Span,
    name: str,
    body: yamltree.Mapping,
    section: str,
    left_out: frozenset[str],
    words: Callable[[object], tuple[str, str]],
) -> Slot | None:
    """A slot that writes a resource again below itself, by another name.

    `section` is the entry of its body that holds the properties; all but those `left_out` are kept. `words` are the
    lines that stand before and after them, for the value that is written.
    """
    properties = body.get(section)
    if not isinstance(properties, yamltree.Mapping) or {body.style, properties.style} != {"block"}:
        return None
    line = text.rfind(b"\n", 0, header.start) + 1
    indent = text[line : header.start].decode("utf-8", "replace")
    end = max(e.span.end for e in (*body.entries, *properties.entries))
    if indent.strip() or not re.match(rb"[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z)", text[end:]):
        return None
    newline = "\r\n" if b"\r\n" in text else "\n"
    inner = indent + " " * (_column(body.entries[0].span, text) - len(indent))
    deep = " " * _column(properties.entries[0].span, text)
    outer = [_written(e, text) for e in body.entries if e.key.text != section]
    kept = [_written(e, text) for e in properties.entries if e.key.text not in left_out]

    def spelled(value: object) -> str:
        first, last = words(value)
        lines = [f"{indent}{name}:", *(inner + one for one in outer), f"{inner}{section}:"]
        return apart + newline + newline.join((*lines, *(deep + one for one in (first, *kept, last))))

    apart = newline if re.search(rb"\n[ \t\r]*\n\Z", text[:line]) else ""
    rest = re.compile(rb"[^\r\n]*").match(text, end)
    place = rest.end() if rest is not None else end
    return Slot(Span(header.path, place, place), "", "", spelled)


def _column(span: Span, text: bytes) -> int:
    return span.start - (text.rfind(b"\n", 0, span.start) + 1)


def _written(entry: yamltree.Entry, text: bytes) -> str:
    return text[entry.span.start : entry.span.end].decode("utf-8", "replace")
