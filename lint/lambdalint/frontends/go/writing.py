"""Writing into Go programs so that they stay as gofmt leaves them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence

from lambdalint.fix import Edit
from lambdalint.frontends.go import copies
from lambdalint.frontends.go.alignment import emptied
from lambdalint.frontends.go.nodes import Composite, Element
from lambdalint.frontends.go.packages import Workspace, package_path
from lambdalint.frontends.go.values import Struct
from lambdalint.frontends.script import lists
from lambdalint.frontends.script.copies import Copy
from lambdalint.frontends.script.language import Aligned
from lambdalint.frontends.script.members import Held
from lambdalint.frontends.script.values import Atom, Call, Fields, Member
from lambdalint.frontends.spell import MARK
from lambdalint.pattern import pattern
from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", '"': '\\"'}
_REST = pattern(rb",[ \t]*(?://[^\n]*)?\r?\n")
_KEY = pattern(rb'[ \t]*(?:"[^"\n]*"|\w+):[ \t]')
_BLANK = pattern(rb"[ \t]*\r?\n")
_WRAPPER = pattern(rb"(?:\w+\.)?\w+\($")
_OPTIONS = {"addFunctionUrl": "lambda.FunctionUrlOptions", "addPermission": "lambda.Permission"}
_DECLARED = pattern(rb"[ \t]*:=[ \t]*(?=[\w.]+\()")
_CALLED = frozenset({"lambda.Runtime", "lambda.Architecture", "apigatewayv2.PayloadFormatVersion"})


class _Line(NamedTuple):
    """One element on a line of its own: where its key starts, how wide it is, where the value starts and ends."""

    start: int
    width: int
    value: int
    end: int


class GoWriting:
    """How CDK programs write things. `texts` gives the bytes of a file."""

    module = "jsii"

    def __init__(self, texts: Callable[[str], bytes], workspace: Workspace) -> None:
        self._texts = texts
        self._workspace = workspace

    # -- values ------------------------------------------------------------------------------------------------------

    def plain(self, value: object) -> str:
        """A str, int or bool of Go."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return '"' + "".join(_NAMED.get(c, c if c >= " " else f"\\x{ord(c):02x}") for c in value) + '"'
        return str(value)

    def literal(self, value: object) -> str:
        """A str, int, bool or tuple of str as a property of a construct."""
        if isinstance(value, tuple | list):
            return f"jsii.Strings({', '.join(map(self.plain, value))})"
        kind = "Bool" if isinstance(value, bool) else "String" if isinstance(value, str) else "Number"
        return f"jsii.{kind}({self.plain(value)})"

    def literals(self, file: str) -> Callable[[object], str]:
        """`literal` as one file writes it: all write it alike."""
        del file
        return self.literal

    def member(self, path: str, file: str) -> str | None:
        """A class, struct or constant by the name that a file knows it by."""
        module, local = self._known(path, file)
        if local is None:
            return None
        owner, _, name = path[len(module) + 1 :].partition(".")
        written = f"{local}.{owner}_{name}" if name else f"{local}.{owner}"
        return written + "()" if name and f"{module}.{owner}" in _CALLED else written

    def _known(self, path: str, file: str) -> tuple[str, str | None]:
        """The module that something belongs to, and the name by which a file knows it."""
        module = path
        while "." in module:
            module = module.rpartition(".")[0]
            local = self._local(module, file)
            if local is not None:
                return module, local
        return module, None

    def call(self, path: str, arguments: tuple[object, ...], file: str) -> str | None:
        """A call of a static function with literals."""
        module, _, rest = path.partition(".")
        local = self._local(module, file)
        owner, _, name = rest.partition(".")
        if local is None or self._local(self.module, file) != self.module:
            return None
        given = ", ".join(map(self.literal, arguments))
        return f"{local}.{owner}_{name[:1].upper()}{name[1:]}({given})"

    def constant(self, name: str) -> str:
        """The last name of a constant."""
        return name

    def runtime(self, name: str, file: str) -> str | None:
        """A runtime by its plain name."""
        local = self._local("lambda", file)
        if local is None or self._local(self.module, file) != self.module:
            return None
        return f"{local}.NewRuntime({self.literal(name)}, {local}.RuntimeFamily_OTHER, nil)"

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """A struct with one field."""
        written = self.member(kind, file)
        return f"&{written}{{{name[:1].upper()}{name[1:]}: {self.literal(value)}}}" if written is not None else None

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`: a method that gives a pointer, which no text can follow."""
        del file
        return f"{owner}.{name[:1].upper()}{name[1:]}()" if not suffix else None

    def unused(self, place: Span | None) -> tuple[Edit, ...] | None:
        """The compiler refuses a variable that nothing uses; its value stays for what it does."""
        declared = _DECLARED.match(self._texts(place.path), place.end) if place is not None else None
        return (Edit(place._replace(end=declared.end()), ""),) if place is not None and declared is not None else None

    def copied(self, node: tree.Call, copy: Copy) -> Slot | None:
        """A slot that makes a resource once more, after the statement that makes it."""
        return copies.slot(self._texts(node.span.path), node, copy, self.literal)

    def package_path(self, path: str) -> str:
        """The plain path of a package."""
        return package_path(path)

    def _local(self, module: str, file: str) -> str | None:
        """The name by which a file knows a package from elsewhere."""
        for spec in self._workspace.head(file).imports:
            if self.package_path(spec.path) == module and spec.name not in ("_", "."):
                return spec.name or self._workspace.name_of(spec.path, None)
        return None

    # -- places ------------------------------------------------------------------------------------------------------

    def head(self, node: tree.Call) -> Span:
        """`awslambda.NewFunction(stack, jsii.String("Api")` where that is one line, else up to the bracket."""
        data = self._texts(node.span.path)
        start = node.span.start
        if not node.new and isinstance(node.target, tree.Member):
            start = node.target.name_span.start
        end = node.target.span.end
        if node.new and len(node.arguments) > 1 and b"\n" not in data[start : node.arguments[1].span.end]:
            end = node.arguments[1].span.end
        return Span(node.span.path, start, end)

    def insertion(self, fields: Fields, name: str) -> tuple[Span, str, str] | Aligned | None:
        """Where a new field goes: last, in the layout of the others."""
        node = fields.literal
        if not isinstance(node, Composite) or self._local(self.module, node.span.path) != self.module:
            return None
        data = self._texts(node.span.path)
        struct = isinstance(fields, Struct)
        key = f"{name[:1].upper()}{name[1:]}:" if struct else f"{self.plain(name)}:"
        body = node.body
        if not node.elements:
            inner = Span(body.path, body.start + 1, body.end - 1)
            return (inner, f"{key} ", "") if not data[inner.start : inner.end].strip() else None
        last = node.elements[-1].span
        line = data.rfind(b"\n", 0, last.start) + 1
        if line <= body.start:
            flat = b"\n" not in data[last.end : body.end]
            return (Span(last.path, last.end, last.end), f", {key} ", "") if flat else None
        indent = data[line : last.start]
        if indent.strip() or b"\n" not in data[last.end : body.end]:
            return None
        if not struct and name == MARK:
            return self._apart(data, last, key, indent.decode(), body)  # nobody knows yet how wide it is
        return self._below(data, node.elements, key, indent.decode(), body)

    def _apart(self, data: bytes, last: Span, key: str, indent: str, body: Span) -> tuple[Span, str, str] | None:
        newline = "\r\n" if b"\r\n" in data[body.start : body.end] else "\n"
        at = _line_end(data, last.end, body.end)
        return (Span(body.path, at, at), f"{newline}{indent}{key} ", f",{newline}") if at is not None else None

    def package(self, path: str, file: str) -> str | None:
        """The folder of a package of the project."""
        return self._workspace.resolve(path, posixpath.dirname(file) or ".")

    def addition(self, call: Call, at: int, name: str) -> tuple[Span, str, str] | None:
        """A struct with a first field takes the place of `nil`."""
        nothing, kind = call.argument(at), self.struct(call)
        if not isinstance(nothing, Atom) or kind is None:
            return None
        place = nothing.span
        written = self.member(kind, place.path)
        if written is None or self._texts(place.path)[place.start : place.end] != b"nil":
            return None
        known = self._local(self.module, place.path) == self.module
        return (place, f"&{written}{{{name[:1].upper()}{name[1:]}: ", "}") if known else None

    def struct(self, call: Call) -> str | None:
        """The struct of properties that a call takes."""
        if call.new:
            return f"{call.path}Props"
        return _OPTIONS.get(call.callee.name) if isinstance(call.callee, Member) else None

    def _below(
        self, data: bytes, elements: Sequence[Element], key: str, indent: str, body: Span
    ) -> tuple[Span, str, str] | Aligned | None:
        newline = "\r\n" if b"\r\n" in data[body.start : body.end] else "\n"
        groups = _groups(data, elements)
        for group in reversed(groups):
            width = max(line.width for line in group)
            at = _line_end(data, group[-1].end, body.end)
            if at is not None and len(key) <= width:
                return Span(body.path, at, at), f"{indent}{key.ljust(width)} ", f",{newline}"
        last = elements[-1]
        at = _line_end(data, last.span.end, body.end)
        if at is None:
            return None
        place = Span(body.path, at, at)
        if b"\n" in data[last.span.start : last.span.end]:
            return place, f"{indent}{key} ", f",{newline}"
        if any(b"//" in data[line.end : data.find(b"\n", line.end)] for line in groups[-1]):
            return self._apart(data, last.span, key, indent, body)  # the comments may be aligned with others
        return Aligned(place, f"{indent}{key} ", f",{newline}", _realigned(groups[-1], len(key), body.path))

    def name_slot(self, span: Span) -> Slot | None:
        """How the key of a map is written anew, where nothing is aligned with it."""
        data = self._texts(span.path)
        line = data.rfind(b"\n", 0, span.start) + 1
        beside = (data.rfind(b"\n", 0, line - 1) + 1 if line else 0, data.find(b"\n", span.end) + 1)
        alone = data[line : span.start].strip() or not any(start and _KEY.match(data, start) for start in beside)
        return Slot(span, "", "", self.plain) if alone else None

    def removal(self, element: Element, elements: Sequence[Element]) -> tuple[Span, tuple[Edit, ...]]:
        """An element with its line, and edits that keep the others aligned; an empty text where that isn't possible."""
        span = element.span
        data = self._texts(span.path)
        nothing = span._replace(end=span.start), ()
        line = data.rfind(b"\n", 0, span.start) + 1
        rest = _REST.match(data, span.end)
        single = b"\n" not in data[span.start : span.end] and not data[line : span.start].strip()
        if rest is None or not single:
            place = _beside(data, element, elements)
            return (place, ()) if place is not None else nothing
        before, after = data[:line].rstrip(), data[rest.end() :].lstrip()
        if len(elements) == 1:
            # without elements the literal is one line, which is aligned with its neighbours
            end = len(data) - len(after)
            around = emptied(data, span.path, len(before), end) if after.startswith(b"}") else None
            return (span._replace(start=len(before), end=end), around) if around is not None else nothing
        group = next((g for g in _groups(data, elements) if any(one.start == span.start for one in g)), [])
        others = [one for one in group if one.start != span.start]
        edits = _realigned(others, max((one.width for one in others), default=0), span.path)
        blank = _blank_before(data, line) if after.startswith(b"}") or _BLANK.match(data, rest.end()) else line
        return span._replace(start=blank, end=rest.end()), edits

    def written(self, span: Span) -> bytes:
        """The text that stands at a place."""
        return self._texts(span.path)[span.start : span.end]

    def further(self, text: Span, following: Span | None) -> Slot:
        """Where more words go behind a text in a list."""
        item, spelled = self._item(text)
        after = self._item(following)[0] if following is not None else None
        return lists.further(self._texts(text.path), item, after, spelled)

    def mapping(self, name: str, value: str, file: str) -> str | None:
        """A map with one entry, as a property."""
        known = self._local(self.module, file) == self.module
        return f"&map[string]*string{{{self.plain(name)}: {self.literal(value)}}}" if known else None

    def _item(self, text: Span) -> tuple[Span, Callable[[object], str]]:
        """The item of a list that a text is, and how others are written: a call that makes a pointer, or it alone."""
        data = self._texts(text.path)
        line = data.rfind(b"\n", 0, text.start) + 1
        wrapped = _WRAPPER.search(data[line : text.start])
        if wrapped is None or data[text.end : text.end + 1] != b")":
            return text, self.plain
        wrapper = wrapped[0].decode()
        return Span(text.path, line + wrapped.start(), text.end + 1), lambda value: f"{wrapper}{self.plain(value)})"

    def taken_out(self, held: Held) -> tuple[Span, tuple[Edit, ...]]:
        """A member of a map or list."""
        return self.removal(held.node, held.beside)


class PulumiWriting(GoWriting):
    """How Pulumi programs write things."""

    module = "pulumi"

    def literal(self, value: object) -> str:
        """A str, int, bool or tuple of str as a property of a resource."""
        if isinstance(value, tuple | list):
            return f"pulumi.StringArray{{{', '.join(map(self.literal, value))}}}"
        kind = "Bool" if isinstance(value, bool) else "String" if isinstance(value, str) else "Int"
        return f"pulumi.{kind}({self.plain(value)})"

    def struct(self, call: Call) -> str | None:
        """The struct of properties that a resource takes."""
        return f"{call.path}Args" if call.new else None

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`, followed by a text."""
        field = f"{owner}.{name[:1].upper()}{name[1:]}"
        if not suffix:
            return field
        local = self._local(self.module, file)
        return f"{local}.Sprintf({self.plain('%s' + suffix)}, {field})" if local is not None else None

    def package_path(self, path: str) -> str:
        """The plain path of a package, `pulumi` for that of the values."""
        return "pulumi" if package_path(path) == "pulumi.pulumi" else package_path(path)


def _beside(data: bytes, element: Element, elements: Sequence[Element]) -> Span | None:
    """An element on a line with others, with the comma that goes with it; None where anything else is near."""
    at = next((i for i, other in enumerate(elements) if other.span == element.span), 0)
    span = element.span
    if at + 1 < len(elements):
        span = span._replace(end=elements[at + 1].span.start)
        between = data[element.span.end : span.end]
    elif at:
        span = span._replace(start=elements[at - 1].span.end)
        between = data[span.start : element.span.start]
    else:
        between = b"," if data[span.start - 1 : span.start] + data[span.end : span.end + 1] == b"{}" else b""
    alone = between.strip() == b"," and b"\n" not in data[span.start : span.end]
    return span if alone and not _is_commented(data, span) else None


def _is_commented(data: bytes, span: Span) -> bool:
    """True where a comment ends a line that has another one for a neighbour: gofmt aligns those."""
    start, end = data.rfind(b"\n", 0, span.start) + 1, data.find(b"\n", span.end)
    above = data[data.rfind(b"\n", 0, max(start - 1, 0)) + 1 : start]
    below = data[end + 1 :].split(b"\n", 1)[0]
    return b"//" in data[start:end] and b"//" in above + below


def _blank_before(data: bytes, line: int) -> int:
    """Where the blank lines above a line begin."""
    above = len(data[:line].rstrip())
    return data.find(b"\n", above) + 1 if b"\n" in data[above:line] else line


def _line_end(data: bytes, at: int, limit: int) -> int | None:
    """The start of the line below an element that ends with a comma."""
    found = re.compile(rb"[ \t]*,[ \t]*(?://[^\n]*)?\r?\n").match(data, at)
    return found.end() if found is not None and found.end() <= limit else None


def _realigned(lines: Sequence[_Line], width: int, path: str) -> tuple[Edit, ...]:
    """Edits after which the values of a group stand behind keys of this width."""
    return tuple(
        Edit(Span(path, one.start + one.width, one.value), " " * (width - one.width + 1))
        for one in lines
        if one.value - one.start != width + 1
    )


def _groups(data: bytes, elements: Sequence[Element]) -> list[list[_Line]]:
    """Elements that gofmt aligns with each other: one-line ones on neighbouring lines."""
    groups: list[list[_Line]] = []
    ended = -1
    for element in elements:
        start, end = element.span.start, element.span.end
        line = data.rfind(b"\n", 0, start) + 1
        single = b"\n" not in data[start:end] and not data[line:start].strip() and element.key is not None
        if not single:
            ended = -1
            continue
        here = _Line(start, element.place.end - start + 1, element.value.span.start, end)
        if ended >= 0 and data[ended:start].count(b"\n") == 1:
            groups[-1].append(here)
        else:
            groups.append([here])
        ended = end
    return groups
