"""Jsonnet text → the nodes of the JSON that it makes, as far as they are written in it or follow from its locals.

What needs a call, `self`, `super` or a value from outside is `Unresolved`; the tag of a call that is given one text is
`name(text)`. Nothing is executed: an expression is read once, in the order of the text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Entry, Node, Scalar, Sequence, Unresolved

Names = Mapping[str, Node]
_SPACE = pattern(rb"(?:\s|//[^\n]*|#[^\n]*|/\*.*?\*/)*", re.DOTALL)
_TOKEN = pattern(
    rb"""(?P<name>[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?P<block>\|\|\|-?[ \t]*\r?\n)"""
    rb"""|(?P<text>@'(?:''|[^'])*'|@"(?:""|[^"])*"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
    rb"""|(?P<mark>[{}\[\]();,.$]|[-+*/%!&|^=<>~:]+)""",
    re.DOTALL,
)
_ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {b"true": True, b"false": False, b"null": None}
_OPERATORS = frozenset(b"+ - * / % == != < > <= >= && || & | ^ << >> in".split())
_DEEPEST = 40
_IMPORTS = 5


class _OddError(Exception):
    """The text isn't what this reader knows."""


def parse(path: str, data: bytes, load: Callable[[str], bytes | None], depth: int = 0) -> Node | None:
    """The value of a text; None for one that isn't understood. `load` gives the bytes of a file that it imports."""
    if len(data) > yamltree.LARGEST or depth > _IMPORTS:
        return None
    try:
        reader = _Reader(path, data, load, depth)
        found = reader.expression({}, 0)
        return found if reader.mark == b"" else None
    except (_OddError, RecursionError):
        return None


