"""SARIF 2.1.0: one run, as code scanning services and SARIF viewers want it."""

from __future__ import annotations

import json
from typing import Any

from lambdalint import __version__
from lambdalint.report.options import HOME, Checkout, Options
from lambdalint.report.redact import TOKEN
from lambdalint.report.sarif_notices import NOTICES, TRUNCATED, notice_of
from lambdalint.report.sarif_places import BASE, Locations
from lambdalint.report.sarif_results import Writer
from lambdalint.report.sarif_rules import descriptor, sentence
from lambdalint.result import Analysis, Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 4_900  # GitHub keeps the first 5,000 results of a run

Object = dict[str, Any]


def render(analysis: Analysis, options: Options) -> str:
    """The log, ASCII only. Paths are relative to the root of the repository."""
    writer = Writer(analysis)
    results = writer.results(options.include_suppressed)
    kept = sorted(sorted(range(len(results)), key=lambda i: -writer.severities[i])[:MOST])
    notifications = [_notification(problem, writer) for problem in analysis.problems]
    if len(kept) < len(results):
        notifications.append(_truncated(len(results) - len(kept)))
    invocation: Object = {"executionSuccessful": not any(problem.fatal for problem in analysis.problems)}
    if options.exit_code is not None:
        invocation["exitCode"] = options.exit_code
    invocation["toolExecutionNotifications"] = notifications
    category = f"{options.category.strip('/')}/" if options.category.strip("/") else ""
    run: Object = {
        "tool": {"driver": _driver(analysis, options)},
        "automationDetails": {"id": f"lambdalint/{category}"},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {BASE: {"description": {"text": "The root of the repository."}}},
        "invocations": [invocation],
        "redactionTokens": [TOKEN],
        "results": [results[index] for index in kept],
    }
    if options.checkout is not None:
        run["versionControlProvenance"] = [_provenance(options.checkout)]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _provenance(checkout: Checkout) -> Object:
    details: Object = {"repositoryUri": checkout.uri, "mappedTo": {"uriBaseId": BASE}}
    known = (("revisionId", checkout.revision), ("branch", checkout.branch))
    return {**details, **{name: value for name, value in known if value}}


def _driver(analysis: Analysis, options: Options) -> Object:
    return {
        "name": "lambdalint",
        "fullName": f"lambdalint {__version__}",
        "organization": "lambdalint",
        "semanticVersion": __version__,
        "version": __version__,
        "informationUri": HOME,
        "shortDescription": {"text": "Finds mistakes in Go on AWS Lambda and in the infrastructure that deploys it."},
        "rules": [descriptor(rule, options.manuals.get(rule.code)) for rule in _rules(analysis)],
        "notifications": [notice.descriptor() for notice in NOTICES.values()],
    }


def _rules(analysis: Analysis) -> tuple[Any, ...]:
    """The selected rules by code; results refer to them by index."""
    return tuple(sorted(analysis.rules, key=lambda rule: rule.code))


def _notification(problem: Problem, writer: Writer) -> Object:
    """What kept the tool from doing its whole job; at error level only when the run failed of it."""
    locations: Locations = writer.locations
    notice = notice_of(problem.kind)
    notification: Object = {
        "descriptor": {"id": notice.id, "index": list(NOTICES.values()).index(notice)},
        "level": "error" if problem.fatal else "warning",
        "message": {"text": sentence(writer.text(problem.message))},
    }
    if problem.rule in writer.indexes:
        notification["associatedRule"] = {"id": problem.rule, "index": writer.indexes[problem.rule]}
    if problem.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": locations.artifact(problem.path)}}]
    return notification


def _truncated(number: int) -> Object:
    notice = NOTICES[TRUNCATED]
    return {
        "descriptor": {"id": notice.id, "index": list(NOTICES.values()).index(notice)},
        "level": "warning",
        "message": {"text": f"{number:,} less severe results were left out; at most {MOST:,} are reported."},
    }
