"""Calls: conversions, builtins, functions and methods; the types that they give back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lambdalint.golang.lowering.body import BOOL, INT, Body, new, type_of, value_of
from lambdalint.golang.lowering.selectors import named, select
from lambdalint.model.generics import substitute, unify
from lambdalint.model.goast import Call, Callee, Constant, Conversion, Expr, Index, Name, Selector, TypeName
from lambdalint.model.gotypes import STRING, Array, Basic, Func, GoType, Map, Pointer, Slice, Tuple
from lambdalint.model.methodsets import Method, underlying
from lambdalint.source import Span
from lambdalint.syntax.go import Node, fields

_COUNTS = frozenset({"cap", "copy", "len"})
_CONSTANT_TYPES = frozenset({"byte", "error", "rune"})
_EMPTY = Tuple(())


def conversion(body: Body, node: Node) -> Expr:
    """`[]byte(x)` and other conversions whose form tells that they are."""
    operand = node.child_by_field_name("operand")
    written = node.child_by_field_name("type")
    if operand is None or written is None:
        return body.opaque(node)
    form = written
    while form.type == "parenthesized_type" and form.named_child_count == 1:
        form = form.named_children[0]
    if form.type == "generic_type":
        made = _form_called(body, node, form, operand)
        if made is not None:
            return made
    return _converted(body, node, body.expression(operand), body.types.read(written))


def _form_called(body: Body, node: Node, written: Node, operand: Node) -> Call | None:
    """`decode[T](x)` and `routes[key](x)`, which have the form of a conversion: calls where the name is no type's."""
    parts = fields(written, "type", "type_arguments")
    if parts is None:
        return None
    name, given = parts
    base = named(body, name)
    ref = _function_ref(base)
    members = [child for child in given.named_children if child.type != "comment"]
    if ref.startswith("func:"):
        return _instance_called(body, node, written, operand, base, members)
    key = members[0].named_children[0] if len(members) == 1 and members[0].named_child_count == 1 else None
    index = named(body, key) if key is not None and _is_own_value(body, base, ref) else None
    if index is None or type(index) is TypeName:
        return None
    target = Index(body.span(written), base, index, element(body, base))
    return _made(body, node, target, operand, "", ())


def _is_own_value(body: Body, base: Expr, ref: str) -> bool:
    if type(base) is TypeName or ref.startswith("type:"):
        return False
    return not ref.startswith("var:") or body.universe.has_package(ref[4:].rpartition(".")[0])


def element(body: Body, base: Expr) -> GoType | None:
    """The type of the elements of a value."""
    kind = underlying(body.universe.types, type_of(base))
    if isinstance(kind, Pointer):
        kind = underlying(body.universe.types, kind.element)
    if isinstance(kind, Basic) and kind.name == "string":
        return Basic("byte")
    return kind.element if isinstance(kind, (Slice, Array, Map)) else None


def _instance_called(
    body: Body, node: Node, written: Node, operand: Node, base: Expr, members: Sequence[Node]
) -> Call | None:
    ref = _function_ref(base)
    kinds = tuple(body.types.read(child) for child in members)
    if not kinds:
        return None
    names = body.universe.type_parameters(ref[5:])
    kind = substitute(type_of(base), dict(zip(names, kinds, strict=False)))
    target = Index(body.span(written), base, TypeName(body.span(members[0]), kinds[0]), kind)
    return _made(body, node, target, operand, ref, kinds)


def _made(body: Body, node: Node, target: Expr, operand: Node, ref: str, kinds: tuple[GoType | None, ...]) -> Call:
    arguments = (body.expression(operand),)
    result = _result(body, target, ref, arguments, kinds)
    made = Call(body.span(node), target, arguments, False, result, _function_called(ref), kinds)
    body.frame.calls.append(made)
    return made


def _converted(body: Body, node: Node, operand: Expr, kind: GoType | None) -> Expr:
    return Conversion(body.span(node), operand, kind, _converted_value(body, value_of(operand), kind))


def _converted_value(body: Body, value: Constant, kind: GoType | None) -> Constant:
    """A constant stays what it is where the conversion doesn't change its kind."""
    under = underlying(body.universe.types, kind)
    if value is None or not isinstance(under, Basic) or under.name in _CONSTANT_TYPES:
        return None
    if isinstance(value, str):
        return value if under == STRING else None
    if isinstance(value, bool):
        return value if under == BOOL else None
    if isinstance(value, int):
        return value if "int" in under.name else None
    return value if under.name.startswith("float") else None


