"""What a call may run: functions, methods behind interfaces, function values wherever they were kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.data.go_callbacks import ONCE_MAKERS
from lambdalint.golang.flow.conditions import is_nil
from lambdalint.golang.flow.origins import Flow, Origin
from lambdalint.golang.flow.places import outermost, type_key
from lambdalint.golang.flow.plain import NOTHING, Resolved, Target, calls_itself
from lambdalint.model.goast import Call, Callee, Closure, Expr, Index, Literal, Name, Opaque, Selector, TypeName
from lambdalint.model.gotypes import Func, GoType, Interface, Named, Pointer, Struct, TypeParameter, bare
from lambdalint.model.methodsets import Method, method, underlying

DEEPEST = 4  # structs embedded in structs


class Targets:
    """Resolves calls of one program."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.universe = flow.universe
        self.plain = flow.ledger.plain
        self._memo: dict[tuple[object, ...], Resolved] = {}
        self._methods: dict[tuple[object, ...], Resolved] = {}
        flow.called = self.called

    def called(self, call: Call, function: str) -> tuple[str, ...]:
        """Keys of the functions whose results a call has."""
        return tuple(target.key for target in self.of(call, function).targets)

    def of(self, call: Call, function: str) -> Resolved:
        """What a call may run."""
        key = (call.span, function)
        known = self._memo.get(key)
        if known is None:
            self._memo[key] = NOTHING
            known = self._memo[key] = self._resolve(call, function)
        return known

    def _resolve(self, call: Call, function: str) -> Resolved:
        plain = self.plain.runs(call)
        if plain is not None:
            return plain
        node, callee = call.function, call.callee
        if isinstance(node, Selector) and not node.ref:
            kind = node.operand.type
            if self.flow.is_interface(kind):
                resolved = self._dynamic(node, function)
                if resolved.targets or resolved.foreign:
                    return resolved
            promoted = method(self.universe.types, kind, node.name)
            if promoted is not None and not promoted.interface and self.universe.function(promoted.key) is not None:
                return Resolved((Target(promoted.key),))
            if promoted is not None and promoted.interface:
                return self._promoted(node.operand, node, function) or self._any(promoted)
            if calls_itself(self.universe.types, kind):
                return self.of_expression(node.operand, function)
        if callee is None or self._is_variable(node):
            resolved = self.of_expression(node, function)
            if resolved.targets:
                return self._with_next(resolved) if self._gives_next(node) else resolved
            if resolved.foreign is not None:
                return resolved
            return Resolved((), self._of_renamed(node))
        return NOTHING

    def _gives_next(self, node: Expr) -> bool:
        """True for a function that gives another one of a type that gives itself: `type state func() state`."""
        types = self.universe.types
        kind = underlying(types, node.type) if isinstance(node, (Name, Selector)) else None
        given = kind.results[0] if isinstance(kind, Func) and kind.results else None
        inner = underlying(types, given) if isinstance(given, Named) else None
        return isinstance(inner, Func) and inner.results[:1] == (given,)

    def _with_next(self, first: Resolved) -> Resolved:
        """What steps run that give the next step, from the first ones."""
        found = {target.key: target for target in first.targets}
        stack = [*found]
        while stack:
            key = stack.pop()
            for value in (statement.values[0] for statement in self.flow.index.results(key) if statement.values):
                for target in self.of_expression(value, key).targets:
                    if target.key not in found:
                        found[target.key] = target
                        stack.append(target.key)
        return Resolved(tuple(found.values()))

    def _of_renamed(self, node: Expr) -> Callee | None:
        """The method of a library's interface, called on a type of the project that is declared as that interface."""
        owner = _operand_type(node) if isinstance(node, Selector) and not node.ref else None
        declared = self.universe.types.get(type_key(owner)) if isinstance(owner, Named) else None
        kind = declared.underlying if declared is not None else None
        renamed = isinstance(kind, Named) and kind.package not in self.universe.packages
        return _foreign_method(kind, node.name) if renamed and isinstance(node, Selector) else None

    def _is_variable(self, node: Expr) -> bool:
        return isinstance(node, (Name, Selector)) and node.ref.startswith(("var:", "local:"))

    # -- methods behind interfaces -----------------------------------------------------------------------------------

    def _dynamic(self, node: Selector, function: str) -> Resolved:
        """The methods of the concrete types that reach an interface; all that may, where one isn't known."""
        key = (node.operand.span, node.name, function, node.operand.type)
        known = self._methods.get(key)
        if known is None:
            self._methods[key] = NOTHING
            known = self._methods[key] = self._find_methods(node, function)
        return known

    def _promoted(self, value: Expr, node: Selector, function: str) -> Resolved | None:
        """What a method of an interface that a struct embeds runs: that of what the field holds; None if unknown."""
        for _ in range(DEEPEST):
            owner = value.type.element if isinstance(value.type, Pointer) else value.type
            inner = underlying(self.universe.types, owner)
            fields = inner.fields if isinstance(inner, Struct) else ()
            field = next((f for f in fields if f.embedded and method(self.universe.types, f.type, node.name)), None)
            if field is None or isinstance(value, TypeName):
                return None
            value = Selector(value.span, value, field.name, value.span, "", field.type, None, owner)
            if self.flow.is_interface(field.type):
                resolved = self._dynamic(node._replace(operand=value), function)
                return resolved if resolved.targets or resolved.foreign is not None else None
        return None

    def _any(self, chosen: Method) -> Resolved:
        return Resolved(tuple(self._all(_named(chosen.owner), chosen.name)))

    def _find_methods(self, node: Selector, function: str) -> Resolved:
        found: dict[str, Target] = {}
        foreign: set[Callee] = set()
        origins = self.flow.origins(node.operand, function, self.flow.is_concrete)
        complete = bool(origins) or not isinstance(_operand_type(node), TypeParameter)  # what only hands itself on
        for origin in origins:
            expression = origin.expression
            if is_nil(expression):
                continue
            if isinstance(expression, (Opaque, TypeName)) or not self.flow.is_concrete(expression):
                complete = False
                continue
            chosen = method(self.universe.types, expression.type, node.name)
            runs = isinstance(underlying(self.universe.types, expression.type), Func)
            if chosen is not None and not chosen.interface and self.universe.function(chosen.key) is not None:
                found[chosen.key] = Target(chosen.key)
            elif chosen is not None and chosen.interface:
                inner = self._promoted(expression, node, origin.function) or self._any(chosen)
                found.update((target.key, target) for target in inner.targets)
                foreign.update([inner.foreign] if inner.foreign is not None else [])
            elif not runs:
                foreign.add(_foreign_method(expression.type, node.name))
            if runs:  # A function type with a method, such as http.HandlerFunc: the method calls the function.
                found.update((t.key, t) for t in self.of_expression(expression, origin.function).targets)
        if complete and not found and len({(one.package, one.name) for one in foreign}) == 1:
            only = min(foreign)  # a connection or a transaction of the same library
            return Resolved((), only if only.package else None)
        if not complete and not found and not foreign:
            kind = _operand_type(node)
            several = self._of_arguments if isinstance(kind, TypeParameter) else self._all
            found.update((target.key, target) for target in several(kind, node.name))
        return Resolved(tuple(found.values()))

    def _all(self, interface: GoType | None, name: str) -> Iterator[Target]:
        """The method of every type that satisfies an interface and of which the program makes values."""
        if interface is None or underlying(self.universe.types, interface) is None:
            return
        for kind in self.flow.index.implementers(interface):
            owner = kind.element if isinstance(kind, Pointer) else kind
            if not isinstance(owner, Named) or owner.package not in self.flow.ledger:
                continue
            chosen = method(self.universe.types, kind, name)
            if chosen is None or chosen.interface or self.universe.function(chosen.key) is None:
                continue
            if self.flow.instantiated(type_key(owner)):
                yield Target(chosen.key)

    def _of_arguments(self, parameter: GoType | None, name: str) -> Iterable[Target]:
        """The method of the types that the program puts in the place of a type parameter; of all that may be there."""
        constraint = parameter.constraint if isinstance(parameter, TypeParameter) else None
        given: Iterable[GoType | None] = self.flow.ledger.type_arguments()
        inner = underlying(self.universe.types, constraint)
        # that of a receiver's isn't known, and whether a type is one of a union isn't asked
        if constraint is not None and inner is not None and not (isinstance(inner, Interface) and inner.embedded):
            given = frozenset(given).intersection(map(bare, self.flow.index.implementers(constraint)))
        methods = [method(self.universe.types, Pointer(kind), name) for kind in sorted(given, key=type_key)]
        own = [m.key for m in methods if m is not None and not m.interface and self.universe.function(m.key)]
        return [Target(key) for key in own] or self._all(constraint, name)

    # -- function values ---------------------------------------------------------------------------------------------

    def of_expression(self, node: Expr, function: str) -> Resolved:
        """What calling the value of an expression runs."""
        found: dict[str, Target] = {}
        foreign: set[Callee] = set()
        for origin in self.flow.origins(node, function):
            resolved = self.of_value(origin)
            for target in resolved.targets:
                found.setdefault(target.key, target)
            if resolved.foreign is not None:
                foreign.add(resolved.foreign)
        return Resolved(tuple(found.values()), next(iter(foreign)) if len(foreign) == 1 and not found else None)

    def of_value(self, origin: Origin) -> Resolved:
        """What calling a function value runs: a literal, a function, a method value or a method expression."""
        node = origin.expression
        if isinstance(node, Index):
            node = node.operand
        if isinstance(node, Closure):
            return Resolved((Target(node.function),))
        if isinstance(node, (Name, Selector)) and node.ref.startswith("func:"):
            key = node.ref.removeprefix("func:")
            if self.universe.function(key) is not None:
                return Resolved((Target(key),))
            return Resolved((), _foreign_function(key))
        if isinstance(node, Selector) and node.ref.startswith("var:"):
            callee = _foreign_function(node.ref.removeprefix("var:"))
            return Resolved((), None if callee.package in self.universe.packages else callee)
        if isinstance(node, Selector) and not node.ref:
            return self._method_value(node, origin.function)
        if isinstance(node, Call):
            return self._made(node, origin.function)
        if not isinstance(node, (Literal, TypeName, Opaque)):
            # A function type with methods, or a value whose `Invoke`-like method is called, is not followed here.
            return NOTHING
        return NOTHING

    def _method_value(self, node: Selector, function: str) -> Resolved:
        kind = _operand_type(node)
        if self.flow.is_interface(kind):
            if isinstance(node.operand, TypeName) or _names_type(node.operand):
                return Resolved(tuple(self._all(kind, node.name)))
            return self._dynamic(node, function)
        chosen = method(self.universe.types, kind, node.name)
        if chosen is not None and chosen.interface:
            return self._promoted(node.operand, node, function) or self._any(chosen)
        if chosen is None or self.universe.function(chosen.key) is None:
            foreign = _foreign_method(kind, node.name)
            return Resolved((), foreign if foreign.package else None)
        return Resolved((Target(chosen.key),))

    def _made(self, call: Call, function: str) -> Resolved:
        callee = call.callee
        if callee is None or (callee.package, callee.receiver, callee.name) not in ONCE_MAKERS or not call.arguments:
            return NOTHING
        inner = self.of_expression(call.arguments[0], function)
        lasting = ".var " in outermost(function) or function.endswith((".main", ".init")) or ".init#" in function
        return Resolved(tuple(target._replace(once=lasting) for target in inner.targets))


def _operand_type(node: Selector) -> GoType | None:
    return node.operand.type


def _names_type(node: Expr) -> bool:
    return isinstance(node, (Name, Selector)) and node.ref.startswith("type:")


def _named(key: str) -> Named:
    package, _, name = key.rpartition(".")
    return Named(package, name)


def _foreign_function(key: str) -> Callee:
    package, _, name = key.rpartition(".")
    return Callee(package, "", name)


def _foreign_method(kind: GoType | None, name: str) -> Callee:
    while isinstance(kind, Pointer):
        kind = kind.element
    return Callee(kind.package, kind.name, name) if isinstance(kind, Named) else Callee("", "", name)
