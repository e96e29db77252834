"""Which names on a handler path mean the same variable: passed on, stored in a field, returned, collected in a list."""

from __future__ import annotations

from collections.abc import Container

from lambdalint.api import GoFunction, HandlerPath, Span, gotypes, is_of_package, methodsets
from lambdalint.api import goast as ast
from lambdalint_rules.lifecycle._classes import Classes
from lambdalint_rules.lifecycle._place_names import field, function_keys, goes_by_name, local, may_run, pairs, variable

_SILENT = (gotypes.ERROR, gotypes.STRING, gotypes.Basic("bool"), gotypes.Basic("int"))  # these tell nothing


class Places:
    """Classes of places that may hold the same value, and the functions that a place may hold.

    A place is a local of an outermost function, a package variable, a field of a type, or a result of a function. Two
    places are joined by any assignment between them, so a class is rather too large than too small.
    """

    def __init__(self, path: HandlerPath, types: methodsets.Types) -> None:
        self.types = types
        self.functions = {r.function.key: r.function for r in path.reached}
        self.packages = {f.package for f in self.functions.values()}
        self.meant: dict[Span, list[tuple[int, str]]] = {}
        self._classes = Classes()
        self._methods: dict[str, list[GoFunction]] = {}
        self._literals: dict[str, list[str]] = {}
        self._values: list[tuple[ast.Call, GoFunction]] = []  # calls of what a place holds
        self.handed: dict[str, list[tuple[str, str]]] = {}  # functions given as arguments: to which function, by which
        for reached in path.reached:
            for span, at, key in reached.means:
                self.meant.setdefault(span, []).append((at, key))
        for function in self.functions.values():
            if function.receiver_type:
                self._methods.setdefault(function.name, []).append(function)
        for function in self.functions.values():
            for node in ast.walk(function.body):
                self._read(node, function)
        for call, function in self._values:
            keys = self.literals(self.of(call.function, function) or "")
            for callee in (self.functions[key] for key in keys if key in self.functions):
                self._bind(call, function, callee)

    def of(self, expression: ast.Expr | None, function: GoFunction) -> str | None:
        """The class of the place that an expression names; None for what is no place."""
        place = self._place(expression, function)
        return self._classes.of(place) if place else None

    def literals(self, place: str) -> list[str]:
        """Keys of the functions that are stored in a place, as far as they are literals or handed over."""
        return [key for held, keys in self._literals.items() if self._classes.of(held) == place for key in keys]

    def targets(self, call: ast.Call) -> list[GoFunction]:
        """The functions on the path that a call may mean."""
        if isinstance(call.function, ast.Closure):
            found = self.functions.get(call.function.function)
            return [found] if found else []
        callee = call.callee
        if callee is None:
            return []
        key = callee.key
        if key in self.functions:
            return [self.functions[key]]
        if not goes_by_name(self.types, callee, self.packages):
            return []
        return [f for f in self._methods.get(callee.name, ()) if may_run(self.types, f, call, callee)]

    def is_inside(self, place: str, functions: Container[str]) -> bool:
        """True for a class of nothing but locals of the given functions: each of their calls has its own."""
        members = self._classes.members(place)
        return all(" local:" in name and name.split(" ")[0] in functions for name in members)

    def _read(self, node: ast.Node, function: GoFunction) -> None:
        match node:
            case ast.Assign(targets=targets, values=values):
                for target, value in pairs(targets, values):
                    self._join(target, value, function)
                if len(values) == 1 < len(targets) and isinstance(values[0], ast.Call):
                    for at, target in enumerate(targets):
                        for callee in self.targets(values[0]):
                            self._classes.join(self._place(target, function), f"result {at} {callee.key}")
            case ast.Range(key=key, value=value, subject=subject):
                self._join(value, subject, function)
                self._join(key, subject, function)
            case ast.Return(values=values):
                for at, value in enumerate(values):
                    self._classes.join(f"result {at} {function.key}", self._place(value, function))
            case ast.Composite(type=kind, elements=elements):
                struct = methodsets.underlying(self.types, kind)
                fields = struct.fields if isinstance(struct, gotypes.Struct) else ()
                for at, element in enumerate(elements):
                    name = fields[at].name if not element.field and at < len(fields) else element.field
                    self._meet(field(kind, name), element.value, function)
            case ast.Call():
                self._pass(node, function)

    def _pass(self, call: ast.Call, function: GoFunction) -> None:
        if call.callee is None and not isinstance(call.function, ast.Closure):
            self._values.append((call, function))
        for callee in self.targets(call):
            self._bind(call, function, callee)
            for at, key in self.meant.get(call.span, ()):
                if 0 <= at < len(callee.parameters):
                    self._literals.setdefault(local(callee, callee.parameters[at].ref), []).append(key)
                    self.handed.setdefault(key, []).append((callee.key, function.key))
            receiver = call.function.operand if isinstance(call.function, ast.Selector) else None
            if callee.receiver is not None and receiver is not None:
                held = callee.receiver
                own = self._place(ast.Name(held.span, held.name, held.ref, None), callee)
                self._classes.join(own, self._place(receiver, function))

    def _bind(self, call: ast.Call, function: GoFunction, callee: GoFunction) -> None:
        for argument, parameter in zip(call.arguments, callee.parameters, strict=False):
            own = self._place(ast.Name(parameter.span, parameter.name, parameter.ref, None), callee)
            self._classes.join(own, self._place(argument, function))
            if isinstance(argument, ast.Closure) and own:
                self._literals.setdefault(own, []).append(argument.function)
                self.handed.setdefault(argument.function, []).append((callee.key, function.key))

    def _join(self, target: ast.Expr | None, value: ast.Expr, function: GoFunction) -> None:
        self._meet(self._place(target, function), value, function)

    def _meet(self, held: str | None, value: ast.Expr, function: GoFunction) -> None:
        if held:
            self._literals.setdefault(held, []).extend(function_keys(value))
        self._classes.join(held, self._place(value, function))

    def _place(self, expression: ast.Expr | None, function: GoFunction) -> str | None:
        match expression:
            case ast.Name(type=kind) | ast.Selector(type=kind) if kind in _SILENT:
                return None
            case ast.Name(ref=ref):
                return local(function, ref) if ref.startswith("local:") else variable(ref)
            case ast.Selector(ref=ref) if ref:
                return variable(ref)
            case ast.Selector(name="Done", operand=operand) if is_of_package(operand.type, "sync", "WaitGroup"):
                return self._place(operand, function)  # whoever is handed the method tells by the group
            case ast.Selector(field_of=kind, name=name, operand=operand):
                return field(kind, name) or self._place(operand, function)
            case ast.Unary(op=op, operand=operand) if op in "&*":
                return self._place(operand, function)
            case ast.Index(operand=operand) | ast.Conversion(operand=operand) | ast.Slicing(operand=operand):
                return self._place(operand, function)
            case ast.Call() if expression.callee is not None and expression.callee.name == "append":
                return self._joined([p for p in (self._place(a, function) for a in expression.arguments) if p])
            case ast.Call():
                known = self.meant.get(expression.span, ()) if expression.callee is None else ()
                keys = [f.key for f in self.targets(expression)[:1]] or [key for at, key in known if at < 0]
                return self._joined([f"result 0 {key}" for key in keys])
            case _:
                return None

    def _joined(self, places: list[str]) -> str | None:
        for place in places[1:]:
            self._classes.join(place, places[0])
        return places[0] if places else None
