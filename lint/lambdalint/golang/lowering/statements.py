"""Statement nodes → statements of the model, with the scopes they open."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lambdalint.golang.lowering.body import Body, new, type_of, value_of
from lambdalint.golang.lowering.choices import choose, select, switch_types
from lambdalint.golang.lowering.expressions import DEEPEST
from lambdalint.golang.lowering.locals import assign, declare_type, define, define_range, kinds_of, receive
from lambdalint.golang.source.declarations import constants, expressions, specs
from lambdalint.model.goast import (
    Assign,
    Block,
    Branch,
    Defer,
    Evaluate,
    Expr,
    For,
    FunctionBody,
    Go,
    If,
    Labeled,
    Name,
    Range,
    Return,
    Send,
    Skipped,
    Step,
    Stmt,
)
from lambdalint.model.gotypes import GoType
from lambdalint.source import Span
from lambdalint.syntax.go import Node


def block(body: Body, node: Node) -> Block:
    """Lower the statements between braces in a scope of their own."""
    body.push()
    found = statements(body, _inside(node))
    body.pop()
    return new(Block, (body.span(node), tuple(found)))


def flat(body: Body, node: Node) -> FunctionBody:
    """Lower the body of a function, whose scope is that of its parameters."""
    return new(FunctionBody, (body.span(node), tuple(statements(body, _inside(node)))))


def _inside(block: Node) -> list[Node]:
    """What stands between braces, comments too."""
    found = block.named_children
    return found[0].named_children if len(found) == 1 and found[0].type == "statement_list" else found


def statements(body: Body, nodes: Iterable[Node]) -> list[Stmt]:
    """Lower statements in the innermost scope; what is nested too deep is skipped."""
    found: list[Stmt] = []
    universe, scopes = body.universe, body.scopes
    depth, opened = universe.depth, len(scopes)
    known = _LOWER if depth < DEEPEST else _NOTHING
    universe.depth = depth + 1
    for node in nodes:
        kind = node.type
        lower = known.get(kind)
        if lower is not None:
            found.append(lower(body, node))
            if len(scopes) > opened:
                body.pop(opened)
        elif kind in _SEVERAL and depth < DEEPEST:
            found += _SEVERAL[kind](body, node)
        elif kind == "statement_list":
            found += statements(body, node.named_children)
        elif kind not in ("comment", "empty_statement"):
            found.append(Skipped(body.span(node)))
    universe.depth = depth
    return found


def _one(body: Body, node: Node | None) -> Stmt | None:
    if node is None:
        return None
    found = statements(body, (node,))
    return found[0] if found else None


def _first(body: Body, node: Node) -> Expr:
    for child in node.children:
        if child.is_named and child.type != "comment":
            return body.expression(child)
    return body.opaque(node)


# -- simple statements ---------------------------------------------------------------------------------------------


def _evaluate(body: Body, node: Node) -> Stmt:
    return new(Evaluate, (body.span(node), _first(body, node)))


def _bare(body: Body, node: Node) -> Stmt:
    return Evaluate(body.span(node), body.expression(node))


def _variables(body: Body, node: Node) -> list[Stmt]:
    return [_variable(body, spec) for spec in specs(node, "var_spec")]


def _variable(body: Body, spec: Node) -> Stmt:
    kind = body.types.read(spec.child_by_field_name("type"))
    values = body.values(expressions(spec.child_by_field_name("value")), kind)
    names = [child for child in spec.children_by_field_name("name") if child.is_named]
    kinds: list[GoType | None] = [kind] * len(names)
    if spec.child_by_field_name("type") is None:
        kinds = kinds_of(body, values, len(names))
    return Assign(body.span(spec), _targets(body, names, kinds), ":=", values, True)


def _targets(body: Body, names: list[Node], kinds: list[GoType | None]) -> tuple[Expr, ...]:
    made: list[Expr] = []
    for name, kind in zip(names, kinds, strict=True):
        text = body.text(name)
        made.append(Name(body.span(name), text, body.declare(text, kind).ref, kind))
    return tuple(made)


def _constants(body: Body, node: Node) -> list[Stmt]:
    found: list[Stmt] = []
    outer = body.iota
    for declared in constants(body.file, node):
        source = declared.source if declared.source is not None else declared.node
        values = expressions(source.child_by_field_name("value"))
        body.iota = declared.iota
        value = body.expression(values[declared.place]) if declared.place < len(values) else body.opaque(declared.node)
        written = body.types.read(source.child_by_field_name("type"))
        kind = written if written is not None else type_of(value)
        bound = body.declare(declared.name, kind, value_of(value))
        names = [child for child in declared.node.children_by_field_name("name") if child.is_named]
        target = Name(body.span(names[declared.place]), declared.name, bound.ref, kind, bound.value)
        found.append(Assign(body.span(declared.node), (target,), ":=", (value,), True))
    body.iota = outer
    return found


def _types(body: Body, node: Node) -> list[Stmt]:
    for spec in node.named_children:
        if spec.type in ("type_spec", "type_alias"):
            declare_type(body, spec)
    return []


def _step(body: Body, node: Node) -> Stmt:
    return Step(body.span(node), _first(body, node), "++" if node.type == "inc_statement" else "--")


def _return(body: Body, node: Node) -> Stmt:
    children = node.children
    inner = children[1] if len(children) == 2 else next((c for c in node.named_children if c.type != "comment"), None)
    return new(Return, (body.span(node), body.values(expressions(inner))))


def _go(body: Body, node: Node) -> Stmt:
    return Go(body.span(node), _first(body, node))


def _defer(body: Body, node: Node) -> Stmt:
    return Defer(body.span(node), _first(body, node))


def _send(body: Body, node: Node) -> Stmt:
    channel, value = node.child_by_field_name("channel"), node.child_by_field_name("value")
    if channel is None or value is None:
        return Skipped(body.span(node))
    return Send(body.span(node), body.expression(channel), body.expression(value))


def _branch(body: Body, node: Node) -> Stmt:
    label = next((c for c in node.named_children if c.type == "label_name"), None)
    return Branch(body.span(node), node.type.split("_")[0], body.text(label) if label is not None else "")


def _labeled(body: Body, node: Node) -> Stmt:
    label = node.child_by_field_name("label")
    inner = [c for c in node.named_children if c.type not in ("comment", "label_name")]
    text = body.text(label) if label is not None else ""
    lowered = statements(body, inner)
    empty = Block(Span(body.path, node.end_byte, node.end_byte), ())
    return Labeled(body.span(node), text, lowered[0] if lowered else empty)


# -- statements with parts -----------------------------------------------------------------------------------------


def _if(body: Body, node: Node) -> Stmt:
    parts = _if_parts(node)
    if parts is None:
        return Skipped(body.span(node))
    first, condition, then, other = parts
    body.push()
    init = _one(body, first)
    test, taken = body.expression(condition), block(body, then)
    return new(If, (body.span(node), init, test, taken, _one(body, other)))


def _if_parts(node: Node) -> tuple[Node | None, Node, Node, Node | None] | None:
    """What stands before the test, the test, what runs if it holds, and if it doesn't; None for a broken statement."""
    children = node.children
    if len(children) == 3 and not node.has_error:
        return None, children[1], children[2], None
    if len(children) == 5 and not node.has_error:
        if children[2].type == ";":
            return children[1], children[3], children[4], None
        if children[3].type == "else":
            return None, children[1], children[2], children[4]
    condition, then = node.child_by_field_name("condition"), node.child_by_field_name("consequence")
    if condition is None or then is None:
        return None
    return node.child_by_field_name("initializer"), condition, then, node.child_by_field_name("alternative")


