"""Declarations in one `var ( … )`: where some leave, the others are aligned anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.fix import Edit
from lambdalint.hoist.family import Family
from lambdalint.hoist.startup import RefusedError
from lambdalint.model.goast import Assign, Block, Node
from lambdalint.source import Source, Span


def realigned(family: Family, source: Source, going: Iterable[Node]) -> list[Edit]:
    """Edits that align what is left as gofmt does when these statements go. Raises RefusedError where they can't."""
    leaving = {id(node): node for node in going}
    edits: dict[Span, Edit] = {}
    for node in leaving.values():
        group = sorted([node, *_declared_with(node, family, source)], key=lambda one: one.span)
        left = [one for one in group if id(one) not in leaving]
        if not left or _is_padded(node, source) or any(_is_as_wide(one, node, source) for one in left):
            continue
        if not all(_is_plain(one, source) for one in group) or _is_apart(group, source):
            raise RefusedError(node.span, "it is declared together with others")
        edits |= {edit.span: edit for edit in _padding(left, source)}
    return list(edits.values())


def _is_plain(node: Node, source: Source) -> bool:
    """True for `name type` on a line without more."""
    plain = isinstance(node, Assign) and not node.values and "\n" not in _text(source, node.span)
    _, end = source.line_bounds(source.line_of(node.span.start))
    return plain and not source.text(node.span.end, end).strip()


def _is_apart(group: list[Node], source: Source) -> bool:
    """True where declarations don't stand on successive lines."""
    lines = [source.line_of(node.span.start) for node in group]
    return lines != list(range(lines[0], lines[0] + len(lines)))


def _padding(left: list[Node], source: Source) -> Iterator[Edit]:
    """Edits of the space between names and types."""
    named = [(one.span.start, one.targets[-1].span.end, one.span.end) for one in left if isinstance(one, Assign)]
    width = max(len(source.text(start, end)) for start, end, _ in named)
    for start, end, last in named:
        behind = source.text(end, last)
        old = len(behind) - len(behind.lstrip())
        new = width + 1 - len(source.text(start, end))
        if old != new:
            yield Edit(Span(source.path, end, end + old), " " * new)


def before(source: Source, node: Node) -> str:
    """What stands on a statement's first line before it."""
    start, _ = source.line_bounds(source.line_of(node.span.start))
    return source.text(start, node.span.start).strip()


def _declared_with(node: Node, family: Family, source: Source) -> list[Node]:
    """The other declarations of the `var ( … )` that one is in."""
    held = family.above(node)
    grouped = isinstance(node, Assign) and node.declared and before(source, node) == ""
    if not grouped or not isinstance(held, Block):
        return []
    at = next(n for n, s in enumerate(held.statements) if s is node)
    found: list[Node] = []
    for run, step in ((held.statements[:at][::-1], -1), (held.statements[at + 1 :], 1)):
        last = node
        for other in run:
            first, second = (last, other) if step > 0 else (other, last)
            between = source.text(first.span.end, second.span.start)
            if any(line.partition("//")[0].strip() for line in between.split("\n")):
                break
            found.append(other)
            last = other
    return found


def _is_padded(node: Node, source: Source) -> bool:
    """True where a longer name than that of a declaration keeps the others aligned."""
    if not isinstance(node, Assign) or "\n" in _text(source, node.span):
        return False
    behind = source.text(node.targets[-1].span.end, node.span.end)
    return behind.startswith("  ") and not (node.values and _is_typed(node, source))


def _is_as_wide(one: Node, node: Node, source: Source) -> bool:
    """True where a declaration keeps its neighbours aligned as another one did that goes."""
    if not isinstance(one, Assign) or not isinstance(node, Assign):
        return False
    wide, own = (source.text(n.span.start, n.targets[-1].span.end) for n in (one, node))
    lines = [source.line_of(n.span.start) for n in (one, node)]
    plain = "\n" not in _text(source, one.span) + _text(source, node.span)
    alike = _is_typed(one, source) == _is_typed(node, source) and not (node.values and _is_typed(node, source))
    return plain and alike and abs(lines[0] - lines[1]) == 1 and len(wide) >= len(own)


def _is_typed(node: Assign, source: Source) -> bool:
    return not source.text(node.targets[-1].span.end, node.span.end).lstrip().startswith("=")


def _text(source: Source, span: Span) -> str:
    return source.text(span.start, span.end)
