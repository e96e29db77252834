"""Writing into TypeScript and JavaScript as the file already does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.fix import Edit
from lambdalint.frontends import spell
from lambdalint.frontends.script import copies
from lambdalint.frontends.script.members import Held
from lambdalint.frontends.script.quoting import Quoting
from lambdalint.frontends.script.values import Call, Fields
from lambdalint.frontends.ts.packages import inside, package_path
from lambdalint.pattern import pattern
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree
from lambdalint.value import Slot

_BARE = pattern(r"[A-Za-z_$][\w$]*")


class TypeScript(Quoting):
    """How programs of a project write things. `texts` gives the bytes of a file, `scripts` its tree."""

    usual = "'"

    def literal(self, value: object, quote: str = "'") -> str:
        """A str, int, bool or tuple of str."""
        return spell.script(value, quote)

    def member(self, path: str, file: str) -> str | None:
        """A class or constant by the name that a file knows it by."""
        script = self._scripts(file)
        for module, names in _imports(script):
            base = package_path(module)
            for name, local in names:
                whole = base if name in ("*", "default") else inside(base, name)
                if path == whole:
                    return local
                if path.startswith(whole + "."):
                    return local + path[len(whole) :]
        return _beyond(path, script)

    def runtime(self, name: str, file: str) -> str | None:
        """A runtime by its plain name."""
        kind = self.member("lambda.Runtime", file)
        return f"new {kind}({self.literals(file)(name)})" if kind is not None else None

    def nested(self, kind: str, name: str, value: object, file: str) -> str | None:
        """An object with one property."""
        del kind
        return f"{{ {name}: {self.literals(file)(value)} }}"

    def attribute(self, owner: str, name: str, suffix: str, file: str) -> str | None:
        """An attribute of what a file calls `owner`; a text can only follow where Pulumi's own module is known."""
        if not suffix:
            return f"{owner}.{name}"
        template = self.member("pulumi.pulumi.interpolate", file)
        return f"{template}`${{{owner}.{name}}}{suffix}`" if template is not None else None

    def copied(self, node: tree.Call, copy: copies.Copy) -> Slot | None:
        """A slot that makes a resource once more, after the statement that makes it."""
        data = self._texts(node.span.path)
        props = node.arguments[copy.place + 1] if len(node.arguments) > copy.place + 1 else None
        if not isinstance(props, tree.Object) or not props.entries:
            return None
        members: list[copies.Member] = []
        for entry in props.entries:
            if not isinstance(entry, tree.Entry) or not entry.literal or entry.shorthand:
                return None
            word = data[entry.key.span.start : entry.key.span.end].decode("utf-8", "replace").strip("'\"")
            members.append(copies.Member(word, entry.span, entry.value.span))
        first = node.arguments[copy.place]
        call = copies.Call(node.span, first.span, props.span, (), tuple(members))
        literal = self.literals(node.span.path)
        return copies.slot(data, call, copy, literal, lambda name, value: f"{name}: {literal(value)}")

    def literal_slot(self, span: Span) -> Slot:
        """How a literal is written anew: with the quotes it has."""
        first = self._texts(span.path)[span.start : span.start + 1].decode("utf-8", "replace")
        quote = first if first in "'\"`" and first else self.quote(span.path)
        return Slot(span, "", "", lambda value: self.literal(value, quote))

    def name_slot(self, span: Span) -> Slot:
        """How the name of an entry is written anew."""
        first = self._texts(span.path)[span.start : span.start + 1].decode("utf-8", "replace")
        if first in ("'", '"'):
            return Slot(span, "", "", lambda value: self.literal(str(value), first))
        return Slot(span, "", "", lambda v: str(v) if _BARE.fullmatch(str(v)) else self.literal(str(v)))

    def removal(self, span: Span) -> Span:
        """An entry of an object with its comma, and its line where it has its own."""
        data = self._texts(span.path)
        end = span.end
        after = re.compile(rb"[ \t]*,").match(data, end)
        if after is not None:
            end = after.end()
        line = data.rfind(b"\n", 0, span.start) + 1
        rest = re.compile(rb"[ \t]*(?://[^\n]*)?\r?\n").match(data, end)
        if not data[line : span.start].strip() and rest is not None:
            return span._replace(start=line, end=rest.end())
        if after is not None:
            blank = re.compile(rb"[ \t]*").match(data, end)
            return span._replace(end=blank.end() if blank is not None else end)
        before = re.compile(rb",\s*$").search(data[:end][: span.start])
        if before is not None:
            return span._replace(start=before.start())
        alone = re.compile(rb"[ \t]*(?=\})").match(data, end)
        opened = data[line : span.start].rstrip(b" \t")
        if alone is not None and opened.endswith(b"{"):
            return span._replace(start=line + len(opened), end=alone.end())
        return span

    def mapping(self, name: str, value: str, file: str) -> str:
        """An object with one entry, as a property."""
        literal = self.literals(file)
        return f"{{ {name}: {literal(value)} }}"

    def taken_out(self, held: Held) -> tuple[Span, tuple[Edit, ...]]:
        """An entry of an object; an item of a list that has others, for of an empty one nothing is known."""
        span = held.node.span
        listed = not isinstance(held.node, tree.Entry)
        return (span._replace(end=span.start) if listed and len(held.beside) == 1 else self.removal(span)), ()

    def insertion(self, fields: Fields, name: str) -> tuple[Span, str, str] | None:
        """Where a new property goes: after the last one, in its layout."""
        node = fields.literal
        if not isinstance(node, tree.Object):
            return None
        data = self._texts(node.span.path)
        written = name if _BARE.fullmatch(name) else self.literal(name, self.quote(node.span.path))
        if not node.entries:
            if data[node.span.start + 1 : node.span.end - 1].strip():
                return None
            inner = Span(node.span.path, node.span.start + 1, node.span.end - 1)
            return inner, f" {written}: ", " "
        last = node.entries[-1].span
        line = data.rfind(b"\n", 0, last.start) + 1
        indent = data[line : last.start]
        if indent.strip() or line <= node.span.start:
            return Span(last.path, last.end, last.end), f", {written}: ", ""
        newline = "\r\n" if data[line - 2 : line] == b"\r\n" else "\n"
        comma = re.compile(rb"[ \t]*,").match(data, last.end)
        at = comma.end() if comma is not None else last.end
        before = f"{'' if comma is not None else ','}{newline}{indent.decode()}{written}: "
        return Span(last.path, at, at), before, "," if comma is not None else ""

    def addition(self, call: Call, at: int, name: str) -> tuple[Span, str, str] | None:
        """Where an object with a first property goes: behind the last argument, as another one."""
        data, end = self._texts(call.span.path), call.span.end - 1
        if len(call.arguments) != at or data[end : end + 1] != b")" or not _BARE.fullmatch(name):
            return None
        last = data[end - 1 : end]
        if (last == b"(") != (at == 0) or last in b", \t\r\n":
            return None
        return Span(call.span.path, end, end), f"{', ' if at else ''}{{ {name}: ", " }"

    def head(self, node: tree.Call) -> Span:
        """`new lambda.Function(this, "Api"` where that is one line, else up to the bracket."""
        data = self._texts(node.span.path)
        start = node.span.start
        target = node.target.span
        if not node.new and isinstance(node.target, tree.Member):
            start = node.target.name_span.start
        end = target.end
        if node.new and len(node.arguments) > 1 and b"\n" not in data[start : node.arguments[1].span.end]:
            end = node.arguments[1].span.end
        return Span(node.span.path, start, end)


def _imports(script: tree.Script | None) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The modules that a file knows, each with its names there and here."""
    for statement in script.body if script is not None else ():
        match statement:
            case tree.Import(module, names, _):
                yield module, names
            case tree.Declare(
                pattern, tree.Call(tree.Name("require", _), (tree.Literal(str(module), _, _),), _, _, _, _)
            ):
                yield module, _taken(pattern)


def _taken(pattern: tree.Pattern) -> tuple[tuple[str, str], ...]:
    if isinstance(pattern, tree.Name):
        return (("*", pattern.name),)
    entries = pattern.entries if isinstance(pattern, tree.ObjectPattern) else ()
    return tuple((e[0], e[1].name) for e in entries if not isinstance(e, tree.Rest) and isinstance(e[1], tree.Name))


def _beyond(path: str, script: tree.Script | None) -> str | None:
    """A module reached through the one that holds them all: `cdk.aws_lambda.Runtime`."""
    module, _, rest = path.partition(".")
    if module != "lambda":
        return None
    for name, names in _imports(script):
        if name == "aws-cdk-lib":
            for outer, local in names:
                if outer == "*":
                    return f"{local}.aws_lambda.{rest}"
    return None
