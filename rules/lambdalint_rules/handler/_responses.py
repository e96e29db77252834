"""What the rules about HTTP responses share: where they are made, changed and returned."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Code, GoFunction, HandlerPath, NamedTuple, Span, gotypes, is_of_package, methodsets
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import EVENTS, HTTP_RESPONSES


class Response(NamedTuple):
    """A response literal of a function, `variable` the local that it is first put into (empty: none).

    `succeeds`: it is returned as it is, alone or with a nil error.
    """

    literal: ast.Composite
    function: GoFunction
    variable: str
    succeeds: bool


def answers_http(path: HandlerPath) -> bool:
    """True where the responses on a path go out over HTTP: not for messages of a WebSocket API, nor behind wrappers."""
    signature = path.handler.type
    events = signature.parameters if signature else ()
    socket = any(is_of_package(kind, EVENTS, "APIGatewayWebsocketProxyRequest") for kind in events)
    return not (socket or path.handler.wrapped or path.handler.entry.starter)


def kind_of(types: methodsets.Types, kind: gotypes.GoType | None) -> str:
    """The runtime client's name of a response type, also of a type that is declared as one; empty for others."""
    named = gotypes.bare(kind)
    for _ in range(5):
        if is_of_package(named, EVENTS, *HTTP_RESPONSES):
            return getattr(named, "name", "")
        declared = methodsets.declaration(types, named)
        if declared is None:
            return ""
        named = declared.underlying
    return ""


def responses(types: methodsets.Types, path: HandlerPath) -> Iterator[Response]:
    """The response literals on a handler path that a function returns."""
    for reached in path.reached:
        function = reached.function
        if not function.first_party or function.body is None:
            continue
        nodes = tuple(ast.walk(function.body))
        returns = [n for n in nodes if isinstance(n, ast.Return)]
        for statement in returns:
            for value in statement.values:
                literal = literal_of(types, value)
                if literal is not None:
                    yield Response(literal, function, "", _succeeds(statement))
        for node in nodes:
            if not isinstance(node, ast.Assign) or len(node.targets) != len(node.values):
                continue
            for target, value in zip(node.targets, node.values, strict=True):
                literal = literal_of(types, value)
                if literal is None or not isinstance(target, ast.Name) or not target.ref.startswith("local:"):
                    continue
                back = [r for r in returns if any(names(v, target.ref) for v in r.values)]
                if back:
                    yield Response(literal, function, target.ref, any(map(_succeeds, back)))


def literal_of(types: methodsets.Types, value: ast.Expr) -> ast.Composite | None:
    """The response literal that an expression is, or points to."""
    if isinstance(value, ast.Unary) and value.op == "&":
        value = value.operand
    if isinstance(value, ast.Composite) and kind_of(types, value.type):
        return value
    return None


def filled_by(code: Code, answer: ast.Expr) -> Span | None:
    """The call of a function of the project that only ever gives responses with something in them."""
    callee = answer.callee if isinstance(answer, ast.Call) and kind_of(code.types, answer.type) else None
    maker = code.functions.get(callee.key) if callee is not None else None
    returned = [n for n in ast.walk(maker.body) if isinstance(n, ast.Return)] if maker is not None else []
    literals = [literal_of(code.types, n.values[0]) if len(n.values) == 1 else None for n in returned]
    return answer.span if literals and all(one is not None and one.elements for one in literals) else None


def element(literal: ast.Composite, name: str) -> ast.Expr | None:
    """The value of a field in a literal."""
    return next((e.value for e in literal.elements if e.field == name), None)


def keyed(literal: ast.Composite) -> bool:
    """True when every element names its field."""
    return all(e.field for e in literal.elements)


def names(value: ast.Expr, ref: str) -> bool:
    """True for the name with this `ref`, its address, or what it points to."""
    if isinstance(value, ast.Unary) and value.op in "&*":
        value = value.operand
    return isinstance(value, ast.Name) and value.ref == ref


def _succeeds(statement: ast.Return) -> bool:
    last = statement.values[-1]
    return len(statement.values) == 1 or (isinstance(last, ast.Name) and last.name == "nil")
