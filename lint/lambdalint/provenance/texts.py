"""Texts that are put together: what they hold of the values that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lambdalint.data.go_decoders import BUILDERS, GIVES, TEXTS
from lambdalint.model.goast import Binary, Call, Expr
from lambdalint.model.gotypes import STRING
from lambdalint.model.methodsets import Types
from lambdalint.provenance.origins import Origin, Origins
from lambdalint.provenance.shown import is_shown

TEXT = "%"
"""The step to what a text has somewhere in it."""
_VERB = re.compile(r"%[-+# 0]*(\d*(?:\.\d*)?)(?:\[\d+\])?([A-Za-z%])")
_WHOLE = frozenset("svq")


def makes_text(call: Call) -> bool:
    """True for a call whose result has what it is given in it."""
    callee = call.callee
    return callee is not None and callee.name in TEXTS.get(callee.package, ())


def joins(node: Binary) -> bool:
    """True for texts that are put together."""
    return node.op == "+" and node.type == STRING


def fills(call: Call) -> bool:
    """True for a call by which a builder of texts takes something in."""
    callee = call.callee
    names = BUILDERS.get((callee.package, callee.receiver)) if callee is not None else None
    return names is not None and callee is not None and callee.name in names


def gives(call: Call) -> bool:
    """True for a call that gives what a builder of texts has taken in, or what a part of an event holds."""
    callee = call.callee
    if callee is None or not callee.receiver:
        return False
    at = (callee.package, callee.receiver)
    return callee.name in ("String", "Bytes") if at in BUILDERS else callee.name in GIVES.get(at, ())


def parts(call: Call) -> Iterator[tuple[Expr, bool]]:
    """What a text is made of; with each whether all of it is in the text, and not its length or its beginning."""
    form = getattr(call.arguments[0], "value", None) if call.arguments else None
    formatted = call.callee is not None and call.callee.name.endswith("f")
    verbs = [v for v in _VERB.findall(form) if v[1] != "%"] if formatted and isinstance(form, str) else []
    for at, argument in enumerate(call.arguments):
        if not formatted:
            yield argument, True
        elif 0 < at <= len(verbs):
            width, verb = verbs[at - 1]
            yield argument, verb in _WHOLE and "." not in width
        elif at:
            yield argument, False


def in_text(types: Types, value: Expr, origins: Origins) -> Origins:
    """The origins of a text that a value with these origins is printed in."""
    return frozenset([_in_text(types, value, origin) for origin in origins])


def _in_text(types: Types, value: Expr, origin: Origin) -> Origin:
    if origin.path is not None:
        return origin.of_field(TEXT)
    if origin.field == TEXT or origin.held is None:
        return origin if origin.field == TEXT else origin.derived()
    if is_shown(types, value.type, (origin.field, *origin.below), True):
        return Origin(origin.source, None, TEXT, origin.held)
    return origin.derived()
