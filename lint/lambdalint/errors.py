"""What stops a run: each becomes one line on stderr and exit code 2."""

from __future__ import annotations


class LambdalintError(Exception):
    """The job can't be done as asked. The message is one line and says what to do instead where that is known."""


class ConfigError(LambdalintError):
    """A setting that can't be used; the message starts with the file and line of the setting where it has one."""


class UsageError(LambdalintError):
    """An option, path or report that can't be used."""
