"""A record of a batch, as values carry it, and code that works on one."""

from __future__ import annotations

from lambdalint.api import NamedTuple, Origin, Provenance, Reached
from lambdalint.api import goast as ast
from lambdalint.data.go_responses import PAYLOADS, RAW_MESSAGES

DECODERS = ("encoding/", "strconv", "net/url", "mime", "compress/", "github.com/google/uuid")
CONTENT = PAYLOADS | RAW_MESSAGES
_OF_KAFKA = ("[]", "[]", "Value")


class Work(NamedTuple):
    """The body of a record loop, or of a function that is called for each record and whose error is all it tells, or
    what a function does from where it takes one record out of the batch by its number.

    `loop`: the body is that of a loop. `flag`: the function tells by its last result, a bool, how the work went, and
    nobody does anything about it. `followed`: whoever calls the function works on the record afterwards, or the
    function is called by one that works on the record: it may do something beside that work.
    """

    reached: Reached
    body: ast.Block
    origins: Provenance
    loop: bool
    followed: bool = False
    flag: bool = False

    def takes_record(self, call: ast.Call) -> bool:
        """True when the record, or a field of it, goes into a call as it is, or all of it in a struct."""
        carried = (self.origins.of(a, self.reached.function) for a in call.arguments)
        return any(is_record(o) or holds_record(o) for found in carried for o in found)


def listed(body: ast.Block) -> ast.Block:
    """The body of a loop, in which what each class has is looked for once."""
    return ast.FunctionBody(body.span, body.statements)


def is_record(origin: Origin) -> bool:
    """True for a record of the event, or a part of one as it is."""
    return origin.source == "event" and origin.path is not None and origin.path[:2] == ("Records", "[]")


def holds_record(origin: Origin) -> bool:
    """True for a list or struct that a record, or all that one says, was put into."""
    held = origin.held if origin.source == "event" and origin.held is not None else ()
    return held[:2] == ("Records", "[]") and (len(held) == 2 or is_content(held))


def is_content(path: tuple[str, ...], parts: bool = False) -> bool:
    """True for the way from the event to what a producer sent, with `parts` also to a part of it; a record of Kafka has
    it in a field like many others.
    """
    if parts:
        return not CONTENT.isdisjoint(path) or path[1:4] == _OF_KAFKA
    return path[-1:] != () and (path[-1] in CONTENT or path[1:] == _OF_KAFKA)
