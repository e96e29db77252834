"""Parameters, results and receivers as the model has them, bound in the scope of a body."""

from __future__ import annotations

from lambdalint.golang.body import Body
from lambdalint.model.code import Parameter
from lambdalint.model.gotypes import GoType, Slice
from lambdalint.syntax.go import Node


def parameters(body: Body, node: Node | None) -> tuple[Parameter, ...]:
    """The parameters of a list (or the one unnamed result in its place), declared in the innermost scope."""
    if node is None:
        return ()
    if node.type != "parameter_list":
        return (Parameter("", body.types.read(node), "", body.span(node)),)
    found: list[Parameter] = []
    for child in node.named_children:
        if child.type == "parameter_declaration":
            found += _declared(body, child, body.types.read(child.child_by_field_name("type")))
        elif child.type == "variadic_parameter_declaration":
            found += _declared(body, child, Slice(body.types.read(child.child_by_field_name("type"))))
    return tuple(found)


def _declared(body: Body, node: Node, kind: GoType | None) -> list[Parameter]:
    names = [child for child in node.children_by_field_name("name") if child.is_named]
    if not names:
        return [Parameter("", kind, "", body.span(node))]
    texts = [(body.text(name), body.span(name)) for name in names]
    return [Parameter(text, kind, body.declare(text, kind).ref, span) for text, span in texts]
