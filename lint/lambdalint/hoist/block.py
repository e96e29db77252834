"""What start-up does in one file: variables, the statements that fill them, and the edits that write both down."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lambdalint.fix import Edit
from lambdalint.hoist import failure, names
from lambdalint.hoist.destination import Destination, above
from lambdalint.hoist.family import Family
from lambdalint.hoist.imports import plainly_imported
from lambdalint.hoist.removal import Removal, Step
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.structs import unfilled, with_fields
from lambdalint.hoist.text import comment_above, comment_beside, declarations, rendered, type_text, with_comments
from lambdalint.hoist.variables import Variables
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFile, GoFunction
from lambdalint.model.goast import Assign, Name
from lambdalint.model.gotypes import GoType
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

BACKGROUND = "context.Background()"
# a check that others make in a statement of its own
_MUST = pattern(r"\b(\w+)\.Must\((\1\.NewSession(?:WithOptions)?\((?:[^()]|\([^()]*\))*\))\)")


class Key(NamedTuple):
    """What a value is, wherever it is written: its text without names for parts of it, and what its packages are."""

    text: str
    packages: tuple[tuple[str, str], ...]


class Entry:
    """A name that start-up gives a value. `shared`: it is a package variable; `new`: it isn't declared yet."""

    def __init__(self, name: str, step: Step | None, text: str, shared: bool, new: bool) -> None:
        self.name = name
        self.step = step
        self.text = text
        self.shared = shared
        self.new = new
        self.kind = ""
        self.comment: list[str] = []
        self.beside = ""


