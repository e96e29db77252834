"""Analyses made by hand from real sources and rules, for the tests of the reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.result import Analysis, Counts, Problem, Result, Suppressed
from lambdalint.rule import Related, Rule, Severity, Status
from lambdalint.source import Source, Span

TIMEOUT = Rule("LL506", "visibility-timeout-too-short", Severity.ERROR, "0.1.0", Applicability.UNSAFE)
CLIENT = Rule("LL201", "client-per-invocation", Severity.WARNING, "0.1.0", Applicability.SAFE)
SECRET = Rule(
    "LL402",
    "secret-in-environment",
    Severity.ERROR,
    "0.1.0",
    tags=("security", "external/cwe/cwe-798"),
    security_severity="7.5",
)
NOTE = Rule("LL110", "missing-content-type", Severity.INFO, "0.1.0", status=Status.PREVIEW)
RULES = (NOTE, CLIENT, SECRET, TIMEOUT)

TERRAFORM = b"""\
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  timeout       = 60
}

resource "aws_sqs_queue" "jobs" {
  name                       = "jobs"
  visibility_timeout_seconds = 30
}
"""
GO = b"""\
package main

import "example.com/store"

func handle(ctx context.Context) error {
\tclient := store.New(ctx)
\treturn client.Put(ctx, "\xf0\x9f\x9a\x80", client.Name) // \xe6\x97\xa5\xe6\x9c\xac
}
"""


def source(path: str, data: bytes | str) -> Source:
    """A file of a made-up project."""
    return Source(path, data if isinstance(data, bytes) else data.encode("utf-8"))


def span(file: Source, text: bytes | str, nth: int = 0) -> Span:
    """Where a text stands in a file, for the nth time."""
    wanted = text if isinstance(text, bytes) else text.encode("utf-8")
    at = -1
    for _ in range(nth + 1):
        at = file.data.index(wanted, at + 1)
    return Span(file.path, at, at + len(wanted))


def result(
    rule: Rule,
    place: Span,
    message: str,
    *,
    related: Sequence[Related] = (),
    flow: Sequence[Related] = (),
    fix: Fix | None = None,
    anchor: str = "",
    fingerprint: str = "",
    severity: Severity | None = None,
    suppressed: Suppressed | None = None,
) -> Result:
    """A result with a made-up fingerprint."""
    return Result(
        rule,
        severity or rule.severity,
        place,
        message,
        tuple(related),
        tuple(flow),
        fix,
        anchor,
        fingerprint or f"{rule.code}{place.start:06x}",
        suppressed,
    )


def analysis(
    results: Sequence[Result] = (),
    sources: Sequence[Source] = (),
    *,
    suppressed: Sequence[Result] = (),
    secrets: Sequence[Span] = (),
    problems: Sequence[Problem] = (),
    prefix: str = "",
    skipped: Sequence[tuple[str, str]] = (),
    fixed: Mapping[str, int] | None = None,
    rules: Sequence[Rule] = RULES,
) -> Analysis:
    """A run that found these."""
    ordered = sorted(results, key=lambda r: (r.span, r.rule.code))
    return Analysis(
        tuple(ordered),
        tuple(suppressed),
        tuple(sorted(rules, key=lambda rule: rule.code)),
        {file.path: file for file in sources},
        tuple(secrets),
        tuple(problems),
        Counts(len(sources), 2, 1, len(suppressed), 3),
        prefix,
        tuple(skipped),
        fixed or {},
    )


def queue() -> Analysis:
    """Two dialects, a related place in the same file and one in another, a call path, safe and unsafe fixes."""
    infra = source("infra/main.tf", TERRAFORM)
    code = source("cmd/worker/main.go", GO)
    hidden = span(infra, "30")
    made = span(code, "store.New(ctx)")
    return analysis(
        [
            result(
                TIMEOUT,
                hidden,
                "messages are hidden for 30 s, but `worker` may run for 60 s",
                related=(
                    Related(span(infra, "60"), "the function's timeout"),
                    Related(span(code, "handle"), "the handler"),
                ),
                fix=Fix("hide messages for 360 s", (Edit(hidden, "360"),), Applicability.UNSAFE),
                anchor="aws_sqs_queue.jobs",
            ),
            result(
                CLIENT,
                made,
                "`store.New` runs at every invocation",
                flow=(
                    Related(span(code, "handle"), "`handle`, the handler"),
                    Related(span(code, "client := "), "calls `store.New`"),
                ),
                fix=Fix(
                    "make the client once",
                    (
                        Edit(Span(code.path, 41, 41), "var client = store.New(context.Background())\n\n"),
                        Edit(span(code, "\tclient := store.New(ctx)\n"), ""),
                    ),
                    Applicability.SAFE,
                ),
                anchor="handle",
            ),
        ],
        [infra, code],
    )
