"""Which statements of a function move, which go, and what is left to put in order: the plan for one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lambdalint.hoist import failure
from lambdalint.hoist.family import Family, Write, declares
from lambdalint.hoist.regions import is_region
from lambdalint.hoist.startup import Inputs, RefusedError, Startup
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Assign, Block, Call, Expr, If, Name, Node
from lambdalint.model.gotypes import ERROR, Basic, GoType, package_name
from lambdalint.record import NamedTuple
from lambdalint.source import Source, Span


class Step(NamedTuple):
    """One thing that start-up does instead.

    `make`: `target = value`, a local name of the function or a package variable; `const`: the same for a constant;
    `inside`: `value` stood inside another expression, and there is no target. `run`: the statement as it is. `ping`:
    `value` gives an error and nothing else. `fails`: the call gives an error that is checked, `ignored` one that isn't.
    `kept`: the function keeps its own, this is a copy.
    """

    kind: str
    statement: Node
    value: Expr
    target: Name | None
    fails: bool
    ignored: bool
    message: str
    inputs: Inputs
    kept: bool


class Removal:
    """The plan for one outermost function: steps for start-up, and spans of statements to drop.

    `seeds` are expressions that must not be evaluated at each invocation any more; `constructs` tells what else belongs
    to start-up once its inputs are there. `checks` are those of errors, by statement. Of a statement in `stays` only
    the value leaves. `regional`: a region may be passed in. Raises RefusedError where that can't be done surely.
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
        self._source = source
        self._constructs = constructs
        self._regional = regional
        self.steps: dict[int, Step] = {}
        self.dropped: dict[int, Node] = {}
        self.made: dict[str, Step] = {}
        self.checks: dict[int, If] = {}
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
        return any(gone.contains(span) for gone in [*self.cut(), *self.inside()])

    def inside(self) -> list[Span]:
        """Expressions whose place a variable takes."""
        steps = self.steps.values()
        return [s.value.span for s in steps if s.kind == "inside" or id(s.statement) in self.stays]

    # -- what is made ----------------------------------------------------------------------------------------------

    def _seed(self, seed: Expr) -> None:
        value = self._widen(seed)
        if any(step.value.span.contains(value.span) for step in self.steps.values()):
            return
        found = self.family.statement(value)
        if found is None:
            raise RefusedError(value.span, "it isn't made in a statement of its own")
        statement, block = found
        if isinstance(statement, Assign) and self.whole(statement, value):
            self.assigned(statement, block, kept=False)
            return
        if value.type is None or type(value.type).__name__ == "Tuple":
            raise RefusedError(value.span, "its error is not checked in a statement of its own")
        self._no_literal(value)
        inputs = self.inputs_of(value)
        self.steps[id(value)] = Step("inside", statement, value, None, False, False, "", inputs, False)

    def _no_literal(self, value: Expr) -> None:
        if "\n" in self._text(value.span) and "`" in self._text(value.span):
            raise RefusedError(value.span, "it holds a text of several lines")

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
        return self._constructs(call) or (call.callee is not None and call.callee.name == "Must")

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
        self.alone(statement)
        value = statement.values[0]
        self._no_literal(value)
        inputs = self.inputs_of(value)
        if target.ref.startswith("local:"):
            self._only_value(target, statement)
        check, ignored = self._check(statement, block)
        message = failure.words(check.then if check else None, _default(value, self.family.outermost.package))
        fails = check is not None
        kind = "const" if self._before(statement) == "const" else "make"
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

    def inputs_of(self, value: Expr) -> Inputs:
        inputs = self._startup.expression(value, self.family)
        eager, variables = inputs.eager, inputs.variables
        for name in inputs.locals:
            if self._regional and is_region(name, self.family):
                continue
            step = self.made.get(name.ref) or self._define(name)
            eager = eager or step.inputs.eager
            variables |= step.inputs.variables
        return inputs._replace(eager=eager, variables=variables)

    def _define(self, name: Name) -> Step:
        """The step that gives a local name its value at start-up too."""
        if name.ref in self.family.parameters:
            raise RefusedError(name.span, f"it depends on {name.name}, which is passed in")
        writes = [w for w in self.family.writes.get(name.ref, ()) if not _is_bare(w)]
        if len(writes) != 1:
            raise RefusedError(name.span, f"it depends on {name.name}, which changes")
        node = writes[0].node
        held = self.family.above(node)
        if not isinstance(node, Assign) or len(node.values) != 1 or not isinstance(held, Block):
            raise RefusedError(name.span, f"it depends on {name.name}")
        if node.targets[0] is not writes[0].name or len(node.targets) > 2 or node.op not in ("=", ":="):
            raise RefusedError(name.span, f"it depends on {name.name}")
        if node.declared and self._before(node) not in ("var", "const"):
            raise RefusedError(name.span, f"it depends on {name.name}")
        makes = any(self._constructs(n) for n in goast.walk(node) if isinstance(n, Call | goast.Composite))
        if not makes:
            self._unchanged(name.ref)
        self.assigned(node, held, kept=not makes)
        return self.made[name.ref]

    def _unchanged(self, ref: str) -> None:
        """Raise RefusedError where what a local name holds may be changed after it was made: a copy would lack that."""
        for name in self.family.names.get(ref, ()):
            if not isinstance(name.type, Basic) and self._is_changed(name):
                raise RefusedError(name.span, f"it depends on {name.name}, which may be changed here")

    def _is_changed(self, name: Name) -> bool:
        """True where a method of what a name holds is called, or something in it is set."""
        node: Node = name
        above = self.family.above(node)
        while isinstance(above, goast.Selector | goast.Index):
            node, above = above, self.family.above(above)
        if isinstance(above, Assign):
            return any(target is node for target in above.targets) and node is not name
        return isinstance(above, Call) and above.function is node and node is not name

    def _only_value(self, target: Name, statement: Assign) -> None:
        for write in self.family.writes.get(target.ref, ()):
            if write.node is statement:
                continue
            if not _is_bare(write):
                raise RefusedError(write.name.span, f"{target.name} gets another value here")
            if isinstance(write.node, Assign) and len(write.node.targets) > 1:
                raise RefusedError(write.name.span, f"{target.name} is declared together with others")
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
        own = (self.made.get(n.ref) for n in names)
        return any(step is not None and not step.kept for step in own)

    def _try(self, made: Expr) -> bool:
        before = dict(self.steps), dict(self.dropped), dict(self.made)
        try:
            self._seed(made)
        except RefusedError:
            self.steps, self.dropped, self.made = before
            return False
        return True

    def finish(self) -> None:
        """Raise RefusedError for a local that moves although nothing reads it: `init` can't leave it unused either.

        So it is for one of several that are declared together, where others stay and may be aligned with it.
        """
        self._keep_aligned()
        inputs = {n.ref for step in self.steps.values() for n in step.inputs.locals}
        for ref, step in self.made.items():
            if ref.startswith("var:") or step.kept or ref in inputs or step.target is None:
                continue
            left = [n for n in self.family.names.get(ref, ()) if not self.is_gone(n.span)]
            if not any(map(self.family.is_read, left)):
                raise RefusedError(step.value.span, f"nothing uses {step.target.name}")

    def _keep_aligned(self) -> None:
        going: dict[int, Node] = {
            id(step.statement): step.statement
            for step in self.steps.values()
            if not step.kept and step.kind != "inside"
        }
        going |= self.dropped
        for node in going.values():
            left = [one for one in self._declared_with(node) if id(one) not in going]
            if left and not self._is_padded(node) and not any(self._is_as_wide(one, node) for one in left):
                raise RefusedError(node.span, "it is declared together with others")

    def _declared_with(self, node: Node) -> list[Node]:
        """The other declarations of the `var ( … )` that one is in."""
        held = self.family.above(node)
        grouped = isinstance(node, Assign) and node.declared and self._before(node) == ""
        if not grouped or not isinstance(held, Block):
            return []
        at = next(n for n, s in enumerate(held.statements) if s is node)
        found: list[Node] = []
        for run, step in ((held.statements[:at][::-1], -1), (held.statements[at + 1 :], 1)):
            last = node
            for other in run:
                first, second = (last, other) if step > 0 else (other, last)
                between = self._text(Span(node.span.path, first.span.end, second.span.start))
                if any(line.partition("//")[0].strip() for line in between.split("\n")):
                    break
                found.append(other)
                last = other
        return found

    def _is_padded(self, node: Node) -> bool:
        """True where a longer name than that of a declaration keeps the others aligned."""
        if not isinstance(node, Assign) or "\n" in self._text(node.span):
            return False
        behind = self._text(Span(node.span.path, node.targets[-1].span.end, node.span.end))
        return behind.startswith("  ") and not (node.values and self._is_typed(node))

    def _is_as_wide(self, one: Node, node: Node) -> bool:
        """True where a declaration keeps its neighbours aligned as another one did that goes."""
        if not isinstance(one, Assign) or not isinstance(node, Assign):
            return False
        wide, own = (self._text(Span(n.span.path, n.span.start, n.targets[-1].span.end)) for n in (one, node))
        lines = [self._source.line_of(n.span.start) for n in (one, node)]
        plain = "\n" not in self._text(one.span) + self._text(node.span)
        alike = self._is_typed(one) == self._is_typed(node) and not (node.values and self._is_typed(node))
        return plain and alike and abs(lines[0] - lines[1]) == 1 and len(wide) >= len(own)

    def _is_typed(self, node: Assign) -> bool:
        return not self._text(Span(node.span.path, node.targets[-1].span.end, node.span.end)).lstrip().startswith("=")

    # -- text ------------------------------------------------------------------------------------------------------

    def _text(self, span: Span) -> str:
        return self._source.text(span.start, span.end)

    def _before(self, node: Node) -> str:
        """What stands on a statement's first line before it."""
        start, _ = self._source.line_bounds(self._source.line_of(node.span.start))
        return self._source.text(start, node.span.start).strip()

    def alone(self, node: Node) -> None:
        """Raise RefusedError where a statement shares its lines with another."""
        _, end = self._source.line_bounds(self._source.line_of(max(node.span.start, node.span.end - 1)))
        tail = self._source.text(node.span.end, end).strip()
        allowed = ("var", "const", "") if isinstance(node, Assign) and node.declared else ("",)
        if self._before(node) not in allowed or not (tail == "" or tail.startswith("//")):
            raise RefusedError(node.span, "it shares its line with something else")


def _is_bare(write: Write) -> bool:
    """`var x T`"""
    return isinstance(write.node, Assign) and write.node.declared and not write.node.values and declares(write)


def _is_http_client(kind: GoType | None) -> bool:
    return getattr(kind, "package", "") == "net/http" and getattr(kind, "name", "") == "Client"


def _default(value: Expr, home: str) -> str:
    """What failed, in the words of the call."""
    callee = value.callee if isinstance(value, Call) else None
    if callee is None:
        return "start up"
    if callee.name.startswith("LoadDefault"):
        return "load AWS configuration"
    if callee.package.endswith("/session"):
        return "create AWS session"
    if callee.package == home:
        return callee.name
    return f"{package_name(callee.package)}.{callee.name}"
