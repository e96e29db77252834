"""Interfaces of the program's own that stand for a logger: `type Logger interface { Info(msg string, kv ...any) }`."""

from __future__ import annotations

from collections.abc import Callable

from lambdalint.data import go_loggers as loggers
from lambdalint.model import gotypes, methodsets, satisfaction
from lambdalint.model.goast import Callee
from lambdalint.model.project import Project
from lambdalint.pattern import pattern

# What follows the name of a level: `Infof`, `Errorw`, `WarnContext`.
_ENDS = "(?:f|ln|w|j|s|c|Context|Contextf|Ctx|Ctxf|Fields)?"
_WRITES = pattern("(?i)(?:" + "|".join(start for start, _ in loggers.LEVELS) + f"){_ENDS}$")
_BESIDE = frozenset({"Close", "Enabled", "Flush", "GetLevel", "Level", "Named", "SetLevel", "Sync"})


class LoggingInterfaces:
    """Answers for one project. `only_logs` tells of a function of the project, by its key, that it only logs."""

    def __init__(self, project: Project, only_logs: Callable[[str], bool]) -> None:
        self._types = project.code.types
        self._functions = project.code.functions
        self._only_logs = only_logs
        self._known: dict[tuple[str, str, str], str | None] = {}

    def level(self, callee: Callee) -> str | None:
        """The level at which a method of such an interface writes; None for all else, and where a type of the program
        makes something else of it.
        """
        at = (callee.package, callee.receiver, callee.name)
        if at not in self._known:
            self._known[at] = None
            self._known[at] = self._find(callee) if callee.receiver else None
        return self._known[at]

    def _find(self, callee: Callee) -> str | None:
        declared = self._types.get(f"{callee.package}.{callee.receiver}")
        if declared is None or not isinstance(declared.underlying, gotypes.Interface):
            return None
        kind = gotypes.Named(callee.package, callee.receiver)
        found = methodsets.methods(self._types, kind).methods
        method = found.get(callee.name)
        if method is None or method.type is None or method.type.results or not all(map(_is_of_logger, found)):
            return None
        if not _WRITES.match(callee.name) or not self._is_kept(kind, callee.name):
            return None
        return next(word for start, word in loggers.LEVELS if callee.name.lower().startswith(start.lower()))

    def _is_kept(self, kind: gotypes.Named, name: str) -> bool:
        """True where what the program's own types do for it is to log, or nothing at all."""
        for own in satisfaction.implementers(self._types, kind):
            named = gotypes.bare(own)
            key = f"{named.package}.{named.name}.{name}" if isinstance(named, gotypes.Named) else ""
            function = self._functions.get(key)
            if function is not None and function.calls and not self._only_logs(key):
                return False
        return True


def _is_of_logger(name: str) -> bool:
    return bool(_WRITES.match(name)) or name in loggers.FIELDS or name in _BESIDE or name.startswith("With")
