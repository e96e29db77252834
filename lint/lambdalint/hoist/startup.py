"""What may run at start-up: nothing of the invocation goes in, nothing but making, reading and logging is done.

What stands in the way is raised as `RefusedError`, with the place to show.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lambdalint.data import go_startup
from lambdalint.data.go_callbacks import ONCE_MAKERS
from lambdalint.hoist.family import Family, root
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.foreign import takes_context
from lambdalint.model.goast import Call, Closure, Expr, Name, Node, Selector
from lambdalint.model.gotypes import ERROR, is_of_package
from lambdalint.model.satisfaction import is_context
from lambdalint.record import NamedTuple
from lambdalint.source import Span

_ONCE = {goast.Callee(*maker) for maker in ONCE_MAKERS}
_STOPS = (goast.Go, goast.Send, goast.Select, goast.Opaque, goast.Skipped)


class RefusedError(Exception):
    """Why something can't be moved: a place, and a few words that go on after `not moved:`."""

    def __init__(self, span: Span, reason: str) -> None:
        super().__init__(reason)
        self.span = span
        self.reason = reason


class Inputs(NamedTuple):
    """What an expression needs: local names, contexts (replaced whole), package variables of the project.

    `eager`: it waits for the other side. `fields` are those of the receiver.
    """

    locals: tuple[Name, ...]
    contexts: tuple[Span, ...]
    variables: frozenset[str]
    eager: bool
    fields: tuple[Selector, ...] = ()


class _Needs:
    def __init__(self) -> None:
        self.locals: list[Name] = []
        self.contexts: list[Span] = []
        self.variables: set[str] = set()
        self.eager = False
        self.fields: list[Selector] = []


