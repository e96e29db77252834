"""The tables of foreign packages: every line can be read, and says what it should."""

from __future__ import annotations

import re

import pytest

from lambdalint.data.go_signatures import PACKAGES
from lambdalint.data.lambda_events import EVENTS
from lambdalint.model import foreign
from lambdalint.model.gotypes import Named, Struct, TypeParameter, spell

EVENTS_PACKAGE = "github.com/aws/aws-lambda-go/events"
_FUNCTION = re.compile(r"func (?:\(\*?(\w+)\) )?(\w+)")


def has_gaps(kind: object) -> bool:
    """True where a part of a type couldn't be read."""
    if kind is None:
        return True
    if isinstance(kind, TypeParameter) or not isinstance(kind, tuple):
        return False
    return any(has_gaps(part) for part in kind if part is None or isinstance(part, tuple))


@pytest.mark.parametrize("package", [*PACKAGES, EVENTS_PACKAGE])
def test_every_signature_can_be_read(package: str) -> None:
    text = PACKAGES.get(package, EVENTS)
    for receiver, name in _FUNCTION.findall(text):
        found = foreign.method(Named(package, receiver), name) if receiver else foreign.function(package, name)
        assert found is not None, f"{receiver}.{name}"
        assert not has_gaps(found), f"{receiver}.{name}: {spell(found)}"


def test_every_event_has_fields_that_can_be_read() -> None:
    names = re.findall(r"^type (\w+) struct", EVENTS, re.M)
    for name in names:
        under = foreign.underlying(Named(EVENTS_PACKAGE, name))
        assert isinstance(under, Struct), name
        assert not has_gaps(under), name
    assert {"SQSEvent", "S3Event", "APIGatewayProxyRequest", "DynamoDBEvent"} <= set(names)


def test_generic_signatures_name_their_parameters() -> None:
    assert foreign.function_parameters("sync", "OnceValues") == ("A", "B")
    assert foreign.function_parameters("sync", "OnceFunc") == ()
