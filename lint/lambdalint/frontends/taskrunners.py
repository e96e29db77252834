"""Commands that package.json and justfiles give names to: `npm run build`, `just build`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lambdalint.frontends.text import UNKNOWN
from lambdalint.model.infra import Script, ScriptPiece
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import jsontree
from lambdalint.value import Known, Value

_WORTH = pattern(rb"\bgo +build\b")
_ESCAPE = pattern(rb"\\(?:u[0-9a-fA-F]{4}|.)|[^\\]+")
_RECIPE = pattern(rb"@?([\w-]+)([ \t][^:#]*)?:(?!=)")
_PARAMETER = pattern(rb"[*+$]*([A-Za-z_]\w*)(?:[ \t]*=[ \t]*('[^']*'|\"[^\"]*\"|\w+))?")
_CALL = pattern(rb"\([ \t]*([\w-]+)((?:[ \t]+(?:'[^']*'|\"[^\"]*\"|\w+))+)[ \t]*\)")
_WORD = pattern(rb"'[^']*'|\"[^\"]*\"|\w+")
_SETTING = pattern(rb"(?:(export)[ \t]+)?(\w+)[ \t]*:=[ \t]*(?:'([^']*)'|\"([^\"\\]*)\")[ \t]*(?:#.*)?")
_HOLE = pattern(rb"\{\{[ \t]*(\w+)[ \t]*\}\}|\{\{.*?\}\}")

Environment = tuple[tuple[str, Value[str]], ...]


def of_package(path: str, data: bytes) -> Iterator[Script]:
    """The `scripts` of a package.json that compiles Go, each by itself."""
    tree = jsontree.parse(path, data) if _WORTH.search(data) else None
    scripts = _member(tree, "scripts")
    for member in scripts.members if isinstance(scripts, jsontree.Mapping) else ():
        value = member.value
        if isinstance(value, jsontree.Scalar) and isinstance(value.value, str):
            inside = Span(path, value.span.start + 1, value.span.end - 1)
            raw = data[inside.start : inside.end]
            pieces = _unescaped(inside, raw) if b"\\" in raw else (_piece(inside, raw),)
            yield _script(path, inside, pieces, ())


def _member(tree: jsontree.Json | jsontree.Broken | None, name: str) -> jsontree.Json | None:
    members = tree.members if isinstance(tree, jsontree.Mapping) else ()
    return next((m.value for m in members if m.key.value == name), None)


def _unescaped(inside: Span, raw: bytes) -> tuple[ScriptPiece, ...]:
    """The parts of a JSON string; those that are escaped are made of what stands there."""
    found = []
    for match in _ESCAPE.finditer(raw):
        span = Span(inside.path, inside.start + match.start(), inside.start + match.end())
        if match[0].startswith(b"\\"):
            read = jsontree.parse(inside.path, b'"' + match[0] + b'"')
            text = read.value if isinstance(read, jsontree.Scalar) else None
            found.append(ScriptPiece(text if isinstance(text, str) else UNKNOWN, span, False))
        else:
            found.append(_piece(span, match[0]))
    return tuple(found)


def of_justfile(path: str, data: bytes) -> Iterator[Script]:
    """The commands of a justfile that compiles Go: each line is a shell of its own, but for recipes with `#!`."""
    if not _WORTH.search(data):
        return
    variables: dict[str, str] = {}
    exported: list[tuple[str, Value[str]]] = []
    lines = list(_lines(path, data))
    for span, line in lines:
        setting = _SETTING.fullmatch(line.strip()) if line[:1].strip() else None
        if setting is not None:
            group = 3 if setting[3] is not None else 4
            name, text = setting[2].decode(), setting[group].decode("utf-8", "replace")
            place = Span(path, span.start + setting.start(group), span.start + setting.end(group))
            variables[name] = text
            exported += [(name, Known(text, place))] if setting[1] else []
    calls = [(found[1], found[2]) for _, line in lines if line[:1].strip() for found in _CALL.finditer(line)]
    for header, command in _commands(lines):
        whole = Span(path, command[0][0].start, command[-1][0].end)
        for given in _given(header, calls, variables):
            known = {**variables, **given}
            pieces = [piece for span, line in command for piece in _filled(span, line, known)]
            yield _script(path, whole, tuple(pieces), tuple(exported))


def _given(header: bytes, calls: list[tuple[bytes, bytes]], variables: dict[str, str]) -> list[dict[str, str]]:
    """What the parameters of a recipe stand for: once for each recipe that asks for it with arguments."""
    found = _RECIPE.match(header)
    parameters = list(_PARAMETER.finditer(found[2] or b"")) if found is not None else []
    names = [match[1].decode() for match in parameters]
    usual = {name: _meant(match[2], variables) for name, match in zip(names, parameters, strict=True)}
    rounds = [
        {**usual, **{n: _meant(word[0], variables) for n, word in zip(names, _WORD.finditer(words), strict=False)}}
        for name, words in calls
        if found is not None and parameters and name == found[1]
    ]
    return rounds or [usual]


def _meant(word: bytes | None, variables: dict[str, str]) -> str:
    """A literal or a variable; unknown where there is none."""
    text = (word or b"").decode("utf-8", "replace")
    return text[1:-1] if text[:1] in ("'", '"') else variables.get(text, UNKNOWN)


def _commands(lines: list[tuple[Span, bytes]]) -> Iterator[tuple[bytes, list[tuple[Span, bytes]]]]:
    """The lines of each command of each recipe, with the line that names the recipe."""
    inside = program = False
    command: list[tuple[Span, bytes]] = []
    header = b""
    for span, line in lines:
        if line[:1].strip():
            yield from [(header, command)] if command else []
            command, program, header = [], False, line
            inside = _RECIPE.match(line) is not None
            continue
        text = line.strip()
        if not inside or not text:
            continue
        program = program or text.startswith(b"#!")
        lead = re.match(rb"[ \t]*[@-]*" if not program and not command else rb"[ \t]*", line)
        start = lead.end() if lead else 0
        command.append((span._replace(start=span.start + start), line[start:]))
        if not program and not text.endswith(b"\\"):
            yield header, command
            command = []
    yield from [(header, command)] if command else []


def _lines(path: str, data: bytes) -> Iterator[tuple[Span, bytes]]:
    at = 0
    for line in data.splitlines(keepends=True):
        yield Span(path, at, at + len(line)), line
        at += len(line)


def _filled(span: Span, line: bytes, variables: dict[str, str]) -> Iterator[ScriptPiece]:
    """The parts of a line; what stands between `{{` and `}}` is the value of a variable, or isn't known."""
    at = 0
    for match in _HOLE.finditer(line):
        if match.start() > at:
            yield _piece(Span(span.path, span.start + at, span.start + match.start()), line[at : match.start()])
        place = Span(span.path, span.start + match.start(), span.start + match.end())
        yield ScriptPiece(variables.get((match[1] or b"").decode(), UNKNOWN), place, False)
        at = match.end()
    if at < len(line):
        yield _piece(Span(span.path, span.start + at, span.end), line[at:])


def _piece(span: Span, raw: bytes) -> ScriptPiece:
    return ScriptPiece(raw.decode("utf-8", "replace"), span, True)


def _script(path: str, span: Span, pieces: tuple[ScriptPiece, ...], environment: Environment) -> Script:
    folder: Known[str] = Known(posixpath.dirname(path) or ".", span)
    return Script(span, "".join(p.text for p in pieces), False, folder, environment, "", pieces=pieces)
