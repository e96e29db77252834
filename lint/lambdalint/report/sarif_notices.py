"""What a SARIF log may say about the run itself."""

from __future__ import annotations

from typing import Any

from lambdalint.record import NamedTuple
from lambdalint.report.options import HOME


class Notice(NamedTuple):
    """A kind of notification."""

    id: str
    name: str
    short: str
    full: str

    def descriptor(self) -> dict[str, Any]:
        """The notice as the tool declares it."""
        return {
            "id": self.id,
            "name": self.name,
            "shortDescription": {"text": self.short},
            "fullDescription": {"text": self.full},
            "help": {"text": self.full},
            "helpUri": HOME,
            "defaultConfiguration": {"level": "warning"},
        }


TRUNCATED = "truncated"
OTHER = "other"
NOTICES = {
    "rule-crash": Notice(
        "LLN001",
        "RuleCrash",
        "A rule failed.",
        "A rule failed on a file. The other rules went on; findings of this rule may be missing.",
    ),
    "unreadable": Notice("LLN002", "UnreadableFile", "A file can't be read.", "A file can't be read. It was skipped."),
    "too-large": Notice(
        "LLN003", "FileTooLarge", "A file is too large.", "A file is larger than what is analysed. It was skipped."
    ),
    "binary": Notice("LLN004", "BinaryFile", "A file is not text.", "A file is not text. It was skipped."),
    "encoding": Notice(
        "LLN005",
        "FileEncoding",
        "A file is not valid UTF-8.",
        "A file is not valid UTF-8. It was analysed with replacement characters.",
    ),
    "fix-dropped": Notice(
        "LLN006",
        "FixDropped",
        "A fix was not applied.",
        "A fix was not applied because its result would not have been valid.",
    ),
    "not-converging": Notice(
        "LLN007",
        "FixesNotConverging",
        "Fixes undo each other.",
        "Fixes undo each other. None of the last round was written.",
    ),
    "unfinished-fix": Notice(
        "LLN010",
        "UnfinishedFix",
        "A run that wrote fixes was stopped.",
        "A run that wrote fixes was stopped on the way. The next run that may write puts the files back.",
    ),
    "verify-failed": Notice(
        "LLN011",
        "VerifyFailed",
        "A command doesn't accept the fixes.",
        "The command that was to judge the fixes fails with them. They were taken back if it passed without them.",
    ),
    TRUNCATED: Notice(
        "LLN008",
        "ResultsTruncated",
        "Not all results are reported.",
        "There are more results than code scanning accepts. The least severe ones were left out.",
    ),
    OTHER: Notice("LLN009", "Note", "A note on the run.", "Something kept the tool from doing its whole job."),
}


def notice_of(kind: str) -> Notice:
    """The notice for a kind of problem."""
    return NOTICES.get(kind, NOTICES[OTHER])
