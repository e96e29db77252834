"""The JSON document that scripts read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lambdalint import __version__, report
from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.report.document import text
from lambdalint.report.options import Options
from lambdalint.result import Analysis, Problem, Suppressed
from lambdalint.source import Span
from tests import report_samples as samples


def document(data: Analysis, **options: Any) -> dict[str, Any]:
    loaded = json.loads(report.render("json", data, Options(**options)))
    assert isinstance(loaded, dict)
    return loaded


def test_keys_and_places() -> None:
    found = document(samples.queue())
    assert list(found) == ["version", "tool", "root", "summary", "findings", "errors"]
    assert (found["version"], found["tool"], found["root"]) == (1, {"name": "lambdalint", "version": __version__}, ".")
    client, queue = found["findings"]
    assert queue == {
        "id": "LL506:infra/main.tf:8:32",
        "rule": "LL506",
        "name": "visibility-timeout-too-short",
        "severity": "error",
        "precision": "high",
        "message": "messages are hidden for 30 s, but `worker` may run for 60 s",
        "path": "infra/main.tf",
        "start": {"line": 8, "column": 32, "offset": 196},
        "end": {"line": 8, "column": 34, "offset": 198},
        "related": [
            {
                "path": "infra/main.tf",
                "start": {"line": 3, "column": 19, "offset": 87},
                "end": {"line": 3, "column": 21, "offset": 89},
                "message": "the function's timeout",
            },
            {
                "path": "cmd/worker/main.go",
                "start": {"line": 5, "column": 6, "offset": 47},
                "end": {"line": 5, "column": 12, "offset": 53},
                "message": "the handler",
            },
        ],
        "flow": [],
        "fix": {
            "title": "hide messages for 360 s",
            "applicability": "unsafe",
            "edits": [
                {
                    "path": "infra/main.tf",
                    "start": {"line": 8, "column": 32, "offset": 196},
                    "end": {"line": 8, "column": 34, "offset": 198},
                    "text": "360",
                }
            ],
        },
        "url": "https://github.com/lambdalint/lambdalint/blob/main/docs/rules/visibility-timeout-too-short.md",
        "fingerprint": "LL5060000c4",
        "suppressed": None,
        "baseline": None,
    }
    assert [step["message"] for step in client["flow"]] == ["`handle`, the handler", "calls `store.New`"]


def test_summary_and_errors() -> None:
    problem = Problem("rule-crash", "main.go", "KeyError: 'x'", "LL201", True)
    data = samples.queue()._replace(problems=(problem,), fixed={"LL201": 1}, skipped=(("a.bin", "binary"),))
    found = document(data)
    assert found["summary"] == {
        "errors": 1,
        "warnings": 1,
        "infos": 0,
        "fixable": {"safe": 1, "unsafe": 1},
        "fixed": {"LL201": 1},
        "suppressed": 0,
        "files": 2,
        "functions": 2,
        "programs": 1,
        "skipped": 1,
    }
    assert found["errors"] == [
        {"kind": "rule-crash", "path": "main.go", "message": "KeyError: 'x'", "rule": "LL201", "fatal": True}
    ]


def test_columns_count_characters_and_offsets_count_bytes() -> None:
    file = samples.source("x.tf", 'a = "🚀日" target\n')
    found = document(samples.analysis([samples.result(samples.NOTE, samples.span(file, "target"), "wrong")], [file]))
    assert found["findings"][0]["start"] == {"line": 1, "column": 10, "offset": 14}
    assert found["findings"][0]["precision"] == "medium"


def test_suppressed_findings_on_request_in_their_place() -> None:
    file = samples.source("x.tf", b"a\nb\nc\n")
    seen = [samples.result(samples.NOTE, Span("x.tf", at, at + 1), "wrong") for at in (0, 4)]
    why = Suppressed(Span("x.tf", 0, 1), "legacy")
    data = samples.analysis(
        seen, [file], suppressed=[samples.result(samples.NOTE, Span("x.tf", 2, 3), "hidden", suppressed=why)]
    )
    assert [f["message"] for f in document(data)["findings"]] == ["wrong", "wrong"]
    found = document(data, include_suppressed=True)["findings"]
    assert [f["message"] for f in found] == ["wrong", "hidden", "wrong"]
    assert found[1]["suppressed"]["reason"] == "legacy"
    assert found[1]["suppressed"]["start"]["line"] == 1


def test_ids_are_unique() -> None:
    file = samples.source("x.tf", b"a\n")
    twice = [samples.result(samples.NOTE, Span("x.tf", 0, 1), message) for message in ("one", "two")]
    found = document(samples.analysis(twice, [file]))
    assert [f["id"] for f in found["findings"]] == ["LL110:x.tf:1:1", "LL110:x.tf:1:1#2"]


def test_statistics_replace_findings() -> None:
    found = document(samples.queue(), statistics=True)
    assert "findings" not in found
    assert found["statistics"] == [
        {"rule": "LL201", "name": "client-per-invocation", "count": 1, "fixable": "safe"},
        {"rule": "LL506", "name": "visibility-timeout-too-short", "count": 1, "fixable": "unsafe"},
    ]


def test_a_fix_that_writes_a_secret_has_no_edits() -> None:
    file = samples.source("x.tf", b'a = "opensesame-42"\n')
    secret = samples.span(file, '"opensesame-42"')
    fix = Fix("move it", (Edit(Span("x.tf", 0, 0), "# opensesame-42\n"),), Applicability.UNSAFE)
    data = samples.analysis([samples.result(samples.SECRET, secret, "a secret", fix=fix)], [file], secrets=[secret])
    assert document(data)["findings"][0]["fix"] == {"title": "move it", "applicability": "unsafe", "edits": []}


def test_nothing_found_is_a_document_too() -> None:
    found = document(samples.analysis())
    assert (found["findings"], found["errors"]) == ([], [])


def test_the_document_is_spelt_as_the_standard_module_spells_it() -> None:
    everything = "".join(map(chr, [*range(0x180), 0x2028, 0xD800, 0xDFFF, 0xFFFD, 0x1F600]))
    value = {
        "": [],
        everything: {},
        "nested": [{"a": [1, -2, True, False, None, []]}, ("x", {"b": {"c": '\\"'}})],
        "level": Applicability.SAFE,
    }
    assert text(value) == json.dumps(value, indent=2)
    with pytest.raises(TypeError, match="float"):
        text(1.5)
