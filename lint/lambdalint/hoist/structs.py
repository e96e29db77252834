"""Structs that carry a handler's dependencies: how they are made, and how a field is added to them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from lambdalint.fix import Edit
from lambdalint.gofix import code_only, insert_element
from lambdalint.hoist.family import Family
from lambdalint.hoist.startup import RefusedError
from lambdalint.model import goast, gotypes
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.model.goast import Assign, Composite, Name
from lambdalint.model.project import Project
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

_FIELD = pattern(r"^\t([A-Za-z_]\w*(?:, \w+)*)( +)([^`/\s][^`/]*)$")


class Struct(NamedTuple):
    """A struct that one literal with keys makes, in `maker`. `last` are the lines of its last fields, one run.

    `given` has what `maker` calls the values that it gives to fields and that stay the same.
    """

    name: str
    literal: Composite
    maker: GoFunction
    fields: frozenset[str]
    last: tuple[int, ...]
    given: Mapping[str, str]


def injected(project: Project, host: GoFunction, file: GoFile, source: Source, anywhere: bool) -> Struct | None:
    """The struct that `host` is a method of, where `main` makes it with what it depends on, and nothing else does.

    `anywhere`: another function that runs once, before the handler, may do that as well.
    """
    code = project.code
    outermost = code.functions[host.outermost]
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
    if made[1].name != "main" and not (anywhere and _runs_before(project, made[1])):
        return None
    names = {field.name for field in declared.underlying.fields} | set(declared.methods)
    return Struct(declared.name, made[0], made[1], frozenset(names), last, _given(project, *made))


def _made(project: Project, method: GoFunction) -> tuple[Composite, GoFunction] | None:
    """The only literal of the method's type, and the function around it."""
    found: list[tuple[Composite, GoFunction]] = []
    for function in project.code.functions.values():
        for node in goast.walk(function.body):
            if isinstance(node, Composite) and node.type == gotypes.Named(method.package, method.receiver_type):
                found.append((node, function))
    if len(found) != 1:
        return None
    literal, maker = found[0]
    keyed = literal.elements and all(element.field for element in literal.elements)
    return found[0] if keyed and maker.parent is None and maker.receiver is None else None


def _runs_before(project: Project, maker: GoFunction) -> bool:
    """True for a function that programs call before they start a handler, and no handler does."""
    code = project.code
    early = all(maker.key in program.startup for program in code.programs if maker.package in program.packages)
    return early and not any(r.function.key == maker.key for path in code.paths for r in path.reached)


def _given(project: Project, literal: Composite, maker: GoFunction) -> dict[str, str]:
    """The locals that a literal gives to fields, where neither gets another value."""
    family = Family(project.code, maker)
    found: dict[str, str] = {}
    for element in literal.elements:
        value = element.value
        if not isinstance(value, Name) or not value.ref.startswith("local:") or value.ref in family.parameters:
            continue
        writes = family.writes.get(value.ref, ())
        made = writes[0].node if len(writes) == 1 else None
        once = isinstance(made, Assign) and family.above(made) is maker.body
        once = once and max(name.span.start for name in family.names[value.ref]) < literal.span.end
        if once and not _changes(project, maker, element.field):
            found[element.field] = value.name
    return found


def _changes(project: Project, maker: GoFunction, field: str) -> bool:
    """True where some Go file changes a field of that name or what is in it, or gives its address away."""
    name = re.escape(field.encode())
    inside = rb"(?:\.\w+|\[[^\]\n]*\])*\s*(?:,[^;\n{}]*)?[-+*/|&^%]?=(?!=)|\.Handlers\b"
    written = re.compile(rb"\.%s(?:%s)|&[\w.]+\.%s\b" % (name, inside, name))
    return any(written.search(text) for text in _texts(project, maker.file, maker.package))


def _texts(project: Project, path: str, package: str) -> Iterator[bytes]:
    """The Go files beside `path`, and those that have its package."""
    quoted = b'"' + package.encode() + b'"'
    for other in project.code.go_files:
        source = project.sources.get(other)
        if source is not None and (posixpath.dirname(other) == posixpath.dirname(path) or quoted in source.data):
            yield code_only(source.data)


def unfilled(field: goast.Selector) -> RefusedError:
    """Why what depends on a field of the receiver can't be moved."""
    name = f"{getattr(field.operand, 'name', '')}.{field.name}"
    return RefusedError(field.span, f"it depends on {name}, which isn't surely given once, at start-up")


def _made_elsewhere(project: Project, file: GoFile, name: str) -> bool:
    """True where tests or other files spell a value of the type too, or of one with its name."""
    spelled = re.compile(rb"\b%s\{|\bnew\(%s\)|\bvar \w+ %s\b" % ((name.encode(),) * 3))
    return sum(len(spelled.findall(text)) for text in _texts(project, file.path, file.package)) != 1


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
