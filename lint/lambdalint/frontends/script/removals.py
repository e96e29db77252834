"""What to remove from a program so that a method isn't called with a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lambdalint.fix import Edit
from lambdalint.frontends.script.members import Held, Members
from lambdalint.frontends.script.values import Atom, Call, Fields, Items, Thing, span_of
from lambdalint.frontends.script.visible import Names
from lambdalint.frontends.script.wording import Writer
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree

_REST = pattern(rb"[ \t]*;?[ \t]*(?:(?://|#)[^\r\n]*)?(?:\r?\n|\Z)")
_OPEN = pattern(rb"^[ \t]*(?:\}[ \t]*)?(?:else|(?:if|for|while)\b[^\n{]*(?<!:))$")
_CLOSED = pattern(rb"[ \t]*(?:\r?\n|\}|\Z)")
_SAID = pattern(rb"[ \t]*(?://|#)[^\r\n]*(?=\r?\n)")
_DOTTED = pattern(rb"\.[ \t]*(?://[^\r\n]*)?\r?\n[ \t]*")
_IF = pattern(rb"[ \t]*(if\b[ \t]*\(?[ \t]*)")
_THEN = pattern(rb"[ \t]*(?:\)\s*(\{?)|:)\s*")
_CLOSING = pattern(rb"[ \t]*;?[ \t]*(?:(?://|#)[^\r\n]*)?\s*\}")
_DECLARED_AND_USED = 2


class Removals:
    """One program: `calls` is its trace, `text` gives the bytes of a file, `body` its statements, `names` its names."""

    def __init__(
        self,
        calls: Sequence[Call],
        writer: Writer,
        body: Callable[[str], Sequence[tree.Statement]],
        text: Callable[[str], bytes],
        names: Callable[[str], Names],
    ) -> None:
        self._calls = calls
        self._writer = writer
        self._body = body
        self._text = text
        self._names = names
        self._members: dict[str, Members] = {}

    def of(self, call: Call) -> tuple[Span, tuple[Edit, ...]]:
        """The text whose removal takes out a method call, and edits that go with it; empty where that isn't possible.

        That is the statement or the link of a chain; or what a loop has for it, where the first argument comes from
        there and only this method gets it.
        """
        first = call.argument(0)
        place = span_of(first) if first is not None else None
        for member in reversed(call.rounds) if place is not None else ():
            element = self._element(member, place) if place is not None else None
            if element is not None and place is not None:
                return self._writer.taken_out(element) if self._is_given_alone(call, place) else _nothing(call.span)
        same = [_plain(other) == _plain(call) for other in self._calls if other.span == call.span]
        return self._said(call) if all(same) else _nothing(call.span)

    def assigned(self, target: Span) -> tuple[Span, tuple[Edit, ...]]:
        """What assigns to a member, and edits that go with its removal.

        `target` is the place of the member, whose statement is removed; or of a name in a map that a loop goes over.
        """
        found = self._names(target.path).assignment(target)
        if found is not None:
            return self._statement(*found)
        held = self._of(target.path).entry(target)
        using = any(target in _places(given, 3) for call in self._calls for given in call.arguments)
        return self._writer.taken_out(held) if held is not None and not using else _nothing(target)

    # -- loops -------------------------------------------------------------------------------------------------------

    def _of(self, path: str) -> Members:
        if path not in self._members:
            self._members[path] = Members(self._body(path))
        return self._members[path]

    def _element(self, member: Span, place: Span) -> Held | None:
        return self._of(member.path).at(member, place)

    def _is_given_alone(self, call: Call, place: Span) -> bool:
        """True where nothing but this method, of whatever thing, gets the text that stands at a place."""
        name = getattr(call.callee, "name", None)
        using = [other for other in self._calls if any(place in _places(given, 3) for given in other.arguments)]
        return all(getattr(other.callee, "name", None) == name for other in using)

    # -- calls -------------------------------------------------------------------------------------------------------

    def _said(self, call: Call) -> tuple[Span, tuple[Edit, ...]]:
        names = self._names(call.span.path)
        node = names.call(call.span)
        if node is None or not isinstance(node.target, tree.Member):
            return _nothing(call.span)
        if isinstance(node.target.target, tree.Call) or names.is_linked(call.span):
            return self._link(call.span, node.target)
        return self._statement(call.span, node.target.target)

    def _link(self, span: Span, target: tree.Member) -> tuple[Span, tuple[Edit, ...]]:
        """One call of a chain, with the comment behind it where it has a line of its own."""
        data, start = self._text(span.path), _span(target.target).end
        between = data[start : target.name_span.start]
        if between.strip(b" \t\r\n\\") not in (b".", b"?."):
            return _nothing(span)
        dotted = _DOTTED.match(data, span.end)
        if dotted is not None:
            return span._replace(start=target.name_span.start, end=dotted.end()), ()
        said = _SAID.match(data, span.end) if b"\n" in between else None
        return span._replace(start=start, end=said.end() if said is not None else span.end), ()

    def _statement(self, span: Span, owner: tree.Expr) -> tuple[Span, tuple[Edit, ...]]:
        """The lines of a call that is a statement by itself, with the condition that nothing else stands under."""
        data = self._text(span.path)
        chosen = self._choice(span, data)
        span = chosen or span
        line = data.rfind(b"\n", 0, span.start) + 1
        rest = _REST.match(data, span.end)
        if rest is None or data[line : span.start].strip() or not isinstance(owner, tree.Name | tree.Member):
            return _nothing(span)
        above = _end_above(data, line)
        opening = data[data.rfind(b"\n", 0, above) + 1 : above]
        indented = span.path.endswith(".py")  # where a block can't be left empty
        if _OPEN.search(opening) or (indented and chosen is None and self._names(span.path).is_alone(span)):
            return _nothing(span)
        around = self._left(owner) if isinstance(owner, tree.Name) else ()
        if around is None:
            return _nothing(span)
        blank = data[above:line].count(b"\n") > 1 and _CLOSED.match(data, rest.end()) is not None
        return span._replace(start=data.index(b"\n", above) + 1 if blank else line, end=rest.end()), around

    def _choice(self, span: Span, data: bytes) -> Span | None:
        """The choice around a statement that is all of it. The compiler of Go may want what the test uses."""
        test = self._names(span.path).test(span)
        if test is None or span.path.endswith(".go"):
            return None
        tested = _span(test)
        line = data.rfind(b"\n", 0, tested.start) + 1
        opened, between = _IF.fullmatch(data, line, tested.start), _THEN.fullmatch(data, tested.end, span.start)
        if opened is None or between is None:
            return None
        closed = _CLOSING.match(data, span.end) if between[1] else None
        if between[1] and closed is None:
            return None
        return span._replace(start=opened.start(1), end=closed.end() if closed is not None else span.end)

    def _left(self, name: tree.Name) -> tuple[Edit, ...] | None:
        """What is to be done about a name that has one use less; None where that isn't known."""
        names = self._names(name.span.path)
        places = names.bound(name.name)
        if names.count(name.name) > _DECLARED_AND_USED and len(places) == 1:
            return ()
        return self._writer.unused(places[0] if len(places) == 1 else None)


def _span(node: tree.Expr) -> Span:
    span: Span = node.span
    return span


def _nothing(span: Span) -> tuple[Span, tuple[Edit, ...]]:
    return span._replace(end=span.start), ()


def _plain(call: Call) -> object:
    first = call.argument(0)
    return first.value if isinstance(first, Atom) else first


def _places(thing: Thing, depth: int) -> Iterator[Span]:
    """Where a thing stands, and what is in it."""
    inner: Sequence[Thing] = ()
    if isinstance(thing, Atom):
        yield thing.span
        inner = thing.parts
    elif isinstance(thing, Items):
        inner = thing.items
    elif isinstance(thing, Fields):
        inner = [field.value for field in thing.fields.values()]
    for part in inner if depth else ():
        yield from _places(part, depth - 1)


def _end_above(data: bytes, at: int) -> int:
    """Where the text before a place ends, without the white space behind it."""
    while at > 0 and data[at - 1 : at].isspace():
        at -= 1
    return at
