"""How commands write the path of a file: in several words, where variables stand for parts of it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from lambdalint.api import Build, Context, Known, Span, pattern
from lambdalint_rules.packaging._following import is_makefile

_DEFINED = pattern(rb"(?m)^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*(?::{0,3}|\?)=[ \t]*([\w./-]+)[ \t]*\r?$")


def literal(written: Iterable[str]) -> bytes:
    """A pattern for a path as it is written, variables and all."""
    words = b"|".join(re.escape(word.encode()) for word in written)
    return rb"(?<![\w./=@$-])(?:\./)?(" + words + rb")(?![\w./)}-]|:\S)"


def variable(use: Span, ctx: Context) -> bytes | None:
    """A pattern for a variable that stands by itself."""
    named = re.search(r"\w+(?=\W*$)", ctx.text(use))
    return rb"(?<![\w./=@$-])(\$[({]?" + named[0].encode() + rb"\b[)}]?)(?![\w./:)}-])" if named is not None else None


def spellings(written: str, path: str, build: Build, ctx: Context) -> tuple[str, ...]:
    """The words by which other commands of a makefile may name a path that one of them wrote as `written`."""
    place = build.span.path
    folder = build.folder.value if isinstance(build.folder, Known) else None
    if not is_makefile(place) or folder is None or posixpath.normpath(folder) != (posixpath.dirname(place) or "."):
        return (written,)
    plain = posixpath.relpath(path, folder)
    found = _DEFINED.findall(ctx.project.sources[place].data)
    times = Counter(name for name, _ in found)
    words = [written, plain] if "/" in plain else [written]
    for name, value in ((n.decode(), posixpath.normpath(v.decode())) for n, v in found if times[n] == 1):
        rest = plain.removeprefix(f"{value}/")
        if rest != plain:
            words += [f"$({name})/{rest}", f"${{{name}}}/{rest}"]
    return tuple(dict.fromkeys(words))
