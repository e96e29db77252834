"""What scripts of Windows have in common: commands that Shell knows too, folders with backslashes, blocks.

Nothing is written into such a script: its words are quoted in ways of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lambdalint.frontends.commands import shellstate
from lambdalint.frontends.commands.gocommand import Call
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.shell import Shell
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import Text, join, unknown
from lambdalint.pattern import pattern
from lambdalint.source import Span

_FILE = pattern(r"(?i)(?:fileb?://|[.\w-]*\\)")
_NAMES = {"copy": "cp", "move": "mv", "ren": "mv", "rename": "mv", "copy-item": "cp", "move-item": "mv",
          "rename-item": "mv", "md": "mkdir"}  # fmt: skip
_ENTERING = frozenset({"cd", "chdir", "sl", "set-location", "pushd", "push-location"})
_LEAVING = frozenset({"popd", "pop-location"})
_ENDING = pattern(r"(?i)\.(?:exe|cmd)$")


class Script:
    """Follows the commands of one script; `state` is what it is afterwards.

    A name that is given a value more than once has none that is known, unless commands see it: those run in order.
    """

    def __init__(self, scene: Scene, state: State, text: Text, assigned: Iterable[str]) -> None:
        scene.writable = False
        self.scene = scene
        self.state = state
        self.text = text
        self.changing = {name for name, count in Counter(assigned).items() if count > 1}
        self._shell = Shell(scene, state, text)
        self._blocks: list[tuple[State, bool]] = []

    @property
    def depth(self) -> int:
        """How many blocks are open."""
        return len(self._blocks)

    def open(self, certain: bool = False) -> None:
        """A block begins; `certain` where it surely runs, once."""
        self._blocks.append((self.state.copy(), certain))

    def close(self) -> None:
        """A block ends: what it changed may have been changed or not."""
        if self._blocks:
            before, certain = self._blocks.pop()
            if not certain:
                self.state.become([before, self.state.copy()])

    def forget(self) -> None:
        """Other parts of the script may have run before what follows."""
        for name, text in self.state.variables.items():
            place = text.place()
            self.state.variables[name] = unknown(place) if place is not None else text
        self.state.folder = None
        self.state.back.clear()

    def unset(self, name: str) -> None:
        """Take a variable away."""
        self.state.variables.pop(name, None)
        self.state.exported.discard(name)

    def known(self, name: str, at: Span) -> Text:
        """The value of a variable where it is used."""
        found = self.state.variables.get(name)
        return unknown(at) if found is None or name in self.changing else found.through(at)

    def command(self, fields: list[Field], span: Span) -> None:
        """Run one command."""
        if not fields or not self.scene.spend():
            return
        name = _ENDING.sub("", fields[0].data.replace("\\", "/"))
        low = name.lower()
        rest = fields[1:]
        if low in _ENTERING:
            shellstate.enter(self.scene, self.state, [_slashed(f) for f in rest if not re.match(r"/d$|-\w+$", f.data)])
        elif low in _LEAVING:
            shellstate.BUILTINS["popd"](self.scene, self.state, [])
        else:
            named = Field(join([_spelled(fields[0].text, _NAMES.get(low, name))]))
            paths = [_slashed(f) if low != "aws" or _FILE.match(f.data) else f for f in rest]
            self._shell.follow(Call(span, [named, *paths], {}, self.state))


def _spelled(text: Text, data: str) -> Text:
    """A text in other letters, at the same place."""
    place = text.place()
    if data == text.data or place is None:
        return text
    return Text(data, tuple(piece._replace(size=len(data), exact=False) for piece in text.pieces[:1]))


def _slashed(field: Field) -> Field:
    """A path with the slashes that all tools take."""
    return field._replace(text=field.text._replace(data=field.data.replace("\\", "/")))
