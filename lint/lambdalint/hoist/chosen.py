"""The text of a choice: names and failures in it are marks until they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lambdalint.gofix import indentation, step
from lambdalint.hoist import failure
from lambdalint.hoist.step import Step
from lambdalint.hoist.text import comment_above, comment_beside, rendered, with_comments
from lambdalint.model.goast import Assign, If, Name
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

_FAILURE = pattern(r"^(\s*)\x00(\w+)\x00(.*)$")


class Wording(NamedTuple):
    """A choice in words. `declared`: numbers of the targets that want a declaration of their own before it.

    `error`: it declares the error that it sets.
    """

    text: str
    declared: tuple[int, ...]
    error: bool


def mark(number: int) -> str:
    """What stands for the name of a target."""
    return f"\x01{number}\x01"


def named(text: str, names: Sequence[str]) -> str:
    """A text with these names for its marks."""
    for number, name in enumerate(names):
        text = text.replace(mark(number), name)
    return text


def told(lines: Sequence[str], style: failure.Style) -> list[str]:
    """Lines with what ends a start in place of the marks for it."""
    found: list[str] = []
    for line in lines:
        match = _FAILURE.match(line)
        found += [line] if match is None else [match[1] + each for each in failure.lines(style, match[3], match[2])]
    return found


def wording(
    choice: Step, source: Source, replaced: Mapping[Span, str], uses: Sequence[list[Name]], shared: Sequence[bool]
) -> Wording:
    """The text of a choice. `uses` are the names of each target, `shared` which of these are declared already.

    `replaced` has other texts for spans, its errors among them.
    """
    texts = dict(replaced)
    for number, names in enumerate(uses):
        texts |= {name.span: mark(number) for name in names}
    for check, message in choice.checks:
        told_there = check.then.span
        texts = {span: text for span, text in texts.items() if not told_there.contains(span)}
        texts[told_there] = _failure(check, message, choice, source)
    first: dict[str, Assign | None] = {}
    error = False
    for node in choice.body:
        if isinstance(node, Assign):
            declares, names_error = _operator(node, choice, shared, first, source, texts)
            error = error or (declares and names_error)
        for target in choice.targets:
            if node.span.contains(target.span):
                first.setdefault(target.ref, None)
    own = tuple(n for n, t in enumerate(choice.targets) if not shared[n] and first.get(t.ref) is None)
    lines: list[str] = []
    beside: dict[int, str] = {}
    for number, node in enumerate(choice.body):
        lines += comment_above(source, node.span) if number and not choice.kept else []
        lines += rendered(source, node.span, texts).split("\n")
        beside[len(lines) - 1] = comment_beside(source, node.span) if not choice.kept else ""
    return Wording("\n".join(with_comments(lines, beside)), own, error)


def _operator(
    node: Assign,
    choice: Step,
    shared: Sequence[bool],
    first: dict[str, Assign | None],
    source: Source,
    texts: dict[Span, str],
) -> tuple[bool, bool]:
    """Have an assignment declare what it is the first to set; whether it does, and whether it sets an error."""
    own = [t for t in node.targets if isinstance(t, Name)]
    numbers = [n for n, t in enumerate(choice.targets) if any(o.ref == t.ref for o in own)]
    start, end = node.targets[-1].span.end, node.values[0].span.start
    text = source.text(start, end)
    typed = text.strip() not in ("=", ":=", "+=")
    new = [n for n in numbers if choice.targets[n].ref not in first]
    declares = bool(new) and not typed and not any(shared[n] for n in numbers)
    for number in new:
        first[choice.targets[number].ref] = node if declares else None
    if text.strip() != "+=":
        texts[Span(source.path, start, end)] = " := " if declares else " = "
    return declares, len(own) > len(numbers)


def _failure(check: If, message: str, choice: Step, source: Source) -> str:
    lead = indentation(source, check.span.start)
    return f"{{\n{lead}{step(source)}\x00{_error(check, choice)}\x00{message}\n{lead}}}"


def _error(check: If, choice: Step) -> str:
    left = getattr(check.condition, "left", None)
    return left.name if isinstance(left, Name) and left.ref not in choice.errors else "err"
