"""Whether an error comes from inside: a library, the SDK, a database; or is a text of the program's own."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Context, GoFunction, HandlerPath, Span, gotypes
from lambdalint.api import goast as ast
from lambdalint.data.go_answers import HOLDS_TEXT, KEEPS_TEXT, MAKES_ERROR
from lambdalint_rules.practice._error_branches import reaching
from lambdalint_rules.practice._error_calls import Calls, Frame, Given, into
from lambdalint_rules.practice._error_fields import ErrorFields
from lambdalint_rules.practice._error_libraries import comes_of, is_gathered, is_kept_error, is_of_library
from lambdalint_rules.practice._error_nil import is_nil
from lambdalint_rules.practice._error_types import has_text, literal_of, said_fields, told
from lambdalint_rules.practice._error_values import asked_for, handed_on, is_error, recovered, returned, sources

DEEPEST = 24
MOST = 20_000  # answers for one handler path
_OF_TEXTS = KEEPS_TEXT | MAKES_ERROR
Origins = frozenset[Span]
OWN: Origins = frozenset()


class ErrorOrigins:
    """Answers for one handler path: errors are followed backwards, through locals, helpers, receivers and parameters.

    An answer has the places where the text of an error from inside is taken, or where the error itself comes from; it
    is empty for the program's own texts.
    """

    def __init__(self, path: HandlerPath, ctx: Context) -> None:
        self._all = ctx.project.code.functions
        self._types = ctx.project.code.types
        self._own = tuple(m.path for m in ctx.project.code.modules)
        self._functions = {r.function.key: r.function for r in path.reached}
        self.calls = Calls(path, ctx)
        self.fields = ErrorFields(self.calls, self._types)
        self.taken: set[Span] = set()  # calls of `Error` whose text another error holds
        self._judged: dict[tuple[type, Span, tuple[Span, ...]], Origins] = {}

    def internal(self, error: ast.Expr, function: GoFunction, frame: Frame | None = None, depth: int = 0) -> Origins:
        """Where an error comes from that surely isn't only the program's own text."""
        if is_kept_error(error, function):
            return frozenset({error.span})
        known = is_error(error) or is_gathered(error, function) or recovered(error, function)
        own = has_text(getattr(error, "type", None), self._types) or literal_of(error) is not None
        if depth > DEEPEST or not (own or known):
            return OWN
        key = (type(error), error.span, frame.path if frame is not None else ())
        if key not in self._judged and len(self._judged) < MOST:
            self._judged[key] = OWN  # what is asked for again on the way adds nothing
            self._judged[key] = self._followed(error, function, frame, depth)
        return self._judged.get(key, OWN)

    def looked_for(self, error: ast.Name, function: GoFunction, frame: Frame | None) -> Origins:
        """Where texts come from inside that an own error says which `errors.As` has put into a local."""
        fields = said_fields(error.type, self._types, self._all) if any(asked_for(error.ref, function)) else ()
        place = (error, function, frame)
        return OWN.union(*(self._text(*told, 1) for name in fields for told in self.fields.given(place, 0, name)))

    def _followed(self, error: ast.Expr, function: GoFunction, frame: Frame | None, depth: int) -> Origins:
        if is_gathered(error, function):
            told_later = self.calls.gathered()
            return OWN.union(*(self.internal(value, at, above, depth + 1) for value, at, above in told_later))
        literal = literal_of(error)
        if literal is not None:
            texts = told(literal, self._types, self._all)
            return OWN.union(*(self._text(value, function, frame, depth + 1) for value in texts))
        if isinstance(error, ast.Unary):
            return self.internal(error.operand, function, frame, depth + 1)
        if isinstance(error, ast.Call):
            return self._comes_inside(error, 0, function, frame, depth)
        if isinstance(error, ast.Selector) and not error.ref:
            held_in = self.fields.given((error.operand, function, frame), 0, error.name)
            return OWN.union(*(self.internal(value, at, above, depth + 1) for value, at, above in held_in))
        if not isinstance(error, ast.Name) or not error.ref.startswith("local:"):
            return OWN
        if recovered(error, function):
            return frozenset({error.span})
        if is_nil(error, function):
            return OWN
        held = reaching(error, function)
        if held:
            return OWN.union(*(self._comes_inside(value, at, function, frame, depth + 1) for value, at in held))
        given = (*self.calls.given(error.ref, function, frame), *self._captured(error, function))
        return OWN.union(*(self.internal(value, caller, above, depth + 1) for value, caller, above in given))

    def _captured(self, error: ast.Name, function: GoFunction) -> Iterator[Given]:
        """What a local of the function around a literal holds there; for a result of it what may be returned."""
        around = self._functions.get(function.parent) if function.parent is not None else None
        if around is None or any(p.ref == error.ref for p in function.parameters):
            return
        at = next((i for i, r in enumerate(around.results) if r.ref == error.ref), None)
        if at is not None:
            yield from ((value, around, None) for value in returned(around, at))
        else:
            yield ast.Name(function.span, error.name, error.ref, error.type), around, None

    def _text(self, value: ast.Expr, function: GoFunction, frame: Frame | None, depth: int) -> Origins:
        """Where the text of an error from inside is taken that a value is, or holds."""
        if depth > DEEPEST:
            return OWN
        match value:
            case ast.Call(callee=callee) if callee is not None and callee.name in HOLDS_TEXT.get(callee.package, ()):
                return OWN.union(*(self._text(a, function, frame, depth + 1) for a in value.arguments))
            case ast.Call(function=ast.Selector(name="Error", operand=error), arguments=()):
                if not recovered(error, function) and not self.internal(error, function, frame, depth):
                    return OWN
                self.taken.add(value.span)
                return frozenset({value.span})
            case ast.Binary(op="+", left=left, right=right):
                taken = self._text(left, function, frame, depth + 1)
                return taken | self._text(right, function, frame, depth + 1)
            case ast.Name(ref=ref, type=gotypes.STRING):
                given = [(v, function, frame) for v, at in sources(ref, value.span.start, function)[-1:] if at == 0]
                given = given or list(self.calls.given(ref, function, frame))
                return OWN.union(*(self._text(v, caller, above, depth + 1) for v, caller, above in given))
            case _:
                return self.internal(value, function, frame, depth)

    def _comes_inside(self, value: ast.Expr, at: int, function: GoFunction, frame: Frame | None, depth: int) -> Origins:
        if not isinstance(value, ast.Call) or is_gathered(value, function):
            return self.internal(value, function, frame, depth)
        callee = value.callee
        if depth > DEEPEST:
            return OWN
        if callee is not None and (callee.package, callee.name) in _OF_TEXTS:
            return OWN.union(*(self._text(a, function, frame, depth + 1) for a in value.arguments))
        targets = self.calls.targets(value)
        found = OWN.union(*(self._returns(t, at, into(t, value, function, frame), depth + 1) for t in targets))
        if callee is None:
            here = frozenset({value.span}) if is_of_library(value, function, self._own) else OWN
            return here or found or self._of_given(value, at, function, frame, depth)
        if targets:
            return found
        return frozenset({value.span}) if comes_of(callee, value, self._own) else OWN

    def _of_given(self, call: ast.Call, at: int, function: GoFunction, frame: Frame | None, depth: int) -> Origins:
        """What a call of a parameter brings, where a caller gives it a literal that returns an error from inside."""
        name = call.function
        owner: GoFunction | None = function
        while depth <= DEEPEST and owner is not None and isinstance(name, ast.Name) and name.ref.startswith("local:"):
            for given, _, _ in self.calls.given(name.ref, owner, frame):
                literal = self._functions.get(given.function) if isinstance(given, ast.Closure) else None
                if literal is not None and (found := self._returns(literal, at, None, depth + 1)):
                    return found
            owner = self._functions.get(owner.parent) if owner.parent is not None else None
        return OWN

    def _returns(self, function: GoFunction, at: int, frame: Frame | None, depth: int) -> Origins:
        """Where the errors come from inside that a function returns as a result."""
        declared = function.results[at].type if at < len(function.results) else None
        found = OWN
        for value in returned(function, at):
            # what a library's function of unknown type gives is an error where one is to be returned
            made = isinstance(value, ast.Call) and declared == gotypes.ERROR
            ask = self._comes_inside(value, 0, function, frame, depth) if made else None
            found |= self.internal(value, function, frame, depth) if ask is None else ask
        whole = (self._comes_inside(value, at, function, frame, depth) for value in handed_on(function))
        return found.union(*whole)
