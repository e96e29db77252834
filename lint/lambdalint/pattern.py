"""Regular expressions that are compiled when they are first used: a run meets a small part of them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Waiting:
    """Stands for a compiled pattern; each of its methods is fetched once."""

    def __init__(self, text: Any, flags: int) -> None:
        self._given = (text, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, at the time of its first use. Only its methods work, not those of `re` with it."""
    waiting: Any = _Waiting(text, flags)
    return cast("re.Pattern[AnyStr]", waiting)
