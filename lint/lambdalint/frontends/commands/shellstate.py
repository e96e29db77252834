"""Shell builtins that change what the shell knows, and run nothing: its folder, its variables, its arguments."""

from __future__ import annotations

import re
from collections.abc import Callable

from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Field, State
from lambdalint.frontends.text import ROOT, Text, place, unknown
from lambdalint.pattern import pattern

_ASSIGNMENT = pattern(r"([A-Za-z_]\w*)=")


def enter(scene: Scene, state: State, rest: list[Field]) -> None:
    """`cd`, `pushd`: `cd -` goes back."""
    operands = [f for f in rest if f.data == "-" or not f.data.startswith("-")]
    if operands and operands[0].data == "-":
        state.folder = state.back.pop() if state.back else None
        return
    state.back.append(state.folder)
    state.folder = place(state.folder, operands[0].data) if operands and not operands[0].glob else None
    if state.folder is not None and not operands[0].data.startswith(ROOT):
        scene.expect_folder(state.folder)


def export(state: State, text: Text) -> None:
    """`NAME=value` becomes a variable that commands see; other text changes nothing."""
    if match := _ASSIGNMENT.match(text.data):
        state.assign(match[1], text.cut(match.end(), len(text.data)), True)


def _leave(scene: Scene, state: State, rest: list[Field]) -> None:
    del scene, rest
    state.folder = state.back.pop() if state.back else None


def _unset(scene: Scene, state: State, rest: list[Field]) -> None:
    del scene
    for field in rest:
        state.variables.pop(field.data, None)
        state.exported.discard(field.data)


def _set(scene: Scene, state: State, rest: list[Field]) -> None:
    """`set -a`; `set NAME=value` is how the command line of Windows exports."""
    del scene
    for index, field in enumerate(rest):
        following = rest[index + 1].data if index + 1 < len(rest) else ""
        if re.fullmatch(r"-[a-z]*a[a-z]*", field.data) or (field.data == "-o" and following == "allexport"):
            state.export_all = True
        elif field.data == "+a" or (field.data == "+o" and following == "allexport"):
            state.export_all = False
        elif index == 0 and len(rest) == 1:
            export(state, field.text)


def _read(scene: Scene, state: State, rest: list[Field]) -> None:
    del scene
    for field in rest:
        span = field.text.place()
        if re.fullmatch(r"[A-Za-z_]\w*", field.data) and span is not None:
            state.assign(field.data, unknown(span))


def _shift(scene: Scene, state: State, rest: list[Field]) -> None:
    del scene
    count = int(rest[0].data) if rest and rest[0].data.isdigit() else 1
    if state.arguments is not None:
        state.arguments = None if any(f.loose for f in state.arguments) else state.arguments[count:]


BUILTINS: dict[str, Callable[[Scene, State, list[Field]], None]] = {
    "cd": enter,
    "pushd": enter,
    "popd": _leave,
    "unset": _unset,
    "set": _set,
    "read": _read,
    "shift": _shift,
}
