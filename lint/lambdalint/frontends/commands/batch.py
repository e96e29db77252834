"""Scripts of the Windows command line (`.bat`, `.cmd`), followed as far as their words are known."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.windows import Script
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import ROOT, Text, computed, join, unknown
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple

_LINE = pattern(r"(?:[^\n^]+|\^[ \t]?\n|\^.?)*")
_CONTINUED = pattern(r"\^[ \t]?\n")
_USE = pattern(r"%%~?\w*|%~(\w*?)0|%~?\w*?\d|%\*|%(\w+)(?::[^%\n]*)?%|!(\w+)(?::[^!\n]*)?!")
_SET = pattern(r"(?im)(?:^|[\s&(@])set\s+(/[ap]\s+)?\"?(\w+)\s*=")
_TOKEN = pattern(r"[ \t]+|\d?>>?(?:&\d|[ \t]*(?:\"[^\"]*\"|[^\s&|()]+))?|<[ \t]*\S+|&&?|\|\|?|[()]")
_OPERATORS = frozenset({"==", "equ", "neq", "lss", "leq", "gtr", "geq"})
_DEEPEST = 60
_SILENT = frozenset({"rem", "echo", "echo.", "title", "color", "timeout", "pause", "del", "rmdir"})


class _Word(NamedTuple):
    """A word, or a sign between commands; `at` is where it begins in its line."""

    text: Text
    sign: bool
    at: int


def run(scene: Scene, state: State, text: Text) -> None:
    """Follow the commands of a script; `state` is what it is afterwards."""
    _Batch(scene, state, text).run()


class _Batch(Script):
    def __init__(self, scene: Scene, state: State, text: Text) -> None:
        super().__init__(scene, state, text, (m[2].upper() for m in _SET.finditer(text.data)))
        self._saved: list[State] = []
        self._inner: set[str] = set()
        self._jumps = re.search(r"(?im)^\s*:\w", text.data) is not None

    def run(self) -> None:
        """Run line after line."""
        for line in self._lines():
            if line.data.lstrip().startswith(":"):
                self.forget()  # a label: it may be reached from anywhere
            elif self._line(list(_words(self._expanded(line)))):
                return

    def _lines(self) -> Iterator[Text]:
        at = 0
        while at < len(self.text.data):
            found = _LINE.match(self.text.data, at)
            end = found.end() if found is not None else len(self.text.data)
            parts, last = [], at
            for mark in _CONTINUED.finditer(self.text.data, at, end):
                parts.append(self.text.cut(last, mark.start()))
                last = mark.end()
            yield join([*parts, self.text.cut(last, end)])
            at = max(end, at) + 1

    def _expanded(self, line: Text) -> Text:
        """A line with the values of its variables."""
        parts, last = [], 0
        for use in _USE.finditer(line.data):
            place = line.cut(use.start(), use.end()).place()
            if place is None:
                continue
            parts.append(line.cut(last, use.start()))
            last = use.end()
            name = use[2] or use[3]
            if use[1] is not None and "d" in use[1]:
                parts.append(computed(f"{ROOT}/{posixpath.dirname(self.state.script)}/".replace("//", "/"), place))
            else:
                early = self.depth and use[2] and use[2].upper() in self._inner  # a block is expanded before it runs
                plain = name and ":" not in use[0] and not early
                parts.append(self.known(name.upper(), place) if plain else unknown(place))
        return join([*parts, line.cut(last, len(line.data))])

    # -- commands ------------------------------------------------------------------------------------------------

    def _line(self, words: list[_Word]) -> bool:
        """Run the commands of a line; True when they end the script."""
        command: list[_Word] = []
        for word in words:
            sign = word.text.data if word.sign else ""
            if sign == "(" and _begins(command):
                self.open()
                command = []
            elif sign == ")" and self.depth and not _is_listing(command):
                self._simple(command)
                self.close()
                command = []
            elif sign[:1] in ("&", "|") and sign:
                if self._simple(command):
                    return True
                command = []
            else:
                command.append(word)
        return self._simple(command)

    def _simple(self, words: Sequence[_Word]) -> bool:
        """Run one command; True when it ends the script."""
        words = words[1:] if words and words[0].text.data == "@" else words
        first = words[0].text.data.lower().lstrip("@") if words else ""
        if not first or first in _SILENT or self.depth > _DEEPEST:
            return False
        inner = _behind(first, words)
        if inner is not None:
            self.open()
            self._simple(words[inner:])
            self.close()
        elif first == "set":
            self._set(words)
        elif first in ("setlocal", "endlocal"):
            self._scope(first == "setlocal")
        elif first in ("exit", "goto"):
            self.forget()
            return not self._jumps and not self.depth
        elif first == "call":
            self._simple(words[1:])
            self.forget()
            self.state.tainted = True
        else:
            self._run(words)
        return False

    def _run(self, words: Sequence[_Word]) -> None:
        whole = join([word.text for word in words])
        place = whole.place()
        if place is not None:
            fields = [Field(_unquoted(word.text), word.text.data == "\x01") for word in words]
            name = fields[0].text
            fields[0] = Field(name.cut(1, len(name.data))) if name.data.startswith("@") else fields[0]
            self.command(fields, place)

    def _set(self, words: Sequence[_Word]) -> None:
        """`set NAME=value`, `set "NAME=value"`; `/a` and `/p` compute and ask."""
        text = join([word.text for word in words[1:]], " ")
        flag = words[1].text.data.lower() if len(words) > 1 else ""
        bare = text.cut(1, text.data.rindex('"')) if text.data.startswith('"') and text.data.count('"') > 1 else text
        match = re.match(r"\s*(?:/[ap]\s+)?\"?(\w+)\s*=", bare.data, re.IGNORECASE)
        place = text.place()
        if match is None or place is None:
            return
        value = bare.cut(match.end(), len(bare.data))
        kept = unknown(place) if flag in ("/a", "/p") else value
        self._inner |= {match[1].upper()} if self.depth else set()
        if kept.data:
            self.state.assign(match[1].upper(), kept, True)
        else:
            self.unset(match[1].upper())

    def _scope(self, begins: bool) -> None:
        if begins:
            self._saved.append(self.state.copy())
        elif self._saved:
            saved = self._saved.pop()
            self.state.variables, self.state.exported = saved.variables, saved.exported


def _begins(command: Sequence[_Word]) -> bool:
    """True where a bracket opens a block: nothing stands before it but what decides whether it runs."""
    first = command[0].text.data.lower() if command else ""
    return not command or first in ("if", "else") or (first == "for" and not _is_listing(command))


def _is_listing(command: Sequence[_Word]) -> bool:
    """True before the `do` of a loop, where brackets hold what it goes through."""
    data = [word.text.data.lower() for word in command]
    return data[:1] == ["for"] and "do" not in data


def _behind(first: str, words: Sequence[_Word]) -> int | None:
    """Where the command begins that `if`, `else` or `for` decides about; None for other commands."""
    data = [word.text.data.lower() for word in words]
    if first == "else":
        return 1
    if first == "for":
        return data.index("do") + 1 if "do" in data else len(data)
    if first != "if":
        return None
    at = 1
    while at < len(data) and data[at] in ("/i", "not"):
        at += 1
    if at < len(data) and data[at] in ("exist", "defined", "errorlevel"):
        return at + 2
    if at < len(data) and data[at].endswith("=="):
        return at + 2
    return at + 3 if at + 1 < len(data) and (data[at + 1] in _OPERATORS or data[at + 1].startswith("==")) else at + 1


def _words(line: Text) -> Iterator[_Word]:
    """The words of a line, and the signs between its commands; where output goes is left out."""
    data, at, start = line.data, 0, -1
    quoted, bracket = False, False
    while at < len(data):
        quote = data[at] == '"' and data[at - 1 : at] != "\\"
        quoted = quoted != quote
        found = None if quoted or quote else _TOKEN.match(data, at)
        if found is not None and start >= 0 and (found[0] == "(" or (found[0] == ")" and bracket)):
            found = None  # a part of the word
        if found is None:
            start, bracket = (at if start < 0 else start), bracket or data[at] == "("
            at += 2 if data[at] == "^" and not quoted else 1
            continue
        if start >= 0 and not (found[0][0].isdigit() and at == start):
            yield _Word(line.cut(start, at), False, start)
        start, bracket = -1, False
        if found[0][0] in "&|()":
            yield _Word(line.cut(at, found.end()), True, at)
        at = found.end()
    if start >= 0:
        yield _Word(line.cut(start, len(data)), False, start)


def _unquoted(text: Text) -> Text:
    """A word as the program that is run gets it."""
    parts, last = [], 0
    for mark in re.finditer(r'\\"|"|\^', text.data):
        parts.append(text.cut(last, mark.start()))
        last = mark.end() - (mark[0] == '\\"')
    return join([*parts, text.cut(last, len(text.data))])
