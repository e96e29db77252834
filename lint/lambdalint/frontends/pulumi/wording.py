"""How a Pulumi program speaks of its resources, and makes one of them once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lambdalint.frontends.script.copies import Copy
from lambdalint.frontends.script.requirements import Library, Release
from lambdalint.frontends.script.values import Call
from lambdalint.frontends.script.wording import Wording, Writer
from lambdalint.syntax.scripttree import Statement
from lambdalint.value import Slot

INVOKE = "lambda:InvokeFunction"
FLAG_SINCE = (7, 17)
"""The first release of the AWS provider's package whose permissions have `invokedViaFunctionUrl`."""

AWS = Library(rb"@pulumi/aws", rb"pulumi[-_]aws", rb"github\.com/pulumi/pulumi-aws/sdk(?:/v\d+)?", FLAG_SINCE)
"""The package of the AWS provider."""

_OF_ACTION = frozenset({"functionUrlAuthType", "invokedViaFunctionUrl", "statementId"})


class Program(Wording):
    """The text of a program. `asked` is the oldest release of the provider's package that it may run with."""

    def __init__(
        self,
        calls: Sequence[Call],
        writer: Writer,
        body: Callable[[str], Sequence[Statement]],
        text: Callable[[str], bytes],
        asked: Release | None,
    ) -> None:
        super().__init__(calls, writer, body, text)
        self._asked = asked

    def twin(self, permission: Call, principal: str) -> Slot | None:
        """A slot that makes a permission once more, for the action it is given and calls to the function's address."""
        if self._asked is not None and self._asked < FLAG_SINCE:
            return None

        def further(value: object) -> tuple[str, object]:
            if value == INVOKE:
                return "invokedViaFunctionUrl", True
            return "functionUrlAuthType", "NONE" if principal == "*" else "AWS_IAM"

        return self.copied(permission, Copy(0, "action", _OF_ACTION, further))
