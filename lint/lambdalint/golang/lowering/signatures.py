"""Parameters, results and receivers as the model has them, bound in the scope of a body."""

from __future__ import annotations

from lambdalint.golang.lowering.body import Body, new
from lambdalint.model.code import Parameter
from lambdalint.model.gotypes import Func, GoType, Slice
from lambdalint.source import Span
from lambdalint.syntax.go import Node

Parameters = tuple[Parameter, ...]


def signature(body: Body, node: Node) -> tuple[Parameters, Parameters, Func, int]:
    """Parameters and results of a function or literal, its type, and where the text of these ends (0 without any)."""
    given, result = node.child_by_field_name("parameters"), node.child_by_field_name("result")
    inputs, variadic = _parameters(body, given)
    results, _ = _parameters(body, result)
    kind = Func(tuple([one.type for one in inputs]), tuple([one.type for one in results]), variadic)
    last = result or given
    return inputs, results, kind, last.end_byte if last is not None else 0


def receiver(body: Body, node: Node) -> Parameter | None:
    """The receiver of a method, declared in the innermost scope."""
    found, _ = _parameters(body, node.child_by_field_name("receiver"))
    return found[0] if found else None


def _parameters(body: Body, node: Node | None) -> tuple[Parameters, bool]:
    """The parameters of a list (or the one unnamed result in its place), and whether the last one is variadic."""
    if node is None:
        return (), False
    if node.type != "parameter_list":
        return (Parameter("", body.types.read(node), "", body.span(node)),), False
    start, end = node.start_byte, node.end_byte
    text = body.source[start:end] if body.types.plain else ""
    known = body.file.lists.get(text)
    if known is None:
        made, variadic = _read(body, node)
        if text and text.isascii() and all(one.type is not None for one in made):
            shape = tuple([(one.name, one.type, one.span.start - start, one.span.end - start) for one in made])
            body.file.lists[text] = shape, variadic
        return made, variadic
    shape, variadic = known
    path = body.path
    found: list[Parameter] = []
    for name, kind, first, last in shape:
        span = new(Span, (path, start + first, start + last))
        found.append(new(Parameter, (name, kind, body.declare(name, kind).ref, span)))
    return tuple(found), variadic


def _read(body: Body, node: Node) -> tuple[Parameters, bool]:
    found: list[Parameter] = []
    variadic = False
    for child in node.children:
        kind = child.type
        if kind == "parameter_declaration":
            _declare(body, child, found)
        elif kind == "variadic_parameter_declaration":
            variadic = True
            names = [name for name in child.children_by_field_name("name") if name.is_named]
            _add(body, child, names, Slice(body.types.read(child.child_by_field_name("type"))), found)
    return tuple(found), variadic


def _declare(body: Body, node: Node, found: list[Parameter]) -> None:
    children = node.children
    if len(children) == 2 and children[0].type == "identifier" and not node.has_error:
        names: list[Node] = children[:1]
        written: Node | None = children[1]
    else:
        names = [child for child in node.children_by_field_name("name") if child.is_named]
        written = node.child_by_field_name("type")
    _add(body, node, names, body.types.read(written), found)


def _add(body: Body, node: Node, names: list[Node], kind: GoType | None, found: list[Parameter]) -> None:
    if not names:
        found.append(Parameter("", kind, "", body.span(node)))
    for name in names:
        text = body.text(name)
        found.append(new(Parameter, (text, kind, body.declare(text, kind).ref, body.span(name))))
