"""Structs of the program's settings that are printed with a secret in them."""

from __future__ import annotations

from lambdalint.api import Context, GoFunction, gotypes, is_shown, methodsets
from lambdalint.api import goast as ast
from lambdalint.data.go_loggers import TEXT_ONLY
from lambdalint_rules.operations._own_loggers import Shown
from lambdalint_rules.operations._secret_values import VARIABLE, SecretValues


def secret_part(ctx: Context, secrets: SecretValues, shown: Shown, function: GoFunction) -> str | None:
    """Words for the secret variable in a field of a struct that is printed whole, None where there is none.

    What hands out secrets of stores as structs does so for names and addresses too: these aren't told.
    """
    types, value = ctx.project.code.types, shown.value
    owner = gotypes.bare(value.type)
    struct = methodsets.underlying(types, owner)
    callee = shown.written.callee
    as_text = callee is not None and (callee.package in TEXT_ONLY or callee.name.endswith("f"))
    for field in struct.fields if isinstance(struct, gotypes.Struct) else ():
        if field.type != gotypes.STRING or not is_shown(types, value.type, (field.name,), as_text):
            continue
        part = ast.Selector(value.span, value, field.name, value.span, "", field.type, None, owner)
        found = secrets.what(part, function)
        if found and found.startswith(VARIABLE):
            return found
    return None
