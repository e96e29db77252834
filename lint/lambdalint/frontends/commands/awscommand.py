"""Commands of the AWS CLI: which operation is called, with which options."""

from __future__ import annotations

import re
from itertools import pairwise

from lambdalint.frontends import spell
from lambdalint.frontends import text as texts
from lambdalint.frontends.commands.gocommand import Call
from lambdalint.frontends.commands.scene import Scene
from lambdalint.frontends.commands.words import Field
from lambdalint.frontends.text import Files, Text
from lambdalint.model.build import CloudCall, CloudOption
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.value import Slot, Value

_GLOBAL = frozenset(
    {"--ca-bundle", "--cli-connect-timeout", "--cli-read-timeout", "--color", "--endpoint-url", "--output", "--profile",
     "--query", "--region"}
)  # fmt: skip
_SERVICES = frozenset({"lambda", "apigatewayv2", "events", "iam", "sns", "sqs"})
_MAP = pattern(r"Variables=\{(.*)\}", re.DOTALL)
_PAIR = pattern(r"""\s*([A-Za-z_][\w.#/:-]*)=(?:"([^"\\]*)"|'([^'\\]*)'|([^,{}"']*))\s*(?:,|$)""")
_ATTRIBUTES = pattern(r"(\w+=.*)", re.DOTALL)
_PRINTED = {
    ("iam", "create-role", "Role.Arn"): ("--role-name", "iam", "role/"),
    ("lambda", "create-function", "FunctionArn"): ("--function-name", "lambda", "function:"),
    ("sns", "create-topic", "TopicArn"): ("--name", "sns", ""),
}
_SPACE = rb"(?:[ \t]|\\\r?\n)+"
_VALUE = rb"(?:\"[^\"\\`]*\"|'[^']*'|[^\s\"'\\;|&<>()#`])+"
_FURTHER = rb"(?:\"[^\"\\`]*\"|'[^']*'|[^\s\"'\\;|&<>()#`$])+"  # what can't turn out to be another option
_LINE = pattern(rb"[ \t]*\\\r?\n[ \t]*\Z")
_EMULATOR = "AWS_ENDPOINT_URL"


def read(scene: Scene, call: Call, rest: list[Field]) -> None:
    """`aws [options] service operation [options]`; what an emulator is told deploys nothing."""
    words, given, whole = _split(rest)
    service = words[0].data if words else ""
    emulated = any("localstack" in f.data or f.data.startswith("--endpoint-url") for f in rest)
    emulated = emulated or any(n.startswith(_EMULATOR) for n in (*call.own, *call.state.exported))
    if service not in _SERVICES or len(words) < 2 or emulated or scene.stage is not None:
        return
    files = scene.files if scene.writable else None
    options = tuple(
        CloudOption(
            name,
            tuple(texts.value(f.text, call.span, files) for f in fields),
            place,
            _pairs(call, name, fields, files),
            _removals(fields) if scene.writable else (),
            _entry(given, i, files) if files is not None else None,
            tuple(texts.plain(f.data.replace(texts.UNKNOWN, "*")) for f in fields),
        )
        for i, (name, fields, place, _) in enumerate(given)
        if name not in _GLOBAL
    )
    slot = _slot(call, rest, given, scene.files) if scene.writable and not scene.nested else None
    operation = words[1].data
    label = f"aws {service} {operation}"
    scene.add(CloudCall("", label, call.span, operation, options, whole, _folder(call), slot, service))


def printed(rest: list[Field]) -> str | None:
    """The address that a command is asked to print, where it is told by a name; what isn't known of it is open."""
    words, given, _ = _split(rest)
    options = {name: fields[0].data for name, fields, *_ in given if fields}
    if len(words) < 2 or "--query" not in options:
        return None
    named, service, kind = _PRINTED.get((words[0].data, words[1].data, options["--query"]), ("", "", ""))
    name = options.get(named)
    unknown = texts.UNKNOWN
    place = unknown if service != "iam" else ""
    return f"arn:aws:{service}:{place}:{unknown}:{kind}{name}" if name is not None else None


def _slot(call: Call, rest: list[Field], given: Given, files: Files) -> Slot | None:
    """Where a further option goes: behind the last one, in a line of its own where that one has its own."""
    last = rest[-1].text.place()
    if last is None or last.path != call.span.path:
        return None
    data = files.read(last.path) or b""
    follows, command = data[last.end : last.end + 1], data[call.span.start : last.end]
    end = last.end + (follows in (b'"', b"'") and command.count(follows) % 2 == 1)
    line = _LINE.search(data, 0, given[-1][2].start) if given and given[-1][3] else None
    before = line[0].decode() if line is not None and given[-1][2].path == last.path else " "
    return Slot(Span(last.path, end, end), before, "", spell.bare)


