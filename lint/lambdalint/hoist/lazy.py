"""Values of packages that other programs have too: built once, when a function first needs them."""

from __future__ import annotations

from lambdalint.fix import Edit
from lambdalint.hoist import names
from lambdalint.hoist.block import BACKGROUND
from lambdalint.hoist.destination import Destination, before_functions
from lambdalint.hoist.removal import Removal, Step
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.text import rendered, type_text
from lambdalint.hoist.variables import Variables
from lambdalint.model.code import Code, GoFile
from lambdalint.source import Source, Span

_SINCE = (1, 21)  # sync.OnceValue


class Lazy:
    """Collects what the functions of one file build; each gets `var x = sync.OnceValue(…)`, and calls it.

    `tool` is the folder of what else has the package; `used` are names that are given away, it grows.
    """

    def __init__(
        self, code: Code, variables: Variables, file: GoFile, source: Source, used: set[str], tool: str
    ) -> None:
        self._code = code
        self._variables = variables
        self._file = file
        self._source = source
        self._used = used
        self._tool = tool
        self._declared: dict[str, tuple[str, str]] = {}
        self.needed: set[str] = set()

    @property
    def made(self) -> list[str]:
        """The names of the variables."""
        return [name for name, _ in self._declared.values()]

    def add(self, removal: Removal) -> list[Edit]:
        """Edits of one function, for a plan with which nothing is dropped and nothing can fail. Raises RefusedError."""
        steps = list(removal.steps.values())
        for step in steps:
            self._fits(step, removal)
        return [Edit(step.value.span, f"{self._name(step, removal)}()") for step in steps]

    def _fits(self, step: Step, removal: Removal) -> None:
        module = self._file.module
        plain = step.kind in ("make", "inside") and not (step.fails or step.ignored or step.kept)
        own = step.target is None or step.target.ref.startswith("local:")
        plain = plain and own and not (removal.dropped or step.inputs.locals or step.inputs.fields)
        if not plain or module is None or module.go < _SINCE:
            raise RefusedError(step.value.span, f"{self._tool}, which is no Lambda function, would start with it too")
        if f"{self._file.package}.sync" in {*self._code.functions, *self._code.types, *self._code.variables}:
            raise RefusedError(step.value.span, "sync means something else here")
        there = Destination("init", None, 0)
        self._variables.ready(step.inputs.variables, self._file.package, step.value.span, there)
        if type_text(names.kind_of(step.value), self._file, set()) is None:
            raise RefusedError(step.value.span, "its type isn't known")

    def _name(self, step: Step, removal: Removal) -> str:
        contexts = dict.fromkeys(step.inputs.contexts, BACKGROUND)
        text = rendered(self._source, step.value.span, contexts)
        others = {listed[0].name for listed in removal.family.names.values()}
        others |= {p.name for m in removal.family.members for p in (*m.parameters, *m.results)}
        found = self._declared.get(text)
        if found is not None and found[0] not in others:
            return found[0]
        if contexts:
            self.needed.add("context")
        self.needed.add("sync")
        kind = names.kind_of(step.value)
        better = names.default(step.value, kind, self._file)
        name = names.free((better, f"shared{better[:1].upper()}{better[1:]}"), self._used | others)
        self._used.add(name)
        lines = "\n\t".join(text.split("\n"))
        spelled = type_text(kind, self._file, self.needed)
        declared = f"var {name} = sync.OnceValue(func() {spelled} {{\n\treturn {lines}\n}})\n\n"
        self._declared[text if found is None else f"{name} {text}"] = (name, declared)
        return name

    def edits(self) -> list[Edit]:
        """Edits that declare the variables."""
        at = before_functions(self._source)
        text = "".join(declared for _, declared in self._declared.values())
        return [Edit(Span(self._file.path, at, at), text)] if text else []
