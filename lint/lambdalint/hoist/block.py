"""What start-up does in one file: variables, the statements that fill them, and the edits that write both down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lambdalint.fix import Edit
from lambdalint.hoist import failure, names
from lambdalint.hoist.chosen import Wording, named, wording
from lambdalint.hoist.destination import Destination, above
from lambdalint.hoist.entries import BACKGROUND, Entries, Entry
from lambdalint.hoist.family import Family
from lambdalint.hoist.fitness import declared_inside, fits, foreign
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.step import Handed, Step
from lambdalint.hoist.structs import with_fields
from lambdalint.hoist.text import comment_above, comment_beside, declarations, rendered, type_text
from lambdalint.hoist.uses import is_shared, is_used, other_names
from lambdalint.hoist.variables import Variables
from lambdalint.hoist.writing import Writing
from lambdalint.model.code import Code, GoFile, GoFunction
from lambdalint.model.goast import Name
from lambdalint.model.gotypes import GoType
from lambdalint.source import Source, Span


class Block:
    """Collects what the functions of a file give to start-up.

    `used` are names that are given away; it grows. `peers` are all blocks of the package.
    """

    def __init__(
        self,
        code: Code,
        startup: Startup,
        variables: Variables,
        file: GoFile,
        source: Source,
        used: set[str],
        destination: Destination,
        peers: Sequence[Block] = (),
    ) -> None:
        self._code = code
        self._variables = variables
        self.file = file
        self.source = source
        self._used = used
        self._to = destination
        self._beside = peers
        self._borrowed: list[tuple[Block, Entry]] = []
        self._entries = Entries(code, startup, variables, file, source)
        self._of: dict[tuple[int, str], Entry] = {}
        self._lines: list[Entry] = []
        self._locals: set[str] = set()
        self._inner: set[str] = set()
        self._fields: dict[str, str] = {}
        self._hidden: set[str] = set()
        self.needed: set[str] = set()
        self._known()

    @property
    def made(self) -> list[str]:
        """The names of the package variables and fields that are new."""
        return [*self._fields, *(entry.name for entry in self._lines if entry.shared and entry.new)]

    def is_in(self, function: GoFunction | None) -> bool:
        """True where this adds statements to a function already."""
        own = self._to.function
        return bool(self._lines) and own is not None and function is not None and own.key == function.key

    @property
    def _peers(self) -> list[Block]:
        """Those of files that the compiler takes before this one, and that have something for all."""
        here = self.file.path
        return [p for p in self._beside if p.file.path < here and p.lends()] if self._to.struct is None else []

    # -- what is there already --------------------------------------------------------------------------------------

    def _known(self) -> None:
        """Values that package variables have, and those that the function gives which is added to."""
        package = self.file.package + "."
        for key, function in self._code.functions.items():
            declares = key.startswith(package + "var ") and function.parent is None
            if declares and function.body is not None and function.file == self.file.path:
                self._entries.know(function.body.statements, Family(self._code, function))
        function_ = self._to.function
        if function_ is not None:
            family = Family(self._code, function_)
            self._entries.know(self._to.statements(), family)
            own = [listed[0] for listed in family.names.values()]
            self._hidden = {name.name for name in own if family.owner(name).key == function_.key}
            self._locals |= self._hidden

    # -- what comes in ----------------------------------------------------------------------------------------------

    def add(self, removal: Removal, edits: list[Edit]) -> None:
        """Take in one function; `edits` gets what its remaining text needs. Raises RefusedError, and is as before."""
        steps = sorted(removal.steps.values(), key=lambda step: step.at)
        for step in steps:
            self._fits(step, removal)
        there = self._code.files[removal.source.path]
        wanted = foreign(self.file, there, removal.source, steps) if there.path != self.file.path else set()
        self._inner = declared_inside(steps, removal)
        names_there = self._passed(removal)
        self.needed |= wanted
        for step in steps:
            replaced = dict.fromkeys(step.inputs.contexts, BACKGROUND)
            given = self._to.struct.given if self._to.struct is not None else {}
            replaced |= {field.span: given[field.name] for field in step.inputs.fields}
            if step.inputs.contexts:
                self.needed.add("context")
            replaced |= {
                n.span: name
                for ref, name in names_there.items()
                for n in removal.family.names.get(ref, ())
                if n.name != name
            }
            if step.kind in ("run", "ping"):
                self._run(step, removal, replaced)
                continue
            entry = self._entry(step, removal, replaced)
            if not step.names:
                edits.append(Edit(step.value.span, self._reference(entry, removal)))
            for target, each in zip(step.names, entry.chosen or [entry], strict=False):
                self._of[id(step), target.ref] = each
                here = self._reference(each, removal)
                names_there[target.ref] = each.name
                if not step.kept:
                    left = [n for n in removal.family.names.get(target.ref, ()) if not removal.is_gone(n.span)]
                    edits += [Edit(n.span, here) for n in left if n.name != here]

    def _passed(self, removal: Removal) -> dict[str, str]:
        """What start-up calls the parameters that always have one value. Raises RefusedError."""
        found = {ref: variable.name for ref, variable in removal.passed.items()}
        for ref, handed in removal.handed.items():
            entries = {id(entry): entry for step in handed for entry in [self._made(step)] if entry is not None}
            if len(entries) == 1:
                found[ref] = next(iter(entries.values())).name
        for step in removal.steps.values():
            for name in step.inputs.locals:
                known = name.ref in removal.handed or name.ref in removal.passed
                if known and found.get(name.ref, "") in {"", *self._inner}:
                    raise RefusedError(name.span, f"it depends on {name.name}, which is passed in")
        return found

    def _made(self, handed: Handed) -> Entry | None:
        """What another function gives to start-up, here or in an earlier file."""
        key = (id(handed.step), handed.ref)
        if key in self._of:
            return self._of[key]
        for peer in self._peers:
            if key in peer._of:
                return self._lend(peer, peer._of[key], set())
        return None

    def _fits(self, step: Step, removal: Removal) -> None:
        fits(step, removal, self.file, self._to, self._hidden)
        own = {name.ref for each in removal.steps.values() for name in each.names}
        self._variables.ready(step.inputs.variables - own, self.file.package, step.value.span, self._to)
        shared = step.kind in ("make", "inside") and is_shared(step, removal)
        if shared and type_text(self._kind(step), self.file, set()) is None:
            raise RefusedError(step.value.span, "its type isn't known")
        if step.kind == "choice":
            self._fits_choice(step, removal)

    def _fits_choice(self, step: Step, removal: Removal) -> None:
        words = self._words(step, removal, {})
        for number, target in enumerate(step.targets):
            named = number in words.declared or is_used(target, step, removal)
            if named and type_text(target.type, self.file, set()) is None:
                raise RefusedError(target.span, "its type isn't known")

    def _words(self, step: Step, removal: Removal, replaced: dict[Span, str]) -> Wording:
        there = [self._to.struct is None and is_used(target, step, removal) for target in step.targets]
        uses = [removal.family.named(target.ref) for target in step.targets]
        errors = {n.span: "err" for ref in step.errors for n in removal.family.names.get(ref, ())}
        return wording(step, removal.source, replaced | errors, uses, there)

    @staticmethod
    def _kind(step: Step) -> GoType | None:
        return step.target.type if step.target is not None else names.kind_of(step.value)

    def _reference(self, entry: Entry, removal: Removal) -> str:
        """What the function calls a value that it doesn't build any more."""
        receiver = removal.family.outermost.receiver
        if self._to.struct is None or receiver is None or entry.name not in self._fields:
            return entry.name
        return f"{receiver.name}.{entry.name}"

    def _entry(self, step: Step, removal: Removal, replaced: dict[Span, str]) -> Entry:
        if step.kind == "choice":
            return self._choice(step, removal, replaced)
        text = rendered(removal.source, step.value.span, replaced)
        key = self._entries.key(text)
        shared = is_shared(step, removal)
        others = other_names(step.target.ref if step.target is not None else "", removal)
        found = self._entries.get(key)
        if found is not None and not found.chosen and self._serves(found, shared, others):
            if shared and not found.shared:
                self._share(found, self._kind(step))
            found.comment = []  # it spoke of one of several uses
            return found
        lent = self._lent(key, others if shared else set())
        if lent is not None:
            return lent
        entry = Entry("", step, text, shared, True)
        if step.target is not None and step.target.ref.startswith("var:"):
            entry.name, entry.new = step.target.name, False
        else:
            entry.name = self._name(step, shared, others)
        if self._to.struct is not None:
            entry.shared = False
        if shared and entry.new:
            self._share(entry, self._kind(step))
        self._take(entry)
        if step.kind == "make":
            entry.comment = self._comment(step, removal)
            entry.beside = comment_beside(removal.source, step.statement.span)
        self._entries.put(key, entry)
        return entry

    def _take(self, entry: Entry) -> None:
        (self._used if entry.shared else self._locals).add(entry.name)
        self._lines.append(entry)

    def _choice(self, step: Step, removal: Removal, replaced: dict[Span, str]) -> Entry:
        """The first entry of a choice; it has all of them."""
        used = [is_used(target, step, removal) for target in step.targets]
        words = self._words(step, removal, replaced)
        key = self._entries.key(words.text)
        others = [other_names(target.ref, removal) for target in step.targets]
        found = self._entries.get(key)
        if found is not None and found.chosen and all(map(self._serves, found.chosen, used, others)):
            for entry, shared, target in zip(found.chosen, used, step.targets, strict=True):
                if shared and not entry.shared:
                    self._share(entry, target.type)
            found.comment = []
            return found
        chosen: list[Entry] = []
        for target, shared, other in zip(step.targets, used, others, strict=True):
            entry = Entry("", None, "", shared, True)
            entry.name = self._name_of(target, step, shared, other)
            entry.new = not target.ref.startswith("var:")
            entry.kind = type_text(target.type, self.file, self.needed) or ""
            entry.shared = shared and self._to.struct is None
            if shared and entry.new:
                self._share(entry, target.type)
            self._take(entry)
            chosen.append(entry)
        first = chosen[0]
        first.chosen, first.step, first.wording = chosen, step, words
        first.text = named(words.text, first.names())
        first.comment = self._comment(step, removal)
        self._entries.put(key, first)
        return first

    def _comment(self, step: Step, removal: Removal) -> list[str]:
        """The comment above a statement that leaves, or above the declaration that leaves with it."""
        if step.kept:
            return []
        gone = (w.node for name in step.names for w in removal.family.writes.get(name.ref, ()))
        nodes = [step.statement, *(node for node in gone if id(node) in removal.dropped)]
        return next((found for node in nodes if (found := comment_above(removal.source, node.span))), [])

    def lends(self) -> bool:
        """True where an `init` fills what other files of the package may use too, whatever they are compiled for."""
        ending = self.file.path.removesuffix(".go").rpartition("_")[2]
        everywhere = b"//go:build" not in self.source.data and ending not in ("linux", "unix", "amd64", "arm64")
        return everywhere and self._to.kind == "init" and self._to.struct is None

    def _lent(self, key: str, others: set[str]) -> Entry | None:
        """The same value where an earlier file of the package has it."""
        for peer in self._peers:
            found = peer._entries.get(key)
            lent = self._lend(peer, found, others) if found is not None and not found.chosen else None
            if lent is not None:
                return lent
        return None

    def _lend(self, peer: Block, entry: Entry, others: set[str]) -> Entry | None:
        """An entry of an earlier file where this one can use it: it becomes a package variable if this one does."""
        hidden = others | self._hidden | self._locals | self._inner
        if entry.name in hidden or not (entry.shared or self._may_share(peer, entry)):
            return None
        self._used.add(entry.name)
        entry.lent = True
        entry.comment = [] if entry.shared else entry.comment
        self._entries.means(entry)
        self._borrowed.append((peer, entry))
        return entry

    def _may_share(self, peer: Block, entry: Entry) -> bool:
        step, wide = entry.step, names.says_enough(entry.name)
        if (
            step is None
            or step.kind != "make"
            or step.kept
            or not wide
            or (entry.name in self._used and not entry.lent)
        ):
            return False
        return type_text(step.names[0].type, peer.file, set()) is not None

    def settle(self) -> None:
        """Drop what leads only to values that are there already, and have these declare for all what this one needs.

        To be called for the blocks of a package, the last file first.
        """
        if self._to.struct is not None:
            return  # fields are used elsewhere
        lines = self._lines
        while True:
            left = [entry for entry in lines if self._is_needed(entry, lines)]
            if len(left) == len(lines):
                break
            lines = left
        self._lines = lines
        for peer, entry in self._borrowed:
            if not entry.shared and entry.step is not None and _is_named(entry.name, lines):
                peer._share(entry, entry.step.names[0].type)

    @staticmethod
    def _is_needed(entry: Entry, lines: list[Entry]) -> bool:
        if entry.shared or entry.step is None or entry.step.kind in ("run", "ping"):
            return True
        others = [line for line in lines if line is not entry]
        return any(_is_named(name, others) for name in entry.names())

    def _serves(self, found: Entry, shared: bool, others: set[str]) -> bool:
        """True where a value that start-up has already will do."""
        if found.name in self._inner:
            return False
        if self._to.struct is not None:
            return not shared or found.name in self._fields or found.name not in self._to.struct.fields
        return not shared or (found.name not in others and (found.shared or found.new))

    def _share(self, entry: Entry, kind: GoType | None) -> None:
        entry.kind = type_text(kind, self.file, self.needed) or ""
        if self._to.struct is not None:
            self._fields[entry.name] = entry.kind
        else:
            entry.shared = True

    def _name(self, step: Step, shared: bool, others: set[str]) -> str:
        better = names.made_by(self._code, step.value, self._kind(step), self.file)
        return self._free(step.target, better, shared, others)

    def _name_of(self, target: Name, step: Step, shared: bool, others: set[str]) -> str:
        """A name for what a choice gives a value."""
        if target.ref.startswith("var:"):
            return target.name
        made = names.kind_of(step.value) == target.type
        better = names.made_by(self._code, step.value, target.type, self.file) if made else target.name
        return self._free(target, better, shared, others)

    def _free(self, target: Name | None, better: str, shared: bool, others: set[str]) -> str:
        wanted = names.variants(better) if shared else [better, names.LONG.get(better, better)]
        if target is not None and (not shared or names.says_enough(target.name)):
            wanted.insert(0, target.name)
        if self._to.struct is not None:
            others = set(self._to.struct.fields) if shared else set()
        return names.free(wanted, self._used | self._locals | self._inner | (others if shared else set()))

    def _run(self, step: Step, removal: Removal, replaced: dict[Span, str]) -> None:
        span = step.statement.span if step.kind == "run" else step.value.span
        entry = Entry("", step, rendered(removal.source, span, replaced), False, False)
        entry.comment = comment_above(removal.source, step.statement.span)
        self._lines.append(entry)

    # -- what comes out ---------------------------------------------------------------------------------------------

    def edits(self, style: failure.Style) -> list[Edit]:
        """Edits that declare the variables and fill them."""
        writing = Writing(style, self._to.declares_error())
        statements = writing.text(self._lines)
        self.needed |= writing.needed
        declared = [(e.name, e.kind) for e in self._lines if e.shared and e.new]
        top = declarations(declared) + "\n" if declared else ""
        function, at = self._to.function, self._to.offset
        if function is None:
            return [self._insert(at, f"{top}func init() {{\n{statements}}}\n\n")] if statements else []
        apart = "\n" if statements and self._to.kind == "init" and not self._to.is_last() else ""
        found = [self._insert(at, statements + apart), self._insert(above(self.source, function.span.start), top)]
        if self._to.unfolded and statements:
            first, *others = self._to.unfolded
            found[:1] = [first._replace(text=f"\n{statements}\t"), *others]
        if self._to.struct is not None and self._fields:
            found += with_fields(self.source, self._to.struct, list(self._fields.items()))
        return [edit for edit in found if edit.text or edit.span.start < edit.span.end]

    def _insert(self, at: int, text: str) -> Edit:
        return Edit(Span(self.file.path, at, at), text)


def _is_named(name: str, lines: list[Entry]) -> bool:
    return any(re.search(rf"\b{name}\b", line.text) for line in lines)