def _entry(given: Given, i: int, files: Files) -> Span | None:
    """What to delete for an option: up to the next one, or for the last one with the space before it."""
    _, fields, place, exact = given[i]
    if not exact:
        return None
    if i + 1 < len(given):
        following = given[i + 1][2]
        plain = given[i + 1][3] and following.path == place.path and place.end < following.start
        return Span(place.path, place.start, following.start) if plain else None
    data = files.read(place.path) or b""
    before = re.search(_SPACE + rb"\Z", data[max(0, place.start - 500) : place.start])
    if before is None:
        return None
    last = fields[-1].text.place() if fields else place
    computed = any(piece.via or not piece.exact for field in fields for piece in field.text.pieces)
    if last is None or last.path != place.path or computed or data[last.start - 1 : last.start] in (b"'", b'"'):
        count = 0 if b"=" in data[place.start : place.end] else len(fields)
        values = rb"(?:%b%b){%d}(?:%b%b)*(?=[ \t]*(?:\r?\n|\Z))" % (_SPACE, _VALUE, count, _SPACE, _FURTHER)
        after = re.compile(values).match(data, place.end)
        return Span(place.path, place.start - len(before[0]), after.end()) if after is not None else None
    return Span(place.path, place.start - len(before[0]), last.end)


def _pairs(
    call: Call, name: str, fields: list[Field], files: Files | None
) -> tuple[tuple[Value[str], Value[str]], ...] | None:
    """The members of a map."""
    form = _ATTRIBUTES if name == "--attributes" else _MAP
    match = form.fullmatch(fields[0].data) if len(fields) == 1 else None
    if match is None:
        return None
    text, found, at = fields[0].text, [], match.start(1)
    while at < match.end(1):
        pair = _PAIR.match(text.data, at, match.end(1))
        if pair is None or pair.end() == at:
            return None
        key, value = text.cut(*pair.span(1)), text.cut(*pair.span(pair.lastindex or 1))
        found.append((texts.value(key, call.span, files), texts.value(value, call.span, files)))
        at = pair.end()
    return tuple(found)


def _removals(fields: list[Field]) -> tuple[Span, ...]:
    """What to delete for each member of a map: with the comma behind it, or for the last one the comma before."""
    match = _MAP.fullmatch(fields[0].data) if len(fields) == 1 else None
    if match is None:
        return ()
    text, bounds, at = fields[0].text, [], match.start(1)
    while at < match.end(1) and (pair := _PAIR.match(text.data, at, match.end(1))) is not None and pair.end() > at:
        bounds.append(pair.span())
        at = pair.end()
    if len(bounds) > 1:
        bounds[-1] = (bounds[-2][1] - 1, bounds[-1][1])
    places = [text.cut(*bound) for bound in bounds] if len(bounds) > 1 else []
    found = [span for place in places if _is_whole(place, text) and (span := place.place()) is not None]
    return tuple(found) if len(found) == len(bounds) else ()


def _is_whole(part: Text, text: Text) -> bool:
    """True where a part stands in one piece where it is used, variables with all of their text."""
    spans = [piece.via[0] if piece.via else piece.span for piece in part.pieces]
    whole = all((piece.exact and not piece.via) or piece in text.pieces for piece in part.pieces)
    return whole and all(a.path == b.path and a.end == b.start for a, b in pairwise(spans))


def _folder(call: Call) -> str | None:
    folder = call.state.folder
    return None if folder is None or folder.startswith("/") else folder


Given = list[tuple[str, list[Field], Span, bool]]
"""Options: name, values, the place of the name, and whether that is written here."""


def _split(rest: list[Field]) -> tuple[list[Field], Given, bool]:
    """Words before options, options with their values, and whether those are all."""
    words: list[Field] = []
    given: Given = []
    whole = True
    index = 0
    while index < len(rest):
        field = rest[index]
        index += 1
        awaited = bool(given) and not given[-1][1]
        if (field.loose or field.data.startswith(texts.UNKNOWN)) and not awaited:
            whole = False
            continue
        match = re.match(r"(--[a-z][a-z0-9-]*)(=?)", field.data)
        if match is None:
            (given[-1][1] if given and len(words) > 1 else words).append(field)
            continue
        name, place = match[1], field.text.place()
        values = [Field(field.text.cut(match.end(), len(field.data)))] if match[2] else []
        if name in _GLOBAL and not values and index < len(rest):
            values = [rest[index]]
            index += 1
        if place is not None:
            given.append((name, values, place, all(p.exact and not p.via for p in field.text.pieces)))
    whole = whole and not any(name.startswith("--cli-input") for name, *_ in given)
    return words, given, whole
