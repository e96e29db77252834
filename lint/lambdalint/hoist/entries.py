"""The values that start-up has in one file: found again by what they are, whatever they are called there."""

from __future__ import annotations

import re

from lambdalint.hoist.chosen import Wording
from lambdalint.hoist.family import Family
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.hoist.step import Step
from lambdalint.hoist.text import rendered
from lambdalint.hoist.variables import Variables
from lambdalint.model.code import Code, GoFile
from lambdalint.model.goast import Assign, Name, Node
from lambdalint.pattern import pattern
from lambdalint.source import Source

BACKGROUND = "context.Background()"
# a check that others make in a statement of its own
_MUST = pattern(r"(\b\S+)\.Must\((\1\.NewSession(?:WithOptions)?\((?:[^()]|\([^()]*\))*\))\)")


class Entry:
    """A name that start-up gives a value. `shared`: it is a package variable; `new`: it isn't declared yet.

    `lent`: other files of the package may use it. `chosen` are all that one choice gives values, in the first of them.
    """

    def __init__(self, name: str, step: Step | None, text: str, shared: bool, new: bool) -> None:
        self.name = name
        self.step = step
        self.text = text
        self.shared = shared
        self.new = new
        self.kind = ""
        self.key = ""
        self.lent = False
        self.comment: list[str] = []
        self.beside = ""
        self.chosen: list[Entry] = []
        self.wording: Wording | None = None

    def names(self) -> list[str]:
        """Its name, and those of what is chosen along with it."""
        return [entry.name for entry in self.chosen] or [self.name]


class Entries:
    """Entries of one file, by key. A key has no names for parts of a value, and full paths for packages."""

    def __init__(self, code: Code, startup: Startup, variables: Variables, file: GoFile, source: Source) -> None:
        self._code = code
        self._startup = startup
        self._variables = variables
        self._file = file
        self._source = source
        self._meant: dict[str, str] = {}
        self._by_key: dict[str, Entry] = {}

    def key(self, text: str) -> str:
        """What a value is, from its text in this file."""
        for name, meant in self._meant.items():
            text = meant.join(re.split(rf"(?<![\w.\"/]){re.escape(name)}(?![\w:\"])", text))
        for line in self._file.imports:
            if f"{line.name}." in text:
                text = re.sub(rf"(?<![\w.\"/]){re.escape(line.name)}\.", f"{line.path}.", text)
        return _MUST.sub(r"\2", text)

    def get(self, key: str) -> Entry | None:
        """The entry with a key."""
        return self._by_key.get(key)

    def put(self, key: str, entry: Entry) -> None:
        """Take in an entry that is new."""
        self._by_key[key] = entry
        for number, each in enumerate(entry.chosen or [entry]):
            each.key = f"{number} of {key}" if entry.chosen else key
            self.means(each)

    def means(self, entry: Entry) -> None:
        """Know a name, which may be of another file."""
        self._meant.setdefault(entry.name, entry.key)

    def know(self, statements: tuple[Node, ...], family: Family) -> None:
        """Take in what these statements of the file give values."""
        for statement in statements:
            if isinstance(statement, Assign) and len(statement.values) == 1:
                self._known(statement, family)

    def _known(self, statement: Assign, family: Family) -> None:
        target = statement.targets[0]
        if not isinstance(target, Name) or target.span.path != self._source.path or not target.ref:
            return
        try:
            inputs = self._startup.expression(statement.values[0], family)
        except RefusedError:
            return
        text = rendered(self._source, statement.values[0].span, dict.fromkeys(inputs.contexts, BACKGROUND))
        shared = target.ref.startswith("var:")
        if not shared or self._variables.settled(target.ref):
            entry = Entry(target.name, None, text, shared, False)
            entry.key = self.key(text)
            self._by_key.setdefault(entry.key, entry)
            self.means(entry)
