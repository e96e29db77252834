"""The service principal that a misspelt one is meant to be."""

from __future__ import annotations

from lambdalint.data.principals import INVOKERS

SHORTEST = 4  # among shorter names, such as sns, sqs and ses, one letter makes another service
SUFFIX = ".amazonaws.com"
ADDRESSES = ("amazon.com", "aws.amazon.com", "aws.com")  # of the company: some services have principals there


def nearest(value: str) -> str | None:
    """The only known principal that a value is a misspelling of; None for known ones and for strangers."""
    if value in INVOKERS:
        return None
    plain = _plain(value)
    same = [known for known in INVOKERS if _plain(known) == plain]
    if len(same) == 1:
        return same[0]
    service, dot, rest = value.partition(".")
    if SUFFIX.removeprefix(".") == rest and dot:
        close = [k for k in INVOKERS if len(service) >= SHORTEST and _is_one_off(service, k.removesuffix(SUFFIX))]
    else:
        close = [k for k in INVOKERS if k.removesuffix(SUFFIX) == service and _is_one_off(rest, "amazonaws.com")]
        close += [k for k in INVOKERS if value == k.removesuffix(SUFFIX)]
        close += [k for k in INVOKERS if rest in ADDRESSES and k.removesuffix(SUFFIX) == service]
    return close[0] if len(close) == 1 else None


def _plain(value: str) -> str:
    """A principal without what people get wrong first: punctuation and capitals."""
    return "".join(character for character in value.lower() if character.isalnum())


def _is_one_off(one: str, other: str) -> bool:
    """True when one letter was added, left out, changed or swapped with its neighbour."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b or a == b[1:] or a[1:] == b[1:]
