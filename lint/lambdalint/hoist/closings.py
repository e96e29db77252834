"""What closes a value that would live on: functions that it is given to, and what wraps it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lambdalint.data.go_startup import CLOSERS, QUIET, UNDERLYING
from lambdalint.hoist.family import Family, root
from lambdalint.model import goast
from lambdalint.model.code import Code, GoFunction
from lambdalint.model.goast import Assign, Call, Name
from lambdalint.model.gotypes import GoType, Named, Pointer
from lambdalint.source import Span

_DEEPEST = 4
_WRAPS = ("New", "Open", "Wrap", "new", "open", "wrap")


class Closings:
    """Finds them in one project."""

    def __init__(self, code: Code) -> None:
        self._code = code

    def given(self, call: Call, name: Name, depth: int = 0) -> Iterator[Span]:
        """Where the function that a call hands `name` to closes it, or what it got from it."""
        function = self._function(call)
        for parameter in _parameters(function, call, name):
            if function is None or depth >= _DEEPEST:
                return
            held = _held(function, parameter)
            for inner in _calls(self._code, function):
                if is_close(inner, held):
                    yield inner.span
                for argument in inner.arguments:
                    if isinstance(argument, Name) and argument.ref in held:
                        yield from self.given(inner, argument, depth + 1)

    def closes_only(self, call: Call, name: Name) -> bool:
        """True for the call of a function that closes `name` and does nothing else."""
        function = self._function(call)
        parameters = _parameters(function, call, name)
        if function is None or len(call.arguments) != 1 or not parameters or function.closures:
            return False
        held = _held(function, parameters[0])
        others = [c for c in function.calls if not is_close(c, held) and getattr(_receiver(c), "ref", "") not in held]
        quiet = all(c.callee is not None and c.callee.package in QUIET for c in others)
        return quiet and any(is_close(c, held) for c in function.calls)

    def methods(self, call: Call, depth: int = 0) -> Iterator[Span]:
        """Where the method that a call means closes what it is called on, or a part of that."""
        callee = call.callee
        if callee is None or not callee.receiver or depth >= _DEEPEST:
            return
        function = self._code.functions.get(callee.key)
        meant = [function] if function is not None else self._named(callee.name)
        for method in meant:
            held = {method.receiver.ref} if method.receiver is not None else set()
            for inner in _calls(self._code, method):
                if is_close(inner, held):
                    yield inner.span
                elif getattr(_receiver(inner), "ref", "") in held and inner is not call:
                    yield from self.methods(inner, depth + 1)

    def _named(self, name: str) -> list[GoFunction]:
        """The methods of an interface's implementers, or what may be such."""
        return [f for f in self._code.functions.values() if f.name == name and f.receiver is not None]

    def closes_itself(self, call: Call) -> bool:
        """True for a method that closes what it is called on and does nothing else."""
        function = self._function(call)
        if function is None or function.receiver is None or function.closures:
            return False
        held = {function.receiver.ref}
        others = [c for c in function.calls if not is_close(c, held)]
        quiet = all(c.callee is not None and c.callee.package in QUIET for c in others)
        return quiet and len(others) < len(function.calls)

    def wrapped(self, call: Call, name: Name, family: Family) -> Iterator[Span]:
        """Where something is closed that a call made from `name`, and that would close it."""
        above = family.above(call)
        made = above.targets[0] if isinstance(above, Assign) and len(above.values) == 1 else None
        if isinstance(made, Name) and any(a is name for a in call.arguments) and _wraps(call):
            yield from self._closed(made, family)

    def held(self, element: goast.Element, family: Family) -> Iterator[Span]:
        """Where something is closed that a literal with this element makes: `client := &http.Client{…}`."""
        above: goast.Node | None = element
        while isinstance(above, goast.Element | goast.Composite | goast.Unary):
            if isinstance(above, goast.Composite):
                yield from self._closed_by_type(above.type)
            above = family.above(above)
        made = above.targets[0] if isinstance(above, Assign) and len(above.values) == 1 else None
        if isinstance(made, Name):
            yield from self._closed(made, family)

    def of_type(self, kind: GoType | None, own: Span | None = None) -> Iterator[Span]:
        """Where invocations close a value of a type, or parts of it; what is in the function at `own` doesn't count."""
        named = kind.element if isinstance(kind, Pointer) else kind
        if not isinstance(named, Named):
            return
        yield from self._closed_by_type(kind)
        for function in {r.function.key: r.function for path in self._code.paths for r in path.reached}.values():
            if own is not None and own.contains(function.span):
                continue
            for node in goast.walk(function.body):
                if isinstance(node, goast.Selector) and node.name in CLOSERS:
                    held = getattr(node.operand, "type", None)
                    if (held.element if isinstance(held, Pointer) else held) == named:
                        yield node.span

    def _closed_by_type(self, kind: GoType | None) -> Iterator[Span]:
        """Where methods of a type close parts of it, if some function calls them."""
        named = kind.element if isinstance(kind, Pointer) else kind
        if not isinstance(named, Named) or f"{named.package}.{named.name}" not in self._code.types:
            return
        for method in self._code.functions.values():
            own = method.package == named.package and method.receiver_type == named.name
            held = {method.receiver.ref} if own and method.receiver is not None else set()
            found = [inner.span for inner in _calls(self._code, method) if is_close(inner, held)] if held else []
            if found and self._is_called(method):
                yield from found

    def _is_called(self, method: GoFunction) -> bool:
        calls = (call.callee for function in self._code.functions.values() for call in function.calls)
        keys = ((c.key, c.receiver, c.name) for c in calls if c is not None)
        return any(key == method.key or (receiver and name == method.name) for key, receiver, name in keys)

    def _closed(self, made: Name, family: Family) -> Iterator[Span]:
        for other in family.names.get(made.ref, ()):
            closing = family.call_of(other)
            if closing is not None and is_close(closing, {made.ref}) and self._closes_parts(made):
                yield closing.span

    def _closes_parts(self, made: Name) -> bool:
        """False for a type of the project whose method to close it closes nothing that it holds."""
        kind = made.type.element if isinstance(made.type, Pointer) else made.type
        declared = isinstance(kind, Named) and f"{kind.package}.{kind.name}" in self._code.types
        if not declared or not isinstance(kind, Named):
            return True
        methods = (self._code.functions.get(f"{kind.package}.{kind.name}.{word}") for word in CLOSERS)
        return any(
            is_close(call, {method.receiver.ref})
            for method in methods
            if method is not None and method.receiver is not None
            for call in method.calls
        )

    def _function(self, call: Call) -> GoFunction | None:
        callee = call.callee
        return self._code.functions.get(callee.key) if callee is not None else None


