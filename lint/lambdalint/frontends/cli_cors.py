"""Which websites may call what commands of the AWS CLI set up: `--cors` of an address, the same of an API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from lambdalint.frontends.cli_services import option, text
from lambdalint.model.access import ApiCors
from lambdalint.model.build import CloudCall
from lambdalint.model.triggers import Trigger
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

Settings = tuple[Value[tuple[str, ...]] | None, Value[bool]]

_MEMBER = pattern(r"(?:^|,)([A-Z]\w+)=(.*?)(?=,[A-Z]\w+=|$)")
_ORIGINS, _CREDENTIALS = "alloworigins", "allowcredentials"


def settings(call: CloudCall, name: str) -> Settings:
    """The origins that an option lets in, None where it names none, and whether with credentials."""
    given = option(call, name)
    if given is None:
        if not call.complete:
            return Unknown(call.span, "it is set elsewhere"), Unknown(call.span, "it is set elsewhere")
        return None, Known(False, call.span, default=True)
    value = given.values[0] if len(given.values) == 1 else Unknown(given.span, "it is not plain")
    members = _members(value.value) if isinstance(value, Known) else None
    if members is None:
        doubt = Unknown(given.span, "it is not plain")
        return doubt, doubt
    return _read(members, value.span)


def of_apis(calls: Sequence[CloudCall], triggers: Sequence[Trigger]) -> Iterator[ApiCors]:
    """What APIs say that are made with their function at once."""
    made = {trigger.key for trigger in triggers}
    for call in calls:
        if call.service == "apigatewayv2" and call.operation == "create-api" and call.key in made:
            origins, credentials = settings(call, "--cors-configuration")
            if origins is not None:
                label = text(call, "--name") or call.label
                yield ApiCors(call.key, label, call.span, call.span.path, call.key, origins, credentials)


def _members(written: str) -> dict[str, Any] | None:
    """The members of JSON, or of the short form `AllowOrigins=a,b,MaxAge=3`, by their names in small letters."""
    if written.lstrip().startswith("{"):
        try:
            content: Any = json.loads(written)
        except (ValueError, RecursionError):
            return None
        return {str(name).lower(): member for name, member in content.items()}
    found = {name.lower(): word for name, word in _MEMBER.findall(written)}
    return found or None


def _read(members: dict[str, Any], span: Span) -> Settings:
    given = members.get(_ORIGINS)
    words = given.strip("[]").split(",") if isinstance(given, str) else given
    origins: Value[tuple[str, ...]] | None = None
    if isinstance(words, list):
        origins = Known(tuple(str(word).strip("\"' ") for word in words), span)
    return origins, Known(str(members.get(_CREDENTIALS, False)).lower() == "true", span)
