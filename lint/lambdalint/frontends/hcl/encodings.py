"""The functions of the Terraform language that encode known texts, and read values out of them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping

from lambdalint.frontends.hcl.decoded import decoded_text
from lambdalint.frontends.hcl.sequences import SIZE_LIMIT, Arguments, Function
from lambdalint.frontends.hcl.values import Encoded, Failed, Field, Fields, HclValue, Items, Scalar, text_of
from lambdalint.source import Span


def _of_text(compute: Callable[[str], str]) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        if len(arguments) != 1 or not isinstance(arguments[0], Scalar) or arguments[0].value is None:
            return None
        try:
            return Scalar(compute(text_of(arguments[0].value)), span)
        except ValueError:
            return Failed(span)

    return function


def _quoted(text: str) -> str:
    from urllib.parse import quote_plus

    return quote_plus(text, safe="")


def _unquoted(text: str) -> str:
    from urllib.parse import unquote_plus

    return unquote_plus(text, errors="strict")


def _from(kind: str) -> Function:
    def function(arguments: Arguments, span: Span) -> HclValue | None:
        value = arguments[0] if len(arguments) == 1 else None
        if isinstance(value, Encoded):
            return value.value if kind == "json" else None
        return decoded_text(kind, value.value, span) if isinstance(value, Scalar) and value.value is not None else None

    return function


def _table(arguments: Arguments, span: Span) -> HclValue | None:
    from csv import Error, reader
    from io import StringIO

    value = arguments[0] if len(arguments) == 1 else None
    if not isinstance(value, Scalar) or not isinstance(value.value, str):
        return None
    try:
        rows = [row for row in reader(StringIO(value.value, newline=""), strict=True) if row]
    except Error:
        return Failed(span)
    if not rows or len(rows) > SIZE_LIMIT or any(len(row) != len(rows[0]) for row in rows):
        return Failed(span)
    texts = ([Field(span, False, Scalar(text, span), span) for text in row] for row in rows[1:])
    return Items(tuple(Fields(dict(zip(rows[0], row, strict=True)), True, span) for row in texts), True, span)


FUNCTIONS: Mapping[str, Function] = {
    "base64decode": _of_text(lambda text: b64decode(text, validate=True).decode()),
    "base64encode": _of_text(lambda text: b64encode(text.encode()).decode()),
    "csvdecode": _table,
    "jsondecode": _from("json"),
    "urldecode": _of_text(_unquoted),
    "urlencode": _of_text(_quoted),
    "yamldecode": _from("yaml"),
}
"""By name."""
