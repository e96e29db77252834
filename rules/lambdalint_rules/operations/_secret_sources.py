"""What tells a secret where it is read: the name of a variable, a request for the clear text of a parameter."""

from __future__ import annotations

from lambdalint.api import GoFunction, gotypes, names_secret, pattern
from lambdalint.api import goast as ast
from lambdalint.data.go_constructors import SDK_V1, SDK_V2

RETRIEVERS = frozenset({"Get", "GetWithContext", "Retrieve"})
# A variable that is merely called a secret often holds the name of one.
_NAME_OF_ONE = pattern(r"(?i)secret(?:_?(?:key|id))?$")
_SURE = pattern(r"(?i)(?:client|jwt|api|webhook|signing|session|hmac)_?secret$|secret_?access_?key$")


def holds_secret(key: str) -> bool:
    """True for the name of a variable that has a secret, and not the name of one."""
    return names_secret(key) and (not _NAME_OF_ONE.search(key) or bool(_SURE.search(key)))


def retrieves(call: ast.Call) -> bool:
    """True for `cfg.Credentials.Retrieve(ctx)` of an SDK's configuration."""
    method = call.function
    provider = method.operand if isinstance(method, ast.Selector) and method.name in RETRIEVERS else None
    held = getattr(provider, "field_of", None) if getattr(provider, "name", "") == "Credentials" else None
    named = gotypes.bare(held)
    return isinstance(named, gotypes.Named) and named.package.startswith((SDK_V1, SDK_V2))


def decrypts(function: GoFunction) -> bool:
    """True when a request of the function asks for the clear text of a parameter."""
    for node in ast.walk(function.body):
        if isinstance(node, ast.Element) and node.field == "WithDecryption":
            parts = tuple(ast.walk(node.value))
            return any(getattr(n, "value", None) is True or getattr(n, "name", "") == "true" for n in parts)
    return False
