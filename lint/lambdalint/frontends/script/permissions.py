"""How a program names the source of a permission, gives the second one that a function's address takes, and loses
what is too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lambdalint.fix import Edit
from lambdalint.frontends.script.copies import Copy
from lambdalint.frontends.script.removals import Removals
from lambdalint.frontends.script.values import Call
from lambdalint.frontends.script.wording import Wording, Writer
from lambdalint.source import Span
from lambdalint.syntax.scripttree import Statement
from lambdalint.value import Slot

INVOKE = "lambda:InvokeFunction"

_OF_ACTION = frozenset({"functionUrlAuthType", "invokedViaFunctionUrl", "statementId"})


class Program(Wording):
    """The text of a program.

    `place` is the number of the argument that names a resource, `limits` tells whether the library has a word for
    permissions that count for calls to a function's address only. `removals` takes out calls.
    """

    def __init__(
        self,
        calls: Sequence[Call],
        writer: Writer,
        body: Callable[[str], Sequence[Statement]],
        text: Callable[[str], bytes],
        place: int,
        limits: bool,
    ) -> None:
        super().__init__(calls, writer, body, text)
        self.removals = Removals(calls, writer, body, text, self.names)
        self._place = place
        self._limits = limits

    def assigned(self, target: Span) -> tuple[Span, tuple[Edit, ...]]:
        """What removes an assignment to a member at a place; an empty text where that isn't possible."""
        return self.removals.assigned(target)

    def twin(self, permission: Call, principal: str, place: int | None = None) -> Slot | None:
        """A slot that makes a permission once more, for the action it is given and calls to the function's address.

        `place` is the number of the argument that names it, where that isn't the one of the program's resources.
        """
        if not self._limits:
            return None

        def further(value: object) -> tuple[str, object]:
            if value == INVOKE:
                return "invokedViaFunctionUrl", True
            return "functionUrlAuthType", "NONE" if principal == "*" else "AWS_IAM"

        return self.copied(permission, Copy(self._place if place is None else place, "action", _OF_ACTION, further))
