"""A function of the package level with the literals inside it: who holds what, and what each local name is used for."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction, Parameter
from lambdalint.model.goast import Assign, Block, Name, Node
from lambdalint.record import NamedTuple
from lambdalint.source import Span


class Write(NamedTuple):
    """A place where a local name gets a value; `node` is the statement that does it."""

    name: Name
    node: Node


class Family:
    """Locals are unique in an outermost function, so it is looked at together with its function literals."""

    def __init__(self, code: Code, function: GoFunction) -> None:
        self.outermost = code.functions[function.outermost]
        self.members = tuple({m.key: m for m in _members(code, self.outermost)}.values())
        self.names: dict[str, list[Name]] = {}
        self.writes: dict[str, list[Write]] = {}
        self.parameters = {p.ref: m for m in self.members for p in (*m.parameters, *m.results, *_receiver(m)) if p.ref}
        self._above: dict[int, Node] = {}
        self._owner: dict[int, GoFunction] = {}
        self._literals: dict[str, goast.Closure] = {}
        for member in self.members:
            self._read(member)

    def _read(self, member: GoFunction) -> None:
        for node in goast.walk(member.body):
            self._owner[id(node)] = member
            for child in goast.children(node):
                self._above[id(child)] = node
            if isinstance(node, Name) and node.ref.startswith("local:"):
                self.names.setdefault(node.ref, []).append(node)
            elif isinstance(node, goast.Closure):
                self._literals[node.function] = node
            for name in _written(node):
                self.writes.setdefault(name.ref, []).append(Write(name, node))

    def named(self, ref: str) -> list[Name]:
        """Where a local name or a package variable stands."""
        if ref.startswith("local:"):
            return self.names.get(ref, [])
        nodes = (node for member in self.members for node in goast.walk(member.body))
        return [node for node in nodes if isinstance(node, Name) and node.ref == ref]

    def written(self, ref: str) -> list[Write]:
        """Where a local name or a package variable gets a value."""
        if ref.startswith("local:"):
            return self.writes.get(ref, [])
        found: list[Write] = []
        for member in self.members:
            for node in goast.walk(member.body):
                targets = node.targets if isinstance(node, Assign) else ()
                found += [Write(t, node) for t in targets if isinstance(t, Name) and t.ref == ref]
        return found

    def above(self, node: Node) -> Node | None:
        """What holds a node; above the body of a literal there is nothing."""
        return self._above.get(id(node))

    def owner(self, node: Node) -> GoFunction:
        """The function or literal whose body a node is in."""
        return self._owner[id(node)]

    def literal(self, member: GoFunction) -> goast.Closure | None:
        """The expression that a literal is written as; None for the outermost function."""
        return self._literals.get(member.key)

    def call_around(self, literal: goast.Closure) -> goast.Call | None:
        """The call of a literal where it stands."""
        above = self.above(literal)
        return above if isinstance(above, goast.Call) and above.function is literal else None

    def call_of(self, name: Name) -> goast.Call | None:
        """The call of a method of `name`, or of what it holds."""
        node: Node = name
        above = self.above(node)
        while isinstance(above, goast.Selector):
            node, above = above, self.above(above)
        return above if isinstance(above, goast.Call) and above.function is node else None

    def statement(self, node: Node) -> tuple[Node, Block] | None:
        """The statement that a node is in, directly in a block, and that block."""
        while (above := self.above(node)) is not None:
            if isinstance(above, Block):
                return node, above
            node = above
        return None

    def find(self, span: Span, kind: type) -> Node | None:
        """The node of one kind with exactly this span."""
        for member in self.members:
            if member.body is not None and member.body.span.contains(span):
                for node in goast.walk(member.body):
                    if type(node) is kind and node.span == span:
                        return node
        return None

    def is_read(self, name: Name) -> bool:
        """True unless a value is only given to the name."""
        return not any(write.name is name for write in self.writes.get(name.ref, ()))

    def closed_over(self, literal: GoFunction) -> Iterator[Name]:
        """Local names in a literal that come from around it."""
        inside = [m for m in self.members if m.key == literal.key or m.key.startswith(literal.key + "$")]
        own = {p.ref for m in inside for p in (*m.parameters, *m.results) if p.ref}
        own |= {
            w.name.ref
            for writes in self.writes.values()
            for w in writes
            if declares(w) and any(m.span.contains(w.name.span) for m in inside)
        }
        for member in inside:
            for node in goast.walk(member.body):
                if isinstance(node, Name) and node.ref.startswith("local:") and node.ref not in own:
                    yield node


def declares(write: Write) -> bool:
    """True for a write that may declare its name."""
    node = write.node
    return not isinstance(node, Assign) or node.op == ":="


def root(expression: goast.Expr | None) -> goast.Expr | None:
    """What a chain of selectors, indexes and dereferences starts with."""
    while isinstance(expression, goast.Selector | goast.Index | goast.Slicing | goast.Unary):
        if isinstance(expression, goast.Selector) and expression.ref:
            return expression
        expression = expression.operand
    return expression


def _members(code: Code, function: GoFunction) -> Iterator[GoFunction]:
    yield function
    for key in function.closures:
        if key in code.functions:
            yield from _members(code, code.functions[key])


def _receiver(function: GoFunction) -> tuple[Parameter, ...]:
    return () if function.receiver is None else (function.receiver,)


def _written(node: Node) -> Iterator[Name]:
    targets: tuple[object, ...] = ()
    if isinstance(node, Assign):
        targets = node.targets
    elif isinstance(node, goast.Range):
        targets = (node.key, node.value)
    elif isinstance(node, goast.Switch):
        targets = (node.binding,)
    elif isinstance(node, goast.Step):
        targets = (node.target,)
    for target in targets:
        if isinstance(target, Name) and target.ref.startswith("local:"):
            yield target
