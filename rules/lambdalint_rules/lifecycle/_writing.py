"""What a function writes, and to which variable."""

from __future__ import annotations

from collections.abc import Iterator

from lambdalint.api import Reached, gotypes
from lambdalint.api import goast as ast

DECODERS = ("Unmarshal", "Decode", "Bind")
# Methods that put their last argument into what they are called on: package and receiver → names. What has keys as well
# counts where the key is a text that is written down; other entries are those of a cache.
SETTERS = {
    ("sync/atomic", "Value"): ("Store", "Swap", "CompareAndSwap"),
    ("sync/atomic", "Pointer"): ("Store", "Swap", "CompareAndSwap"),
}
KEYED_SETTERS = {
    ("sync", "Map"): ("Store", "Swap"),
    ("net/http", "Header"): ("Add", "Set"),
    ("net/url", "Values"): ("Add", "Set"),
}


def writes(reached: Reached) -> Iterator[tuple[ast.Expr, tuple[ast.Expr, ...]]]:
    """What is written in a function, each with the values that it may be given."""
    for node in ast.walk(reached.function.body):
        match node:
            case ast.Assign(targets=targets, op=op, values=values) if values and op != ":=":
                for at, target in enumerate(targets):
                    if op == "=" or _is_text(target):
                        yield target, (values[at],) if len(values) == len(targets) else values
            case ast.Call(arguments=arguments, callee=callee) if callee and callee.name.startswith(DECODERS):
                for at, argument in enumerate(arguments):
                    place = _pointed(argument)
                    if place is not None:
                        source = node.function.operand if isinstance(node.function, ast.Selector) else node.function
                        yield place, (*arguments[:at], source)
            case ast.Call(function=ast.Selector(operand=operand), arguments=arguments) if _sets(node):
                yield operand, arguments[-1:]
            case _:
                pass


def _pointed(argument: ast.Expr) -> ast.Expr | None:
    """What an argument is the address of: a place, or what a package variable points to."""
    if isinstance(argument, ast.Unary) and argument.op == "&":
        return argument.operand
    if not isinstance(argument, ast.Name | ast.Selector) or not isinstance(argument.type, gotypes.Pointer):
        return None
    return argument if argument.ref.startswith("var:") else None


def _sets(call: ast.Call) -> bool:
    """True for a method that keeps its last argument in what it is called on."""
    callee = call.callee
    if callee is None or not call.arguments:
        return False
    if callee.name in SETTERS.get((callee.package, callee.receiver), ()):
        return True
    written = isinstance(getattr(call.arguments[0], "value", None), str)
    return written and callee.name in KEYED_SETTERS.get((callee.package, callee.receiver), ())


def variable(target: ast.Expr) -> str | None:
    """The package variable that a write changes; None for locals and for entries of maps and lists."""
    while isinstance(target, ast.Selector | ast.Unary):
        if isinstance(target, ast.Selector) and target.ref:
            break
        target = target.operand
    ref = target.ref if isinstance(target, ast.Name | ast.Selector) else ""
    return ref.removeprefix("var:") if ref.startswith("var:") else None


def _is_text(target: ast.Expr) -> bool:
    return getattr(target, "type", None) == gotypes.STRING
