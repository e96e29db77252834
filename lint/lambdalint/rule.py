"""What a rule is, what it sees and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.record import NamedTuple
from lambdalint.source import Span

if TYPE_CHECKING:
    from lambdalint.model.code import Handler, Hop
    from lambdalint.model.project import Project

N = TypeVar("N")


class Severity(IntEnum):
    """How bad a finding is: what fails or leaks, what should be changed, what is worth knowing."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word people and reports use: `info`, `warning` or `error`."""
        return self.name.lower()


class Status(StrEnum):
    """When a rule runs: always, only with `--preview`, or only when selected by name."""

    DEFAULT = "default"
    PREVIEW = "preview"
    OPT_IN = "opt-in"


class Related(NamedTuple):
    """A second place that explains a finding; the message is a short label."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a rule yields: the smallest wrong text, one clause in lower case without a full stop, and a way out.

    `flow` is the call path from the handler to the place, for findings that have one.
    `severity` overrides the rule's where one rule covers two degrees of the same defect.
    `anchor` names the function or resource the finding belongs to (used for fingerprints).
    """

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    flow: tuple[Related, ...] = ()
    severity: Severity | None = None
    anchor: str = ""


class Context(NamedTuple):
    """What a rule may ask beside its node. `today`, as in `2026-11-20`, is injected: rules have no clock."""

    project: Project
    today: str
    options: Mapping[str, object] = {}

    def text(self, span: Span) -> str:
        """The source text of a span."""
        return self.project.sources[span.path].text(span.start, span.end)


def call_path(project: Project, handler: Handler, route: tuple[Hop, ...]) -> tuple[Related, ...]:
    """How a handler gets to a place, as the flow of a finding: the handler, then each call on the route."""
    name = handler.function.label if handler.function else "the handler"
    steps = [Related(handler.span, f"{name} is called at each invocation")]
    for hop in route:
        steps.append(Related(hop.span, f"{_label(project, hop.caller)} calls {_label(project, hop.callee)}"))
    return tuple(steps)


def _label(project: Project, key: str) -> str:
    function = project.code.functions.get(key)
    return function.label if function else key.rsplit("/", 1)[-1]


Check = Callable[[N, Context], Iterator[Finding]]


class Rule:
    """A rule's identity and its checks. The manual is the docstring of the module that holds the rule.

    `needs` are words of which at least one stands in the Go code of every project that the rule has findings in;
    `beside` are types of which such a project has at least one node, or one part of a function. Where there is none,
    the rule isn't even loaded.
    `replaces` is the code of a rule that says less: where both have a finding at one place, only this one's is kept.
    `any_language` gives it the functions that run another language than Go too, and what belongs to them.
    """

    def __init__(
        self,
        code: str,
        name: str,
        severity: Severity,
        since: str,
        fixable: Applicability | None = None,
        status: Status = Status.DEFAULT,
        tags: tuple[str, ...] = (),
        security_severity: str | None = None,
        needs: tuple[str, ...] = (),
        beside: tuple[type, ...] = (),
        replaces: str = "",
        any_language: bool = False,
    ) -> None:
        self.code = code
        self.name = name
        self.severity = severity
        self.since = since
        self.fixable = fixable
        self.status = status
        self.tags = tags
        self.security_severity = security_severity
        self.needs = needs
        self.beside = beside
        self.replaces = replaces
        self.any_language = any_language
        self.checks: list[tuple[type, Check[Any]]] = []

    @property
    def precision(self) -> str:
        """How surely it is right, in the words of code scanning services: `high` when ready, `medium` in preview."""
        return "medium" if self.status is Status.PREVIEW else "high"

    def check(self, node: type[N]) -> Callable[[Check[N]], Check[N]]:
        """Register a generator that is called with each node of that type."""

        def register(function: Check[N]) -> Check[N]:
            self.checks.append((node, function))
            return function

        return register


__all__ = [
    "Applicability",
    "Check",
    "Context",
    "Edit",
    "Finding",
    "Fix",
    "Related",
    "Rule",
    "Severity",
    "Status",
    "call_path",
]