class _Reader:
    def __init__(self, path: str, data: bytes, load: Callable[[str], bytes | None], imports: int) -> None:
        self.path, self.data, self.load, self.imports = path, data, load, imports
        self.kind, self.mark = "", b""
        self.start = self.end = self.after = 0
        self._next()

    # -- tokens ------------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        """Go to the next token: `kind`, `mark` (its text), and where it starts; `end` is where the last one ended."""
        if self.kind == "" and self.after:
            raise _OddError
        self.end = self.after
        space = _SPACE.match(self.data, self.end)
        self.start = space.end() if space is not None else self.end
        found = _TOKEN.match(self.data, self.start)
        if found is None:
            if self.start < len(self.data):
                raise _OddError
            self.kind, self.mark, self.after = "", b"", self.start
            return
        self.kind, self.mark, self.after = str(found.lastgroup), found[0], found.end()
        if self.kind == "mark" and len(self.mark) > 1 and self.mark not in _OPERATORS:
            self._shorter()

    def _shorter(self) -> None:
        """Of signs that stand together those that are one: `:-1` is a colon and a number."""
        known = (b":::", b"::", b"+:::", b"+::", b"+:", *_OPERATORS)
        length = max((len(one) for one in known if self.mark.startswith(one)), default=1)
        self.mark, self.after = self.mark[:length], self.start + length

    def _skip(self, mark: bytes) -> bool:
        if self.mark == mark and self.kind != "text":
            self._next()
            return True
        return False

    def _need(self, mark: bytes) -> None:
        if not self._skip(mark):
            raise _OddError

    def _span(self, start: int) -> Span:
        return Span(self.path, start, self.end)

    # -- expressions -------------------------------------------------------------------------------------------------

    def expression(self, names: Names, depth: int) -> Node:
        """One expression, with all that its operators join."""
        if depth > _DEEPEST:
            raise _OddError
        start = self.start
        found = self._operand(names, depth + 1)
        sure = True  # while only `+` joins, it goes from left to right
        while self.kind in ("mark", "name") and self.mark in _OPERATORS:
            operator = self.mark
            self._next()
            right = self._operand(names, depth + 1)
            sure = sure and operator == b"+"
            found = _joined(found, right, self._span(start)) if sure else _compared(found, operator, right)
            found = found._replace(span=self._span(start)) if isinstance(found, Unresolved) else found
        return found

    def _operand(self, names: Names, depth: int) -> Node:
        start = self.start
        while self.kind == "mark" and self.mark in (b"-", b"+", b"!", b"~"):
            negative = self.mark == b"-"
            self._next()
            found = self._operand(names, depth + 1) if depth <= _DEEPEST else None
            if negative and isinstance(found, Scalar) and type(found.value) in (int, float):
                return _scalar(self._span(start), -found.value)  # type: ignore[operator]
            return Unresolved(self._span(start))
        word = self.mark.decode() if self.kind == "name" else ""
        found = self._primary(names, depth)
        while True:
            if self._skip(b"."):
                found = _member(found, self.mark.decode(), self._span(start))
                self._next()
            elif self._skip(b"["):
                key = self._until(b"]", names, depth)
                name = key[0].text if len(key) == 1 and isinstance(key[0], Scalar) else ""
                found = _member(found, name, self._span(start))
            elif self._skip(b"("):
                given = self._until(b")", names, depth)
                text = given[0].text if len(given) == 1 and isinstance(given[0], Scalar) else None
                found = Unresolved(self._span(start), f"{word}({text})" if word and text is not None else "")
                word = ""
            elif self.mark == b"{":
                found = _joined(found, self._object(names, depth), self._span(start))
            else:
                return found

    def _until(self, closing: bytes, names: Names, depth: int) -> list[Node]:
        """The expressions up to a bracket, whatever stands between them."""
        found = []
        while not self._skip(closing):
            if not (self._skip(b",") or self._skip(b":") or self._skip(b"::") or self._skip(b"=")):
                found.append(self.expression(names, depth + 1))
        return found

    def _primary(self, names: Names, depth: int) -> Node:
        start, mark, kind = self.start, self.mark, self.kind
        if kind == "name":
            return self._word(names, depth)
        if mark == b"{":
            return self._object(names, depth)
        self._next()
        if kind == "number":
            text = mark.decode()
            return _scalar(self._span(start), int(text) if text.isdigit() and len(text) < 30 else float(text))
        if kind == "text":
            return _text(self._span(start), mark)
        if kind == "block":
            return self._block(start)
        if mark == b"(":
            found = self.expression(names, depth + 1)
            self._need(b")")
            return found
        if mark == b"[":
            return self._list(start, names, depth)
        if mark == b"$":
            return Unresolved(self._span(start))
        raise _OddError

    def _word(self, names: Names, depth: int) -> Node:
        start, word = self.start, self.mark
        self._next()
        if word in _WORDS:
            return _scalar(self._span(start), _WORDS[word])
        if word == b"local":
            inner = self._locals(names, depth)
            self._need(b";")
            return self.expression(inner, depth + 1)
        if word == b"if":
            return self._choice(start, names, depth)
        if word in (b"import", b"importstr", b"importbin"):
            named = self._primary(names, depth)
            return self._imported(named) if word == b"import" else Unresolved(self._span(start))
        if word == b"assert":
            self.expression(names, depth + 1)
            if self._skip(b":"):
                self.expression(names, depth + 1)
            self._need(b";")
            return self.expression(names, depth + 1)
        if word == b"function":
            inner = self._parameters(names, depth)
            self.expression(inner, depth + 1)
        elif word == b"error":
            self.expression(names, depth + 1)
        return names.get(word.decode(), Unresolved(self._span(start)))

    def _choice(self, start: int, names: Names, depth: int) -> Node:
        test = self.expression(names, depth + 1)
        self._need(b"then")
        yes = self.expression(names, depth + 1)
        no: Node = _scalar(Span(self.path, start, start), None)
        if self._skip(b"else"):
            no = self.expression(names, depth + 1)
        known = isinstance(test, Scalar) and isinstance(test.value, bool)
        if not known:
            return Unresolved(self._span(start))
        return yes if isinstance(test, Scalar) and test.value else no

    def _imported(self, named: Node) -> Node:
        path = named.text if isinstance(named, Scalar) else ""
        place = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        data = self.load(place) if path else None
        found = parse(place, data, self.load, self.imports + 1) if data is not None else None
        return found if found is not None else Unresolved(named.span)

    def _locals(self, names: Names, depth: int) -> Names:
        """The names after `local`; one that stands before its meaning isn't known."""
        inner = dict(names)
        while True:
            name = self.mark.decode()
            self._next()
            parameters = self._parameters(inner, depth) if self.mark == b"(" else None
            self._need(b"=")
            place = self.start
            value = self.expression(inner if parameters is None else parameters, depth + 1)
            inner[name] = value if parameters is None else Unresolved(self._span(place))
            if not self._skip(b","):
                return inner

    def _parameters(self, names: Names, depth: int) -> Names:
        self._need(b"(")
        inner = dict(names)
        while not self._skip(b")"):
            inner[self.mark.decode()] = Unresolved(Span(self.path, self.start, self.after))
            self._next()
            if self._skip(b"="):
                self.expression(names, depth + 1)
            self._skip(b",")
        return inner

    # -- collections -------------------------------------------------------------------------------------------------

    def _list(self, start: int, names: Names, depth: int) -> Node:
        items = []
        made = False
        while not self._skip(b"]"):
            if self.mark in (b"for", b"if") and self.kind == "name":
                names, made = self._loop(names, depth), True
                continue
            items.append(self.expression(names, depth + 1))
            self._skip(b",")
        return Unresolved(self._span(start)) if made else Sequence(self._span(start), tuple(items), "json")

    def _loop(self, names: Names, depth: int) -> Names:
        """What follows the first member of a list or object that a loop makes."""
        inner = dict(names)
        if self._skip(b"for"):
            inner[self.mark.decode()] = Unresolved(Span(self.path, self.start, self.after))
            self._next()
            self._need(b"in")
        else:
            self._next()
        self.expression(inner, depth + 1)
        return inner

    def _object(self, names: Names, depth: int) -> Node:
        if depth > _DEEPEST:
            raise _OddError
        start = self.start
        self._need(b"{")
        entries: list[Entry] = []
        complete = True
        while not self._skip(b"}"):
            if self._skip(b"local"):
                names = self._locals(names, depth + 1)
            elif self._skip(b"assert"):
                self._until_comma(names, depth)
            elif self.mark in (b"for", b"if") and self.kind == "name":
                names, complete = self._loop(names, depth), False
                continue
            else:
                entry = self._field(names, depth)
                complete = complete and entry is not None
                entries += [entry] if entry is not None and entry.key.text else []
            if not self._skip(b",") and self.mark not in (b"}", b"for"):
                raise _OddError
        return yamltree.Mapping(self._span(start), tuple(entries) if complete else (), "json", complete)

    def _until_comma(self, names: Names, depth: int) -> None:
        self.expression(names, depth + 1)
        if self._skip(b":"):
            self.expression(names, depth + 1)

    def _field(self, names: Names, depth: int) -> Entry | None:
        """One field; None where its name isn't known, one without a name where it is hidden."""
        start = self.start
        key: Node
        if self._skip(b"["):
            key = self.expression(names, depth + 1)
            self._need(b"]")
        elif self.kind in ("text", "name"):
            kind, mark = self.kind, self.mark
            self._next()
            key = _text(self._span(start), mark if kind == "text" else b'"' + mark + b'"')
        else:
            raise _OddError
        inner = self._parameters(names, depth) if self.mark == b"(" else None
        sign = self.mark
        if sign.lstrip(b"+") not in (b":", b"::", b":::"):
            raise _OddError
        self._next()
        value = self.expression(names if inner is None else inner, depth + 1)
        if sign.startswith(b"+"):
            value = Unresolved(value.span)
        if not isinstance(key, Scalar):
            return None
        hidden = sign.endswith(b"::") and not sign.endswith(b":::")
        key = key._replace(text="") if hidden or inner is not None else key
        return Entry(self._span(start), key, value)

    def _block(self, start: int) -> Node:
        """A text between lines of three bars."""
        first = re.compile(rb"(?:\r?\n)*([ \t]+)").match(self.data, self.data.index(b"\n", start) + 1)
        closing = re.compile(rb"^[ \t]*\|\|\|", re.MULTILINE).search(self.data, start + 3)
        if first is None or closing is None:
            raise _OddError
        lines = self.data[self.data.index(b"\n", start) + 1 : closing.start()].decode("utf-8", "replace")
        self.after = closing.end()
        self._next()
        margin = first[1].decode()
        text = "".join(line.removeprefix(margin) for line in lines.splitlines(keepends=True))
        return Scalar(self._span(start), text, text, "json", exact=False)


