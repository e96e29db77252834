"""Who calls the functions of a project, and with what: where that is known of all callers."""

from __future__ import annotations

import posixpath
import re

from lambdalint.gofix import code_only
from lambdalint.hoist.variables import Variables
from lambdalint.model import goast
from lambdalint.model.code import GoFunction
from lambdalint.model.goast import Call, Name, Selector
from lambdalint.model.gotypes import Interface
from lambdalint.model.project import Project
from lambdalint.record import NamedTuple


class Caller(NamedTuple):
    """A call, and the function or literal that it stands in."""

    call: Call
    function: GoFunction


class Callers:
    """Looks at the bodies of all functions, once."""

    def __init__(self, project: Project, variables: Variables) -> None:
        self._project = project
        self._code = project.code
        self._variables = variables
        self._calls: dict[str, list[Caller]] | None = None
        self._values: set[str] = set()
        self._methods: set[str] = set()
        self._known: dict[str, tuple[Caller, ...] | None] = {}

    def of(self, function: GoFunction) -> tuple[Caller, ...] | None:
        """All calls of a function; None where there may be others: tests, other modules, calls of a value.

        The same for calls in generated code, which has to stay as it is.
        """
        if function.key not in self._known:
            calls = self._read().get(function.key, [])
            own = self._is_own(function) and all(caller.function.first_party for caller in calls)
            self._known[function.key] = tuple(calls) if own else None
        return self._known[function.key]

    def passed(self, function: GoFunction) -> dict[str, Name]:
        """Parameters, by their `ref`, that get one package variable of the same package from all callers.

        Nothing sets it after start-up.
        """
        callers = self.of(function)
        if not callers or function.parent is not None:
            return {}
        found: dict[str, Name] = {}
        for number, parameter in enumerate(function.parameters):
            given = [c.call.arguments[number] if _is_plain(c.call, function) else None for c in callers]
            names = {name.ref: name for name in given if isinstance(name, Name)}
            variable = next(iter(names.values())) if len(names) == 1 and None not in given else None
            whole = variable is not None and all(isinstance(name, Name) for name in given)
            if variable is not None and whole and parameter.ref and self._is_settled(variable, function):
                found[parameter.ref] = variable
        return found

    def _is_settled(self, variable: Name, function: GoFunction) -> bool:
        home = variable.ref.removeprefix("var:").rpartition(".")[0]
        return variable.ref.startswith("var:") and home == function.package and self._variables.settled(variable.ref)

    # -- what is known -----------------------------------------------------------------------------------------------

    def _read(self) -> dict[str, list[Caller]]:
        if self._calls is None:
            self._calls = {}
            for function in self._code.functions.values():
                for call in function.calls:
                    if call.callee is not None:
                        self._calls.setdefault(call.callee.key, []).append(Caller(call, function))
                    elif isinstance(call.function, Selector):
                        self._methods.add(call.function.name)
                self._look(function)
            for declared in self._code.types.values():
                if isinstance(declared.underlying, Interface):
                    self._methods |= {name for name, _ in declared.underlying.methods}
        return self._calls

    def _look(self, function: GoFunction) -> None:
        """Take in what is used as a value."""
        called = {id(call.function) for call in function.calls}
        named: list[Name | Selector] = [*goast.each(function.body, Name), *goast.each(function.body, Selector)]
        for node in named:
            if id(node) in called:
                continue
            if node.ref.startswith("func:"):
                self._values.add(node.ref.removeprefix("func:"))
            elif type(node) is Selector and not node.ref:
                self._methods.add(node.name)

    def _is_own(self, function: GoFunction) -> bool:
        """True for what only the files that were read can call, and only by its name."""
        if function.name[:1].isupper() and not self._is_program(function.package):
            return False
        if function.key in self._values or (function.receiver is not None and function.name in self._methods):
            return False
        word = re.compile(rb"\b" + re.escape(function.name.encode()) + rb"\b")
        for path in self._code.folders.get(posixpath.dirname(function.file), ()):
            source = self._project.sources.get(path)
            unread = path not in self._code.files
            if unread and source is not None and word.search(code_only(source.data)):
                return False
        return True

    def _is_program(self, package: str) -> bool:
        return any(program.package == package for program in self._code.programs)


def _is_plain(call: Call, function: GoFunction) -> bool:
    return not call.spread and len(call.arguments) == len(function.parameters)
