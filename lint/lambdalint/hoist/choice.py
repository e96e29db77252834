"""Values that settings choose: the statements of one block that give some names their values, as one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lambdalint.hoist import failure
from lambdalint.hoist.changes import is_changed
from lambdalint.hoist.family import Family, declares, root
from lambdalint.hoist.startup import Inputs, RefusedError
from lambdalint.hoist.step import Step
from lambdalint.model import goast
from lambdalint.model.code import Code
from lambdalint.model.goast import Assign, Block, Expr, If, Name, Node
from lambdalint.model.gotypes import ERROR, Basic
from lambdalint.model.satisfaction import is_context

_DEEPEST = 40
_SETS = ("=", ":=", "+=")


class Plan(Protocol):
    """What a choice asks the plan for its function."""

    family: Family

    def inputs_of(self, value: Expr, own: frozenset[str] = frozenset()) -> Inputs:
        """What an expression needs, names in `own` left out. Raises RefusedError."""

    def alone(self, node: Node) -> None:
        """Raise RefusedError where a statement shares its lines with another."""

    def plain(self, node: Node) -> None:
        """Raise RefusedError where something can't be indented anew."""

    def makes(self, node: Node) -> Expr | None:
        """The first construction in something."""

    def words(self, check: If, value: Expr) -> str:
        """What failed, where an error of something is checked."""


def choice(plan: Plan, code: Code, ref: str) -> Step:
    """The step that gives a name, and what is chosen along with it, its value. Raises RefusedError."""
    return _Choice(plan, code, ref).step()


def outer(family: Family, statement: Node) -> list[str]:
    """The names that a statement gives values and doesn't declare for itself, errors left out."""
    found: list[str] = []
    for node in goast.walk(statement):
        for target in node.targets if isinstance(node, Assign) else ():
            held = root(target)
            if isinstance(held, Name) and held.type != ERROR and _is_outer(family, held, statement):
                found.append(held.ref)
    return list(dict.fromkeys(found))


def _is_outer(family: Family, name: Name, statement: Node) -> bool:
    if name.ref.startswith("var:"):
        return True
    if not name.ref.startswith("local:"):
        return False
    writes = family.writes.get(name.ref, ())
    declaring = next((w for w in writes if declares(w)), None)
    return declaring is None or declaring.node is statement or not statement.span.contains(declaring.node.span)