def call(body: Body, node: Node) -> Expr:
    """Lower a call or a conversion; calls are also added to the function they stand in."""
    children = node.children
    plain = len(children) == 2 and not node.has_error
    parts = children if plain else fields(node, "function", "arguments")
    if parts is None:
        return body.opaque(node)
    function, given = parts
    kind = function.type
    while kind == "parenthesized_expression" and function.named_child_count == 1:
        function = function.named_children[0]
        kind = function.type
    method: Method | None = None
    if kind == "selector_expression":
        target, method = select(body, function)
    else:
        target = body.expression(function)
    members = given.named_children if given.end_byte - given.start_byte > 2 else ()
    arguments = body.values(members) if members else ()
    if type(target) is TypeName and len(arguments) == 1:
        return _converted(body, node, arguments[0], target.type)
    ref = _function_ref(target)
    taken = _taken_out(body, node, function, target, ref) if not plain and method is None else None
    target = taken or target
    if type(target) is Selector and target.type is None and ref.startswith("var:"):
        ref, target = _called(body, target)
    simple = taken is not None or (plain and type(target) is not Index)
    given_types = () if simple else _type_arguments(body, node, target)
    result = _result(body, target, ref, arguments, given_types)
    callee = _method_called(method.owner, method.name) if method is not None else _function_called(ref)
    spread = bool(members) and _is_spread(members)
    span = new(Span, (body.path, node.start_byte, node.end_byte))
    made = new(Call, (span, target, arguments, spread, result, callee, given_types))
    body.frame.calls.append(made)
    return made


def _taken_out(body: Body, node: Node, function: Node, target: Expr, ref: str) -> Index | None:
    """What `routes[event.Kind](x, y)` calls, which has the form of a generic call; None for generic functions."""
    given = node.child_by_field_name("type_arguments")
    if given is None or ref.startswith(("func:", "builtin:")) or not _is_own_value(body, target, ref):
        return None
    members = [child for child in given.named_children if child.type != "comment"]
    key = members[0].named_children[0] if len(members) == 1 and members[0].named_child_count == 1 else None
    index = named(body, key) if key is not None else None
    if index is None or type(index) is TypeName:
        return None
    span = new(Span, (body.path, function.start_byte, given.end_byte))
    return Index(span, target, index, element(body, target))


def _is_spread(members: Sequence[Node]) -> bool:
    last = members[-1].type
    return last == "variadic_argument" or (last == "comment" and any(m.type == "variadic_argument" for m in members))


def _called(body: Body, target: Selector) -> tuple[str, Selector]:
    """A member of a foreign package that nothing is known of is a function when it is called."""
    path = target.ref[4:]
    if body.universe.has_package(path.rpartition(".")[0]):
        return target.ref, target
    return f"func:{path}", target._replace(ref=f"func:{path}")


def _type_arguments(body: Body, node: Node, target: Expr) -> tuple[GoType | None, ...]:
    given = node.child_by_field_name("type_arguments")
    if given is not None:
        return tuple(body.types.read(child) for child in given.named_children if child.type != "comment")
    if type(target) is Index and type(target.key) is TypeName:
        return (target.key.type,)
    return ()


def _function_ref(target: Expr) -> str:
    if type(target) is Index:
        target = target.operand
    return target.ref if type(target) is Selector or type(target) is Name else ""


@cache
def _method_called(owner: str, name: str) -> Callee | None:
    package, _, receiver = owner.rpartition(".")
    return Callee(package, receiver, name) if owner else None


@cache
def _function_called(ref: str) -> Callee | None:
    word, _, path = ref.partition(":")
    if word == "builtin":
        return Callee("builtin", "", path)
    if word == "func":
        package, _, name = path.rpartition(".")
        return Callee(package, "", name)
    return None


# -- results -------------------------------------------------------------------------------------------------------


def _result(
    body: Body, target: Expr, ref: str, arguments: tuple[Expr, ...], explicit: tuple[GoType | None, ...]
) -> GoType | None:
    if ref.startswith("builtin:"):
        return _builtin(ref[8:], arguments)
    signature = type_of(target)
    if type(signature) is not Func:
        signature = underlying(body.universe.types, signature)
        if type(signature) is not Func:
            return None
    results = signature.results
    names = body.universe.type_parameters(ref[5:]) if results and ref.startswith("func:") else ()
    if names:
        bindings: dict[str, GoType | None] = dict(zip(names, explicit, strict=False))
        _bind(signature, arguments, bindings)
        results = tuple(substitute(kind, bindings) for kind in results)
    if not results:
        return _EMPTY
    return results[0] if len(results) == 1 else Tuple(results)


def _bind(signature: Func, arguments: tuple[Expr, ...], bindings: dict[str, GoType | None]) -> None:
    kinds = [type_of(argument) for argument in arguments]
    if len(kinds) == 1 and isinstance(kinds[0], Tuple):
        kinds = list(kinds[0].members)
    for at, kind in enumerate(kinds):
        if signature.variadic and at >= len(signature.parameters) - 1:
            last = signature.parameters[-1]
            unify(last.element if isinstance(last, Slice) else None, kind, bindings)
        elif at < len(signature.parameters):
            unify(signature.parameters[at], kind, bindings)


def _builtin(name: str, arguments: tuple[Expr, ...]) -> GoType | None:
    first = arguments[0] if arguments else None
    if name in _COUNTS:
        return INT
    if name in ("make", "new") and isinstance(first, TypeName):
        return first.type if name == "make" else Pointer(first.type)
    if name in ("append", "max", "min") and first is not None:
        return type_of(first)
    if name == "new" and first is not None:
        return Pointer(type_of(first))
    if name == "recover":
        return Basic("any")
    return None if name in ("complex", "real", "imag") else _EMPTY
