"""Structs that carry a handler's dependencies: how they are made, and how a field is added to them."""

from __future__ import annotations

import posixpath
import re

from lambdalint.fix import Edit
from lambdalint.gofix import code_only, insert_element
from lambdalint.model import goast, gotypes
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.model.goast import Composite
from lambdalint.model.project import Project
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

_FIELD = re.compile(r"^\t([A-Za-z_]\w*(?:, \w+)*)( +)([^`/\s][^`/]*)$")


class Struct(NamedTuple):
    """A struct that one literal with keys makes, in `maker`. `last` are the lines of its last fields, one run."""

    name: str
    literal: Composite
    maker: GoFunction
    fields: frozenset[str]
    last: tuple[int, ...]


def injected(project: Project, host: GoFunction, file: GoFile, source: Source) -> Struct | None:
    """The struct that `host` is a method of, where `main` makes it with what it depends on, and nothing else does."""
    code = project.code
    outermost = code.functions[host.key.split("$")[0]]
    receiver = outermost.receiver
    declared = code.types.get(f"{outermost.package}.{outermost.receiver_type}")
    if receiver is None or receiver.name in ("", "_") or declared is None or declared.span.path != file.path:
        return None
    if not isinstance(declared.underlying, gotypes.Struct) or not declared.underlying.fields:
        return None
    made = _made(project, outermost)
    last = _last_fields(source, declared.name)
    if made is None or not last or made[1].file != file.path or _made_elsewhere(project, file, declared.name):
        return None
    names = {field.name for field in declared.underlying.fields} | set(declared.methods)
    return Struct(declared.name, made[0], made[1], frozenset(names), last)


def _made(project: Project, method: GoFunction) -> tuple[Composite, GoFunction] | None:
    """The only literal of the method's type, and `main` around it."""
    found: list[tuple[Composite, GoFunction]] = []
    for function in project.code.functions.values():
        for node in goast.walk(function.body):
            if isinstance(node, Composite) and node.type == gotypes.Named(method.package, method.receiver_type):
                found.append((node, function))
    if len(found) != 1:
        return None
    literal, maker = found[0]
    keyed = literal.elements and all(element.field for element in literal.elements)
    return found[0] if keyed and maker.name == "main" and maker.parent is None else None


def _made_elsewhere(project: Project, file: GoFile, name: str) -> bool:
    """True where tests or other files spell a value of the type too."""
    spelled = re.compile(rb"\b%s\{|\bnew\(%s\)|\bvar \w+ %s\b" % ((name.encode(),) * 3))
    count = 0
    for path in project.code.folders.get(posixpath.dirname(file.path), ()):
        source = project.sources.get(path)
        count += len(spelled.findall(code_only(source.data))) if source is not None else 0
    return count != 1


def _last_fields(source: Source, name: str) -> tuple[int, ...]:
    """The lines of the last fields of a struct declaration, as far as gofmt aligns them; none where it isn't simple."""
    found = re.search(rf"(?m)^type {re.escape(name)} struct \{{$", source.data.decode("utf-8", "replace"))
    text = source.data.find(b"type " + name.encode() + b" struct {")
    if found is None or text < 0:
        return ()
    closing = source.data.find(b"\n}", text)
    line = source.line_of(closing)
    first = source.line_of(text)
    run: list[int] = []
    while line > first and _FIELD.match(source.text(*source.line_bounds(line))):
        run.insert(0, line)
        line -= 1
    return tuple(run)


def with_fields(source: Source, struct: Struct, fields: list[tuple[str, str]]) -> list[Edit]:
    """Edits that add fields, by name and type, to the declaration and to the literal, under their own names."""
    lines = [_FIELD.match(source.text(*source.line_bounds(line))) for line in struct.last]
    width = max([*(len(m[1]) for m in lines if m), *(len(name) for name, _ in fields)])
    edits: list[Edit] = []
    for line, match in zip(struct.last, lines, strict=True):
        if match is not None and len(match[1]) + len(match[2]) != width + 1:
            start = source.starts[line - 1] + 1 + len(match[1].encode())
            edits.append(Edit(Span(source.path, start, start + len(match[2])), " " * (width + 1 - len(match[1]))))
    _, end = source.line_bounds(struct.last[-1])
    text = "".join(f"\n\t{name.ljust(width)} {kind}" for name, kind in fields)
    edits.append(Edit(Span(source.path, end, end), text))
    return [*edits, *_elements(source, struct.literal, [name for name, _ in fields])]


def _elements(source: Source, literal: Composite, names: list[str]) -> list[Edit]:
    """Edits that add `name: name` for each, aligned with what is there."""
    longest = max(names, key=len)
    edits = list(insert_element(source, literal, longest, longest))
    added = next(edit for edit in edits if edit.span.start == edit.span.end)
    head, _, tail = added.text.partition(longest + ":")
    gap = len(tail) - len(tail.lstrip())
    width = len(longest) + 1 + gap
    if "\n" not in head:
        lines = (head + f"{name}: {name}" for name in names)
    else:
        lines = (head + f"{name}:".ljust(width) + f"{name}," for name in names)
    return [*(edit for edit in edits if edit is not added), Edit(added.span, "".join(lines))]
