"""Where a construction is taken out of the handler path: where it stands, or where the function around it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lambdalint.data.go_startup import CLOSERS
from lambdalint.hoist import failure
from lambdalint.hoist.family import Family, root
from lambdalint.hoist.startup import RefusedError, Startup
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Call, Expr
from lambdalint.model.gotypes import GoType, Named, Pointer, Struct
from lambdalint.record import NamedTuple

DEEPEST = 8


class Place(NamedTuple):
    """An expression in the body of a function."""

    expression: Expr
    function: GoFunction


class Hosts:
    """Finds the places to change for a construction. A function that does nothing but construct is moved as a call."""

    def __init__(self, code: Code, startup: Startup) -> None:
        self._code = code
        self._startup = startup
        self._handlers = {path.handler.function.key for path in code.paths if path.handler.function is not None}
        self._callers: dict[str, dict[object, Place]] = {}
        for path in code.paths:
            for reached in path.reached:
                for site in reached.sites:
                    callee = site.call.callee
                    if callee is not None and not reached.guarded and not site.guarded:
                        called = self._callers.setdefault(callee.key, {})
                        called[site.call.span] = Place(site.call, site.function)
        self.homes = {p.package for p in code.programs}
        self.homes |= {code.functions[key].package for key in self._handlers}

    def of(self, place: Place, depth: int = 0) -> list[Place]:
        """The places to change. Raises RefusedError."""
        function = place.function
        if self._constructs_only(function) and depth < DEEPEST:
            self.keeps_nothing(function)
            callers = self._callers.get(function.key, {})
            if not callers:
                raise RefusedError(function.signature, f"{function.label} is called through a value")
            return [found for caller in callers.values() for found in self.of(caller, depth + 1)]
        if not function.first_party:
            raise RefusedError(place.expression.span, "the code is generated")
        return [place]

    def may_stay(self, place: Place) -> bool:
        """True where a constructor may build once itself instead: whoever calls it gives up without what it makes."""
        function = place.function
        if not function.first_party or function.parent is not None or not self._constructs_only(function):
            return False
        callers = self._callers.get(function.key, {}).values()
        return bool(callers) and all(self._gives_up(caller) for caller in callers)

    def _gives_up(self, caller: Place) -> bool:
        family = Family(self._code, caller.function)
        node = family.find(caller.expression.span, type(caller.expression))
        statement, block = (family.statement(node) if node is not None else None) or (None, None)
        if isinstance(statement, goast.Return):
            return True
        if isinstance(statement, goast.If):
            return self._asks(statement, node)
        if (
            block is None
            or not isinstance(statement, goast.Assign)
            or not isinstance(statement.targets[-1], goast.Name)
        ):
            return False
        error = statement.targets[-1]
        at = next(number for number, s in enumerate(block.statements) if s is statement)
        check = block.statements[at + 1] if at + 1 < len(block.statements) else None
        return isinstance(check, goast.If) and failure.is_check(check, error.ref) and failure.ends(check.then)

    @staticmethod
    def _asks(statement: goast.If, call: goast.Node | None) -> bool:
        """True for `if client, err := call; err != nil { return … }`, whatever follows."""
        made = statement.init
        if not isinstance(made, goast.Assign) or not any(value is call for value in made.values):
            return False
        error = made.targets[-1]
        asked = isinstance(error, goast.Name) and failure.tests(statement.condition, error.ref)
        return asked and failure.ends(statement.then)

    def builds(self, expression: Expr, constructs: Callable[[Expr], bool], depth: int = 0) -> bool:
        """True for a call of a function that makes something of that kind, and nothing else."""
        callee = expression.callee if isinstance(expression, Call) else None
        function = self._code.functions.get(callee.key) if callee is not None else None
        if function is None or depth >= DEEPEST or not self._constructs_only(function):
            return False
        if not any(constructs(call) or self.builds(call, constructs, depth + 1) for call in function.calls):
            return False
        try:
            self.keeps_nothing(function)
        except RefusedError:
            return False
        return True

    def _constructs_only(self, function: GoFunction) -> bool:
        if function.parent is not None or function.receiver is not None or function.key in self._handlers:
            return False
        if not function.results or function.name in ("main", "init"):
            return False
        try:
            self._startup.function(function)
        except RefusedError:
            return False
        return True

    def keeps_nothing(self, function: GoFunction) -> None:
        """Raise RefusedError where what a constructor gives would carry something from one invocation to the next."""
        for node in self._closings(function):
            raise RefusedError(node.span, "what is made once would be closed by who gets it")
        made = [r.type for r in function.results]
        made += [n.type for n in goast.walk(function.body) if isinstance(n, goast.Composite)]
        for name in dict.fromkeys(self._types(made)):
            for method in self._code.functions.values():
                if f"{method.package}.{method.receiver_type}" == name and method.receiver is not None:
                    for node in goast.walk(method.body):
                        if _changes(node, method.receiver.ref):
                            raise RefusedError(node.span, f"{method.label} changes what is made once")

    def _closings(self, function: GoFunction) -> Iterator[goast.Node]:
        """Methods that close something and are handed out, and such calls in literals."""
        called = {id(call.function) for call in function.calls}
        for node in goast.walk(function.body):
            if isinstance(node, goast.Selector) and node.name in CLOSERS and id(node) not in called:
                yield node
        for key in function.closures:
            literal = self._code.functions.get(key)
            for call in literal.calls if literal is not None else ():
                if isinstance(call.function, goast.Selector) and call.function.name in CLOSERS:
                    yield call

    def _types(self, kinds: list[GoType | None]) -> Iterator[str]:
        seen: set[str] = set()
        while kinds:
            kind = kinds.pop()
            named = kind.element if isinstance(kind, Pointer) else kind
            name = f"{named.package}.{named.name}" if isinstance(named, Named) else ""
            declared = self._code.types.get(name)
            if declared is None or name in seen:
                continue
            seen.add(name)
            yield name
            if isinstance(declared.underlying, Struct):
                kinds += [field.type for field in declared.underlying.fields]


def _changes(node: goast.Node, receiver: str) -> bool:
    targets: tuple[Expr, ...] = ()
    if isinstance(node, goast.Assign):
        targets = node.targets
    elif isinstance(node, goast.Step):
        targets = (node.target,)
    for target in targets:
        held = root(target)
        if held is not target and isinstance(held, goast.Name) and receiver and held.ref == receiver:
            return True
    return False
