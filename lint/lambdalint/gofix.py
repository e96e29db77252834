"""Edits of Go text that keep it gofmt-stable: imports, parameter lists, whole lines, elements of literals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lambdalint.fix import Edit
from lambdalint.model.code import GoFile, GoFunction, Import
from lambdalint.model.goast import Composite, Element
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

NOISE = pattern(rb'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|`[^`]*`|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
"""The comments and literals of a Go text."""
_STEP = pattern(rb"^[^\s/*][^\n]*[{(]\r?\n(\t| +)\S", re.MULTILINE)


class Piece(NamedTuple):
    """One entry of a parameter or result list: its text as written, and where it stands."""

    text: str
    span: Span


class Signature(NamedTuple):
    """The parts of a signature: between the parentheses of the parameters, and all of the results.

    `results` is an empty span right after the parameters where there are none; `listed` tells whether they are in
    parentheses.
    """

    parameters: Span
    results: Span
    listed: bool


def code_only(data: bytes) -> bytes:
    """`data` with comments and the content of literals blanked, lengths kept."""
    return NOISE.sub(lambda match: re.sub(rb"[^\n]", b" ", match.group()), data)


def uses(source: Source, name: str, outside: Iterable[Span] = ()) -> int:
    """How often `name.` is written in a file, comments, literals and the spans `outside` left out."""
    text = bytearray(code_only(source.data))
    for span in outside:
        if span.path == source.path:
            text[span.start : span.end] = b" " * (span.end - span.start)
    return len(re.findall(rb"(?<![\w.])" + re.escape(name.encode()) + rb"\s*\.", bytes(text)))


def end_of_line(source: Source) -> str:
    """The line ending that a file uses."""
    return "\r\n" if b"\r\n" in source.data else "\n"


# -- imports -------------------------------------------------------------------------------------------------------


def imported_as(file: GoFile, path: str) -> str | None:
    """The name under which a file imports a package; None where it doesn't, or only for side effects."""
    return next((i.name for i in file.imports if i.path == path and i.name not in ("_", ".")), None)


def add_import(file: GoFile, source: Source, path: str) -> tuple[Edit, ...]:
    """Edits that import a package under its own name; none where the file imports it already."""
    if imported_as(file, path) is not None:
        return ()
    eol = end_of_line(source)
    if not file.imports:
        _, at = source.line_bounds(source.line_of(file.imports_end))
        return (_insert(source, at, f'{eol}{eol}import "{path}"'),)
    grouped = [i for i in file.imports if not _alone(source, i)]
    if not grouped:
        return _import_beside_single(file, source, path, eol)
    block = _first_block(source, grouped)
    line = f'{indentation(source, block[0].span.start)}"{path}"'
    standard = _is_standard(path)
    run = [i for i in block if _is_standard(i.path) == standard]
    if not run:
        start = _line_start(source, block[0].span.start)
        if standard:
            return (_insert(source, start, f"{line}{eol}{eol}"),)
        after = source.line_bounds(source.line_of(block[-1].span.end))[1]
        return (_insert(source, after, f"{eol}{eol}{line}"),)
    for present in run:
        if present.path > path:
            return (_insert(source, _line_start(source, present.span.start), f"{line}{eol}"),)
    after = source.line_bounds(source.line_of(run[-1].span.end))[1]
    return (_insert(source, after, f"{eol}{line}"),)


def remove_import(file: GoFile, source: Source, path: str) -> tuple[Edit, ...]:
    """Edits that drop the import line of a package, with the declaration around it where nothing else is in it."""
    line = next((i for i in file.imports if i.path == path and i.name not in ("_", ".")), None)
    if line is None:
        return ()
    if _alone(source, line) or len([i for i in file.imports if not _alone(source, i)]) > 1:
        return (remove_lines(source, line.span),)
    opening = source.data.rfind(b"import", 0, line.span.start)
    closing = source.data.find(b")", line.span.end)
    return (remove_lines(source, Span(source.path, opening, closing + 1)),)


def _import_beside_single(file: GoFile, source: Source, path: str, eol: str) -> tuple[Edit, ...]:
    first = file.imports[0]
    if len(file.imports) > 1 or first.alias:
        alike = [line for line in file.imports if _is_standard(line.path) == _is_standard(path)]
        before = next((line for line in alike if line.path > path), None)
        if before is not None or not alike:
            start = _line_start(source, (before or first).span.start)
            return (_insert(source, start, f'import "{path}"{eol}'),)
        end = source.line_bounds(source.line_of(alike[-1].span.end))[1]
        return (_insert(source, end, f'{eol}import "{path}"'),)
    gap = eol if _is_standard(path) == _is_standard(first.path) else eol + eol
    pair = sorted((path, first.path), key=lambda p: (not _is_standard(p), p))
    lines = gap.join(f'{step(source)}"{p}"' for p in pair)
    return (Edit(first.span, f"({eol}{lines}{eol})"),)


def _first_block(source: Source, grouped: list[Import]) -> list[Import]:
    """The specs of the first parenthesised import declaration."""
    block = [grouped[0]]
    for line in grouped[1:]:
        if b")" in code_only(source.data[block[-1].span.end : line.span.start]):
            break
        block.append(line)
    return block


def _alone(source: Source, line: Import) -> bool:
    start = _line_start(source, line.span.start)
    return source.data[start : line.span.start].lstrip().startswith(b"import")


def _is_standard(path: str) -> bool:
    return "." not in path.split("/", 1)[0]