class Block:
    """Collects what the functions of a file give to start-up.

    `used` are names that are given away; it grows. `peers` are of files that the compiler takes before this one.
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
        self._startup = startup
        self._variables = variables
        self.file = file
        self.source = source
        self._used = used
        self._to = destination
        self._peers = [peer for peer in peers if peer.lends()] if destination.struct is None else []
        self._borrowed = False
        self._entries: dict[Key, Entry] = {}
        self._meant: dict[str, str] = {}
        self._lines: list[Entry] = []
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

    # -- what is there already --------------------------------------------------------------------------------------

    def _known(self) -> None:
        """Values that package variables have, and those that the function gives which is added to."""
        package = self.file.package + "."
        for key, function in self._code.functions.items():
            declares = key.startswith(package + "var ") and function.parent is None
            if declares and function.body is not None:
                self._all(function.body.statements, Family(self._code, function))
        function_ = self._to.function
        if function_ is not None:
            family = Family(self._code, function_)
            self._all(self._to.statements(), family)
            own = [listed[0] for listed in family.names.values()]
            self._hidden = {name.name for name in own if family.owner(name).key == function_.key}
            self._used |= self._hidden

    def _all(self, statements: tuple[goast.Node, ...], family: Family) -> None:
        for statement in statements:
            if isinstance(statement, Assign) and len(statement.values) == 1:
                self._know(statement, family)

    def _know(self, statement: Assign, family: Family) -> None:
        target = statement.targets[0]
        source = self.source
        if not isinstance(target, Name) or target.span.path != source.path or not target.ref:
            return
        try:
            inputs = self._startup.expression(statement.values[0], family)
        except RefusedError:
            return
        text = rendered(source, statement.values[0].span, dict.fromkeys(inputs.contexts, BACKGROUND))
        shared = target.ref.startswith("var:")
        if not shared or self._variables.settled(target.ref):
            key = self._key(text)
            self._entries.setdefault(key, Entry(target.name, None, text, shared, False))
            self._meant.setdefault(target.name, key.text)

    def _key(self, text: str) -> Key:
        for name, meant in self._meant.items():
            parts = re.split(rf"(?<![\w.\"]){re.escape(name)}(?![\w:\"])", text)
            text = meant.join(parts)
        text = _MUST.sub(r"\2", text)
        return Key(text, tuple(sorted((i.name, i.path) for i in self.file.imports if f"{i.name}." in text)))

    # -- what comes in ----------------------------------------------------------------------------------------------

    def add(self, removal: Removal, edits: list[Edit]) -> None:
        """Take in one function; `edits` gets what its remaining text needs. Raises RefusedError, and is as before."""
        steps = sorted(removal.steps.values(), key=lambda step: step.value.span.start)
        for step in steps:
            self._fits(step, removal)
        names_there: dict[str, str] = {}
        for step in steps:
            replaced = dict.fromkeys(step.inputs.contexts, BACKGROUND)
            given = self._to.struct.given if self._to.struct is not None else {}
            replaced |= {field.span: given[field.name] for field in step.inputs.fields}
            if step.inputs.contexts:
                self.needed.add("context")
            there = names_there.items()
            replaced |= {
                n.span: name for ref, name in there for n in removal.family.names.get(ref, ()) if n.name != name
            }
            if step.kind in ("run", "ping"):
                self._run(step, replaced)
                continue
            entry = self._entry(step, removal, replaced)
            here = self._reference(entry, removal)
            if step.target is None:
                edits.append(Edit(step.value.span, here))
                continue
            names_there[step.target.ref] = entry.name
            if not step.kept:
                left = [n for n in removal.family.names.get(step.target.ref, ()) if not removal.is_gone(n.span)]
                edits += [Edit(n.span, here) for n in left if n.name != here]

    def _fits(self, step: Step, removal: Removal) -> None:
        self._given(step)
        if step.inputs.contexts:
            plainly_imported(self.file, ("context",), step.value.span)
        self._variables.ready(step.inputs.variables, self.file.package, step.value.span, self._to)
        shared = step.kind in ("make", "inside") and self.is_shared(step, removal)
        if shared and type_text(self._kind(step), self.file, set()) is None:
            raise RefusedError(step.value.span, "its type isn't known")
        for node in goast.walk(step.value):
            if isinstance(node, Name) and not node.ref.startswith("local:") and node.name in self._hidden:
                raise RefusedError(node.span, f"{node.name} means something else where it would move")
        if self._to.struct is not None and self._is_hidden(removal):
            raise RefusedError(step.value.span, "the receiver's name is used for something else")
        if step.fails and self._to.declares_error_later():
            raise RefusedError(step.value.span, "main declares its errors later")

    def _given(self, step: Step) -> None:
        """Raise RefusedError for fields that start-up doesn't fill with what it has a name for."""
        struct = self._to.struct
        for field in step.inputs.fields:
            if struct is None or field.name not in struct.given:
                raise unfilled(field)
        if struct is not None and struct.maker.name != "main" and (step.fails or step.kind == "ping"):
            raise RefusedError(step.value.span, f"{struct.maker.label} would have to give its error back")

    @staticmethod
    def _is_hidden(removal: Removal) -> bool:
        """True where another local has the name of the receiver."""
        receiver = removal.family.outermost.receiver
        names_there = removal.family.names.items()
        return receiver is None or any(n[0].name == receiver.name for ref, n in names_there if ref != receiver.ref)

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
        text = rendered(self.source, step.value.span, replaced)
        key = self._key(text)
        shared = self.is_shared(step, removal)
        others = self._others(step, removal)
        found = self._entries.get(key)
        if found is not None and self._serves(found, shared, others):
            if shared and not found.shared:
                self._share(found, step)
            found.comment = []  # it spoke of one of several uses
            return found
        lent = self._lent(key, others) if shared else None
        if lent is not None:
            lent.comment = []
            self._borrowed = True
            return lent
        entry = Entry("", step, text, shared, True)
        if step.target is not None and step.target.ref.startswith("var:"):
            entry.name, entry.new = step.target.name, False
        else:
            entry.name = self._name(step, shared, others)
        if self._to.struct is not None:
            entry.shared = False
        if shared and entry.new:
            self._share(entry, step)
        self._used.add(entry.name)
        if step.kind == "make":
            entry.comment = comment_above(self.source, step.statement.span) if not step.kept else []
            entry.beside = comment_beside(self.source, step.statement.span)
        self._entries[key] = entry
        self._meant[entry.name] = key.text
        self._lines.append(entry)
        return entry

    def lends(self) -> bool:
        """True where an `init` fills what other files of the package may use too, whatever they are compiled for."""
        ending = self.file.path.removesuffix(".go").rpartition("_")[2]
        everywhere = b"//go:build" not in self.source.data and ending not in ("linux", "unix", "amd64", "arm64")
        return everywhere and self._to.kind == "init" and self._to.struct is None

    def _lent(self, key: Key, others: set[str]) -> Entry | None:
        """The same value where an earlier file of the package has it."""
        found = (peer._entries[key] for peer in self._peers if key in peer._entries)
        return next((e for e in found if e.shared and e.name not in others | self._hidden), None)

    def _needed_lines(self) -> list[Entry]:
        """Without those that lead only to values of other files."""
        lines = list(self._lines)
        while True:
            texts = [(id(entry), entry.text) for entry in lines]
            left = [
                entry
                for entry in lines
                if entry.shared
                or entry.step is None
                or entry.step.kind in ("run", "ping")
                or any(re.search(rf"\b{entry.name}\b", text) for other, text in texts if other != id(entry))
            ]
            if len(left) == len(lines):
                return lines
            self._used -= {entry.name for entry in lines} - {entry.name for entry in left}
            lines = left

    def _serves(self, found: Entry, shared: bool, others: set[str]) -> bool:
        """True where a value that start-up has already will do."""
        if self._to.struct is not None:
            return not shared or found.name in self._fields or found.name not in self._to.struct.fields
        return not shared or (found.name not in others and (found.shared or found.new))

    def _share(self, entry: Entry, step: Step) -> None:
        entry.kind = type_text(self._kind(step), self.file, self.needed) or ""
        if self._to.struct is not None:
            self._fields[entry.name] = entry.kind
        else:
            entry.shared = True

    @staticmethod
    def is_shared(step: Step, removal: Removal) -> bool:
        """True for a value that the function still uses."""
        if step.target is None or step.target.ref.startswith("var:"):
            return step.kind in ("make", "inside")
        if step.kept:
            return False
        return any(not removal.is_gone(n.span) for n in removal.family.names.get(step.target.ref, ()))

    @staticmethod
    def _others(step: Step, removal: Removal) -> set[str]:
        """Names that mean something else in the function."""
        own = step.target.ref if step.target is not None else ""
        family = removal.family
        found = {n.name for ref, listed in family.names.items() if ref != own for n in listed[:1]}
        return found | {p.name for m in family.members for p in (*m.parameters, *m.results)}

    def _name(self, step: Step, shared: bool, others: set[str]) -> str:
        target = step.target
        better = names.made_by(self._code, step.value, self._kind(step), self.file)
        wanted = names.variants(better) if shared else [better]
        if target is not None and (not shared or names.says_enough(target.name)):
            wanted.insert(0, target.name)
        if self._to.struct is not None:
            others = set(self._to.struct.fields) if shared else set()
        return names.free(wanted, self._used | (others if shared else set()))

    def _run(self, step: Step, replaced: dict[Span, str]) -> None:
        span = step.statement.span if step.kind == "run" else step.value.span
        entry = Entry("", step, rendered(self.source, span, replaced), False, False)
        entry.comment = comment_above(self.source, step.statement.span)
        self._lines.append(entry)

    # -- what comes out ---------------------------------------------------------------------------------------------

    def edits(self, style: failure.Style) -> list[Edit]:
        """Edits that declare the variables and fill them."""
        if self._borrowed:
            self._lines = self._needed_lines()
        statements = self._statements(style)
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

    def _statements(self, style: failure.Style) -> str:
        lines: list[str] = []
        beside: dict[int, str] = {}
        declared = self._to.declares_error()
        for entry in self._lines:
            step = entry.step
            if step is None:
                continue
            lines += entry.comment
            if step.kind == "run":
                lines += entry.text.split("\n")
                continue
            if step.fails and entry.shared and not declared:
                lines.insert(0, "var err error")
                beside = {number + 1: text for number, text in beside.items()}
                declared = True
            if step.kind == "ping":
                lines.append(f"if err := {entry.text}; err != nil {{")
            else:
                error = ", err" if step.fails else ", _" if step.ignored else ""
                operator = "=" if entry.shared else ":="
                operator = "=" if step.kind == "const" else operator
                word = "const " if step.kind == "const" else ""
                lines += f"{word}{entry.name}{error} {operator} {entry.text}".split("\n")
                beside[len(lines) - 1] = entry.beside
                declared = declared or (step.fails and not entry.shared)
                if step.fails:
                    lines.append("if err != nil {")
            if step.fails:
                self.needed |= set(style.imports)
                lines += ["\t" + line.format(message=step.message) for line in style.lines]
                lines.append("}")
        return "".join(f"\t{line}\n" if line else "\n" for line in with_comments(lines, beside))
