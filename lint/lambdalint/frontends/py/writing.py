"""Writing into Python as the file already does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lambdalint.fix import Edit
from lambdalint.frontends.py.names import camel, inside, package_path, snake
from lambdalint.frontends.script import copies
from lambdalint.frontends.script.language import Aligned, Place
from lambdalint.frontends.script.members import Held
from lambdalint.frontends.script.quoting import Quoting
from lambdalint.frontends.script.values import Call, Fields
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_OTHER = {'"': "'", "'": '"'}
_MODULES = ("lambda", "sqs", "logs", "apigateway", "apigatewayv2", "iam")


class Python(Quoting):
    """How programs of a project write things. `texts` gives the bytes of a file, `scripts` its tree."""

    usual = '"'

    def literal(self, value: object, quote: str = '"') -> str:
        """A str, int, bool or tuple of str."""
        if isinstance(value, bool):
            return "True" if value else "False"
        if isinstance(value, str):
            quote = _OTHER[quote] if quote in value and _OTHER[quote] not in value else quote
            text = "".join(_NAMED.get(c, "\\" + c if c == quote else c) for c in value)
            return f"{quote}{text}{quote}"
        if isinstance(value, tuple | list):
            return f"[{', '.join(self.literal(item, quote) for item in value)}]"
        return str(value)

    def member(self, path: str, file: str) -> str | None:
        """A class or constant by the name that a file knows it by."""
        script = self._scripts(file)
        imports = list(_imports(script))
        for module, names in imports:
            base = package_path(module)
            for name, local in names:
                whole = base if name == "*" else inside(base, name)
                if path == whole:
                    return local
                if path.startswith(whole + ".") and local != "*":
                    return local + path[len(whole) :].replace(".lambda.", ".lambda_.")
        return _beyond(path, imports)

    def runtime(self, name: str, file: str) -> str | None:
        """A runtime by its plain name."""
        kind = self.member("lambda.Runtime", file)
        return f"{kind}({self.literals(file)(name)})" if kind is not None else None

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """The class where the file knows it, else a dictionary, which stands for any class."""
        literal = self.literals(file)
        callee = self.member(kind, file)
        if callee is not None:
            return f"{callee}({snake(name)}={literal(value)})"
        return f"{{{literal(snake(name))}: {literal(value)}}}"

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`; a text can only follow where Pulumi's own module is known."""
        if not suffix:
            return f"{owner}.{snake(name)}"
        output = self.member("pulumi.pulumi.Output", file)
        return f"{output}.concat({owner}.{snake(name)}, {self.literals(file)(suffix)})" if output is not None else None

    def copied(self, node: tree.Call, copy: copies.Copy) -> Slot | None:
        """A slot that makes a resource once more, after the statement that makes it."""
        given = node.named.entries if node.named is not None else ()
        members = [
            copies.Member(camel(str(entry.key.value)), entry.span, entry.value.span)
            for entry in given
            if isinstance(entry, tree.Entry) and isinstance(entry.key, tree.Literal)
        ]
        if node.named is None or not members or len(members) < len(given) or len(node.arguments) <= copy.place:
            return None
        before = tuple(argument.span for argument in node.arguments)
        call = copies.Call(node.span, before[copy.place], node.named.span, before, tuple(members))
        literal = self.literals(node.span.path)
        data = self._texts(node.span.path)
        return copies.slot(data, call, copy, literal, lambda name, value: f"{snake(name)}={literal(value)}")

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew: with the quotes it has."""
        first = self._texts(span.path)[span.start : span.end].decode("utf-8", "replace").lstrip("rRbBuU")[:1]
        quote = first if first in ("'", '"') else self.quote(span.path)
        return Slot(span, "", "", lambda value: self.literal(value, quote))

    def removal(self, span: Span) -> Span:
        """An entry with its comma, and its line where it has its own."""
        data = self._texts(span.path)
        end = span.end
        after = re.compile(rb"[ \t]*,").match(data, end)
        if after is not None:
            end = after.end()
        line = data.rfind(b"\n", 0, span.start) + 1
        rest = re.compile(rb"[ \t]*(?:#[^\n]*)?\r?\n").match(data, end)
        if not data[line : span.start].strip() and rest is not None:
            return span._replace(start=line, end=rest.end())
        if after is not None:
            blank = re.compile(rb"[ \t]*").match(data, end)
            return span._replace(end=blank.end() if blank is not None else end)
        before = re.compile(rb",\s*$").search(data[: span.start])
        return span._replace(start=before.start() if before is not None else span.start)

    def mapping(self, name: str, value: str, file: str) -> str:
        """An object with one entry, as a property."""
        literal = self.literals(file)
        return f"{{{literal(name)}: {literal(value)}}}"

    def taken_out(self, held: Held) -> tuple[Span, tuple[Edit, ...]]:
        """An entry of a dictionary; an item of a list that has others, or of a tuple that keeps two."""
        span, first = held.node.span, held.beside[0].span.start
        listed = not isinstance(held.node, tree.Entry)
        least = 2 if self._texts(span.path)[:first].rstrip().endswith(b"[") else 3
        return (span._replace(end=span.start) if listed and len(held.beside) < least else self.removal(span)), ()

    def insertion(self, fields: Fields, name: str) -> Place | None:
        """Where a new property goes: after the last argument or entry, in its layout."""
        node = fields.literal
        if isinstance(node, tree.Call) and node.named is not None:
            items = [part.span for part in (*node.arguments, *node.named.entries)]
            return self._after(node.named.span, sorted(items), f"{snake(name)}=")
        if isinstance(node, tree.Object):
            written = self.literal(snake(name), self.quote(node.span.path))
            return self._after(node.span, [entry.span for entry in node.entries], f"{written}: ")
        return None

    def _after(self, whole: Span, items: Sequence[Span], written: str) -> Place | None:
        data = self._texts(whole.path)
        if not items:
            inner = Span(whole.path, whole.start + 1, whole.end - 1)
            return (inner, written, "") if not data[inner.start : inner.end].strip() else None
        last = items[-1]
        line = data.rfind(b"\n", 0, last.start) + 1
        indent = data[line : last.start]
        newline = "\r\n" if data[line - 2 : line] == b"\r\n" else "\n"
        if line > whole.start and indent.strip():
            apart = self._apart(data, items, newline)
            if apart is not None:
                lead = data[line : items[0].start].decode()
                return Aligned(last._replace(start=last.end), f",{newline}{lead}{written}", ",", apart)
        if indent.strip() or line <= whole.start:
            return Span(last.path, last.end, last.end), f", {written}", ""
        comma = re.compile(rb"[ \t]*,").match(data, last.end)
        at = comma.end() if comma is not None else last.end
        before = f"{'' if comma is not None else ','}{newline}{indent.decode()}{written}"
        return Span(last.path, at, at), before, "," if comma is not None else ""

    def _apart(self, data: bytes, items: Sequence[Span], newline: str) -> tuple[Edit, ...] | None:
        """Edits that give each of the items its line, where all share one between the brackets."""
        line = data.rfind(b"\n", 0, items[0].start) + 1
        lead = data[line : items[0].start]
        gaps = [Span(a.path, a.end, b.start) for a, b in pairwise(items)]
        closed = re.compile(rb"[ \t]*\r?\n[ \t]*[)\]}]").match(data, items[-1].end)
        if lead.strip() or closed is None or any(data[g.start : g.end] != b", " for g in gaps):
            return None
        return tuple(Edit(gap, f",{newline}{lead.decode()}") for gap in gaps)

    def addition(self, call: Call, at: int, name: str) -> Place | None:
        """Keyword arguments can always be added: see `insertion`."""
        del call, at, name
        return None

    def head(self, node: tree.Call) -> Span:
        """`lambda_.Function(self, "Api"` where that is one line, else up to the bracket."""
        data = self._texts(node.span.path)
        start = node.span.start
        end = node.target.span.end
        last = node.target.name if isinstance(node.target, tree.Member | tree.Name) else ""
        if isinstance(node.target, tree.Member) and not last[:1].isupper():
            start = node.target.name_span.start
        if last[:1].isupper() and len(node.arguments) > 1:
            inner = node.arguments[1].span.end
            end = inner if b"\n" not in data[start:inner] else end
        return Span(node.span.path, start, end)


def _imports(script: tree.Script | None) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The modules that a file knows, each with its names there and here."""
    for statement in script.body if script is not None else ():
        if isinstance(statement, tree.Import):
            yield statement.module, statement.names


def _beyond(path: str, imports: list[tuple[str, tuple[tuple[str, str], ...]]]) -> str | None:
    """A module reached through the one that holds them all: `cdk.aws_lambda.Runtime`."""
    module, _, rest = path.partition(".")
    if module not in _MODULES:
        return None
    for name, names in imports:
        if name == "aws_cdk":
            for outer, local in names:
                if outer == "*" and local != "*":
                    return f"{local}.aws_{module}.{rest}"
    return None