class Startup:
    """Judges expressions and whole functions of one project.

    `written` are the package variables that functions set. `settled`: what runs finds the program's settings read.
    """

    def __init__(self, code: Code, written: Collection[str] = (), settled: bool = False) -> None:
        self._code = code
        self._written = written
        self._settled = settled
        self._functions: dict[str, RefusedError | Inputs] = {}
        self._open: set[str] = set()

    def expression(self, expression: Expr, family: Family) -> Inputs:
        """What an expression needs. Raises RefusedError."""
        needs = _Needs()
        self._expression(expression, family, needs)
        locals_, contexts = tuple(needs.locals), tuple(needs.contexts)
        return Inputs(locals_, contexts, frozenset(needs.variables), needs.eager, tuple(needs.fields))

    def function(self, function: GoFunction) -> Inputs:
        """What a whole function needs beside its arguments; `locals` and `contexts` are empty. Raises RefusedError."""
        found = self._functions.get(function.key)
        if found is None:
            if function.key in self._open:
                raise RefusedError(function.signature, f"{function.label} calls itself")
            self._open.add(function.key)
            try:
                needs = _Needs()
                for node in self._nodes(function):
                    self._inside(node, needs)
                found = Inputs((), (), frozenset(needs.variables), needs.eager)
            except RefusedError as refused:
                found = refused
            self._open.discard(function.key)
            self._functions[function.key] = found
        if isinstance(found, RefusedError):
            raise found
        return found

    # -- functions -------------------------------------------------------------------------------------------------

    def _nodes(self, function: GoFunction) -> Iterator[Node]:
        if function.body is None:
            raise RefusedError(function.signature, f"{function.label} isn't written in Go")
        left: list[Node] = [function.body]
        while left:
            node = left.pop()
            yield node
            failed = node.then if isinstance(node, goast.If) and _is_failure(node) else None
            left += [child for child in goast.children(node) if child is not failed]
        later = {key for node in goast.walk(function.body) for key in _kept(node)}
        for key in function.closures:
            if key in self._code.functions and key not in later:
                yield from self._nodes(self._code.functions[key])

    def _inside(self, node: Node, needs: _Needs) -> None:
        """One node of a function that is to run as a whole."""
        if isinstance(node, _STOPS) or (isinstance(node, goast.Unary) and node.op == "<-"):
            raise RefusedError(node.span, "this is more than making a client")
        if isinstance(node, goast.Element) and isinstance(node.value, Name):
            self._refuse_context(node.value)
        if isinstance(node, goast.Assign):
            for target in node.targets:
                _refuse_variable(root(target))
            for target, value in zip(node.targets, node.values, strict=False):
                if isinstance(target, Selector) and isinstance(value, Name):
                    self._refuse_context(value)
        elif isinstance(node, goast.Unary) and node.op == "&":
            _refuse_variable(root(node.operand) if not isinstance(node.operand, goast.Composite) else None)
        elif isinstance(node, Call):
            self._called(node, needs)
        elif isinstance(node, Name | Selector) and node.ref.startswith("var:"):
            self._variable(node.ref, needs)

    def _refuse_context(self, value: Name) -> None:
        if is_context(self._code.types, value.type) is True:
            raise RefusedError(value.span, "the context of an invocation is kept here")

    # -- expressions -----------------------------------------------------------------------------------------------

    def _expression(self, node: Expr, family: Family, needs: _Needs) -> None:
        if isinstance(node, Name | Call | Selector) and is_context(self._code.types, node.type) is True:
            needs.contexts.append(node.span)
            return
        if isinstance(node, Name | Selector) and (node.ref or _is_field(node, family)):
            self._named(node, needs)
            return
        if isinstance(node, Name | goast.Opaque):
            raise RefusedError(node.span, "what this is isn't known")
        if isinstance(node, goast.Unary) and node.op == "<-":
            raise RefusedError(node.span, "it waits for a channel")
        if isinstance(node, goast.Composite | goast.Conversion | goast.TypeName) and "." in getattr(
            node.type, "name", ""
        ):
            raise RefusedError(node.span, "its type is local")
        if isinstance(node, Closure):
            self._literal(node, family, needs)
            return
        if isinstance(node, Call):
            self._called(node, needs)
        for child in _parts(node):
            if isinstance(child, Name | Call | Selector) and self._is_context(node, child):
                needs.contexts.append(child.span)
            else:
                self._expression(child, family, needs)

    def _is_context(self, holder: Expr, argument: Expr) -> bool:
        """True for what a function takes as a context, though it may be more: the request of a web framework."""
        if not isinstance(holder, Call) or not any(a is argument for a in holder.arguments[:1]):
            return False
        callee = holder.callee
        if callee is None or callee.receiver:
            return False
        function = self._code.functions.get(callee.key)
        if function is None:
            return takes_context(callee.package, callee.name)
        return bool(function.parameters) and is_context(self._code.types, function.parameters[0].type) is True

    def _named(self, node: Name | Selector, needs: _Needs) -> None:
        if isinstance(node, Selector) and not node.ref:
            needs.fields.append(node)
        elif node.ref.startswith("local:") and isinstance(node, Name):
            needs.locals.append(node)
        elif node.ref.startswith("var:"):
            self._variable(node.ref, needs)

    def _literal(self, node: Closure, family: Family, needs: _Needs) -> None:
        literal = self._code.functions.get(node.function)
        if literal is None:
            raise RefusedError(node.span, "what this function does isn't known")
        found = self.function(literal)
        needs.variables |= found.variables
        for name in family.closed_over(literal):
            if is_context(self._code.types, name.type) is True:
                needs.contexts.append(name.span)
            else:
                needs.locals.append(name)

    def _called(self, call: Call, needs: _Needs) -> None:
        callee = call.callee or self._held(call.function)
        if callee is None and getattr(call.function, "name", "").startswith(go_startup.PUSHES):
            return
        if callee is None and (self._once(call.function, needs) or _cancels(call)):
            return
        if callee is None:
            raise RefusedError(call.span, "what this calls isn't known")
        function = self._code.functions.get(callee.key)
        if function is not None:
            found = self.function(function)
            needs.variables |= found.variables
            needs.eager = needs.eager or found.eager
        elif not self._may_run(callee):
            raise RefusedError(call.span, f"{_said(callee)} isn't known to be fit for start-up")
        elif callee.name in go_startup.SINGLE.get(callee.package, ()):
            raise RefusedError(call.span, "a single connection doesn't reconnect; use a pool")
        elif callee.name in go_startup.EAGER.get(callee.package, ()) or callee.name in go_startup.PINGS:
            needs.eager = True

    def _held(self, function: Expr) -> goast.Callee | None:
        """The function that a package variable holds from the start, for tests to put another in its place."""
        ref = getattr(function, "ref", "")
        made = self._initial(ref.removeprefix("var:")) if ref.startswith("var:") and ref not in self._written else None
        held = getattr(made, "ref", "")
        package, _, name = held.removeprefix("func:").rpartition(".")
        return goast.Callee(package, "", name) if held.startswith("func:") and package else None

    def _initial(self, variable: str) -> Expr | None:
        """What a package variable is declared with, where it is alone."""
        package, _, name = variable.rpartition(".")
        declared = self._code.functions.get(f"{package}.var {name}")
        statements = declared.body.statements if declared is not None and declared.body is not None else ()
        if len(statements) != 1 or not isinstance(statements[0], goast.Assign):
            return None
        return statements[0].values[0]

    def _may_run(self, callee: goast.Callee) -> bool:
        if self._settled and callee.package in go_startup.SETTINGS and callee.name.startswith(go_startup.GETTERS):
            return True
        return go_startup.may_run(callee.package, callee.receiver, callee.name)

    def _once(self, function: Expr, needs: _Needs) -> bool:
        """Take in the call of a package variable that does something once: `sync.OnceValue(func() …)`."""
        variable = getattr(function, "ref", "").removeprefix("var:")
        made = self._initial(variable)
        if not isinstance(made, Call) or made.callee not in _ONCE or not isinstance(made.arguments[0], Closure):
            return False
        found = self.function(self._code.functions[made.arguments[0].function])
        needs.variables |= {*found.variables, f"var:{variable}"}
        needs.eager = needs.eager or found.eager
        return True

    def _variable(self, ref: str, needs: _Needs) -> None:
        package, _, _ = ref.removeprefix("var:").rpartition(".")
        if ref.removeprefix("var:") in self._code.variables or f"{package}.init" in self._code.functions:
            needs.variables.add(ref)


