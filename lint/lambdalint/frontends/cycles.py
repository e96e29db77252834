"""Which resources wait for others, by the names in their texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from lambdalint.pattern import pattern

WORD = pattern(rb"[\w-]+")
ADDRESS = pattern(rb"\w+\.[\w-]+")


def waits_for(
    one: str, other: str, names: Collection[str], text: Callable[[str], bytes], name: re.Pattern[bytes]
) -> bool:
    """True where one resource names another, or something that does. A name that means something else counts, too.

    `names` are all resources, `text` gives what is written for one; `name` matches what may be one.
    """
    waiting, seen = [one], {one}
    while waiting:
        words = {word.decode("utf-8", "replace") for word in name.findall(text(waiting.pop()))}
        if other in words:
            return True
        further = {word for word in words if word in names} - seen
        seen |= further
        waiting += further
    return False
