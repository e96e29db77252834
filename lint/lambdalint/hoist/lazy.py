"""Values that are built once, when a function first needs them: where programs start that may never do."""

from __future__ import annotations

from lambdalint.fix import Edit
from lambdalint.gofix import indentation
from lambdalint.hoist import names, regions
from lambdalint.hoist.chain import Chain, chains, zero
from lambdalint.hoist.destination import above, before_functions
from lambdalint.hoist.entries import BACKGROUND
from lambdalint.hoist.imports import plainly_imported
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.repair import Repair
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.step import Step
from lambdalint.hoist.text import (
    comment_above,
    comment_beside,
    declarations,
    rendered,
    type_text,
    with_comments,
    without,
)
from lambdalint.model.code import Code, GoFile
from lambdalint.model.goast import Call
from lambdalint.source import Source, Span

_SINCE = (1, 21)  # sync.OnceValue


class Lazy:
    """Collects what the functions of one file build.

    Each value gets `var x = sync.OnceValue(…)` (`OnceValues` where it can fail), and `x()` stands where it was built;
    in modules for an older Go a `sync.Once` fills a variable. What depends on a region that is passed in is kept by
    region. `used` are names that are given away, it grows.
    """

    def __init__(self, code: Code, startup: Startup, file: GoFile, source: Source, used: set[str]) -> None:
        self._code = code
        self._startup = startup
        self._file = file
        self._source = source
        self._used = used
        self._declared: dict[str, tuple[str, str]] = {}
        self.needed: set[str] = set()

    @property
    def made(self) -> list[str]:
        """The names of the variables."""
        return [name for name, _ in self._declared.values()]

    def add(self, removal: Removal) -> list[Edit]:
        """Edits of one function. Raises RefusedError."""
        edits: list[Edit] = []
        for chain in chains(removal):
            self._fits(chain)
            filled = chain.region is None and self._is_old()
            edits += self._filled(chain, removal) if filled else self._called(chain, removal)
        repair = Repair(removal, self._startup, self._source)
        repair.run()
        return [*edits, *repair.edits, *without(self._source, removal.cut())]

    def edits(self) -> list[Edit]:
        """Edits that declare the variables."""
        at = before_functions(self._source)
        text = "".join(declared for _, declared in self._declared.values())
        return [Edit(Span(self._file.path, at, at), text)] if text else []

    # -- what fits --------------------------------------------------------------------------------------------------

    def _is_old(self) -> bool:
        return self._file.module is not None and self._file.module.go < _SINCE

    def _fits(self, chain: Chain) -> None:
        span, kind = chain.last.value.span, names.kind_of(chain.last.value)
        if any(step.inputs.eager for step in chain.steps):
            raise RefusedError(span, "it waits for the other side, and would stay without it")
        old = self._file.module is None or (self._is_old() and chain.failing is not None)
        if old and chain.region is None:
            raise RefusedError(span, "sync.OnceValues, which keeps its error, came with Go 1.21")
        if f"{self._file.package}.sync" in {*self._code.functions, *self._code.types, *self._code.variables}:
            raise RefusedError(span, "sync means something else here")
        plainly_imported(self._file, ("sync", "context"), span)
        if type_text(kind, self._file, set()) is None:
            raise RefusedError(span, "its type isn't known")
        early = chain.failing is not None and (chain.failing is not chain.last or chain.region is not None)
        if early and zero(kind) is None:
            raise RefusedError(span, "its type has no nil")

    # -- sync.OnceValue, sync.OnceValues ----------------------------------------------------------------------------

    def _called(self, chain: Chain, removal: Removal) -> list[Edit]:
        """Edits that ask for a value where it was made, or where the error on the way to it was checked."""
        failing, last = chain.failing, chain.last
        asked = last if failing is None else failing
        if asked.kind != "inside":
            removal.stays.add(id(asked.statement))
        if failing is not None:
            del removal.dropped[id(removal.checks[id(failing.statement)])]
        call = f"{self._function(chain, removal)}()" if chain.region is None else self._by_region(chain, removal)
        if asked is last:
            return [Edit(last.value.span, call)]
        assert asked.target is not None
        here = last.target.name if last.target is not None else self._local(last, removal)
        edits = [Edit(asked.target.span, here), Edit(asked.value.span, call), *self._uncommented(asked)]
        return edits if last.kind != "inside" else [*edits, Edit(last.value.span, here)]

    def _function(self, chain: Chain, removal: Removal) -> str:
        """The name of the variable that gives the value of a chain."""
        lines = self._lines(chain, removal, "return ")
        name = self._known("\n".join(lines), chain.last, removal)
        if name in self._used:
            return name
        self._used.add(name)
        self.needed.add("sync")
        spelled = type_text(names.kind_of(chain.last.value), self._file, self.needed)
        once = f"sync.OnceValue(func() {spelled}"
        if chain.failing is not None:
            once = f"sync.OnceValues(func() ({spelled}, error)"
        text = "".join(f"\t{line}\n" if line else "\n" for line in lines)
        made = f"{once} {{\n{text}}})"
        if len(lines) == 1 and self._is_plain(chain.last):
            made = f"{once.partition('(')[0]}({lines[0].removeprefix('return ').removesuffix('()')})"
        self._declare("\n".join(lines), name, f"var {name} = {made}\n\n")
        return name

    def _is_plain(self, last: Step) -> bool:
        """True for the call of a function of the project that takes nothing: it needs no literal around it."""
        call = last.value
        if not isinstance(call, Call) or call.callee is None or call.callee.receiver or call.type_arguments:
            return False
        function = self._code.functions.get(call.callee.key)
        return function is not None and not function.parameters

    def _declare(self, key: str, name: str, text: str) -> None:
        self._declared[f"{name} {key}" if key in self._declared else key] = (name, text)

    def _by_region(self, chain: Chain, removal: Removal) -> str:
        """The call of a function that keeps the value of a chain by region."""
        assert chain.region is not None
        last, key = chain.last, chain.region.name
        taken = self._used | {step.target.name for step in chain.steps if step.target is not None} | {key, "ok", "err"}
        wanted = [last.target.name] if last.target is not None and last.target.name not in ("ok", "err", key) else []
        local = wanted[0] if wanted else names.free(("client", "made"), taken)
        lines = self._lines(chain, removal, f"{local}, err := " if last.fails else f"{local} := ")
        known = "\n".join([key, *lines])
        name = self._known(known, last, removal, "In")
        if name not in self._used:
            store = names.free((f"{name.removesuffix('In')}s", f"{name}Region"), self._used)
            self._used |= {name, store}
            self.needed.add("sync")
            spelled = type_text(names.kind_of(last.value), self._file, self.needed) or ""
            fails = chain.failing is not None
            self._declare(known, name, regions.kept(name, store, key, spelled, local, lines, fails))
        return f"{name}({key})"

    def _uncommented(self, step: Step) -> list[Edit]:
        """Edits that drop the comment above a statement: it goes where its value is made."""
        source = self._source
        start = source.starts[source.line_of(step.statement.span.start) - 1]
        first = above(source, step.statement.span.start)
        return [Edit(Span(source.path, first, start), "")] if first < start else []

    def _local(self, last: Step, removal: Removal) -> str:
        better = names.default(last.value, names.kind_of(last.value), self._file)
        return names.free(("client", better), self._others(removal) | self._used)

    # -- sync.Once --------------------------------------------------------------------------------------------------

    def _filled(self, chain: Chain, removal: Removal) -> list[Edit]:
        """Edits that fill a variable before the statement with the last value of a chain, or instead of it."""
        last, source = chain.last, self._source
        start = last.statement.span.start
        lead = indentation(source, start)
        if source.text(source.starts[source.line_of(start) - 1], start).strip():
            raise RefusedError(last.value.span, "it shares its line with something else")
        if "context" in self._others(removal):
            raise RefusedError(last.value.span, "context means something else here")
        if last.kind != "inside":
            removal.stays.add(id(last.statement))  # with the comments around it
        lines = self._lines(chain, removal, "= ")
        key = "\n".join(lines)
        name = self._known(key, last, removal)
        once = f"{name}Once"
        if name not in self._used:
            if once in self._used | self._others(removal):
                raise RefusedError(last.value.span, f"{once} means something else here")
            self._used |= {name, once}
            self.needed.add("sync")
            spelled = type_text(names.kind_of(last.value), self._file, self.needed) or ""
            self._declare(key, name, declarations([(name, spelled), (once, "sync.Once")]) + "\n")
        at = next(n for n in range(len(lines) - 1, -1, -1) if lines[n].startswith("= "))
        lines[at] = f"{name} {lines[at]}"
        done = "".join(f"{lead}\t{line}\n" if line else "\n" for line in lines)
        done = f"{once}.Do(func() {{\n{done}{lead}}})"
        if last.kind == "inside":
            before = above(source, start)
            span = Span(source.path, before, before)
            return [Edit(span, f"{lead}{done}\n"), Edit(last.value.span, name)]
        assert last.target is not None
        named = (n for n in removal.family.names[last.target.ref] if not last.statement.span.contains(n.span))
        uses = [n for n in named if n.name != name and not removal.is_gone(n.span)]
        return [Edit(last.statement.span, done), *(Edit(n.span, name) for n in uses)]

    # -- names and text ---------------------------------------------------------------------------------------------

    def _known(self, key: str, last: Step, removal: Removal, ending: str = "") -> str:
        """The name of the variable for what `key` says; a new one is not in `used`."""
        others = self._others(removal)
        own: list[str] = []
        if self._is_old() and not ending and last.target is not None and names.says_enough(last.target.name):
            own = [last.target.name]
            others -= {last.target.name}
        found = self._declared.get(key)
        if found is not None and found[0] not in others:
            return found[0]
        better = names.made_by(self._code, last.value, names.kind_of(last.value), self._file)
        better = names.LONG.get(better, better) if ending else better
        wanted = [name + ending for name in (*own, *names.variants(better))]
        return names.free(wanted, self._used | others)

    @staticmethod
    def _others(removal: Removal) -> set[str]:
        """Names that mean something in the function."""
        found = {listed[0].name for listed in removal.family.names.values()}
        return found | {p.name for m in removal.family.members for p in (*m.parameters, *m.results)}

    def _lines(self, chain: Chain, removal: Removal, word: str) -> list[str]:
        """What builds a chain, as the lines of a function; `word` is before the last value."""
        lines: list[str] = []
        beside: dict[int, str] = {}
        for step in chain.steps:
            leaves = step.kind != "inside" and not step.kept and id(step.statement) not in removal.stays
            if (leaves and step.kind == "make") or (step is chain.failing and step is not chain.last):
                lines += comment_above(self._source, step.statement.span)
            text = self._text(step)
            if step is not chain.last:
                error = ", err" if step.fails else ", _" if step.ignored else ""
                text = f"const {_name(step)} = {text}" if step.kind == "const" else f"{_name(step)}{error} := {text}"
            else:
                plain = chain.failing in (None, step) or chain.region is not None
                text = f"{word}{text}" + ("" if plain else ", nil")
            lines += text.split("\n")
            if leaves:
                beside[len(lines) - 1] = comment_beside(self._source, step.statement.span)
            if step.fails and (step is not chain.last or chain.region is not None):
                lines += ["if err != nil {", "\treturn nil, err", "}"]
        return with_comments(lines, beside)

    def _text(self, step: Step) -> str:
        if step.inputs.contexts:
            self.needed.add("context")
        return rendered(self._source, step.value.span, dict.fromkeys(step.inputs.contexts, BACKGROUND))


def _name(step: Step) -> str:
    return step.target.name if step.target is not None else ""
