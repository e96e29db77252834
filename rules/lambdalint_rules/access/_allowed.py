"""What a role allows, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Known, Role, Statement


def may_allow(role: Role, action: str) -> bool:
    """False only where nothing of a role that is known in full allows an action on any resource."""
    if not role.complete:
        return True
    if role.managed:
        from lambdalint.data.managed_policies import actions_of  # large
    for managed in role.managed:
        allowed = actions_of(managed.value) if isinstance(managed, Known) else None
        if allowed is None or any(matches(pattern, action) for pattern in allowed):
            return True
    return any(_covers(s, action) for policy in role.policies for s in policy.statements)


def matches(pattern: str, action: str) -> bool:
    """True when an action as policies name it (case doesn't count) covers one action of a service."""
    pattern, action = pattern.lower(), action.lower()
    if "*" not in pattern and "?" not in pattern:
        return pattern == action
    from fnmatch import fnmatchcase

    return fnmatchcase(action, pattern.replace("[", "[[]"))


def allows(statement: Statement) -> bool:
    """False for a statement that surely denies."""
    return not (isinstance(statement.effect, Known) and statement.effect.value != "Allow")


def _covers(statement: Statement, action: str) -> bool:
    """True where a statement allows an action, or may do so."""
    if not allows(statement):
        return False
    named = (*statement.actions, *statement.not_actions)
    if not statement.complete or not all(isinstance(a, Known) for a in named):
        return True
    if statement.not_actions:
        return not any(matches(pattern, action) for pattern in _texts(statement.not_actions))
    return any(matches(pattern, action) for pattern in _texts(statement.actions))


def _texts(values: tuple[object, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Known):
            yield str(value.value)
