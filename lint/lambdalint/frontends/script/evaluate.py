"""Partial evaluation: what a program does as far as its text tells. Nothing is run.

Everything that isn't understood is Opaque. Calls of things outside the project become the trace.
"""

from __future__ import annotations

from lambdalint.frontends.script.expressions import Expressions
from lambdalint.frontends.script.scopes import Scope
from lambdalint.frontends.script.state import (
    CONDITION,
    DEEPEST,
    ExhaustedError,
    Frame,
    Host,
    Module,
)
from lambdalint.frontends.script.values import (
    Atom,
    Call,
    Closure,
    Fields,
    Foreign,
    Items,
    Member,
    Opaque,
    Thing,
)
from lambdalint.source import Span
from lambdalint.syntax import scripttree as tree


class Evaluator(Expressions):
    """Evaluates a program: calls, and all that its base classes do."""

    def _of_call(self, node: tree.Call, scope: Scope) -> Thing:
        target = node.target
        if isinstance(target, tree.Name) and target.name == "super":
            return self._super(node, scope)
        if isinstance(target, tree.Member) and not node.new:
            return self._method(node, target, scope)
        callee = self.value(target, scope)
        arguments = self._arguments(node, scope)
        return self._called(callee, arguments, node)

    def _arguments(self, node: tree.Call, scope: Scope) -> list[Thing]:
        items, complete = self._list(node.arguments, scope)
        if not complete:
            items.append(Opaque(node.span, "the arguments aren't known"))
        if node.named is not None:
            items.append(self.value(node.named, scope))
        return items

    def _method(self, node: tree.Call, target: tree.Member, scope: Scope) -> Thing:
        if isinstance(target.target, tree.Name) and target.target.name == "super":
            return self._super_method(node, target.name, scope)
        receiver = self.value(target.target, scope)
        arguments = self._arguments(node, scope)
        known = self.host.method(self, receiver, target.name, arguments, node.span)
        if known is not None:
            return known
        callee = self.member(receiver, target.name, target.span, target.name_span)
        return self._called(callee, arguments, node)

    def _called(self, callee: Thing, arguments: list[Thing], node: tree.Call) -> Thing:
        if isinstance(callee, Closure):
            made = isinstance(callee.code, tree.Class)
            return self.instantiate(callee, arguments, node) if made else self.invoke(callee, arguments, node.span)
        return self._outside(callee, arguments, node)

    def _outside(self, callee: Thing, arguments: list[Thing], node: tree.Call) -> Thing:
        """A call of something that the project doesn't hold."""
        if isinstance(callee, Foreign) and not node.new:
            known = self.host.method(self, callee, "", arguments, node.span)
            if known is not None:
                return known
        if isinstance(callee, Member) and self.answers is not None:
            answer = self.answers(callee.target, callee.name, arguments, node.span)
            if answer is not None:
                return answer
        result: Thing = Opaque(node.span, "only the running program knows it")
        if isinstance(callee, Foreign | Member):
            result = self.outward(callee, arguments, node, node.new)
        for argument in arguments:
            inner = [f.value for f in argument.fields.values()] if isinstance(argument, Fields) else [argument]
            for thing in inner:
                self._called_back(thing, result, node.span)
        return result

    def _called_back(self, argument: Thing, result: Thing, span: Span) -> None:
        """A function that is given away may be called: with what, nobody here knows."""
        if not isinstance(argument, Closure) or not isinstance(argument.code, tree.Function):
            return
        if id(argument.code) in self.used:
            return
        given: Thing = Member(result, "given", span) if isinstance(result, Call) else result
        callee = result.callee if isinstance(result, Call) else None
        name = callee.name if isinstance(callee, Member) else callee.path.rpartition(".")[2] if callee else ""
        sure, made = name in self.host.calls_back, len(self.calls)
        if not sure:
            self.doubts.enter()
        self.invoke(argument, [given for _ in argument.code.parameters], span)
        if not sure:
            self.doubts.leave(span)
            self.tell_of_more(made, span)

    def invoke(self, closure: Closure, arguments: list[Thing], span: Span) -> Thing:
        """Call a function of the project."""
        code = closure.code
        if not isinstance(code, tree.Function) or self.depth > DEEPEST:
            return Opaque(span, "it isn't followed")
        self.used.add(id(code))
        scope = Scope(closure.scope, len(self.doubts.now), closure.this)
        return self._frame(code, scope, arguments, span)

    def _frame(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> Thing:
        frame = Frame()
        scope.code = code
        self.frames.append(frame)
        self.depth += 1
        try:
            self._parameters(code, scope, arguments, span)
            if not isinstance(code.body, tree.Block):
                return self.value(code.body, scope)
            left = self.body(code.body.body, scope)
        finally:
            self.depth -= 1
            for _ in range(frame.doubts):
                self.doubts.leave(span)
            self.frames.pop()
        value = left[1] if left is not None and left[0] == "return" else None
        if frame.maybe and not all(value is other for other in frame.maybe):
            return Opaque(span, CONDITION)
        return value if value is not None else Atom(None, span)

    def _parameters(self, code: tree.Function, scope: Scope, arguments: list[Thing], span: Span) -> None:
        for at, parameter in enumerate(code.parameters):
            if isinstance(parameter, tree.Rest):
                self.bind(parameter.pattern, Items(arguments[at:], span), scope, True)
            else:
                self.bind(parameter, arguments[at] if at < len(arguments) else Atom(None, span), scope, True)


__all__ = ["Evaluator", "ExhaustedError", "Host", "Module"]
