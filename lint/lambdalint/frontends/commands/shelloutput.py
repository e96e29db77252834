"""What commands print, for the few whose output is plain: pwd, dirname, basename, echo, lists of files."""

from __future__ import annotations

import posixpath

from lambdalint.frontends.commands import shellstate
from lambdalint.frontends.commands.gocommand import Call
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Expander, Field, State, absolute
from lambdalint.frontends.text import ROOT, Text, computed, join
from lambdalint.pattern import pattern
from lambdalint.syntax import bash

_LISTING = pattern(r"(?:ls|find)\b")


def printed(scene: Scene, state: State, text: Text, commands: tuple[bash.Command, ...]) -> Text | None:
    """The output of commands of a text, in a shell of their own; None where it can't be told."""
    if (listed := _lists(scene, state, text, commands)) is not None:
        return listed
    return _Substitution(scene, state.copy(), text).output(commands)


def _lists(scene: Scene, state: State, text: Text, commands: tuple[bash.Command, ...]) -> Text | None:
    start = commands[0].start if commands else len(text.data)
    if not _LISTING.match(text.data, start) or not scene.spend():
        return None
    from lambdalint.frontends.commands import listings

    words = Expander(text, state, lambda inner: printed(scene, state, text, inner))
    base = scene.locate(state.folder) if state.folder is not None else None
    lines, span = listings.printed(scene.files, base, words, commands), text.place()
    return computed("\n".join(lines), span) if lines is not None and span is not None else None


class _Substitution:
    """The shell of a substitution; `state` is its own."""

    def __init__(self, scene: Scene, state: State, text: Text) -> None:
        self._scene = scene
        self._state = state
        self._text = text
        self._words = Expander(text, state, lambda inner: printed(scene, state, text, inner))

    def output(self, commands: tuple[bash.Command, ...]) -> Text | None:
        """What the only command prints that prints something."""
        found: Text | None = None
        for command in commands:
            if isinstance(command, bash.Branches) and command is commands[-1] and found is not None:
                break
            if not isinstance(command, bash.Simple) or found is not None or not self._scene.spend():
                return None
            fields = self._words.fields(command.words)
            name = fields[0].data if fields else ""
            if name == "cd":
                shellstate.enter(self._scene, self._state, fields[1:])
                continue
            if name == "aws":
                made = self._deployed(command, fields)
                return made if command is commands[-1] else None
            found = self._prints(name, fields[1:])
            if found is None:
                return None
        return found

    def _deployed(self, command: bash.Simple, fields: list[Field]) -> Text | None:
        """A command that deploys something, and tells its address."""
        span = self._text.cut(command.start, command.end).place()
        if span is None:
            return None
        from lambdalint.frontends.commands import awscommand

        awscommand.read(self._scene, Call(span, fields, {}, self._state), fields[1:])
        address = awscommand.printed(fields[1:])
        return computed(address, span) if address is not None else None

    def _prints(self, name: str, rest: list[Field]) -> Text | None:
        span = self._text.place()
        if span is None or any(f.loose or not f.text.known for f in rest):
            return None
        words = [f.text for f in rest if not f.data.startswith("-")]
        if name == "pwd":
            return computed(absolute(self._state.folder), span) if self._state.folder is not None else None
        if name in ("dirname", "basename", "realpath", "readlink") and words:
            if name in ("realpath", "readlink"):
                return words[0]
            part = getattr(posixpath, name)(words[0].data.rstrip("/") or "/") or "."
            if name == "basename" and len(words) > 1:
                part = part.removesuffix(words[1].data)
            return computed(part, span)
        if name == "echo":
            return join(words, " ")
        if name == "git" and [f.data for f in rest] == ["rev-parse", "--show-toplevel"]:
            return computed(ROOT, span)
        return None
