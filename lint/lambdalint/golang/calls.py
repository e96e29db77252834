"""Calls: conversions, builtins, functions and methods; the types that they give back."""

from __future__ import annotations

from lambdalint.golang.body import BOOL, INT, Body, new, type_of, value_of
from lambdalint.golang.selectors import select
from lambdalint.model.generics import substitute, unify
from lambdalint.model.goast import Call, Callee, Constant, Conversion, Expr, Index, Name, Selector, TypeName
from lambdalint.model.gotypes import STRING, Array, Basic, Func, GoType, Map, Pointer, Slice, Tuple
from lambdalint.model.methodsets import Method, underlying
from lambdalint.syntax.go import Node, fields

_COUNTS = frozenset({"cap", "copy", "len"})
_CONSTANT_TYPES = frozenset({"byte", "error", "rune"})
_EMPTY = Tuple(())


def conversion(body: Body, node: Node) -> Expr:
    """`[]byte(x)` and other conversions whose form tells that they are."""
    operand = node.child_by_field_name("operand")
    if operand is None:
        return body.opaque(node)
    kind = body.types.read(node.child_by_field_name("type"))
    return _converted(body, node, body.expression(operand), kind)


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
    parts = fields(node, "function", "arguments")
    if parts is None:
        return body.opaque(node)
    function, given = parts
    while function.type == "parenthesized_expression" and function.named_child_count == 1:
        function = function.named_children[0]
    members = [child for child in given.named_children if child.type != "comment"] if given.named_child_count else []
    if len(members) == 1 and body.is_type(function):
        return _converted(body, node, body.expression(members[0]), body.types.read(function))
    method: Method | None = None
    if function.type == "selector_expression":
        target, method = select(body, function)
    else:
        target = body.expression(function)
    target = _called(body, target)
    arguments, spread = _arguments(body, members)
    if _is_conversion(target, arguments):
        return _converted(body, node, arguments[0], target.type if isinstance(target, TypeName) else None)
    explicit = _type_arguments(body, node, target)
    kind = _result(body, target, arguments, explicit)
    made = new(Call, (body.span(node), target, arguments, spread, kind, _callee(target, method), explicit))
    body.frame.calls.append(made)
    return made


def _is_conversion(target: Expr, arguments: tuple[Expr, ...]) -> bool:
    return isinstance(target, TypeName) and len(arguments) == 1


def _called(body: Body, target: Expr) -> Expr:
    """A member of a foreign package that nothing is known of is a function when it is called."""
    if isinstance(target, Selector) and target.ref.startswith("var:") and target.type is None:
        package = target.ref[4:].rpartition(".")[0]
        if not body.universe.has_package(package):
            return target._replace(ref="func:" + target.ref[4:])
    return target


def _arguments(body: Body, members: list[Node]) -> tuple[tuple[Expr, ...], bool]:
    found: list[Expr] = []
    spread = False
    for child in members:
        if child.type == "variadic_argument":
            spread = True
            inner = [c for c in child.named_children if c.type != "comment"]
            found.append(body.expression(inner[0]) if inner else body.opaque(child))
        else:
            found.append(body.expression(child))
    return tuple(found), spread


def _type_arguments(body: Body, node: Node, target: Expr) -> tuple[GoType | None, ...]:
    given = node.child_by_field_name("type_arguments") if node.named_child_count > 2 else None
    if given is not None:
        return tuple(body.types.read(child) for child in given.named_children if child.type != "comment")
    if isinstance(target, Index) and isinstance(target.key, TypeName):
        return (target.key.type,)
    return ()


def _function_ref(target: Expr) -> str:
    if isinstance(target, Index):
        target = target.operand
    return target.ref if isinstance(target, (Name, Selector)) else ""


def _callee(target: Expr, method: Method | None) -> Callee | None:
    if method is not None:
        if not method.owner:
            return None
        package, _, receiver = method.owner.rpartition(".")
        return Callee(package, receiver, method.name)
    word, _, path = _function_ref(target).partition(":")
    if word == "builtin":
        return Callee("builtin", "", path)
    if word == "func":
        package, _, name = path.rpartition(".")
        return Callee(package, "", name)
    return None


# -- results -------------------------------------------------------------------------------------------------------


def _result(
    body: Body, target: Expr, arguments: tuple[Expr, ...], explicit: tuple[GoType | None, ...]
) -> GoType | None:
    ref = _function_ref(target)
    if ref.startswith("builtin:"):
        return _builtin(ref[8:], arguments)
    signature = underlying(body.universe.types, type_of(target))
    if not isinstance(signature, Func):
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


def element_of(body: Body, kind: GoType | None) -> GoType | None:
    """What a slice, array, map or pointer to an array holds."""
    under = underlying(body.universe.types, kind)
    if isinstance(under, Pointer):
        under = underlying(body.universe.types, under.element)
    return under.element if isinstance(under, (Slice, Array, Map)) else None
