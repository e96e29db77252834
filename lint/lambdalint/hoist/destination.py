"""Where start-up happens: in an `init`, in `main` before the handler is started, or in fields that `main` fills."""

from __future__ import annotations

import re

from lambdalint.fix import Edit
from lambdalint.gofix import code_only
from lambdalint.hoist.repair import comment_lines
from lambdalint.hoist.structs import Struct, injected
from lambdalint.model import goast
from lambdalint.model.code import GoFile, GoFunction, Program
from lambdalint.model.goast import Assign, Block, Name, Node
from lambdalint.model.project import Project
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span

_FUNCTION = re.compile(rb"(?m)^func\b")


class Destination(NamedTuple):
    """`kind` is `init`, `main` or `field`. `function` is where statements go, before the line at `offset`.

    Without a function a new `init` is written at `offset`. `struct` has what a `field` destination adds to. `unfolded`
    are edits that give statements of one line a line each; the first is the one that start-up goes into.
    """

    kind: str
    function: GoFunction | None
    offset: int
    struct: Struct | None = None
    unfolded: tuple[Edit, ...] = ()

    def statements(self) -> tuple[Node, ...]:
        """What the function does before."""
        body = self.function.body if self.function is not None else None
        return tuple(s for s in body.statements if s.span.start < self.offset) if body is not None else ()

    def is_last(self) -> bool:
        """True where nothing of the function comes after."""
        body = self.function.body if self.function is not None else None
        return all(s.span.start < self.offset for s in body.statements) if body is not None else True

    def declares_error(self) -> bool:
        """True where `err` is a name already."""
        return any(_declares(s, "err") for s in self.statements())

    def declares_error_later(self) -> bool:
        """True where a later statement declares `err` and nothing else, which it could not do after an earlier one."""
        body = self.function.body if self.function is not None else None
        later = [s for s in body.statements if s.span.start >= self.offset] if body is not None else []
        return any(isinstance(s, Assign) and _declares(s, "err") and len(s.targets) == 1 for s in later)


def in_init(project: Project, file: GoFile, source: Source, literal: Span | None = None) -> Destination:
    """The end of the last `init` of a file; a new one where there is none to add to.

    `literal` is of a function that an `init` makes a handler of: what that needs is there before it.
    """
    found = [
        f
        for f in project.code.functions.values()
        if f.file == file.path and f.name == "init" and f.receiver is None and f.parent is None and f.body is not None
    ]
    if literal is not None:
        around = next((f for f in found if f.span.contains(literal)), None)
        there = _paragraph(around, literal, source) if around is not None else None
        if there is not None:
            return there
    last = max(found, key=lambda f: f.span.start, default=None)
    if last is not None and last.body is not None and not _returns(last):
        at = source.starts[source.line_of(last.body.span.end - 1) - 1]
        if not source.text(at, last.body.span.end - 1).strip():
            return Destination("init", last, at)
    return Destination("init", None, before_functions(source))


def _paragraph(function: GoFunction, literal: Span, source: Source) -> Destination | None:
    """Before the statements without a blank line between them that a literal is in."""
    statements = function.body.statements if function.body is not None else ()
    number = next((n for n, s in enumerate(statements) if s.span.contains(literal)), -1)
    if number < 0:
        return None
    while number and not _apart(statements[number - 1], statements[number], source):
        number -= 1
    return _before(function, statements[number], source, "init", None)


def _apart(one: Node, other: Node, source: Source) -> bool:
    return any(not line.strip() for line in source.text(one.span.end, other.span.start).split("\n")[1:-1])


def before_functions(source: Source) -> int:
    """Where the first function of a file starts, with its comment."""
    first = _FUNCTION.search(code_only(source.data))
    return above(source, first.start() if first else len(source.data))


def in_main(program: Program | None, file: GoFile, source: Source) -> Destination | None:
    """Before the statement of `main` that starts the handler, where `main` is in this file."""
    main = program.main if program is not None else None
    if program is None or main is None or main.file != file.path or main.body is None:
        return None
    for statement in main.body.statements:
        if any(statement.span.contains(entry.call.span) for entry in program.entries):
            return _unfolded(main, main.body, statement, source) or _before(main, statement, source, "main", None)
    return None


def _unfolded(main: GoFunction, body: Block, statement: Node, source: Source) -> Destination | None:
    """The destination where other statements, or the braces of `main`, stand on the line that starts the handler."""
    path, statements = source.path, body.statements
    starts = [s.span.start for s in statements]
    ends = [body.span.start + 1, *(s.span.end for s in statements)]
    gaps = [Edit(Span(path, *gap), "\n\t") for gap in zip(ends, starts, strict=False)]
    number = starts.index(statement.span.start)
    if source.line_of(body.span.start) == source.line_of(body.span.end - 1):
        gaps = [gaps[number], *gaps[:number], *gaps[number + 1 :], Edit(Span(path, ends[-1], body.span.end - 1), "\n")]
    else:
        gaps = [gaps[number]]
    between = [source.text(gap.span.start, gap.span.end).strip(" \t") for gap in gaps]
    if any(text not in ("", ";") for text in between) or (between[0] != ";" and len(gaps) == 1):
        return None
    return Destination("main", main, statement.span.start, unfolded=tuple(gaps))


def in_field(
    project: Project, host: GoFunction, file: GoFile, source: Source, anywhere: bool = False
) -> Destination | None:
    """Before the statement of `main` that makes the handler's struct, where the project injects what that needs.

    `anywhere`: in a constructor that runs at start-up as well.
    """
    struct = injected(project, host, file, source, anywhere)
    if struct is None or struct.maker.body is None:
        return None
    for statement in struct.maker.body.statements:
        if statement.span.contains(struct.literal.span):
            return _before(struct.maker, statement, source, "field", struct)
    return None


def _before(main: GoFunction, statement: Node, source: Source, kind: str, struct: Struct | None) -> Destination | None:
    line = source.line_of(statement.span.start)
    if source.text(source.starts[line - 1], statement.span.start).strip():
        return None
    first = min(comment_lines(source, line), default=line)
    return Destination(kind, main, source.starts[first - 1], struct)


def above(source: Source, offset: int) -> int:
    """Where the comment above a declaration starts."""
    line = source.line_of(offset)
    return source.starts[min(comment_lines(source, line), default=line) - 1]


def _returns(function: GoFunction) -> bool:
    return any(isinstance(node, goast.Return) for node in goast.walk(function.body))


def _declares(statement: Node, name: str) -> bool:
    if not isinstance(statement, Assign) or statement.op != ":=":
        return False
    return any(isinstance(target, Name) and target.name == name for target in statement.targets)
