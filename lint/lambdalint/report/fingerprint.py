"""The line hash by which GitHub recognises an alert in a later upload.

The same as the one that its upload action computes: every line is identified by the 100 code units that follow its
beginning, white space aside, so that text added elsewhere doesn't matter.
"""

from __future__ import annotations

from collections import Counter

BLOCK = 100
FACTOR = 37
MASK = (1 << 64) - 1
FIRST = pow(FACTOR, BLOCK, 1 << 64)
LINE_FEED, CARRIAGE_RETURN, TAB, SPACE, END = 10, 13, 9, 32, 65535


def line_hashes(data: bytes) -> list[str]:
    """For each line of a file, by index, `hash:n`: the hash in hexadecimal and its how-manieth occurrence it is."""
    units, starts = _kept(data)
    hashes: list[str] = []
    seen: Counter[str] = Counter()
    current = 0
    at = 0
    window = [0] * BLOCK
    # The hash of a line is known once the 100 units from its first one on have been seen.
    wanted = iter(starts)
    due = next(wanted, None)
    for index, unit in enumerate([*units, END, *[0] * BLOCK]):
        while due is not None and index == due + BLOCK:
            text = f"{current:x}"
            seen[text] += 1
            hashes.append(f"{text}:{seen[text]}")
            due = next(wanted, None)
        old = window[at]
        window[at] = unit
        at = (at + 1) % BLOCK
        current = (FACTOR * current + unit - FIRST * old) & MASK
    return hashes


def _kept(data: bytes) -> tuple[list[int], list[int]]:
    """The UTF-16 units that count, every line end as one line feed; and at which of them each line begins."""
    encoded = data.decode("utf-8", "replace").encode("utf-16-le")
    units: list[int] = []
    starts = [0]
    returned = False
    for index in range(0, len(encoded), 2):
        unit = encoded[index] | encoded[index + 1] << 8
        if unit in (SPACE, TAB) or (returned and unit == LINE_FEED):
            returned = False
            continue
        returned = unit == CARRIAGE_RETURN
        units.append(LINE_FEED if returned else unit)
        if units[-1] == LINE_FEED:
            starts.append(len(units))
    return units, starts
