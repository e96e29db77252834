"""What reports are made from: findings with their rule, severity, suppression and fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

from lambdalint.fix import Fix
from lambdalint.record import NamedTuple
from lambdalint.rule import Related, Rule, Severity
from lambdalint.source import Source, Span


class Suppressed(NamedTuple):
    """Why a result is not shown: the comment that says so, and its reason (may be empty)."""

    span: Span
    reason: str


class Result(NamedTuple):
    """A finding as reports see it. `message` never holds a secret. `fingerprint` survives moved lines."""

    rule: Rule
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...]
    flow: tuple[Related, ...]
    fix: Fix | None
    anchor: str
    fingerprint: str
    suppressed: Suppressed | None


class Problem(NamedTuple):
    """Something that kept the tool from doing its whole job.

    `kind`: `rule-crash`, `unreadable`, `too-large`, `binary`, `encoding`, `fix-dropped`, `not-converging`,
    `unfinished-fix`, `verify-failed`. `fatal` ones make the exit code 2.
    """

    kind: str
    path: str
    message: str
    rule: str
    fatal: bool


class Counts(NamedTuple):
    """What was looked at. `functions` are Lambda functions of the infrastructure, `programs` Go mains for Lambda.

    `baselined` counts findings that a baseline accepts.
    """

    files: int
    functions: int
    programs: int
    suppressed: int
    unknown: int
    baselined: int = 0


class Analysis(NamedTuple):
    """The outcome of one run.

    `results` are sorted by path, place and code; suppressed ones are kept apart in `suppressed`. `rules` are those that
    had something to check, by code; `selected` are the codes of all that were to run. `prefix` is the path of the root
    inside its repository (empty when they are the same, ends with `/` otherwise). `skipped` lists files that were not
    read and why.
    """

    results: tuple[Result, ...]
    suppressed: tuple[Result, ...]
    rules: tuple[Rule, ...]
    sources: Mapping[str, Source]
    secrets: tuple[Span, ...]
    problems: tuple[Problem, ...]
    counts: Counts
    prefix: str
    skipped: tuple[tuple[str, str], ...]
    fixed: Mapping[str, int] = {}
    selected: frozenset[str] = frozenset()
