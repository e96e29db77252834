"""Commands that are run in a container: `docker run … image command`."""

from __future__ import annotations

from lambdalint.frontends.commands import shellstate
from lambdalint.frontends.commands.words import Field, State

_SWITCHES = frozenset({"--rm", "-it", "-i", "-t", "-ti", "-d", "--privileged", "--init", "--interactive", "--tty"})


def command(state: State, rest: list[Field]) -> list[Field]:
    """The words behind the image, empty where none are; `state` gets the variables that the container is given."""
    rest = rest[1:] if rest and rest[0].data == "container" else rest
    if not rest or rest[0].data not in ("run", "exec"):
        return []
    at = 1
    while at < len(rest) and rest[at].data.startswith("-"):
        data = rest[at].data
        if data in ("-e", "--env") and at + 1 < len(rest):
            shellstate.export(state, rest[at + 1].text)
        elif data.startswith("--env="):
            shellstate.export(state, rest[at].text.cut(6, len(data)))
        at += 1 if "=" in data or data in _SWITCHES else 2
    return rest[at + 1 :]