# -- lines and literals --------------------------------------------------------------------------------------------


def indentation(source: Source, offset: int) -> str:
    """The white space that the line at `offset` starts with."""
    start, end = source.line_bounds(source.line_of(offset))
    text = source.text(start, end)
    return text[: len(text) - len(text.lstrip())]


def step(source: Source) -> str:
    """One level of indentation as a file writes it: a tab, unless it indents by spaces."""
    found = _STEP.search(source.data)
    return found[1].decode() if found is not None else "\t"


def remove_lines(source: Source, span: Span) -> Edit:
    """Drop the lines of a span; the blank line after them goes too where one stands before them."""
    first, last = source.line_of(span.start), source.line_of(max(span.start, span.end - 1))
    start = source.starts[first - 1]
    end = source.starts[last] if last < len(source.starts) else len(source.data)
    opened = first == 1 or source.data[:start].rstrip(b" \t\r\n")[-1:] in (b"{", b"(")
    if (opened or _blank(source, first - 1)) and _blank(source, last + 1):
        end = source.starts[last + 1] if last + 1 < len(source.starts) else len(source.data)
    return Edit(Span(source.path, start, end), "")


def insert_element(source: Source, literal: Composite, key: str, value: str) -> tuple[Edit, ...]:
    """Edits that add `key: value` at the end of a literal whose elements have keys; values stay aligned."""
    if not literal.elements:
        return (_insert(source, literal.body.start + 1, f"{key}: {value}"),)
    last = literal.elements[-1]
    if source.line_of(last.span.start) == source.line_of(literal.body.end):
        return (_insert(source, last.span.end, f", {key}: {value}"),)
    after = source.line_bounds(source.line_of(last.span.end))[1]
    lead = indentation(source, last.span.start)
    run = _aligned_run(source, literal.elements)
    names = [_key(source, element) for element in run]
    width = max(map(len, (key, *names))) + 2
    start = (key + ":").ljust(width) if run else f"{key}: "
    edits = [_insert(source, after, f"{end_of_line(source)}{lead}{start}{value},")]
    for element, name in zip(run, names, strict=True):
        colon = source.data.find(b":", element.span.start + len(name.encode())) + 1
        gap = " " * (width - len(name) - 1)
        if source.text(colon, element.value.span.start) != gap:
            edits.append(Edit(Span(source.path, colon, element.value.span.start), gap))
    return tuple(edits)


def _aligned_run(source: Source, elements: tuple[Element, ...]) -> list[Element]:
    """The elements at the end that gofmt aligns with one more line: each on a line of its own, without gaps."""
    run: list[Element] = []
    below: int | None = None
    for element in reversed(elements):
        first, last = source.line_of(element.span.start), source.line_of(element.span.end)
        if first != last or not _key(source, element) or (below is not None and first != below - 1):
            break
        run.append(element)
        below = first
    return run


def _key(source: Source, element: Element) -> str:
    """The key of an element as it is written: a field's name, or the key of a map."""
    return element.field or (source.text(element.key.span.start, element.key.span.end) if element.key else "")


def _blank(source: Source, line: int) -> bool:
    if not 1 <= line < len(source.starts):
        return False
    start, end = source.line_bounds(line)
    return not source.data[start:end].strip()


def _line_start(source: Source, offset: int) -> int:
    return source.starts[source.line_of(offset) - 1]


def _insert(source: Source, at: int, text: str) -> Edit:
    return Edit(Span(source.path, at, at), text)


# -- signatures ----------------------------------------------------------------------------------------------------


def signature(source: Source, function: GoFunction) -> Signature | None:
    """The parts of a function's signature, None where its text isn't what is expected."""
    span = function.signature
    text = code_only(source.data)[span.start : span.end]
    opening = _opening(text)
    if opening is None:
        return None
    closing = _closing(text, opening)
    if closing is None:
        return None
    rest = text[closing + 1 :]
    start = span.start + closing + 1 + (len(rest) - len(rest.lstrip()))
    end = span.start + len(text.rstrip())
    results = Span(span.path, start, max(start, end))
    listed = rest.strip().startswith(b"(") and rest.strip().endswith(b")")
    inside = Span(span.path, span.start + opening + 1, span.start + closing)
    if not rest.strip():
        results = Span(span.path, span.start + closing + 1, span.start + closing + 1)
    return Signature(inside, results, listed)


def pieces(source: Source, span: Span) -> tuple[Piece, ...]:
    """The comma-separated entries of a list, given the span between its parentheses."""
    text = code_only(source.data)[span.start : span.end]
    found: list[Piece] = []
    for start, end in _split(text):
        raw = source.data[span.start + start : span.start + end]
        lead = len(raw) - len(raw.lstrip())
        place = Span(span.path, span.start + start + lead, span.start + start + lead + len(raw.strip()))
        if raw.strip():
            found.append(Piece(source.text(place.start, place.end), place))
    return tuple(found)


def _split(text: bytes) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for at, byte in enumerate(text):
        character = chr(byte)
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and depth == 0:
            yield start, at
            start = at + 1
    yield start, len(text)


def _opening(text: bytes) -> int | None:
    depth = 0
    for at, byte in enumerate(text):
        character = chr(byte)
        if character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
        elif character == "(" and depth == 0:
            return at
    return None


def _closing(text: bytes, opening: int) -> int | None:
    depth = 0
    for at in range(opening, len(text)):
        character = chr(text[at])
        depth += character in "([{"
        depth -= character in ")]}"
        if depth == 0:
            return at
    return None
