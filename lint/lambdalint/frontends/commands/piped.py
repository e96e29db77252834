"""What the end of a pipeline runs for each line that its start prints: `xargs -I{} …` and `while read name`."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.frontends.commands.words import Expander, Field
from lambdalint.frontends.text import Text, computed, join
from lambdalint.pattern import pattern
from lambdalint.syntax import bash

_VALUES = frozenset({"-n", "-P", "-L", "-d", "-s", "-a", "--max-args", "--max-procs", "--delimiter"})
_MARK = pattern(r"-I(.*)|--replace(?:=(.*))?|-i(.*)")


def before(commands: Sequence[bash.Command], at: int, text: Text) -> tuple[bash.Command, ...]:
    """The parts of a pipeline whose last part stands at an index; none where it is no such part."""
    first = at
    while first and all(isinstance(command, bash.Subshell) for command in commands[first - 1 : first + 1]):
        if text.data[commands[first - 1].end : commands[first].start].strip() != "|":
            break
        first -= 1
    return tuple(commands[first:at])


def reading(command: bash.Command, text: Text) -> tuple[str, tuple[bash.Command, ...]] | None:
    """The variable of a `while read name`, and what is run for each line."""
    loop = command.body[0] if isinstance(command, bash.Subshell) and len(command.body) == 1 else None
    if not isinstance(loop, bash.Loop) or loop.name is not None or not loop.body:
        return None
    asked = loop.body[0]
    words = [text.data[word.start : word.end] for word in asked.words] if isinstance(asked, bash.Simple) else []
    named = [word for word in words[1:] if not word.startswith("-")]
    return (named[0], loop.body[1:]) if words[:1] == ["read"] and len(named) == 1 else None


def calls(command: bash.Command, lines: Sequence[str], words: Expander) -> list[list[Field]]:
    """The commands that an `xargs` with a mark for the line runs."""
    inner = command.body[0] if isinstance(command, bash.Subshell) and len(command.body) == 1 else None
    fields = words.fields(inner.words) if isinstance(inner, bash.Simple) else []
    if not fields or fields[0].data != "xargs":
        return []
    mark, at = "", 1
    while at < len(fields) and fields[at].data.startswith("-"):
        found = _MARK.fullmatch(fields[at].data)
        if found is not None:
            given = next((group for group in found.groups() if group is not None), "")
            apart = not given and fields[at].data == "-I"
            mark = given or (fields[at + 1].data if apart and at + 1 < len(fields) else "{}")
            at += apart
        at += 1 + (fields[at].data in _VALUES if at < len(fields) else 0)
    return [[_filled(field, mark, line) for field in fields[at:]] for line in lines] if mark else []


def _filled(field: Field, mark: str, line: str) -> Field:
    """An argument with a line in the place of the mark."""
    texts: list[Text] = []
    rest = field.text
    while mark in rest.data:
        start = rest.data.index(mark)
        place = rest.cut(start, start + len(mark)).place()
        if start:
            texts.append(rest.cut(0, start))
        if place is not None:
            texts.append(computed(line, place))
        if start + len(mark) == len(rest.data):
            return field._replace(text=join(texts))
        rest = rest.cut(start + len(mark), len(rest.data))
    return field._replace(text=join([*texts, rest]))
