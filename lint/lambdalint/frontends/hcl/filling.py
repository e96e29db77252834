"""`templatefile(path, names)`: the text of a file with values in it, each part at its place in that file."""

from __future__ import annotations

from lambdalint.frontends.hcl.values import Fields, HclValue, Hollow, Part, joined, parts_of, plain, unknown
from lambdalint.pattern import pattern
from lambdalint.source import Span

_HOLE = pattern(rb"\$\{\s*([^{}]*?)\s*\}")
_HOLES = 200


def filled(path: str, data: bytes, names: Fields) -> Hollow | None:
    """A template of which only names are filled in; what other expressions in it give is unknown. None for one with
    directives or escaped interpolations.
    """
    if b"%{" in data or b"$${" in data:
        return None
    found = list(_HOLE.finditer(data))
    if len(found) > _HOLES:
        return None
    parts: list[Part] = []
    fillings: list[HclValue] = []
    at = 0
    for match in found:
        word = match[1].decode("utf-8", "replace")
        place = Span(path, match.start(), match.end())
        field = names.fields.get(word)
        value = field.value if field is not None else unknown(f"{path}:{match.start()}", place)
        fillings.append(value)
        between = data[at : match.start()].decode("utf-8", "replace")
        parts += (between, *(parts_of(plain(value)) or unknown(f"{path}:{match.start()}", place).parts))
        at = match.end()
    parts.append(data[at:].decode("utf-8", "replace"))
    holes = tuple(match.span() for match in found)
    return Hollow(joined(tuple(parts)), Span(path, 0, len(data)), (0, len(data)), holes, tuple(fillings))
