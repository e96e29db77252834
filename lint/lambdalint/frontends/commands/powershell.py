"""Scripts of PowerShell, followed as far as their words are known."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.windows import Script
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import ROOT, Text, computed, join, unknown
from lambdalint.pattern import pattern
from lambdalint.source import Span

_NAME = r"(?:\{(env:)?([\w:]+)\}|(env:)?(\w+))"
_USE = pattern(r"(?i)\$" + _NAME)
_ASSIGNED = pattern(r"(?i)(?:\[[\w.\[\]]+\]\s*)?\$" + _NAME + r"\s*(\+?=)(?!=)\s*")
_SPACE = pattern(r"[ \t\r]+|`[ \t]?\n")
_SKIPPED = pattern(r"(?s)<#.*?(?:#>|\Z)|#[^\n]*")
_HERE = pattern(r"(?s)@(['\"])[ \t]*\n.*?(?:\n\1@|\Z)")
_END = pattern(r"[\n;|&]+|\d?>>?(?:&\d|[ \t]*(?:\$null|[^\s;|)}]+))?")
_CONTROL = frozenset({"if", "elseif", "else", "foreach", "for", "while", "do", "switch", "function", "param", "return",
                      "throw", "catch", "finally", "trap", "filter", "begin", "process", "end"})  # fmt: skip
_BRACKET = pattern(
    r"(?s)[(){}]|@'[ \t]*\n.*?(?:\n'@|\Z)|@\"[ \t]*\n.*?(?:\n\"@|\Z)|'[^']*'|\"(?:[^\"`]|`.|\"\")*\"|`."
    r"|<#.*?(?:#>|\Z)|#[^\n]*"
)
_BARE = pattern(r"(?s)[^\s\"'$`();|{}]+|.")
_ASKED = pattern(r"(?:\.\w+|\[[^\]\n]*\]|:\w+)+")
_GONE = pattern(r"(?i)env:[\\/]?(\w+)")
_PACKING = "compress-archive"
_DEEPEST = 60


def run(scene: Scene, state: State, text: Text) -> None:
    """Follow the commands of a script; `state` is what it is afterwards."""
    _PowerShell(scene, state, text).block(0, len(text.data), 0)


def _key(match: re.Match[str], at: int) -> str:
    """The name of a variable, that of one of the environment in capitals."""
    environment, name = (match[at] or match[at + 2], match[at + 1] or match[at + 3])
    return name.upper() if environment else f"${name.lower()}"


class _PowerShell(Script):
    def __init__(self, scene: Scene, state: State, text: Text) -> None:
        named = [_key(m, 1) for m in _ASSIGNED.finditer(text.data)]
        super().__init__(scene, state, text, [name for name in named if name.startswith("$")])
        self._data = text.data

    def block(self, at: int, end: int, depth: int) -> None:
        """Run the statements between two places."""
        words: list[Field] = []
        start = at
        while at < end and depth < _DEEPEST:
            skipped = _SPACE.match(self._data, at, end) or _SKIPPED.match(self._data, at, end)
            ends = _END.match(self._data, at, end) if skipped is None else None
            if skipped is not None:
                at = skipped.end()
            elif ends is not None and ">" in ends[0]:
                at = ends.end()
            elif self._data[at] == "{" and words and words[0].data.lower() not in _CONTROL | {"try"}:
                inner = Field(unknown(self._place(at, at + 1)), True)  # a block that a command is given
                at = self._braces(words, at, end, depth)
                words.append(inner)
            elif ends is not None or self._data[at] in "{}":
                self._statement(words, start, at)
                at = ends.end() if ends is not None else self._braces(words, at, end, depth)
                words, start = [], at
            else:
                assigned = _ASSIGNED.match(self._data, at, end) if not words else None
                if assigned is not None:
                    at = self._assign(assigned, end, depth)
                    start = at
                    continue
                start = at if not words else start
                field, at = self._word(at, end)
                words.append(field)
        self._statement(words, start, at)

    def _braces(self, words: Sequence[Field], at: int, end: int, depth: int) -> int:
        """A block, run as something that may be done; the place behind it."""
        if self._data[at] == "}":
            return at + 1
        close = self._closing(at, end)
        first = words[0].data.lower() if words else ""
        self.open(first == "try")
        self.block(at + 1, close, depth + 1)
        self.close()
        return min(close + 1, end)

    def _statement(self, words: list[Field], start: int, end: int) -> None:
        place = self.text.cut(start, start + len(self._data[start:end].rstrip())).place()
        first = words[0].data.lower() if words else ""
        if place is None or not first or first in _CONTROL:
            return
        gone = _GONE.fullmatch(words[1].data) if first in ("remove-item", "ri") and len(words) > 1 else None
        if gone is not None:
            self.unset(gone[1].upper())
        if first == _PACKING:
            words = _packed(words)
        if first in ("exit", "return"):
            self.forget()
        self.command(words, place)

    def _assign(self, match: re.Match[str], end: int, depth: int) -> int:
        """`$name = value`; the place behind it. A command may stand there too: it runs, what it gives isn't known."""
        name, at = _key(match, 1), match.end()
        place = self.text.cut(match.start(), match.end()).place()
        if place is None:
            return at
        value = None
        if at < end and self._data[at] not in "@[({\n" and not self._data.startswith("$(", at):
            field, behind = self._word(at, end)
            rest = _SPACE.match(self._data, behind, end)
            behind = rest.end() if rest is not None else behind
            alone = behind >= end or self._data[behind] in "\n;}#"
            value = field.text if alone else None
            at = behind if alone else at
        elif at < end and (self._data[at] == "(" or self._data.startswith("$(", at)):
            opened = self._data.index("(", at)
            close = self._closing(opened, end)
            self.block(opened + 1, close, depth + 1)
            at = min(close + 1, end)
        elif at < end and self._data[at] in "@[{":
            here = _HERE.match(self._data, at, end)
            at = here.end() if here is not None else at
        known = value if value is not None and match[5] == "=" else unknown(place)
        self.state.assign(name, known, not name.startswith("$"))
        return at

    # -- words ---------------------------------------------------------------------------------------------------

    def _word(self, at: int, end: int) -> tuple[Field, int]:
        """A word from a place on, and the place behind it."""
        parts: list[Text] = []
        start, loose = at, self._data[at] in "$@"
        while at < end:
            sign = self._data[at]
            if sign in " \t\r\n;|{}" and at > start:
                break
            part, at = self._part(at, end)
            parts.append(part)
        text = join(parts)
        return Field(text, loose and not text.known), at

    def _part(self, at: int, end: int) -> tuple[Text, int]:
        """A part of a word that is written in one way, and the place behind it."""
        sign = self._data[at]
        here = _HERE.match(self._data, at, end)
        if here is not None:
            return unknown(self._place(at, here.end())), here.end()
        if sign == "'":
            close = self._data.find("'", at + 1, end)
            close = close if close >= 0 else end
            return self.text.cut(at + 1, close), min(close + 1, end)
        if sign == '"':
            return self._quoted(at, end)
        if sign in "(@" or self._data.startswith("$(", at):
            opened = self._data.find("(", at, at + 2)
            close = self._closing(opened, end) if opened >= 0 else at
            return unknown(self._place(at, close + 1)), min(close + 1, end)
        if sign == "$":
            return self._variable(at, end)
        if sign == "`":
            return self.text.cut(at + 1, min(at + 2, end)), min(at + 2, end)
        bare = _BARE.match(self._data, at, end)
        behind = bare.end() if bare is not None else at + 1
        return self.text.cut(at, behind), behind

    def _variable(self, at: int, end: int) -> tuple[Text, int]:
        """A variable; what is asked of it, as in `$a.b`, isn't known."""
        match = _USE.match(self._data, at, end)
        if match is None:
            return unknown(self._place(at, at + 1)), at + 1
        more = _ASKED.match(self._data, match.end(), end)
        if more is not None:
            return unknown(self._place(at, more.end())), more.end()
        return self._value(match), match.end()

    def _value(self, match: re.Match[str]) -> Text:
        place = self._place(match.start(), match.end())
        name = _key(match, 1)
        if name == "$psscriptroot":
            return computed(f"{ROOT}/{posixpath.dirname(self.state.script)}", place)
        return self.known(name, place)

    def _quoted(self, at: int, end: int) -> tuple[Text, int]:
        """A text between double quotes, with the variables in it."""
        parts, last, at = [], at + 1, at + 1
        while at < end and (self._data[at] != '"' or self._data.startswith('""', at)):
            sign = self._data[at]
            use = _USE.match(self._data, at, end) if sign == "$" else None
            if use is None and sign not in '`"' and not self._data.startswith("$(", at):
                at += 1
                continue
            parts.append(self.text.cut(last, at))
            if sign in '`"':
                last, at = at + 1, at + 2
            elif use is not None:
                parts.append(self._value(use))
                last = at = use.end()
            else:
                close = self._closing(at + 1, end)
                parts.append(unknown(self._place(at, close + 1)))
                last = at = min(close + 1, end)
        return join([*parts, self.text.cut(last, min(at, end))]), min(at + 1, end)

    def _closing(self, at: int, end: int) -> int:
        """The bracket that closes the one at a place, else the end."""
        depth = 0
        while (found := _BRACKET.search(self._data, at, end)) is not None:
            sign = found[0]
            depth += (sign in ("(", "{")) - (sign in (")", "}"))
            if depth == 0 and sign in (")", "}"):
                return found.start()
            at = found.end()
        return end

    def _place(self, start: int, end: int) -> Span:
        return self.text.cut(start, end).place() or Span(self.state.script, 0, 0)


def _packed(words: list[Field]) -> list[Field]:
    """`Compress-Archive -Path a -DestinationPath b` in the words of `zip`."""
    given: dict[str, Field] = {}
    name = "-path"
    for word in words[1:]:
        if word.data.startswith("-"):
            name = word.data.lower()
        elif name in ("-path", "-literalpath", "-destinationpath"):
            target = "-destinationpath" if name == "-destinationpath" or "-path" in given else "-path"
            given.setdefault(target, word)
    first = words[0].text
    zipped = Text("zip", (first.pieces[0]._replace(size=3, exact=False),))
    operands = [given[n] for n in ("-destinationpath", "-path") if n in given]
    return [Field(zipped), *operands] if len(operands) == 2 and "," not in operands[1].data else words