def _kept(node: Node) -> Iterator[str]:
    """The literals that something only gets another type from: `http.HandlerFunc(func …)`. They run later."""
    if isinstance(node, goast.Conversion) and isinstance(node.operand, Closure):
        yield node.operand.function
    elif isinstance(node, Call) and node.callee is not None and node.callee.name.endswith("Func"):
        yield from (a.function for a in node.arguments if isinstance(a, Closure))


def _is_failure(node: goast.If) -> bool:
    """True for `if err != nil` around what is done for the last time: whatever it is, start-up ends there too."""
    condition = node.condition
    asked = isinstance(condition, goast.Binary) and condition.op == "!=" and condition.left.type == ERROR
    return asked and bool(node.then.statements) and isinstance(node.then.statements[-1], goast.Return)


def _is_field(node: Name | Selector, family: Family) -> bool:
    """True for a field of the receiver."""
    receiver = family.outermost.receiver
    held = node.operand if isinstance(node, Selector) else None
    return isinstance(held, Name) and receiver is not None and bool(receiver.ref) and held.ref == receiver.ref


def _cancels(call: Call) -> bool:
    """True for the end of a context that the function made."""
    return is_of_package(call.function.type, "context", "CancelFunc", "CancelCauseFunc")


def _refuse_variable(target: Expr | None) -> None:
    if isinstance(target, Name | Selector) and target.ref.startswith("var:"):
        raise RefusedError(target.span, f"this changes the package variable {target.name}")


def _parts(node: Expr) -> Iterator[Expr]:
    if isinstance(node, goast.Composite):
        for element in node.elements:
            if element.key is not None and not element.field:
                yield element.key
            yield element.value
        return
    for child in goast.children(node):
        if not (isinstance(node, Call) and child is node.function and isinstance(child, Name | Selector) and child.ref):
            yield child  # type: ignore[misc]


def _said(callee: goast.Callee) -> str:
    name = callee.package.rsplit("/", 1)[-1]
    return f"{callee.receiver or name}.{callee.name}"
