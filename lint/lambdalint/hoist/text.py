"""Text of what moves and of what stays: renamed, indented anew, without the lines that left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lambdalint.fix import Edit
from lambdalint.gofix import indentation, step
from lambdalint.hoist.repair import comment_lines
from lambdalint.model.code import GoFile
from lambdalint.model.gotypes import Basic, Func, GoType, Map, Named, Pointer, Slice, package_name
from lambdalint.source import Source, Span


def rendered(source: Source, span: Span, replaced: Mapping[Span, str]) -> str:
    """The text of a span with other texts in place of some spans inside it, without the indentation of its lines."""
    parts: list[bytes] = []
    at = span.start
    for inner, text in sorted(replaced.items()):
        if span.contains(inner):
            parts += (source.data[at : inner.start], text.encode())
            at = inner.end
    parts.append(source.data[at : span.end])
    lead, unit = indentation(source, span.start), len(step(source))
    lines = b"".join(parts).decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    return "\n".join([lines[0], *(_with_tabs(line.removeprefix(lead), lead, unit) for line in lines[1:])])


def _with_tabs(line: str, lead: str, unit: int) -> str:
    """A line of a file that is indented with spaces, with tabs."""
    if not lead or "\t" in lead:
        return line
    bare = line.lstrip(" ")
    if unit == 1:
        unit = 4 if len(lead) % 4 == 0 else 2
    return "\t" * ((len(line) - len(bare)) // unit) + bare


def indented(source: Source, edits: Iterable[Edit]) -> list[Edit]:
    """The same edits, with lines that are indented as those of the file are."""
    unit = step(source)
    return list(edits) if unit == "\t" else [edit._replace(text=_with_spaces(edit, source, unit)) for edit in edits]


def _with_spaces(edit: Edit, source: Source, unit: str) -> str:
    lines = edit.text.split("\n")
    behind = source.line_bounds(source.line_of(edit.span.start))[0] < edit.span.start  # the first is no whole line
    return "\n".join([*lines[:behind], *(_lead(line).replace("\t", unit) + line.lstrip() for line in lines[behind:])])


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def comment_above(source: Source, span: Span) -> list[str]:
    """The lines of the comment right above a statement, without their indentation."""
    lines = sorted(comment_lines(source, source.line_of(span.start)))
    lead = indentation(source, span.start)
    return [source.text(*source.line_bounds(line)).removeprefix(lead).rstrip() for line in lines]


def comment_beside(source: Source, span: Span) -> str:
    """The comment at the end of a statement's last line, with a space before it; empty where there is none."""
    _, end = source.line_bounds(source.line_of(max(span.start, span.end - 1)))
    tail = source.text(span.end, end).strip()
    return f" {tail}" if tail.startswith("//") else ""


def without(source: Source, spans: Iterable[Span]) -> list[Edit]:
    """Edits that drop the lines of statements with the comments above them, and blank lines that would be left over."""
    gone: set[int] = set()
    for span in spans:
        first, last = source.line_of(span.start), source.line_of(max(span.start, span.end - 1))
        gone |= {*range(first, last + 1), *comment_lines(source, first)}
    total = len(source.starts)
    grown = True
    while grown:
        grown = False
        for line in sorted(gone):
            before, after = _nearest(gone, line, -1), _nearest(gone, line, 1)
            if before > 0 and after <= total and (_text(source, before), _text(source, after)) == ("var (", ")"):
                gone |= {before, after}
                grown = True
            elif 0 < after <= total and _text(source, after) == "" and _opens(source, before):
                gone.add(after)
                grown = True
            elif before > 0 and after <= total and _text(source, before) == "" and _closes(source, after):
                gone.add(before)
                grown = True
    return [_lines(source, run) for run in _runs(sorted(gone))]


def _nearest(gone: set[int], line: int, step: int) -> int:
    while line in gone:
        line += step
    return line


def _opens(source: Source, line: int) -> bool:
    """True for a blank line, and for one after which none should come."""
    text = _text(source, line) if line > 0 else "{"
    return text == "" or text.endswith(("{", "(", ":"))


def _closes(source: Source, line: int) -> bool:
    return _text(source, line).startswith(("}", ")"))


def _text(source: Source, line: int) -> str:
    return source.text(*source.line_bounds(line)).strip()


def _runs(lines: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and runs[-1][1] == line - 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return runs


def _lines(source: Source, run: tuple[int, int]) -> Edit:
    start = source.starts[run[0] - 1]
    end = source.starts[run[1]] if run[1] < len(source.starts) else len(source.data)
    return Edit(Span(source.path, start, end), "")


def type_text(kind: GoType | None, file: GoFile, needed: set[str]) -> str | None:
    """A type as `file` would spell it; paths of packages that it doesn't import go into `needed`. None: can't be."""
    if isinstance(kind, Basic):
        return None if kind.name.startswith("untyped") else kind.name
    if isinstance(kind, Pointer | Slice):
        inner = type_text(kind.element, file, needed)
        return None if inner is None else ("*" if isinstance(kind, Pointer) else "[]") + inner
    if isinstance(kind, Map):
        key, inner = type_text(kind.key, file, needed), type_text(kind.element, file, needed)
        return None if key is None or inner is None else f"map[{key}]{inner}"
    if isinstance(kind, Named):
        if kind.name in ("", "*") or kind.arguments or "." in kind.name:
            return None
        if kind.package == file.package:
            return kind.name
        if not kind.name[0].isupper():
            return None
        name = next((i.name for i in file.imports if i.path == kind.package and i.name not in ("_", ".")), None)
        if name is None:
            name = package_name(kind.package)
            if any(i.name == name for i in file.imports):
                return None
            needed.add(kind.package)
        return f"{name}.{kind.name}"
    return _function_text(kind, file, needed) if isinstance(kind, Func) else None


def _function_text(kind: Func, file: GoFile, needed: set[str]) -> str | None:
    parameters = [type_text(one, file, needed) for one in kind.parameters]
    results = [type_text(one, file, needed) for one in kind.results]
    if kind.variadic or None in parameters or None in results:
        return None
    given = ", ".join(text or "" for text in parameters)
    back = ", ".join(text or "" for text in results)
    return f"func({given})" + (f" ({back})" if len(results) > 1 else f" {back}".rstrip())


def declarations(variables: list[tuple[str, str]]) -> str:
    """Declarations of package variables, as gofmt writes them."""
    if len(variables) == 1:
        return f"var {variables[0][0]} {variables[0][1]}\n"
    width = max(len(name) for name, _ in variables)
    inside = "".join(f"\t{name.ljust(width)} {kind}\n" for name, kind in variables)
    return f"var (\n{inside})\n"


def with_comments(lines: list[str], beside: Mapping[int, str]) -> list[str]:
    """Lines with comments at their ends, by number; those on successive lines are aligned."""
    found = list(lines)
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and beside.get(end):
            end += 1
        width = max((len(line) for line in lines[number:end]), default=0)
        for at in range(number, end):
            found[at] = lines[at].ljust(width) + " " + beside[at].strip()
        number = max(end, number + 1)
    return found
