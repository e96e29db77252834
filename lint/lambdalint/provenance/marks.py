"""Expressions that are origins of their own: clients, connections, keys of objects."""

from __future__ import annotations

from functools import cache

from lambdalint.data.go_constructors import CONNECTIONS, HTTP, TRANSPORT, sdk_constructor
from lambdalint.data.go_responses import EVENTS
from lambdalint.model.goast import Call, Callee, Composite, Expr, Selector
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
        return is_of_package(expression.type, HTTP, TRANSPORT)
    callee = expression.callee if isinstance(expression, Call) else None
    return callee is not None and _opens(callee)


def _opens(callee: Callee) -> bool:
    copied = callee.package == HTTP and callee.receiver == TRANSPORT and callee.name == "Clone"
    return copied or (not callee.receiver and callee.name in CONNECTIONS.get(callee.package, ()))


@cache
def _makes(callee: Callee) -> bool:
    return _builds(callee) or _opens(callee)


def is_object_key(expression: Expr) -> bool:
    """True for the key of an object in an S3 event, as it came."""
    if not isinstance(expression, Selector) or expression.name != "Key":
        return False
    return is_of_package(expression.field_of, EVENTS, "S3Object")