def _for(body: Body, node: Node) -> Stmt:
    inner = node.child_by_field_name("body")
    if inner is None:
        return Skipped(body.span(node))
    body.push()
    head = next((c for c in node.named_children if c.type not in ("comment", "block")), None)
    if head is None:
        return For(body.span(node), None, None, None, block(body, inner))
    if head.type == "range_clause":
        return _range(body, node, head, inner)
    if head.type != "for_clause":
        test = body.expression(head)
        return For(body.span(node), None, test, None, block(body, inner))
    init = _one(body, head.child_by_field_name("initializer"))
    condition = head.child_by_field_name("condition")
    test_or_none = body.expression(condition) if condition is not None else None
    post = _one(body, head.child_by_field_name("update"))
    return For(body.span(node), init, test_or_none, post, block(body, inner))


def _range(body: Body, node: Node, head: Node, inner: Node) -> Stmt:
    right = head.child_by_field_name("right")
    if right is None:
        return Skipped(body.span(node))
    subject = body.expression(right)
    key, value = define_range(body, head, type_of(subject))
    return Range(body.span(node), key, value, subject, block(body, inner))


def _switch(body: Body, node: Node) -> Stmt:
    body.push()
    init = _one(body, node.child_by_field_name("initializer"))
    if node.type == "type_switch_statement":
        return switch_types(body, node, init, statements)
    return choose(body, node, init, statements)


def _select(body: Body, node: Node) -> Stmt:
    return select(body, node, statements)


_LOWER: dict[str, Callable[[Body, Node], Stmt]] = {
    "assignment_statement": assign,
    "block": block,
    "break_statement": _branch,
    "call_expression": _bare,
    "continue_statement": _branch,
    "dec_statement": _step,
    "defer_statement": _defer,
    "expression_statement": _evaluate,
    "expression_switch_statement": _switch,
    "fallthrough_statement": _branch,
    "for_statement": _for,
    "go_statement": _go,
    "goto_statement": _branch,
    "if_statement": _if,
    "inc_statement": _step,
    "labeled_statement": _labeled,
    "receive_statement": receive,
    "return_statement": _return,
    "select_statement": _select,
    "send_statement": _send,
    "short_var_declaration": define,
    "type_switch_statement": _switch,
    "unary_expression": _bare,
}
_NOTHING: dict[str, Callable[[Body, Node], Stmt]] = {}
_SEVERAL: dict[str, Callable[[Body, Node], list[Stmt]]] = {
    "const_declaration": _constants,
    "type_declaration": _types,
    "var_declaration": _variables,
}
