"""What goes along with a value that moves: its set-up, the check that it answers, and the close that must not stay."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.data import go_startup
from lambdalint.data.go_startup import QUIET
from lambdalint.hoist import failure
from lambdalint.hoist.closings import Closings, is_close
from lambdalint.hoist.family import root
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Assign, Block, Call, Evaluate, Expr, If, Name, Node
from lambdalint.model.gotypes import CONTEXT, ERROR, is_of_package
from lambdalint.source import Span


def accompany(removal: Removal, code: Code) -> None:
    """Add to a plan what goes along with each value that moves. Raises RefusedError."""
    for ref in [r for r, step in removal.made.items() if not step.kept]:
        _Companions(removal, code, ref).take()


def keep_open(removal: Removal, code: Code, ref: str) -> None:
    """Drop what closes a package variable at the end of another function. Raises RefusedError for other closings."""
    _Companions(removal, code, ref).stay_open()


class _Companions:
    """The statements of one function about one name, `ref`, that moves: a local one or a package variable."""

    def __init__(self, removal: Removal, code: Code, ref: str) -> None:
        self._removal = removal
        self._family = removal.family
        self._code = code
        self._ref = ref
        self._closings = Closings(code)

    def take(self) -> None:
        """Plan for every place that names it."""
        written = [w.name for w in self._family.written(self._ref)]
        for name in self._family.named(self._ref):
            found = self._family.statement(name)
            if found is None or self._removal.is_gone(name.span) or any(w is name for w in written):
                continue
            if id(found[0]) in self._removal.steps:
                continue
            closing = self._close_of(name)
            if closing is not None:
                self._drop(closing)
            elif self._is_underlying(found[0], name):
                self._follow(*found)
            elif not self._goes_along(*found, name):
                if isinstance(found[0], Evaluate) and self._instruments(found[0].expression):
                    raise RefusedError(found[0].span, "it would be done again at each invocation")
                self._harmless(name)

    def stay_open(self) -> None:
        """Plan for every place that closes it."""
        for name in self._family.named(self._ref):
            closing = self._close_of(name)
            call = self._family.call_of(name)
            if closing is not None:
                self._drop(closing)
            elif call is not None and is_close(call, {self._ref}):
                raise RefusedError(call.span, f"{name.name} is closed here")

    def _drop(self, statement: Node) -> None:
        if id(statement) not in self._removal.dropped:
            self._removal.alone(statement)
            self._removal.dropped[id(statement)] = statement

    # -- what lies below -------------------------------------------------------------------------------------------

    @staticmethod
    def _is_underlying(statement: Node, name: Name) -> bool:
        """True for `pool, err := db.DB()`."""
        value = statement.values[0] if isinstance(statement, Assign) and len(statement.values) == 1 else None
        function = value.function if isinstance(value, Call) else None
        below = isinstance(function, goast.Selector) and function.name in go_startup.UNDERLYING
        return below and isinstance(function, goast.Selector) and function.operand is name

    def _follow(self, statement: Node, block: Block) -> None:
        """Move the statement too, with what goes along with what it gives; drop it where that was only closed."""
        assert isinstance(statement, Assign)
        target = statement.targets[0]
        if not isinstance(target, Name) or not self._removal.whole(statement, statement.values[0]):
            raise RefusedError(statement.span, f"what {self._name()} is made of may be closed here")
        self._removal.assigned(statement, block, kept=False)
        _Companions(self._removal, self._code, target.ref).take()
        used = {n.ref for step in self._removal.steps.values() for n in step.inputs.locals}
        left = [n for n in self._family.names.get(target.ref, ()) if not self._removal.is_gone(n.span)]
        if target.ref not in used and not left:
            del self._removal.steps[id(statement)], self._removal.made[target.ref]
            self._removal.dropped[id(statement)] = statement

    def _name(self) -> str:
        return self._family.named(self._ref)[0].name

    # -- set-up ----------------------------------------------------------------------------------------------------

    def _goes_along(self, statement: Node, block: Block, name: Name) -> bool:
        if self._family.above(self._removal.made[self._ref].statement) is not block:
            return False
        if isinstance(statement, Evaluate) and self._instruments(statement.expression):
            return self._run(statement, statement.expression)
        if isinstance(statement, Assign) and _is_field(statement) and root(statement.targets[0]) is name:
            return self._run(statement, statement.values[0])
        if isinstance(statement, Evaluate) and self._sets(statement.expression, name):
            try:
                return self._run(statement, statement.expression)
            except RefusedError:
                return False  # it may as well be set again each time
        return self._pinged(statement, block, name)

    def _run(self, statement: Node, value: Expr) -> bool:
        inputs = self._removal.inputs_of(value)
        self._removal.alone(statement)
        self._removal.steps[id(statement)] = Step("run", statement, value, None, False, False, "", inputs, False)
        return True

    @staticmethod
    def _instruments(expression: Expr) -> bool:
        """True for what adds to a client or a configuration each time it runs."""
        if not isinstance(expression, Call):
            return False
        if getattr(expression.function, "name", "").startswith(go_startup.PUSHES):
            return True
        return expression.callee is not None and expression.callee.package.startswith(go_startup.INSTRUMENTS)

    def _sets(self, expression: Expr, name: Name) -> bool:
        callee = expression.callee if isinstance(expression, Call) else None
        if not isinstance(expression, Call) or callee is None or not isinstance(expression.function, goast.Selector):
            return False
        foreign = f"{callee.package}.{callee.receiver}" not in self._code.types
        return foreign and root(expression.function.operand) is name and callee.name.startswith(go_startup.SETTERS)

    # -- pings -----------------------------------------------------------------------------------------------------

    def _pinged(self, statement: Node, block: Block, name: Name) -> bool:
        """`if err := db.Ping(); err != nil {…}`, or the assignment and the check as two statements."""
        made = statement.init if isinstance(statement, If) else statement
        if not isinstance(made, Assign) or len(made.values) != 1 or not _is_ping(made.values[0], name):
            return False
        error = made.targets[-1]
        if not isinstance(error, Name) or any(getattr(t, "name", "") != "_" for t in made.targets[:-1]):
            return False
        check = self._check(statement, block, error)
        if check is None or not failure.ends(check.then) or len(made.targets) > 1:
            return False
        value = made.values[0]
        inputs = self._removal.inputs_of(value)._replace(eager=True)
        self._removal.alone(statement)
        message = failure.words(check.then, f"ping {name.name}")
        self._removal.steps[id(statement)] = Step("ping", statement, value, None, True, False, message, inputs, False)
        if check is not statement:
            self._drop(check)
        return True

    @staticmethod
    def _check(statement: Node, block: Block, error: Name) -> If | None:
        if isinstance(statement, If):
            plain = statement.otherwise is None and failure.tests(statement.condition, error.ref)
            return statement if plain else None
        at = next(n for n, s in enumerate(block.statements) if s is statement)
        following = block.statements[at + 1] if at + 1 < len(block.statements) else None
        return following if isinstance(following, If) and failure.is_check(following, error.ref) else None

    # -- closing ---------------------------------------------------------------------------------------------------

    def _close_of(self, name: Name) -> goast.Defer | Evaluate | None:
        """`defer x.Close()`, or a deferred literal that does nothing else; `x.Close()` among other statements."""
        call = self._family.call_of(name)
        above = self._family.above(call) if call is not None else None
        closes = call is not None and (
            is_close(call, {self._ref}) or (_is_own(call, name) and self._closings.closes_itself(call))
        )
        if isinstance(above, goast.Defer) and closes:
            return above
        around = self._family.above(above) if isinstance(above, Evaluate) and closes else None
        if isinstance(above, Evaluate) and isinstance(around, Block) and len(around.statements) > 1:
            return above
        given = self._family.above(name)
        above = self._family.above(given) if given is not None else None
        if isinstance(given, Call) and isinstance(above, goast.Defer) and self._closings.closes_only(given, name):
            return above
        owner = self._family.owner(name)
        literal = self._family.literal(owner)
        call = self._family.call_around(literal) if literal is not None else None
        above = self._family.above(call) if call is not None else None
        if call is None or not isinstance(above, goast.Defer) or call.arguments:
            return None
        others = [
            name
            for name in self._family.closed_over(owner)
            if name.ref != self._ref and name.type != CONTEXT and not self._takes_error(name, owner)
        ]
        rest = [c for c in owner.calls if not is_close(c, {self._ref}) and not _is_aside(c)]
        return above if len(rest) < len(owner.calls) and not others and not rest else None

    def _takes_error(self, name: Name, literal: GoFunction) -> bool:
        """True where a result only gets the error of closing, or is compared with nil to see whether it may."""
        if name.ref not in self._family.parameters or name.type != ERROR:
            return False
        above = self._family.above(name)
        if isinstance(above, goast.Binary):
            return above.op == "==" and "builtin:nil" in (getattr(s, "ref", "") for s in (above.left, above.right))
        errors: set[str] = set()
        for node in goast.walk(literal.body):
            if isinstance(node, Assign) and any(self._closes(value) for value in node.values):
                errors |= {target.ref for target in node.targets if isinstance(target, Name)}
        statement, _ = self._family.statement(name) or (None, None)
        values = statement.values if isinstance(statement, Assign) else ()
        return any(
            self._closes(n) or getattr(n, "ref", "") in errors - {"", name.ref} for v in values for n in goast.walk(v)
        )

    def _closes(self, node: Node) -> bool:
        return isinstance(node, Call) and is_close(node, {self._ref})

    def _harmless(self, name: Name) -> None:
        """Raise RefusedError where a name that moves is changed, closed, or given to what closes it."""
        above = self._family.above(name)
        holder: Node = name
        while isinstance(above, goast.Selector | goast.Index):
            holder, above = above, self._family.above(above)
        called = isinstance(above, Call) and above.function is holder
        if isinstance(holder, goast.Selector) and holder.name in go_startup.CLOSERS and not called:
            raise RefusedError(holder.span, f"{name.name} is closed by who gets this")
        if isinstance(above, goast.Unary) and above.op == "&":
            raise RefusedError(above.span, f"the address of {name.name} is taken here")
        if isinstance(above, Assign) and any(t is holder for t in above.targets):
            raise RefusedError(above.span, f"{name.name} is changed here")
        if called and isinstance(above, Call) and is_close(above, {self._ref}):
            raise RefusedError(above.span, f"{name.name} is closed here")
        for closing in self._handed(above, name, called):
            raise RefusedError(closing, f"{name.name} is closed here")
        for closing in self._wrapped(above, name):
            raise RefusedError(closing, f"{name.name} may be closed here")

    def _handed(self, above: Node | None, name: Name, called: bool) -> Iterator[Span]:
        """Where a method or a function closes the name that it gets."""
        if isinstance(above, Call):
            if called:
                yield from self._closings.methods(above)
            yield from self._closings.given(above, name)

    def _wrapped(self, above: Node | None, name: Name) -> Iterator[Span]:
        """Where what wraps the name is closed, or who gets it may close it."""
        if isinstance(above, Call):
            yield from self._closings.wrapped(above, name, self._family)
        if isinstance(above, goast.Element):
            yield from self._closings.held(above, self._family)
        if isinstance(above, goast.Element | goast.Return):
            yield from self._closings.of_type(name.type, self._family.outermost.span)


def _is_aside(call: Call) -> bool:
    """True for a line of the log, and for a context to close something with."""
    if call.callee is None:
        return is_of_package(call.function.type, "context", "CancelFunc", "CancelCauseFunc")
    return call.callee.package in QUIET or call.callee.package == "context"


def _is_own(call: Call, name: Name) -> bool:
    """True for the call of a method of `name` itself."""
    return isinstance(call.function, goast.Selector) and call.function.operand is name


def _is_field(statement: Assign) -> bool:
    simple = len(statement.targets) == len(statement.values) == 1 and statement.op == "="
    return simple and isinstance(statement.targets[0], goast.Selector)


def _is_ping(value: Expr, name: Name) -> bool:
    """`db.Ping()`, or the outcome of it: `client.Ping(ctx).Err()`."""
    while isinstance(value, Call) and isinstance(value.function, goast.Selector):
        if value.function.name in go_startup.PINGS and root(value.function.operand) is name:
            return True
        if value.function.name not in go_startup.OUTCOMES:
            return False
        value = value.function.operand
    return False