class _Choice:
    def __init__(self, plan: Plan, code: Code, ref: str) -> None:
        self._plan = plan
        self._code = code
        self._family = plan.family
        self._home: Block | None = None
        self._targets: dict[str, Name] = {}
        self._errors: set[str] = set()
        self._body: dict[int, Node] = {}
        self._checks: dict[int, tuple[If, str]] = {}
        self._inputs: list[Inputs] = []
        self._depth = 0
        self._gather(ref)
        self._own = self._inner() | set(self._targets) | self._errors

    # -- what belongs to it ----------------------------------------------------------------------------------------

    def _gather(self, ref: str) -> None:
        """The statements that change a name, and what else these change."""
        left = [ref]
        while left:
            ref = left.pop()
            if ref in self._targets:
                continue
            if ref in self._family.parameters:
                raise RefusedError(self._family.names[ref][0].span, "what is passed in gets another value")
            changes = list(self._changes(ref))
            if not changes:
                raise RefusedError(self._family.outermost.signature, "nothing gives it a value")
            self._targets[ref] = changes[0]
            for name in changes:
                statement = self._at_home(name)
                if statement.span.start not in self._body:
                    self._body[statement.span.start] = statement
                    left += outer(self._family, statement)

    def _changes(self, ref: str) -> Iterator[Name]:
        """Where a name gets a value, or what it holds is changed."""
        written = {id(name): node for name, node in self._family.written(ref)}
        for name in self._family.named(ref):
            node = written.get(id(name))
            bare = isinstance(node, Assign) and node.declared and not node.values
            if (node is not None and not bare) or (node is None and is_changed(name, self._family)):
                yield name

    def _at_home(self, name: Name) -> Node:
        """The statement that a name is in, directly in the block that declares it."""
        first = next(iter(self._family.writes.get(name.ref, ())), None)
        home = self._family.above(first.node) if first is not None else self._family.outermost.body
        if not isinstance(home, Block) or home is not (self._home or home):
            raise RefusedError(name.span, f"{name.name} gets another value here")
        self._home = home
        node: Node = name
        while (above := self._family.above(node)) is not None:
            if above is home:
                return node
            node = above
        raise RefusedError(name.span, f"{name.name} gets another value here")

    def _inner(self) -> set[str]:
        """Names that are declared in the statements for themselves."""
        found: set[str] = set()
        for statement in self._body.values():
            for node in goast.walk(statement):
                for target in node.targets if isinstance(node, Assign) else ():
                    if isinstance(target, Name) and target.ref.startswith("local:"):
                        if _is_outer(self._family, target, statement):
                            self._errors |= {target.ref} - set(self._targets)
                        else:
                            found.add(target.ref)
        return found

    # -- what it does ----------------------------------------------------------------------------------------------

    def step(self) -> Step:
        """The step. Raises RefusedError."""
        assert self._home is not None
        body: list[Node] = []
        for _, statement in sorted(self._body.items()):
            self._plan.alone(statement)
            self._plan.plain(statement)
            body.append(statement)
            check = self._check_after(statement, self._home)
            self._statement(statement, self._home, _errors_of(check))
            if check is not None:
                self._plan.alone(check)
                body.append(check)
        self._apart(body)
        value = next((made for node in body if (made := self._plan.makes(node)) is not None), None)
        first = self._targets[next(iter(self._targets))]
        basic = all(isinstance(target.type, Basic) for target in self._targets.values())
        kept = value is None and basic and not self._errors
        if value is None:
            value = _value(*body)
        inputs = Inputs(
            tuple(name for found in self._inputs for name in found.locals if name.ref not in self._own),
            tuple(span for found in self._inputs for span in found.contexts),
            frozenset().union(*(found.variables for found in self._inputs)),
            any(found.eager for found in self._inputs),
            tuple(field for found in self._inputs for field in found.fields),
        )
        checks = tuple(self._checks.values())
        targets = tuple(self._targets.values())
        errors = frozenset(self._errors)
        return Step(
            "choice", body[0], value, first, False, False, "", inputs, kept, targets, tuple(body), checks, errors
        )

    def _check_after(self, statement: Node, block: Block) -> If | None:
        """The check, which ends, of an error that a statement sets, right after it."""
        at = next(n for n, s in enumerate(block.statements) if s is statement)
        check = block.statements[at + 1] if at + 1 < len(block.statements) else None
        if not isinstance(check, If) or not self._is_set_in(statement, check):
            return None
        value = self._plan.makes(statement) or _value(statement)
        self._checks[id(check)] = (check, self._plan.words(check, value))
        return check

    @staticmethod
    def _is_set_in(statement: Node, check: If) -> bool:
        for node in goast.walk(statement):
            for target in node.targets if isinstance(node, Assign) else ():
                if isinstance(target, Name) and target.type == ERROR and failure.is_check(check, target.ref):
                    return failure.ends(check.then)
        return False

    def _block(self, block: Block, checked: frozenset[str]) -> None:
        skipped: If | None = None
        for statement in block.statements:
            if statement is skipped:
                continue
            skipped = self._check_after(statement, block)
            self._statement(statement, block, checked | _errors_of(skipped))

    def _statement(self, node: Node, block: Block, checked: frozenset[str]) -> None:
        """Take in what a statement needs. Raises RefusedError for what isn't only making and choosing.

        `checked` are errors that are looked at after it.
        """
        if self._depth > _DEEPEST:
            raise RefusedError(node.span, "this is more than making a client")
        self._depth += 1
        self._take(node, block, checked)
        self._depth -= 1

    def _take(self, node: Node, block: Block, checked: frozenset[str]) -> None:
        if isinstance(node, Assign):
            self._assigned(node, checked)
        elif isinstance(node, goast.Evaluate):
            self._needs(node.expression)
        elif isinstance(node, If):
            if node.init is not None:
                self._statement(node.init, block, checked)
            self._needs(node.condition)
            self._block(node.then, checked)
            if node.otherwise is not None:
                self._statement(node.otherwise, block, checked)
        elif isinstance(node, Block):
            self._block(node, checked)
        elif isinstance(node, goast.Switch) and not node.types:
            self._switch(node, block, checked)
        else:
            raise RefusedError(node.span, "this is more than making a client")

    def _switch(self, node: goast.Switch, block: Block, checked: frozenset[str]) -> None:
        if node.init is not None:
            self._statement(node.init, block, checked)
        if node.tag is not None:
            self._needs(node.tag)
        for case in node.cases:
            for value in case.values:
                self._needs(value)
            self._block(case.body, checked)

    def _assigned(self, node: Assign, checked: frozenset[str]) -> None:
        if node.op not in _SETS:
            raise RefusedError(node.span, "this is more than making a client")
        for target in node.targets:
            held = root(target)
            if not isinstance(held, Name) or (held.ref not in self._own and held.name != "_"):
                raise RefusedError(node.span, "this is more than making a client")
            if is_context(self._code.types, held.type) is True:
                raise RefusedError(node.span, "a context of its own is made here")
            if held.ref in self._errors - checked:
                raise RefusedError(node.span, "its error isn't checked right after it")
            if held is not target:
                self._keys(target)
        for value in node.values:
            self._needs(value)

    def _keys(self, target: Expr) -> None:
        """Take in what the place in a value is named by."""
        for node in goast.walk(target):
            if isinstance(node, goast.Index):
                self._needs(node.key)

    def _needs(self, value: Expr) -> None:
        for node in goast.walk(value):
            if isinstance(node, Name) and node.ref in self._errors:
                raise RefusedError(node.span, f"it depends on {node.name}")
        self._inputs.append(self._plan.inputs_of(value, frozenset(self._own)))

    def _apart(self, body: list[Node]) -> None:
        """Raise RefusedError where something else uses the names before they have their last values."""
        end = body[-1].span.end
        for ref in self._targets:
            bare = {id(w.name) for w in self._family.writes.get(ref, ()) if not getattr(w.node, "values", True)}
            for name in self._family.named(ref):
                inside = any(node.span.contains(name.span) for node in body)
                if name.span.start < end and not inside and id(name) not in bare:
                    raise RefusedError(name.span, f"{name.name} gets another value later")


def _value(*statements: Node) -> Expr:
    """The first value that some statements give."""
    nodes = (node for statement in statements for node in goast.walk(statement))
    return next(node.values[0] for node in nodes if isinstance(node, Assign) and node.values)


def _errors_of(check: If | None) -> frozenset[str]:
    """The error that a check asks for."""
    return frozenset() if check is None else frozenset(n.ref for n in _names(check.condition))


def _names(expression: Expr) -> list[Name]:
    return [n for n in goast.walk(expression) if isinstance(n, Name)]