def is_close(call: Call, refs: Collection[str]) -> bool:
    """True for a call that closes one of some local names, or something in it."""
    target = call.function
    return isinstance(target, goast.Selector) and target.name in CLOSERS and getattr(_receiver(call), "ref", "") in refs


def _receiver(call: Call) -> goast.Expr | None:
    """What a call of a method is rooted in."""
    return root(call.function.operand) if isinstance(call.function, goast.Selector) else None


def _parameters(function: GoFunction | None, call: Call, name: Name) -> list[str]:
    listed = function.parameters if function is not None else ()
    pairs = zip(call.arguments, listed, strict=False)
    return [parameter.ref for argument, parameter in pairs if argument is name and parameter.ref]


def _held(function: GoFunction, parameter: str) -> set[str]:
    """A parameter, and the locals that get what lies below it: `pool, err := db.DB()`. Rows and bodies are others."""
    found = {parameter}
    for node in goast.walk(function.body):
        if isinstance(node, Assign) and len(node.values) == 1:
            value, target = node.values[0], node.targets[0]
            below = isinstance(value, Call) and getattr(value.function, "name", "") in UNDERLYING
            held = below and isinstance(value, Call) and getattr(_receiver(value), "ref", "") in found
            if isinstance(target, Name) and held:
                found.add(target.ref)
    return found


def _calls(code: Code, function: GoFunction) -> Iterator[Call]:
    yield from function.calls
    for key in function.closures:
        if key in code.functions:
            yield from _calls(code, code.functions[key])


def _wraps(call: Call) -> bool:
    return call.callee is not None and call.callee.name.startswith(_WRAPS)
