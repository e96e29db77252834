"""Whether a step means the same where it would move: its imports, its names, its fields and its errors."""

from __future__ import annotations

import re

from lambdalint.gofix import code_only
from lambdalint.hoist.destination import Destination
from lambdalint.hoist.imports import plainly_imported
from lambdalint.hoist.removal import Removal
from lambdalint.hoist.startup import RefusedError
from lambdalint.hoist.step import Step
from lambdalint.hoist.structs import unfilled
from lambdalint.model.code import GoFile
from lambdalint.model.goast import Name
from lambdalint.source import Source


def fits(step: Step, removal: Removal, file: GoFile, there: Destination, hidden: set[str]) -> None:
    """Raise RefusedError where a step means something else in a place of `file`. `hidden` are names that are local."""
    _given(step, there)
    span = step.value.span
    if step.inputs.contexts:
        plainly_imported(file, ("context",), span)
    for node in step.uses():
        if isinstance(node, Name) and not node.ref.startswith("local:") and node.name in hidden:
            raise RefusedError(node.span, f"{node.name} means something else where it would move")
    if there.struct is not None and _is_hidden(removal):
        raise RefusedError(span, "the receiver's name is used for something else")
    if (step.fails or step.sets_error) and there.declares_error_later():
        raise RefusedError(span, "main declares its errors later")


def _given(step: Step, there: Destination) -> None:
    """Raise RefusedError for fields that start-up doesn't fill with what it has a name for."""
    struct = there.struct
    for field in step.inputs.fields:
        if struct is None or field.name not in struct.given:
            raise unfilled(field)
    if struct is not None and struct.maker.name != "main" and (step.may_fail or step.kind == "ping"):
        raise RefusedError(step.value.span, f"{struct.maker.label} would have to give its error back")


def _is_hidden(removal: Removal) -> bool:
    """True where another local has the name of the receiver."""
    receiver = removal.family.outermost.receiver
    names_there = removal.family.names.items()
    return receiver is None or any(n[0].name == receiver.name for ref, n in names_there if ref != receiver.ref)


def foreign(file: GoFile, there: GoFile, source: Source, steps: list[Step]) -> set[str]:
    """The packages that statements of the file `there` want imported in `file`. Raises RefusedError."""
    found: set[str] = set()
    code = code_only(source.data)
    for node in (node for step in steps for node in step.nodes):
        text = code[node.span.start : node.span.end].decode("utf-8", "replace")
        for line in there.imports:
            if line.name == ".":
                raise RefusedError(node.span, "a package is imported without a name")
            if re.search(rf"(?<![\w.]){re.escape(line.name)}\.", text) is None:
                continue
            plainly_imported(file, (line.path,), node.span, line.name)
            if line.alias and not any(own.path == line.path for own in file.imports):
                raise RefusedError(node.span, f"{line.name} is imported under another name")
            found.add(line.path)
    return found


def declared_inside(steps: list[Step], removal: Removal) -> set[str]:
    """Names that are declared in what moves, and would hide others there."""
    family = removal.family
    found = {p.name for m in family.members for p in m.parameters if any(step.holds(m.span) for step in steps)}
    own = {name.ref for step in steps for name in step.names}
    for ref, writes in family.writes.items():
        if ref not in own and any(step.holds(writes[0].name.span) for step in steps):
            found.add(writes[0].name.name)
    return found
