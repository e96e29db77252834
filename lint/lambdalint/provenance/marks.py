"""Expressions that are origins of their own: clients, connections, keys of objects."""

from __future__ import annotations

from functools import cache

from lambdalint.data.go_constructors import (
    CONNECTING_METHODS,
    CONNECTIONS,
    EXISTING,
    HTTP,
    POOLS,
    TRANSPORT,
    sdk_constructor,
)
from lambdalint.data.go_responses import EVENTS
from lambdalint.model.goast import Call, Callee, Composite, Expr, Selector, Unary
from lambdalint.model.gotypes import is_of_package


def is_marked(expression: Expr) -> bool:
    """True for an expression that is an origin of its own."""
    if isinstance(expression, Call):
        return expression.callee is not None and _makes(expression.callee)
    if isinstance(expression, Selector):
        return is_object_key(expression)
    return opens_connection(expression)


def builds_client(expression: Expr) -> bool:
    """True for a call that makes a configuration, session or client of the AWS SDK."""
    callee = expression.callee if isinstance(expression, Call) else None
    return callee is not None and _builds(callee)


def _builds(callee: Callee) -> bool:
    return not callee.receiver and sdk_constructor(callee.package, callee.name)


def opens_connection(expression: Expr) -> bool:
    """True for what opens a connection or a pool of its own."""
    if isinstance(expression, Composite):
        return any(is_of_package(expression.type, *kind) for kind in POOLS)
    if not isinstance(expression, Call) or expression.callee is None:
        return False
    return _opens(expression.callee) and not any(_stands_on(argument) for argument in expression.arguments)


def _stands_on(argument: Expr) -> bool:
    """True for settings that name a connection which is there already, as those of gorm's drivers may."""
    if isinstance(argument, Call):
        return any(_stands_on(inner) for inner in argument.arguments)
    literal = argument.operand if isinstance(argument, Unary) else argument
    return isinstance(literal, Composite) and any(element.field == EXISTING for element in literal.elements)


def _opens(callee: Callee) -> bool:
    if callee.receiver:
        called = (callee.package, callee.receiver, callee.name)
        return called == (HTTP, TRANSPORT, "Clone") or called in CONNECTING_METHODS
    return callee.name in CONNECTIONS.get(callee.package, ())


@cache
def _makes(callee: Callee) -> bool:
    return _builds(callee) or _opens(callee)


def is_object_key(expression: Expr) -> bool:
    """True for the key of an object in an S3 event, as it came."""
    if not isinstance(expression, Selector) or expression.name != "Key":
        return False
    return is_of_package(expression.field_of, EVENTS, "S3Object")
