"""Roles that are told by their ARN: which of those that the project makes is meant."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.model.access import Role
from lambdalint.pattern import pattern
from lambdalint.value import Known

_ROLE = pattern(r"arn:.*:role/(?:.*/)?([\w+=,.@-]+)")


def of_arn(arn: str, roles: Sequence[Role]) -> str | None:
    """The key of the only role that has the name in an ARN, whatever the account is written as."""
    named = _ROLE.fullmatch(arn)
    found = [r.key for r in roles if named is not None and isinstance(r.name, Known) and r.name.value == named[1]]
    return found[0] if len(found) == 1 else None
