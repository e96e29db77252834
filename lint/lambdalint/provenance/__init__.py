"""Where values on a handler path come from: the event, values of the context, constructors, keys of objects.

Flow-insensitive and without a call's own context: a name carries what any assignment gives it, a parameter what any
call gives it. That is more than what really flows, so use it to stay silent, or together with an exact path.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lambdalint.data.go_callbacks import REQUESTS
from lambdalint.data.go_decoders import said_again
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction, HandlerPath
from lambdalint.model.goast import Call, Closure, Expr, Name, Selector
from lambdalint.model.gotypes import Chan, Map, Pointer, Slice, is_of_package
from lambdalint.model.project import Project
from lambdalint.model.satisfaction import is_context
from lambdalint.provenance.expressions import (
    carrier,
    decodes,
    field_made,
    fills_map,
    given,
    is_local,
    is_member,
    makes,
    operands,
    own_parts,
    step_to,
    takes_out,
)
from lambdalint.provenance.filling import Filling, filled_argument, fillings_of
from lambdalint.provenance.marks import is_marked
from lambdalint.provenance.masks import masks
from lambdalint.provenance.names import Names
from lambdalint.provenance.origins import EACH, NOWHERE, Origin, Origins, derived
from lambdalint.provenance.requests import BODY, DUMPING, binds, comes_in, dumped, gives_body, is_body
from lambdalint.provenance.shown import is_shown
from lambdalint.provenance.targets import PathCalls
from lambdalint.provenance.texts import fills, gives, in_text, joins, makes_text, parts
from lambdalint.provenance.visits import visited

_CARRIERS = ("local:", "var:")  # what a value can be kept in
_VALUES_OF_CONTEXT = frozenset({("context", "Value"), ("github.com/aws/aws-lambda-go/lambdacontext", "FromContext")})


def provenance(project: Project, path: HandlerPath, variables: bool = True) -> Provenance:
    """The origins of values on a handler path; worked out once. Without `variables` what a package variable holds has
    no origin: only what flows through locals, parameters and results counts.
    """
    key = ("provenance", path.program.key, path.handler.key, "all" if variables else "locals")
    if key not in project.kept:
        project.kept[key] = Provenance(project.code, path, variables)
    found: Provenance = project.kept[key]
    return found


class Provenance:
    """The origins of every expression on one handler path.

    Expressions that build a client or a connection, and the encoded key of an object in an event, are origins of their
    own; what flows into such an expression also flows through it.
    """

    def __init__(self, code: Code, path: HandlerPath, variables: bool = True) -> None:
        self._code = code
        self._variables = variables
        self._functions = {r.function.key: r.function for r in path.reached}
        self._calls = PathCalls(code, path)
        names = Names()
        self._known, self._add = names.known, names.add
        self._taken: dict[str, tuple[str, ...]] = {}
        self._fillings: dict[str, tuple[Filling, ...]] = {}
        self._masks = masks(self._functions.values(), self._calls.targets)
        self._start(path)
        # nodes of bodies, and functions (None) for their named results
        work = [(function, node) for function in self._functions.values() for node in visited(function)]
        names.settle(work, lambda at: _VISITS[type(at[1])](self, *at))

    def of(self, expression: Expr, function: GoFunction) -> Origins:
        """Where the value of an expression in the body of `function` may come from."""
        way = _WAYS.get(type(expression))
        return way(self, expression, function) if way is not None else self._of_parts(expression, function)

    def targets(self, call: Call) -> list[GoFunction]:
        """The functions on the path that a call may mean; methods of interfaces go by name."""
        return self._calls.targets(call)

    # -- statements ------------------------------------------------------------------------------------------------

    def _start(self, path: HandlerPath) -> None:
        dumps = not path.program.imports.isdisjoint(DUMPING)
        for reached in path.reached:
            function = reached.function
            if dumps and (body := dumped(self._code, function)):
                self._add(carrier(function, body), BODY)
            for parameter in function.parameters:
                if not parameter.ref or is_context(self._code.types, parameter.type) is True:
                    continue
                if not reached.route or function is path.handler.function:
                    self._add(carrier(function, parameter.ref), frozenset({Origin("event", ())}))
                elif any(is_of_package(parameter.type, *request) for request in REQUESTS):
                    self._add(carrier(function, parameter.ref), frozenset({Origin("event", None)}))

    def _range(self, function: GoFunction, node: goast.Range) -> None:
        subject = self.of(node.subject, function)
        if isinstance(node.subject.type, Chan):  # what was sent, as it is
            self._store(function, node.key, subject)
            return
        inside = frozenset(o.into("[]") for o in subject)
        self._store(function, node.value, inside)
        self._store(function, node.key, frozenset(o.derived() for o in inside))

    def _switch(self, function: GoFunction, node: goast.Switch) -> None:
        if node.types and node.tag is not None:
            self._store(function, node.binding, self.of(node.tag, function))

    def _send(self, function: GoFunction, node: goast.Send) -> None:
        self._store(function, node.channel, self.of(node.value, function))

    def _named_results(self, function: GoFunction, _: None) -> None:
        for at, result in enumerate(function.results):
            if result.ref:
                self._add(f"return {at} {function.key}", self._known(carrier(function, result.ref)))

    def _return(self, function: GoFunction, node: goast.Return) -> None:
        values = node.values
        whole = len(values) == 1 and len(function.results) > 1
        for at in range(len(function.results) if whole else len(values)):
            origins = self._result(values[0], at, function) if whole else self.of(values[at], function)
            self._add(f"return {at} {function.key}", origins)

    def _assign(self, function: GoFunction, node: goast.Assign) -> None:
        targets, values = node.targets, node.values
        for at, target in enumerate(targets):
            if not values:
                return
            if len(values) == len(targets):
                origins = self.of(values[at], function)
            else:
                origins = self._result(values[0], at, function)
            self._store(function, target, origins)

    def _result(self, value: Expr, at: int, function: GoFunction) -> Origins:
        """The origins of one of the results of a call; what comes beside a copy is computed from it."""
        targets = self._calls.targets(value) if isinstance(value, Call) else []
        if not targets:
            return self.of(value, function) if at == 0 else derived(self.of(value, function))
        found = NOWHERE.union(*(self._known(f"return {at} {t.key}") for t in targets))
        return found | {Origin(value.span, ())} if is_marked(value) else found

    def _store(self, function: GoFunction, target: Expr | None, origins: Origins) -> None:
        """A write to a part of a variable is a write to the variable, as something computed."""
        whole, parts = True, own_parts(target)
        while isinstance(target, Selector | goast.Index | goast.Unary | goast.Slicing) and not is_member(target):
            whole = whole and isinstance(target, goast.Unary)
            target = target.operand
        if not isinstance(target, (Name, Selector)) or not target.ref or not origins:
            return
        if not self._variables and target.ref.startswith("var:"):
            return
        if is_context(self._code.types, target.type) is True:
            return
        for part in parts if not whole else ():
            origins = frozenset([o.of_field(part) for o in origins])
        self._add(carrier(function, target.ref), origins)

    def _call(self, function: GoFunction, call: Call) -> None:
        targets = self._calls.targets(call)
        carried = [self.of(a, function) for a in call.arguments]
        receiver = self._receiver(call, function)
        for callee in targets:
            if callee.receiver is not None and len(carried) == len(callee.parameters) + 1 and call.callee is None:
                self._bind(callee, carried[1:], carried[0])  # a method expression
            else:
                self._bind(callee, carried, receiver)
        if not receiver and not any(carried):
            return
        for callee in targets if call.callee is not None else ():
            self._fill(function, call, callee, carried, receiver)
        if carried and fills(call) and isinstance(call.function, Selector):
            self._store(function, call.function.operand, in_text(self._code.types, call.arguments[0], carried[0]))
        decoded = decodes(call)
        for at, argument in enumerate(call.arguments):
            filled = argument.operand if isinstance(argument, goast.Unary) and argument.op == "&" else None
            if isinstance(argument, Name) and not targets and not makes(call):
                filled = argument if isinstance(argument.type, Pointer) or fills_map(call) else filled
            closure = self._functions.get(argument.function) if isinstance(argument, Closure) else None
            if filled is None and closure is None:
                continue
            together = NOWHERE.union(receiver, *carried[:at], *carried[at + 1 :])
            if closure is not None:
                self._bind(closure, [derived(together)] * len(closure.parameters), NOWHERE)
            else:
                bound = binds(call) and comes_in(receiver)
                self._store(function, filled, BODY if bound else together if decoded else derived(together))

    def _fill(
        self, function: GoFunction, call: Call, callee: GoFunction, carried: list[Origins], receiver: Origins
    ) -> None:
        """Hand on what a function of the project decodes into its parameters."""
        if callee.key not in self._fillings:
            self._fillings[callee.key] = fillings_of(callee)
        for filling in self._fillings[callee.key]:
            read = receiver if filling.source < 0 else NOWHERE.union(*carried[filling.source : filling.source + 1])
            for step in filling.steps:
                read = frozenset([o.into(step) for o in read if o.field in ("", step)])
            self._store(function, filled_argument(call, filling), read)

    def _bind(self, callee: GoFunction, carried: list[Origins], receiver: Origins) -> None:
        """Hand the origins of arguments, and of what a method is called on, to what carries them in a function."""
        first, *names = self._takes(callee)
        for at, origins in enumerate(carried):
            name = names[min(at, len(names) - 1)] if names and origins else ""
            if name:
                self._add(name, origins)
        if first and receiver:
            self._add(first, receiver)

    def _takes(self, callee: GoFunction) -> tuple[str, ...]:
        """The names of a function's receiver and parameters; empty for what has none, and for contexts."""
        found = self._taken.get(callee.key)
        if found is None:
            takers = [callee.receiver, *callee.parameters]
            found = self._taken[callee.key] = tuple(
                carrier(callee, p.ref) if p and p.ref and is_context(self._code.types, p.type) is not True else ""
                for p in takers
            )
        return found

    def _receiver(self, call: Call, function: GoFunction) -> Origins:
        target = call.function
        if isinstance(target, Selector) and not is_member(target):
            return self.of(target.operand, function)
        return NOWHERE

    # -- expressions -----------------------------------------------------------------------------------------------

    def _of_name(self, node: Name, function: GoFunction) -> Origins:
        ref = node.ref
        if not ref.startswith(_CARRIERS):
            return NOWHERE
        key = carrier(function, ref)
        hidden = self._masks.get(key)
        known = self._known(key)
        return frozenset([o.derived() if o.field in hidden else o for o in known]) if hidden else known

    def _of_selector(self, node: Selector, function: GoFunction) -> Origins:
        return _with_mark(node, self._selected(node, function))

    def _selected(self, node: Selector, function: GoFunction) -> Origins:
        if node.ref:
            return self._known(node.ref) if node.ref.startswith(_CARRIERS) else NOWHERE
        name = node.name
        if name == "Body" and is_body(node) and comes_in(self.of(node.operand, function)):
            return BODY
        return frozenset([o.into(name) for o in self.of(node.operand, function) if o.field in ("", name)])

    def _of_index(self, node: goast.Index, function: GoFunction) -> Origins:
        step = step_to(node.key)
        whole = frozenset([o.into(step) for o in self.of(node.operand, function)])
        return whole | derived(self.of(node.key, function))

    def _of_operand(self, node: Any, function: GoFunction) -> Origins:
        return self.of(node.operand, function)

    def _of_composite(self, node: goast.Composite, function: GoFunction) -> Origins:
        elements = node.elements
        if isinstance(node.type, Slice | Map):
            parts = [(step_to(e.key) if e.key else EACH, self.of(e.value, function)) for e in elements]
            return frozenset([o.of_field(step) for step, origins in parts for o in origins])
        if not elements or not all(e.field for e in elements):
            return _with_mark(node, self._of_parts(node, function))
        each = [(field_made(e), o) for e in elements for o in self.of(e.value, function)]
        return _with_mark(node, frozenset([o.of_field(name) for name, o in each]))

    def _of_parts(self, node: Expr, function: GoFunction) -> Origins:
        parts = [self.of(p, function) for p in operands(node)]
        return derived(NOWHERE.union(*parts)) if parts else NOWHERE

    def _of_nothing(self, _: Expr, __: GoFunction) -> Origins:
        return NOWHERE

    def _of_call(self, call: Call, function: GoFunction) -> Origins:
        return _with_mark(call, self._made(call, function))

    def _made(self, call: Call, function: GoFunction) -> Origins:
        if is_context(self._code.types, call.type) is True:
            return NOWHERE
        targets = self._calls.targets(call)
        if targets:
            return NOWHERE.union(*(self._known(f"return 0 {t.key}") for t in targets))
        callee = call.callee
        if callee is not None:
            copied = said_again(callee.package, callee.name)
            if copied is not None and len(call.arguments) > copied:
                return self._said_again(callee.name, call.arguments[copied], function)
            if callee.name == "append" and callee.package == "builtin":
                return self._longer(call, function)
            if makes_text(call):
                return self._text(call, function)
            if gives(call):
                return self._receiver(call, function)
            if gives_body(call) and comes_in(
                NOWHERE.union(self._receiver(call, function), *self._given(call, function))
            ):
                return BODY
            if (callee.package, callee.name) in _VALUES_OF_CONTEXT:
                return frozenset({Origin("context", None)})
        return derived(NOWHERE.union(*self._given(call, function), self._receiver(call, function)))

    def _given(self, call: Call, function: GoFunction) -> list[Origins]:
        return [self.of(a, function) for a in given(call)]

    def _said_again(self, name: str, value: Expr, function: GoFunction) -> Origins:
        """The origins of a copy; text of a struct has only the parts of it that the encoder shows."""
        found = self.of(value, function)
        if not name.startswith("Marshal") or not any(o.field for o in found):
            return found
        types = self._code.types
        if isinstance(value.type, Map) and takes_out(function):
            return derived(found)
        shown = (o.held is None or is_shown(types, value.type, (o.field, *o.below), False) for o in found)
        return frozenset([o if seen else o.derived() for o, seen in zip(found, shown, strict=True)])

    def _text(self, call: Call, function: GoFunction) -> Origins:
        """The origins of what is put together to a text."""
        found = ((a, whole, self.of(a, function)) for a, whole in parts(call))
        types = self._code.types
        return NOWHERE.union(*(in_text(types, a, o) if whole else derived(o) for a, whole, o in found))

    def _of_binary(self, node: goast.Binary, function: GoFunction) -> Origins:
        if not joins(node):
            return self._of_parts(node, function)
        types, sides = self._code.types, (node.left, node.right)
        return NOWHERE.union(*(in_text(types, side, self.of(side, function)) for side in sides))

    def _longer(self, call: Call, function: GoFunction) -> Origins:
        """The origins of a list that was appended to."""
        first, *added = [self.of(a, function) for a in call.arguments] or [NOWHERE]
        return first.union(*(a if call.spread else frozenset([o.of_field(EACH) for o in a]) for a in added))

    def _of_closure(self, node: Closure, _: GoFunction) -> Origins:
        closure = self._code.functions.get(node.function)
        if closure is None:
            return NOWHERE
        found, fields = NOWHERE, set()
        for inner in goast.walk(closure.body):  # a selector comes before its operand
            if isinstance(inner, Selector) and is_local(inner.operand):
                fields.add(inner.operand.span)
                found |= self._selected(inner, closure)
            elif isinstance(inner, Name) and is_local(inner) and inner.span not in fields:
                found |= self._of_name(inner, closure)
        return derived(found)


_VISITS: Mapping[type, Callable[[Provenance, GoFunction, Any], None]] = {
    goast.Assign: Provenance._assign,
    goast.Range: Provenance._range,
    goast.Switch: Provenance._switch,
    goast.Return: Provenance._return,
    goast.Send: Provenance._send,
    Call: Provenance._call,
    type(None): Provenance._named_results,
}

_WAYS: Mapping[type, Callable[[Provenance, Any, GoFunction], Origins]] = {
    Name: Provenance._of_name,
    Selector: Provenance._of_selector,
    Call: Provenance._of_call,
    Closure: Provenance._of_closure,
    goast.Assertion: Provenance._of_operand,
    goast.Binary: Provenance._of_binary,
    goast.Composite: Provenance._of_composite,
    goast.Conversion: Provenance._of_operand,
    goast.Index: Provenance._of_index,
    goast.Literal: Provenance._of_nothing,
    goast.TypeName: Provenance._of_nothing,
    goast.Unary: Provenance._of_operand,
}


def _with_mark(expression: Expr, origins: Origins) -> Origins:
    """The origins of an expression, itself among them where it is one."""
    return origins | {Origin(expression.span, ())} if is_marked(expression) else origins
