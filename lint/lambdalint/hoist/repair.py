"""What the rest of a function needs after statements have left it: names that are declared again, names that go too."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.fix import Edit
from lambdalint.hoist.family import Family, Write, declares
from lambdalint.hoist.groups import before, realigned
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.model import goast
from lambdalint.model.goast import Assign, Block, Call, Name, Node
from lambdalint.model.gotypes import CONTEXT, ERROR
from lambdalint.source import Source, Span


class Repair:
    """Puts one function in order. `removal` is complete; `edits` are for what stays. Raises RefusedError."""

    def __init__(self, removal: Removal, startup: Startup, source: Source) -> None:
        self.removal = removal
        self._family: Family = removal.family
        self._startup = startup
        self._source = source
        self.edits: list[Edit] = []

    def run(self) -> None:
        """Drop what nothing reads any more, then declare what is still assigned."""
        grown = True
        while grown:
            grown = sum(self._drop(ref) for ref in self._family.writes) > 0
        for ref in self._family.writes:
            self._declare(ref)
        self.edits += realigned(self._family, self._source, self.removal.going())

    def _left(self, ref: str) -> list[Name]:
        """Where a name still stands, in source order."""
        return sorted(
            (n for n in self._family.names.get(ref, ()) if not self.removal.is_gone(n.span)),
            key=lambda name: name.span.start,
        )

    # -- names that nothing reads -----------------------------------------------------------------------------------

    def _drop(self, ref: str) -> bool:
        """Drop the declaration of a name that was read before and isn't any more. True when something went."""
        family = self._family
        if ref in family.parameters or ref in self._moved():
            return False
        left = self._left(ref)
        if not left or any(map(family.is_read, left)) or not any(map(family.is_read, family.names[ref])):
            return False
        declared = [w for w in self._writes_left(ref) if declares(w)]
        if not declared and self._is_error(left):
            return False  # `_declare` has the word
        if len(left) != 1 or not declared:
            if self._is_error(left):
                return self._blank(left)
            raise RefusedError(left[0].span, f"{left[0].name} would be left without a use")
        self._drop_statement(declared[0])
        return True

    def _blank(self, left: list[Name]) -> bool:
        raise RefusedError(left[0].span, f"{left[0].name} would be left without a use")

    @staticmethod
    def _is_error(left: list[Name]) -> bool:
        return all(name.type == ERROR for name in left)

    def _moved(self) -> set[str]:
        return {ref for ref, step in self.removal.made.items() if not step.kept}

    def _writes_left(self, ref: str) -> list[Write]:
        return [w for w in self._family.writes.get(ref, ()) if not self.removal.is_gone(w.name.span)]

    def _drop_statement(self, write: Write) -> None:
        node, name = write.node, write.name
        held = self._family.above(node)
        if not isinstance(node, Assign) or not isinstance(held, Block) or len(node.values) > 1:
            raise RefusedError(name.span, f"{name.name} would be left without a use")
        if len(node.targets) == 1:
            self._only_computes(node, name)
        elif not self._dropped_with_cancel(node, held) and not self._dropped_with_check(node, held):
            raise RefusedError(name.span, f"{name.name} would be left without a use")
        self.removal.alone(node)
        self.removal.dropped[id(node)] = node

    def _only_computes(self, node: Assign, name: Name) -> None:
        if not node.values or name.type == CONTEXT:
            return
        self._startup.expression(node.values[0], self._family)

    def _dropped_with_cancel(self, node: Assign, block: Block) -> bool:
        """`ctx, cancel := context.WithTimeout(…)` and `defer cancel()`."""
        value, cancel = node.values[0], node.targets[1]
        callee = value.callee if isinstance(value, Call) else None
        if callee is None or callee.package != "context" or not isinstance(cancel, Name):
            return False
        left = [n for n in self._left(cancel.ref) if n is not cancel] if cancel.ref else []
        stops = [s for s in block.statements if isinstance(s, goast.Defer) and _is_call_of(s.call, cancel.ref)]
        if len(left) != 1 or len(stops) != 1:
            return False
        self.removal.dropped[id(stops[0])] = stops[0]
        return True

    def _dropped_with_check(self, node: Assign, block: Block) -> bool:
        """A copied statement with an error: its check goes too."""
        step = self.removal.steps.get(id(node))
        if step is None or not step.kept or len(node.targets) != 2:
            return False
        if step.fails:
            at = next(n for n, s in enumerate(block.statements) if s is node)
            check = block.statements[at + 1]
            self.removal.dropped[id(check)] = check
        return True

    # -- names whose declaration left -------------------------------------------------------------------------------

    def _declare(self, ref: str) -> None:
        family = self._family
        writes = family.writes[ref]
        if ref in family.parameters or ref in self._moved():
            return
        if not self.removal.is_gone(writes[0].name.span):
            self._declare_later(ref)
            return
        left = self._left(ref)
        if not left:
            return
        first: Write = writes[0]
        block = family.above(first.node)
        if not declares(first) or not isinstance(block, Block) or first.name.type != ERROR:
            raise RefusedError(left[0].span, f"{left[0].name} is declared by what would move")
        if not any(map(family.is_read, left)):
            raise RefusedError(left[0].span, f"{left[0].name} would be left without a use")
        operators = self._declaring(left, self._around(left, block))
        if operators is None:
            self._declare_before(_directly_in(left[0], block) or left[0], left[0].name)
        else:
            self.edits += [Edit(operator, ":=") for operator in operators]

    def _declare_later(self, ref: str) -> None:
        """Drop `var err error` where what it was declared for left, and what is next can declare it."""
        declared, *others = self._family.writes[ref]
        node, block = declared.node, self._family.above(declared.node)
        bare = isinstance(node, Assign) and node.declared and not node.values and len(node.targets) == 1
        if not bare or not isinstance(block, Block) or declared.name.type != ERROR:
            return
        if not any(self.removal.is_gone(write.name.span) for write in others):
            return
        operators = self._declaring([name for name in self._left(ref) if name is not declared.name], block)
        if operators is None or (operators and before(self._source, node)):
            return  # alone it may as well stay where a name would have to be declared elsewhere
        try:
            self.removal.alone(node)
        except RefusedError:
            return
        self.removal.dropped[id(node)] = node
        self.edits += [Edit(operator, ":=") for operator in operators]

    def _around(self, names: list[Name], block: Block) -> Block:
        """The innermost block that has all of some names, in one of a function."""
        inner: Node | None = names[0]
        while inner is not None and inner is not block:
            if isinstance(inner, Block) and all(inner.span.contains(name.span) for name in names):
                return inner
            inner = self._family.above(inner)
        return block

    def _declaring(self, left: list[Name], block: Block) -> list[Span] | None:
        """The `=` that have to become `:=` for a name to be declared where it is next; None where that won't do."""
        found: list[Span] = []
        while left:
            holder = _directly_in(left[0], block)
            node = holder.init if isinstance(holder, goast.If) else holder
            if not isinstance(node, Assign) or not any(t is left[0] for t in node.targets) or holder is None:
                return None
            if node.op == "=" and all(self._is_of(target, left[0], block) for target in node.targets):
                found.append(self._operator(node))
            elif node.op != ":=":
                return None
            if node is holder:
                return found
            if any(target.ref for target in node.targets if isinstance(target, Name) and target is not left[0]):
                return None
            left = [name for name in left if not holder.span.contains(name.span)]
        return found

    def _is_of(self, target: goast.Expr, error: Name, block: Block) -> bool:
        """True for a target of `:=` that stays the same variable: the error, `_`, or a name of the same block."""
        if not isinstance(target, Name):
            return False
        if target is error or target.name == "_":
            return True
        if target.ref in self._family.parameters:
            return self._family.parameters[target.ref].body is block
        first = self._family.writes.get(target.ref, [])
        return bool(first) and self._family.above(first[0].node) is block and declares(first[0])

    def _operator(self, node: Assign) -> Span:
        start, end = node.targets[-1].span.end, node.values[0].span.start
        at = start + self._source.text(start, end).index("=")
        return Span(self._source.path, at, at + 1)

    def _declare_before(self, node: Node, name: str) -> None:
        source = self._source
        line = source.line_of(node.span.start)
        while line > 1 and _is_comment(source, line - 1):
            line -= 1
        start, _ = source.line_bounds(line)
        lead = source.text(start, node.span.start)
        lead = lead[: len(lead) - len(lead.lstrip())]
        self.edits.append(Edit(Span(source.path, start, start), f"{lead}var {name} error\n"))


def _directly_in(name: Name, block: Block) -> Node | None:
    """The statement of a block that a name is in."""
    return next((s for s in block.statements if s.span.contains(name.span)), None)


def _is_call_of(call: goast.Expr, ref: str) -> bool:
    return isinstance(call, Call) and isinstance(call.function, Name) and call.function.ref == ref


def _is_comment(source: Source, line: int) -> bool:
    start, end = source.line_bounds(line)
    return source.text(start, end).lstrip().startswith("//")


def comment_lines(source: Source, line: int) -> Iterator[int]:
    """The lines of the comment that stands right above a line."""
    while line > 1 and (first := _opening(source, line - 1)):
        yield from range(line - 1, first - 1, -1)
        line = first


def _opening(source: Source, line: int) -> int:
    """The line on which a comment begins that ends on a line, and has its lines for itself; 0 where there is none."""
    if _is_comment(source, line):
        return line
    if not source.text(*source.line_bounds(line)).rstrip().endswith("*/"):
        return 0
    while line > 0 and "/*" not in source.text(*source.line_bounds(line)):
        line -= 1
    alone = line > 0 and source.text(*source.line_bounds(line)).lstrip().startswith("/*")
    return line if alone else 0
