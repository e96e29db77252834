"""Names of variables as the code spells them: constants, concatenations, formats, and what callers hand to helpers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lambdalint.golang.flow.origins import Flow
from lambdalint.model.goast import Binary, Call, Conversion, Expr, Literal, Name, Opaque, Selector, TypeName
from lambdalint.record import NamedTuple

_UPPER: dict[tuple[str, str], Callable[[str], str]] = {
    ("strings", "ToUpper"): str.upper,
    ("strings", "ToLower"): str.lower,
    ("strings", "TrimSpace"): str.strip,
}
_LIMIT = 64


class Spelled(NamedTuple):
    """A key, or how it starts where it can't be known. `literal` is the expression that spells it."""

    text: str
    whole: bool
    literal: Expr


class Unbound(NamedTuple):
    """A parameter that decides the key: its function, and its position."""

    function: str
    position: int


Values = Mapping[str, str]


class Keys:
    """Spells keys in one program."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def parameter(self, expression: Expr, function: str) -> Unbound | None:
        """The parameter that a key is made with, if there is one."""
        stack = [expression]
        while stack:
            node = stack.pop()
            if isinstance(node, Name):
                owner = self.flow.parameters(function).get(self.flow.index.place(node, function))
                if owner is not None and owner[1] >= 0 and constant(node) is None:
                    return Unbound(*owner)
            elif isinstance(node, Binary):
                stack.extend((node.left, node.right))
            elif isinstance(node, Call):
                stack.extend(node.arguments)
            elif isinstance(node, Conversion):
                stack.append(node.operand)
        return None

    def spell(self, expression: Expr, function: str, values: Values, depth: int = 5) -> Iterator[Spelled]:
        """All that an expression can be; `values` are those of parameters, by place."""
        text = constant(expression)
        if text is not None:
            yield Spelled(text, True, expression)
        elif depth == 0:
            yield Spelled("", False, expression)
        elif isinstance(expression, Binary) and expression.op == "+":
            yield from self._joined(expression, function, values, depth)
        elif isinstance(expression, Conversion):
            yield from self.spell(expression.operand, function, values, depth - 1)
        elif isinstance(expression, Call):
            yield from self._called(expression, function, values, depth)
        elif isinstance(expression, (Name, Selector)) and self.flow.index.place(expression, function) in values:
            yield Spelled(values[self.flow.index.place(expression, function)], True, expression)
        else:
            yield from self._from_origins(expression, function, values, depth)

    def _joined(self, node: Binary, function: str, values: Values, depth: int) -> Iterator[Spelled]:
        for left in self.spell(node.left, function, values, depth - 1):
            if not left.whole:
                yield left._replace(literal=node)
                continue
            for right in self.spell(node.right, function, values, depth - 1):
                yield Spelled(left.text + right.text, right.whole, node)

    def _called(self, node: Call, function: str, values: Values, depth: int) -> Iterator[Spelled]:
        callee = node.callee
        name = (callee.package, callee.name) if callee is not None else ("", "")
        if name in _UPPER and len(node.arguments) == 1:
            for inner in self.spell(node.arguments[0], function, values, depth - 1):
                yield Spelled(_UPPER[name](inner.text), inner.whole, node)
        elif name == ("fmt", "Sprintf") and node.arguments:
            yield from self._formatted(node, function, values, depth)
        else:
            yield Spelled("", False, node)

    def _formatted(self, node: Call, function: str, values: Values, depth: int) -> Iterator[Spelled]:
        pattern = constant(node.arguments[0]) or ""
        pieces = pattern.split("%s")
        text = pieces[0].split("%")[0]
        whole = "%" not in "".join(pieces) and len(pieces) == len(node.arguments)
        for piece, argument in zip(pieces[1:], node.arguments[1:], strict=False):
            inner = list(self.spell(argument, function, values, depth - 1))
            if not whole or len(inner) != 1 or not inner[0].whole:
                yield Spelled(text, False, node)
                return
            text += inner[0].text + piece
        yield Spelled(text, whole, node)

    def _from_origins(self, node: Expr, function: str, values: Values, depth: int) -> Iterator[Spelled]:
        origins = self.flow.origins(node, function)
        if not origins or len(origins) > _LIMIT:
            yield Spelled("", False, node)
            return
        for origin in origins:
            if origin.expression.span == node.span:
                yield Spelled("", False, node)
            else:
                yield from self.spell(origin.expression, origin.function, values, depth - 1)


def constant(node: Expr) -> str | None:
    """The string an expression folds to."""
    if isinstance(node, (Opaque, TypeName, Call)):
        return None
    value = getattr(node, "value", None)
    if isinstance(node, Literal) and node.kind not in {"string", "interpreted_string_literal", "raw_string_literal"}:
        return None
    return value if isinstance(value, str) else None
