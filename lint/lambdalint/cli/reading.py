"""Reading a command line that is as it should be. `argparse` reads all others, and takes longer to start."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.cli.options import PURPOSES, Command, Given, Option, command, spellings

SPECIAL = ("-", "@")  # what an option, or a file with more arguments, begins with


def read(given: Sequence[str]) -> Given | None:
    """What a plain command line asks for; None where one has to look twice, or nothing can be made of it."""
    if not given or given[0] not in PURPOSES:
        return None
    asked = command(given[0])
    found = Given(version=False, command=asked.name)
    known = {}
    for option in asked.all_options():
        default = option.default
        setattr(found, option.field, list(default) if isinstance(default, tuple) else default)
        known.update(dict.fromkeys(spellings(option), option))
    rest = list(reversed(given[1:]))
    chunks: list[list[str]] = [[]]
    while rest:
        word = rest.pop()
        if not word.startswith(SPECIAL):
            chunks[-1].append(word)
            continue
        if chunks[-1]:
            chunks.append([])
        name, equals, text = word.partition("=")
        meant = known.get(name)
        if meant is None or not _put(found, meant, name, text if equals else None, rest):
            return None
    words = [chunk for chunk in chunks if chunk]
    return found if len(words) <= 1 and _place(found, asked, words[0] if words else []) else None


def _put(found: Given, option: Option, name: str, text: str | None, rest: list[str]) -> bool:
    """Note an option; its value is `text`, or taken from the rest. False where it hasn't a usable one."""
    if option.shape in ("flag", "switch"):
        setattr(found, option.field, name in option.names)
        return text is None
    if text is None:
        text = rest.pop() if rest else ""
    if not text or text.startswith(SPECIAL) or (option.choices and text not in option.choices):
        return False
    if option.kind == "count" and not text.isdecimal():
        return False
    if option.shape == "list":
        setattr(found, option.field, [*(getattr(found, option.field) or ()), text])
    else:
        setattr(found, option.field, int(text) if option.kind == "count" else text)
    return True


def _place(found: Given, asked: Command, words: list[str]) -> bool:
    """Note the words without a name. False where there are too few, too many or unknown ones."""
    for place in asked.words:
        taken = words if place.number == "*" else words[:1]
        words = words[len(taken) :]
        if (not taken and not place.number) or (place.choices and not set(taken) <= set(place.choices)):
            return False
        setattr(found, place.field, taken if place.number == "*" else next(iter(taken), None))
    return not words
