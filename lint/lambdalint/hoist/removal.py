"""Which statements of a function move, which go, and what is left to put in order: the plan for one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lambdalint.hoist import failure
from lambdalint.hoist.changes import change, is_bare, is_partial, is_set_later, is_within, other_value
from lambdalint.hoist.choice import choice, outer
from lambdalint.hoist.family import Family, Write
from lambdalint.hoist.groups import before
from lambdalint.hoist.regions import is_region
from lambdalint.hoist.startup import Inputs, RefusedError, Startup
from lambdalint.hoist.step import Handed, Step
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Assign, Block, Call, Expr, If, Name, Node
from lambdalint.model.gotypes import ERROR, GoType
from lambdalint.source import Source, Span


class Removal:
    """The plan for one outermost function: steps for start-up, and spans of statements to drop.

    `seeds` are expressions that must not be evaluated at each invocation any more; `constructs` tells what else belongs
    to start-up once its inputs are there. `checks` are those of errors, by statement. Of a statement in `stays` only
    the value leaves. `regional`: a region may be passed in. `handed` are parameters that callers give what moves from
    them too, `passed` those that always get one package variable; arguments in `absent` go with the parameter.
    Without `chooses` nothing moves that settings choose. Raises RefusedError where that can't be done surely.
    """

    def __init__(
        self,
        code: Code,
        startup: Startup,
        family: Family,
        source: Source,
        constructs: Callable[[Expr], bool],
        regional: bool = False,
    ) -> None:
        self._code = code
        self._startup = startup
        self.family = family
        self.source = source
        self._constructs = constructs
        self._regional = regional
        self.steps: dict[int, Step] = {}
        self.dropped: dict[int, Node] = {}
        self.made: dict[str, Step] = {}
        self.checks: dict[int, If] = {}
        self.handed: dict[str, tuple[Handed, ...]] = {}
        self.passed: dict[str, Name] = {}
        self.absent: list[Span] = []
        self.chooses = True
        self.stays: set[int] = set()

    def take(self, seeds: list[Expr]) -> None:
        """Plan for these expressions, and for what is built from them."""
        for seed in seeds:
            self._seed(seed)
        self._follow()

    def cut(self) -> list[Span]:
        """The statements that leave the function."""
        moved = [s for s in self.steps.values() if not s.kept and s.kind != "inside"]
        gone = [s.statement.span for s in moved if id(s.statement) not in self.stays]
        return [*gone, *(node.span for node in self.dropped.values())]

    def is_gone(self, span: Span) -> bool:
        """True for a place that leaves the function."""
        return any(gone.contains(span) for gone in [*self.cut(), *self.inside(), *self.absent])

    def inside(self) -> list[Span]:
        """Expressions whose place a variable takes."""
        steps = self.steps.values()
        return [s.value.span for s in steps if s.kind == "inside" or id(s.statement) in self.stays]

    # -- what is made ----------------------------------------------------------------------------------------------

    def _seed(self, seed: Expr) -> None:
        value = self._widen(seed)
        if any(step.holds(value.span) for step in self.steps.values()):
            return
        found = self.family.statement(value)
        if found is None:
            raise RefusedError(value.span, "it isn't made in a statement of its own")
        statement, block = found
        if self._chosen_around(statement):
            return
        if isinstance(statement, Assign) and self.whole(statement, value):
            self.assigned(statement, block, kept=False)
            return
        if isinstance(statement, Assign) and self._attempt(lambda: self._paired(statement)):
            return
        if value.type is None or type(value.type).__name__ == "Tuple":
            raise RefusedError(value.span, "its error is not checked in a statement of its own")
        self.plain(value)
        inputs = self.inputs_of(value)
        self.steps[id(value)] = Step("inside", statement, value, None, False, False, "", inputs, False)

    def _paired(self, statement: Assign) -> None:
        """Plan for `a, b := x, y`, all of it. Raises RefusedError."""
        pairs = list(zip(statement.targets, statement.values, strict=False))
        if statement.op != ":=" or len(pairs) < 2 or len(statement.values) != len(statement.targets):
            raise RefusedError(statement.span, "it isn't made in a statement of its own")
        self.alone(statement)
        self.plain(statement)
        for target, value in pairs:
            if not isinstance(target, Name) or not target.ref or self.makes(value) is not value:
                raise RefusedError(value.span, "it isn't made in a statement of its own")
            if other_value(target, statement, self.family) is not None or len(self.family.writes[target.ref]) > 1:
                raise RefusedError(value.span, f"{target.name} gets another value")
            inputs = self.inputs_of(value)
            step = Step("make", statement, value, target, False, False, "", inputs, False)
            self.steps[id(value)] = self.made[target.ref] = step

    def _chosen_around(self, statement: Node) -> bool:
        """True where a whole `if` or `switch` around a construction moves with what it chooses."""
        around: list[Node] = []
        node: Node | None = statement
        while node is not None:
            if isinstance(node, If | goast.Switch) and isinstance(self.family.above(node), Block):
                around.append(node)
            node = self.family.above(node)
        for each in reversed(around):
            for ref in outer(self.family, each)[:1]:
                if self._attempt(lambda ref=ref: self._choose(ref)):  # type: ignore[misc]
                    return True
        return False

    def _choose(self, ref: str) -> None:
        """Plan for all statements that give a name its value."""
        if not self.chooses:
            raise RefusedError(self.family.outermost.signature, "more than making it is done with it")
        step = choice(self, self._code, ref)
        if any(name.ref in self.made for name in step.names) or any(
            step.holds(s.value.span) for s in self.steps.values()
        ):
            raise RefusedError(step.value.span, "a part of it moves")
        self._take_choice(step)

    def _take_choice(self, step: Step) -> None:
        self.steps[id(step.statement)] = step
        self.made |= {name.ref: step for name in step.names}
        if step.kept:
            return
        self.dropped |= {id(node): node for node in step.body[1:]}
        for write in (w for name in step.names for w in self.family.writes.get(name.ref, ())):
            if is_bare(write):
                self._drop_bare(write)

    def makes(self, node: Node) -> Expr | None:
        """The first construction in something."""
        found = (n for n in goast.walk(node) if isinstance(n, Call | goast.Composite) and self._constructs(n))
        return next(found, None)

    def words(self, check: If, value: Expr) -> str:
        """What failed, where an error of something is checked."""
        return failure.words(check.then, failure.of(value, self.family.outermost.package))

    def plain(self, node: Node) -> None:
        """Raise RefusedError where something holds a text that can't be indented anew."""
        if "\n" in self._text(node.span) and "`" in self._text(node.span):
            raise RefusedError(node.span, "it holds a text of several lines")

    def _widen(self, value: Expr) -> Expr:
        """The largest expression around one that makes something of it: `Must(…)`, a wrapper, an `http.Client`."""
        above = self.family.above(value)
        while above is not None:
            if isinstance(above, goast.Element):
                holder = self.family.above(above)
                if not isinstance(holder, goast.Composite) or not _is_http_client(holder.type):
                    break
                above = holder
            elif isinstance(above, Call):
                if not any(a is value for a in above.arguments) or not self._wraps(above):
                    break
            elif not (isinstance(above, goast.Unary) and above.op == "&"):
                break
            try:
                self._startup.expression(above, self.family)
            except RefusedError:
                break
            value, above = above, self.family.above(above)
        return value

    def _wraps(self, call: Call) -> bool:
        return self._constructs(call) or (call.callee is not None and call.callee.name[:4] in ("Must", "must"))

    @staticmethod
    def whole(statement: Assign, value: Expr) -> bool:
        if len(statement.values) != 1 or statement.values[0] is not value or statement.op not in ("=", ":="):
            return False
        first = statement.targets[0]
        if not isinstance(first, Name) or not first.ref.startswith(("local:", "var:")):
            return False
        return len(statement.targets) <= 2

    def assigned(self, statement: Assign, block: Block, kept: bool) -> None:
        target = statement.targets[0]
        assert isinstance(target, Name)
        if id(statement) in self.steps:
            return
        other = other_value(target, statement, self.family)
        if other is None and any(isinstance(n, Name) and n.ref == target.ref for n in goast.walk(statement.values[0])):
            other = Write(target, statement)
        if other is None and is_set_later(target, self.family) and self._attempt(lambda: self._choose(target.ref)):
            return
        if other is not None:
            if not self._attempt(lambda: self._choose(target.ref)):
                raise RefusedError(other.name.span, f"{target.name} gets another value here")
            return
        self.alone(statement)
        value = statement.values[0]
        self.plain(value)
        inputs = self.inputs_of(value)
        first = self.family.writes[target.ref][0] if target.ref.startswith("local:") else None
        if first is not None and not is_within(block, self.family.above(first.node), self.family):
            raise RefusedError(value.span, "only some invocations get here")
        for write in self.family.writes.get(target.ref, ()):
            if write.node is not statement:
                self._drop_bare(write)
        check, ignored = self._check(statement, block)
        message = self.words(check, value) if check is not None else ""
        fails = check is not None
        kind = "const" if before(self.source, statement) == "const" else "make"
        step = Step(kind, statement, value, target, fails, ignored, message, inputs, kept)
        self.steps[id(statement)] = step
        self.made[target.ref] = step
        if check is not None:
            self.checks[id(statement)] = check
        if check is not None and not kept:
            self.dropped[id(check)] = check

    def _check(self, statement: Assign, block: Block) -> tuple[If | None, bool]:
        """The check of a statement's error, and whether the error is thrown away instead."""
        if len(statement.targets) == 1:
            return None, False
        error = statement.targets[1]
        if isinstance(error, Name) and error.name == "_":
            return None, True
        if not isinstance(error, Name) or error.type != ERROR or not error.ref.startswith("local:"):
            raise RefusedError(statement.span, "it gives a second value that isn't an error")
        at = next(n for n, s in enumerate(block.statements) if s is statement)
        following = (s for s in block.statements[at + 1 :] if not failure.is_log(s, error.ref))
        check = next(following, None)
        if not isinstance(check, If) or not failure.is_check(check, error.ref):
            raise RefusedError(statement.span, "its error isn't checked right after it")
        if not failure.ends(check.then):
            raise RefusedError(check.span, "the handler goes on without it")
        self.alone(check)
        return check, False

    def inputs_of(self, value: Expr, own: frozenset[str] = frozenset()) -> Inputs:
        """What an expression needs; names in `own` are there. Raises RefusedError."""
        inputs = self._startup.expression(value, self.family)
        eager, variables = inputs.eager, inputs.variables
        for name in inputs.locals:
            if name.ref in own:
                continue
            if self._regional and is_region(name, self.family):
                continue
            if name.ref in self.passed:
                variables |= {self.passed[name.ref].ref}
                continue
            given = [each.step for each in self.handed.get(name.ref, ())]
            for step in given or [self.made.get(name.ref) or self._define(name)]:
                eager = eager or step.inputs.eager
                variables |= step.inputs.variables
        return inputs._replace(eager=eager, variables=variables)

    def _define(self, name: Name) -> Step:
        """The step that gives a local name its value at start-up too."""
        if name.ref in self.family.parameters:
            raise RefusedError(name.span, f"it depends on {name.name}, which is passed in")
        writes = [w for w in self.family.writes.get(name.ref, ()) if not is_bare(w)]
        if len(writes) != 1 or is_partial(writes[0], self.family):
            if self._attempt(lambda: self._choose(name.ref)):
                return self.made[name.ref]
            raise RefusedError(name.span, f"it depends on {name.name}, which changes")
        node = writes[0].node
        held = self.family.above(node)
        if not isinstance(node, Assign) or len(node.values) != 1 or not isinstance(held, Block):
            raise RefusedError(name.span, f"it depends on {name.name}")
        if node.targets[0] is not writes[0].name or len(node.targets) > 2 or node.op not in ("=", ":="):
            raise RefusedError(name.span, f"it depends on {name.name}")
        if node.declared and before(self.source, node) not in ("var", "const"):
            raise RefusedError(name.span, f"it depends on {name.name}")
        makes = any(self._constructs(n) for n in goast.walk(node) if isinstance(n, Call | goast.Composite))
        changed = None if makes else change(name.ref, self.family)
        if changed is None:
            self.assigned(node, held, kept=not makes)
        elif not self._attempt(lambda: self._choose(name.ref)):
            raise RefusedError(changed.span, f"it depends on {changed.name}, which may be changed here")
        return self.made[name.ref]

    def _drop_bare(self, write: Write) -> None:
        if isinstance(write.node, Assign) and len(write.node.targets) > 1:
            raise RefusedError(write.name.span, f"{write.name.name} is declared together with others")
        self.alone(write.node)
        self.dropped[id(write.node)] = write.node

    # -- what is made from it --------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Further clients of a configuration that moves."""
        tried: set[int] = set()
        grown = True
        while grown:
            grown = False
            for member in self.family.members:
                for made in self._constructions(member):
                    if id(made) not in tried and not self.is_gone(made.span) and self._is_fed(made):
                        tried.add(id(made))
                        grown = self._try(made) or grown

    def _constructions(self, member: GoFunction) -> Iterator[Call | goast.Composite]:
        yield from (call for call in member.calls if self._constructs(call))
        for node in goast.walk(member.body):
            if isinstance(node, goast.Composite) and _is_http_client(node.type):
                yield node

    def _is_fed(self, made: Call | goast.Composite) -> bool:
        """True for a construction from something that moves."""
        parts = made.arguments if isinstance(made, Call) else tuple(element.value for element in made.elements)
        names = (n for part in parts for n in goast.walk(part) if isinstance(n, Name))
        return any(n.ref in self.handed or (n.ref in self.made and not self.made[n.ref].kept) for n in names)

    def _try(self, made: Expr) -> bool:
        return self._attempt(lambda: self._seed(made))

    def _attempt(self, act: Callable[[], None]) -> bool:
        """Do something as a whole; False, and as before, where that is refused."""
        kept = dict(self.steps), dict(self.dropped), dict(self.made), dict(self.checks)
        try:
            act()
        except RefusedError:
            self.steps, self.dropped, self.made, self.checks = kept
            return False
        return True

    def finish(self) -> None:
        """Raise RefusedError for a local that moves although nothing reads it: `init` can't leave it unused either.

        So it is for one of several that are declared together, where others stay and may be aligned with it.
        """
        self._settle_choices()
        inputs = {n.ref for step in self.steps.values() for n in step.inputs.locals}
        for ref, step in self.made.items():
            if ref.startswith("var:") or step.kept or ref in inputs or step.target is None:
                continue
            left = [n for n in self.family.names.get(ref, ()) if not self.is_gone(n.span)]
            if not any(map(self.family.is_read, left)):
                raise RefusedError(step.value.span, f"nothing uses {self.family.names[ref][0].name}")

    def _settle_choices(self) -> None:
        """Settings that nothing else uses move; what else is chosen must not be used any more, it may have changed."""
        grown = True
        while grown:
            grown = False
            for step in [s for s in self.steps.values() if s.kind == "choice"]:
                left = [n for t in step.targets for n in self.family.names.get(t.ref, ()) if not self.is_gone(n.span)]
                left = [n for n in left if not step.holds(n.span) and self.family.is_read(n)]
                if step.kept and not left:
                    self._take_choice(step._replace(kept=False))
                    grown = True
                elif not step.kept and left and self.makes(goast.Block(step.statement.span, step.body)) is None:
                    raise RefusedError(left[0].span, f"it depends on {left[0].name}, which may be changed here")

    def going(self) -> list[Node]:
        """Statements that leave as they are."""
        moved = (s for s in self.steps.values() if not s.kept and s.kind != "inside")
        return [*(step.statement for step in moved), *self.dropped.values()]

    # -- text ------------------------------------------------------------------------------------------------------

    def _text(self, span: Span) -> str:
        return self.source.text(span.start, span.end)

    def alone(self, node: Node) -> None:
        """Raise RefusedError where a statement shares its lines with another."""
        _, end = self.source.line_bounds(self.source.line_of(max(node.span.start, node.span.end - 1)))
        tail = self.source.text(node.span.end, end).strip()
        allowed = ("var", "const", "") if isinstance(node, Assign) and node.declared else ("",)
        if before(self.source, node) not in allowed or not (tail == "" or tail.startswith("//")):
            raise RefusedError(node.span, "it shares its line with something else")


def _is_http_client(kind: GoType | None) -> bool:
    return getattr(kind, "package", "") == "net/http" and getattr(kind, "name", "") == "Client"
