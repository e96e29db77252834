"""What a program changes in its own environment, and whether what moves would have seen the change."""

from __future__ import annotations

from collections.abc import Iterable

from lambdalint.data.go_startup import COMMAND_LINES, ENVIRONMENT_FILES, GETTERS, LIBRARY_KEYS, SETTINGS
from lambdalint.hoist.reach import calls_within
from lambdalint.hoist.startup import RefusedError
from lambdalint.model.code import Code, GoFunction, Program, is_call_of
from lambdalint.model.goast import Call, Callee, Node
from lambdalint.model.gotypes import Named, Pointer
from lambdalint.record import NamedTuple

_PARSERS = ("github.com/caarlos0/env/", "github.com/kelseyhightower/envconfig")


class Reads(NamedTuple):
    """The variables that something reads by name; `any`: it may read others too. `settings` are keys of a store."""

    keys: frozenset[str]
    any: bool
    settings: frozenset[str]


class Environment:
    """Judges what moves by what the programs around it set, and where: what only tests call doesn't count."""

    def __init__(self, code: Code) -> None:
        self._code = code
        own = [f for f in code.functions.values() if not _is_for_tests(f)]
        self._setters = [(f, call) for f in own for call in f.calls if _sets(call)]
        self._stores = [(f, call) for f in own for call in f.calls if _fills(call.callee)]
        self._invoked = {r.function.key for path in code.paths for r in path.reached}

    def early(self, program: Program, steps: Iterable[Node], function: GoFunction) -> None:
        """Raise RefusedError where steps see something else when an `init` takes them."""
        listed = list(steps)
        if program.imports & COMMAND_LINES:
            raise RefusedError(function.signature, "the program reads its settings in main")
        if program.imports & ENVIRONMENT_FILES:
            raise RefusedError(function.signature, "the program fills its environment from a file")
        inside = [call for f, call in self._setters if f.package in program.packages]
        self._unmoved(listed, inside, function)

    def late(self, steps: Iterable[Node], function: GoFunction) -> None:
        """Raise RefusedError where what steps see changes from one invocation to the next."""
        listed = list(steps)
        self._unmoved(listed, [call for f, call in self._setters if f.key in self._invoked], function)
        for f, call in self._stores:
            if f.key not in self._invoked:
                continue
            key = _key(call)
            if any(reads.settings and (key is None or key in reads.settings) for reads in map(self._reads, listed)):
                raise RefusedError(call.span, "the settings it reads are changed here")

    def _unmoved(self, steps: list[Node], setters: list[Call], function: GoFunction) -> None:
        for call in setters:
            if any(_touches(_key(call), self._reads(step)) for step in steps):
                raise RefusedError(function.signature, "the program changes its own environment")

    def _reads(self, step: Node) -> Reads:
        keys: set[str] = set()
        settings: set[str] = set()
        anything = False
        for call in calls_within(self._code, step):
            if is_call_of(call, "os", "Getenv", "LookupEnv") or is_call_of(call, "syscall", "Getenv"):
                key = _key(call)
                keys |= {key} if key is not None else set()
                anything = anything or key is None
            elif call.callee is None or call.callee.package.startswith(_PARSERS):
                anything = True
            elif call.callee.package in SETTINGS and call.callee.name.startswith(GETTERS):
                settings.add(_key(call) or "")
                anything = True
        return Reads(frozenset(keys), anything, frozenset(settings))


def _sets(call: Call) -> bool:
    return is_call_of(call, "os", "Setenv", "Unsetenv", "Clearenv")


def _fills(callee: Callee | None) -> bool:
    return callee is not None and callee.package in SETTINGS and not callee.name.startswith(GETTERS)


def _key(call: Call) -> str | None:
    """The variable that a call names; None where that isn't known."""
    value = getattr(call.arguments[0], "value", None) if call.arguments else None
    return value if isinstance(value, str) else None


def _touches(key: str | None, reads: Reads) -> bool:
    return key is None or reads.any or key in reads.keys or key.startswith(LIBRARY_KEYS)


def _is_for_tests(function: GoFunction) -> bool:
    """True for what only a test can call: it asks for a `testing.T`."""
    kinds = [p.type.element if isinstance(p.type, Pointer) else p.type for p in function.parameters]
    return any(isinstance(kind, Named) and kind.package == "testing" for kind in kinds)