def _scalar(span: Span, value: bool | float | None) -> Scalar:
    words = {True: "true", False: "false", None: "null"}
    text = words[value] if value is None or isinstance(value, bool) else str(value)
    return Scalar(span, value, text, "json", exact=False)


def _text(span: Span, written: bytes) -> Scalar:
    mark = written.decode("utf-8", "replace")
    if mark[0] == "@":
        text = mark[2:-1].replace(mark[1] * 2, mark[1])
    else:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPES.get(m[2], m[2]), mark[1:-1])
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # two halves are one character
    return Scalar(span, text, text, "json", exact=text == mark[1:-1])


def _member(value: Node, name: str, span: Span) -> Node:
    found = value.get(name) if isinstance(value, yamltree.Mapping) and value.complete else None
    return found if found is not None else Unresolved(span)


def _joined(left: Node, right: Node, span: Span) -> Node:
    """What `+` makes of two values."""
    if isinstance(left, Scalar) and isinstance(right, Scalar):
        if isinstance(left.value, str) or isinstance(right.value, str):
            return Scalar(span, left.text + right.text, left.text + right.text, "json", exact=False)
        if type(left.value) is int and type(right.value) is int:
            return _scalar(span, left.value + right.value)
    if isinstance(left, Sequence) and isinstance(right, Sequence):
        return Sequence(span, left.items + right.items, "json")
    if isinstance(right, yamltree.Mapping) and isinstance(left, yamltree.Mapping | Unresolved):
        known = left if isinstance(left, yamltree.Mapping) else yamltree.Mapping(left.span, (), "json", False)
        # what isn't known of the right may stand for any of the left
        before = (e for e in known.entries if right.complete and right.entry(e.key.text) is None)
        return yamltree.Mapping(span, (*before, *right.entries), "json", known.complete and right.complete)
    return Unresolved(span)


def _compared(left: Node, operator: bytes, right: Node) -> Node:
    if operator in (b"==", b"!=") and isinstance(left, Scalar) and isinstance(right, Scalar):
        same = left.value == right.value and isinstance(left.value, bool) == isinstance(right.value, bool)
        return _scalar(left.span, same == (operator == b"=="))
    return Unresolved(left.span)
