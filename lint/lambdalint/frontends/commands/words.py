"""Words of a shell, expanded as far as their variables are known."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable

from lambdalint.frontends.text import ROOT, UNKNOWN, Text, computed, join, unknown
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.syntax import bash

ARGUMENTS = 3000
"""So many arguments of a command are read."""


class Field(NamedTuple):
    """One argument of a command.

    `loose`: it may stand for no argument, or for several. `glob`: it holds a pattern that files are matched with.
    """

    text: Text
    loose: bool = False
    glob: bool = False

    @property
    def data(self) -> str:
        """The argument, one character for each byte."""
        return self.text.data


class State:
    """What a shell knows while it runs: variables, what of them commands see, and the folder.

    `folder` is relative to the project, absolute inside of an image, None when unknown. `tainted` is True after
    something ran that may have set anything.
    """

    def __init__(self, script: str, folder: str | None) -> None:
        self.script = script
        self.folder = folder
        self.back: list[str | None] = []
        self.variables: dict[str, Text] = {}
        self.arrays: dict[str, list[Field]] = {}
        self.exported: set[str] = set()
        self.functions: dict[str, tuple[Text, tuple[bash.Command, ...]]] = {}
        self.arguments: list[Field] | None = None
        self.tainted = False
        self.export_all = False

    def copy(self) -> State:
        """The state of a process that starts here."""
        other = State(self.script, self.folder)
        other.back = list(self.back)
        other.variables = dict(self.variables)
        other.arrays = dict(self.arrays)
        other.exported = set(self.exported)
        other.functions = dict(self.functions)
        other.arguments = self.arguments
        other.tainted = self.tainted
        other.export_all = self.export_all
        return other

    def child(self, script: str) -> State:
        """The state of another program that is started here: it sees what is exported, and nothing else."""
        other = State(script, self.folder)
        other.variables = {n: t for n, t in self.variables.items() if n in self.exported}
        other.exported = set(self.exported)
        other.tainted = self.tainted
        return other

    def assign(self, name: str, text: Text, export: bool = False) -> None:
        """Give a variable a value."""
        self.variables[name] = text
        self.arrays.pop(name, None)
        if export or self.export_all:
            self.exported.add(name)

    def restore(self, names: Iterable[str], before: State) -> None:
        """Give variables what they held before: what is written in front of a call of a function ends with it."""
        for name in names:
            if name in before.variables:
                self.variables[name] = before.variables[name]
            else:
                self.variables.pop(name, None)
            if name not in before.exported:
                self.exported.discard(name)

    def become(self, branches: list[State]) -> None:
        """Continue where any of several ways may have been taken: what differs among them is unknown."""
        if not branches:
            return
        first = branches[0]
        for name in {n for b in branches for n in b.variables}:
            texts = [b.variables.get(name) for b in branches]
            some = next(t for t in texts if t is not None)
            same = all(t is not None and t.data == some.data for t in texts)
            place = some.place()
            self.variables[name] = some if same or place is None else unknown(place)
            self.arrays.pop(name, None)
        for name in {n for b in branches for n in b.arrays}:
            items = [b.arrays.get(name) for b in branches]
            if all(i == items[0] for i in items) and items[0] is not None:
                self.arrays[name] = items[0]
        self.exported = set().union(*(b.exported for b in branches))
        for name in self.exported:
            if any((name in b.exported) != (name in first.exported) for b in branches) and name in self.variables:
                place = self.variables[name].place()
                self.variables[name] = unknown(place) if place is not None else self.variables[name]
        for branch in branches:
            self.functions.update(branch.functions)
        if any(b.folder != first.folder for b in branches):
            self.folder = None
        else:
            self.folder = first.folder
        self.tainted = any(b.tainted for b in branches)


Output = Callable[[tuple[bash.Command, ...]], Text | None]


class Expander:
    """Expands the words of one text. `output` gives what a substitution prints, where that can be told."""

    def __init__(self, text: Text, state: State, output: Output) -> None:
        self.text = text
        self.state = state
        self.output = output

    def fields(self, words: tuple[bash.Word, ...]) -> list[Field]:
        """The arguments that words expand to."""
        found: list[Field] = []
        for word in words:
            found += self._fields(word)
            if len(found) > ARGUMENTS:
                break
        return found

    def whole(self, word: bash.Word) -> Text:
        """A word as an assignment sees it: not split."""
        return join(text for part in word.parts for text in self._join_array(part))

    def _join_array(self, part: bash.Part) -> list[Text]:
        if isinstance(part, bash.Variable) and (items := self._items(part)) is not None:
            return [join((f.text for f in items), " ")]
        return [self._part(part)]

    def _fields(self, word: bash.Word) -> list[Field]:
        if len(word.parts) == 1 and isinstance(word.parts[0], bash.Variable):
            items = self._items(word.parts[0])
            if items is not None:
                return items
        done: list[Field] = []
        texts: list[Text] = []
        loose = glob = quoted = False
        for part in word.parts:
            text = self._part(part)
            literal = isinstance(part, bash.Literal)
            quoted = quoted or bool(part.quote)
            if not text.known and (not part.quote or not texts):
                loose = loose or not texts or texts[0].data.startswith("-")
            glob = glob or (not part.quote and any(c in text.data for c in "*?["))
            if literal or part.quote or not re.search(r"\s", text.data):
                texts.append(text)
                continue
            pieces = text.words()
            if text.data[0].isspace() and texts:
                done.append(Field(join(texts), loose, glob))
                texts = []
            for piece in pieces[:-1]:
                done.append(Field(join([*texts, piece]), loose, glob))
                texts = []
            texts += pieces[-1:]
            if text.data[-1].isspace() and texts:
                done.append(Field(join(texts), loose, glob))
                texts = []
        text = join(texts)
        if text.data or quoted:
            done.append(Field(text, loose, glob))
        return done

    def _items(self, part: bash.Variable) -> list[Field] | None:
        if part.name in ("@", "*") and not part.operator:
            return self.state.arguments
        if part.name.endswith(("[@]", "[*]")) and not part.operator:
            return self.state.arrays.get(part.name[:-3])
        return None

    def _part(self, part: bash.Part) -> Text:
        here = self.text.cut(part.start, part.end)
        span = here.place()
        if span is None:
            return Text()
        if isinstance(part, bash.Literal):
            return _literal(here, part.quote)
        if isinstance(part, bash.Variable):
            found = self._variable(part, here)
            return found.through(span) if found is not None else unknown(span)
        if isinstance(part, bash.Substitution):
            printed = self.output(part.body)
            return computed(printed.data, span) if printed is not None else unknown(span)
        return unknown(span)

    def _value(self, name: str) -> Text | None:
        state = self.state
        if name in ("0", "BASH_SOURCE", "BASH_SOURCE[0]"):
            place = self.text.place()
            return computed(f"{ROOT}/{state.script}", place) if place is not None else None
        if name == "PWD":
            place = self.text.place()
            return computed(absolute(state.folder), place) if state.folder is not None and place else None
        if name.isdigit() and state.arguments is not None:
            index = int(name) - 1
            loose = any(f.loose for f in state.arguments[: index + 1])
            return state.arguments[index].text if index < len(state.arguments) and not loose else None
        return state.variables.get(name)

    def _variable(self, part: bash.Variable, here: Text) -> Text | None:
        found = self._value(part.name)
        operator = part.operator
        argument = self.whole(part.argument) if part.argument is not None else Text()
        if not operator or operator in (":?", "?"):
            return found
        if operator in (":-", "-", ":=", "="):
            given = argument.data or not part.name.isdigit()  # `${1:-}` only keeps a script from failing
            text = (argument if given else None) if found is None or (not found.data and ":" in operator) else found
            if operator in (":=", "=") and text is not None:
                self.state.assign(part.name, text)
            return text
        if operator in (":+", "+"):
            return argument if found is not None and found.known and (found.data or operator == "+") else None
        span = here.place()
        if found is None or not found.known or not argument.known or span is None:
            return None
        stripped = _strip(found.data, operator, argument.data)
        return computed(stripped, span) if stripped is not None else None


def absolute(folder: str) -> str:
    """A folder as an absolute path, which starts with the mark of the root when it lies in the project."""
    return folder if folder.startswith("/") else posixpath.normpath(f"{ROOT}/{folder}")


_ESCAPES = {"": pattern(r"\\(\n|\r\n|.)", re.DOTALL), '"': pattern(r'\\([$`"\\]|\n|\r\n)')}


def _literal(text: Text, quote: str) -> Text:
    """Literal text with its backslashes resolved."""
    if not quote:
        data = text.data
        if data.startswith("~") or ("{" in data and "," in data):
            span = text.place()
            return unknown(span) if span is not None else text
    if "\\" not in text.data or quote == "'":
        return text
    texts: list[Text] = []
    at = 0
    for match in _ESCAPES[quote].finditer(text.data):
        texts.append(text.cut(at, match.start()))
        if match[1] not in ("\n", "\r\n"):
            texts.append(text.cut(match.start(1), match.end(1)))
        at = match.end()
    texts.append(text.cut(at, len(text.data)) if at < len(text.data) else Text())
    return join(texts)


def _strip(data: str, operator: str, pattern: str) -> str | None:
    """`${name#pattern}` and its kin."""
    if operator not in ("#", "##", "%", "%%") or UNKNOWN in pattern or "[" in pattern or len(data) > 2000:
        return None
    test = re.compile("".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern), re.DOTALL)
    positions = range(len(data) + 1)
    for at in positions if operator in ("#", "%%") else reversed(positions):
        if operator.startswith("#") and test.fullmatch(data[:at]):
            return data[at:]
        if operator.startswith("%") and test.fullmatch(data[at:]):
            return data[:at]
    return data
