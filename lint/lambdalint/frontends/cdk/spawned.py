"""Commands that a program runs itself, before it describes what they make."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from lambdalint.frontends.cdk.bundling import apart, variables_in, word_slot
from lambdalint.frontends.cdk.reading import as_text
from lambdalint.frontends.cdk.survey import Survey
from lambdalint.frontends.script.values import Atom, Call, Fields, Items, Thing
from lambdalint.model.infra import Script
from lambdalint.source import Span
from lambdalint.value import Known, Unknown, Value

_LINES = frozenset({"child_process.execSync", "child_process.exec", "os.system"})
_WORDS = frozenset({"child_process.spawnSync", "child_process.execFileSync", "child_process.spawn"})
_EITHER = frozenset(f"subprocess.{name}" for name in ("run", "call", "checkCall", "checkOutput", "Popen"))


def spawned(survey: Survey) -> Iterator[Script]:
    """What the program gives to a shell, or starts with its arguments."""
    for call in survey.calls:
        path = call.path.removeprefix("node:")
        first = call.argument(0)
        if path in _LINES or (path in _EITHER and isinstance(first, Atom)):
            yield from _line(survey, call, first)
        elif path in _WORDS | _EITHER:
            yield from _words(survey, call, first)


def _line(survey: Survey, call: Call, command: Thing | None) -> Iterator[Script]:
    if not isinstance(command, Atom) or not isinstance(command.value, str):
        return
    inside = _inside(as_text(command))
    exact = inside.span != command.span
    yield _script(survey, call, inside.span, command.value, exact)


def _words(survey: Survey, call: Call, command: Thing | None) -> Iterator[Script]:
    second = call.argument(1)
    listed = command if isinstance(command, Items) else second
    items: list[Thing | None] = [] if listed is command else [command]
    items += listed.items if isinstance(listed, Items) and listed.complete else [None]
    words = [item for item in items if isinstance(item, Atom) and isinstance(item.value, str)]
    if len(words) == len(items):
        texts = tuple(str(word.value) for word in words)
        pieces = tuple(apart(words, call.span))
        slot = word_slot(survey, texts, pieces)
        made = _script(survey, call, call.span, shlex.join(texts), False)
        yield made._replace(pieces=pieces if slot is not None else (), flag_slot=slot)


def _script(survey: Survey, call: Call, span: Span, text: str, exact: bool) -> Script:
    options = next((a for a in call.arguments[::-1] if isinstance(a, Fields)), None)
    folder: Value[str] = Known(survey.folder, span)
    variables: tuple[tuple[str, Value[str]], ...] = ()
    room = None
    if options is not None:
        chosen, given = options.get("cwd"), options.get("env")
        if chosen is not None:
            folder = survey.path(chosen) or Unknown(span, "where it runs isn't known")
        if isinstance(given, Fields):
            variables = tuple((name, _inside(as_text(field.value))) for name, field in given.fields.items())
            room = variables_in(survey, given) if call.span.contains(given.span) else None
    return Script(span, text, exact, folder, variables, survey.name, room=room)


def _inside(value: Value[str]) -> Value[str]:
    """A text with the place between its quotes, where that spells it byte by byte."""
    if not isinstance(value, Known) or value.slot is None or value.via:
        return value
    inside = Span(value.span.path, value.span.start + 1, value.span.end - 1)
    return value._replace(span=inside) if len(value.value.encode()) == inside.end - inside.start else value
