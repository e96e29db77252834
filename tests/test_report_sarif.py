"""SARIF as code scanning services and viewers take it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from lambdalint import report
from lambdalint.fix import Applicability, Edit, Fix, apply
from lambdalint.manual import Manual, parse
from lambdalint.report.fingerprint import line_hashes
from lambdalint.report.options import Options
from lambdalint.result import Analysis, Problem, Suppressed
from lambdalint.rule import Related, Rule, Severity
from lambdalint.source import Source, Span
from tests import report_samples as samples

TESTDATA = Path(__file__).parent.parent / "testdata" / "reports"
MANUAL = parse(
    """A queue hands out a message again while a function still works on it.

    ## Why it matters
    The work is done twice, and both may write.

    ## When it stays silent
    One of the two numbers is computed.

    ## Fix safety
    Unsafe. The queue waits longer.

    ## References
    - https://example.com/queues
    """
)._replace(bad="timeout = 30\n", good="timeout = 360\n", language="hcl")
MANUALS = {rule.code: MANUAL for rule in samples.RULES}


def run(data: Analysis, **options: Any) -> dict[str, Any]:
    """The only run of the log."""
    log = json.loads(report.render("sarif", data, Options(**options)))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def hostile() -> Analysis:
    """Odd names and texts, a file without a source, secrets, suppressions, problems, several findings on a line."""
    name = "dir with space/10%#ä?[1]:x.tf"
    file = samples.source(name, b'\xef\xbb\xbfa = "\xf0\x9f\x9a\x80" x y\r\n\tb = "hunter2-hunter2"\r\n')
    x, y = samples.span(file, "x"), samples.span(file, "y")
    secret = samples.span(file, '"hunter2-hunter2"')
    fix = Fix("say [x](1)", (Edit(x, "z"),), Applicability.SAFE)
    results = [
        samples.result(samples.CLIENT, x, "see [this](1) and `a|b` @someone <img>", fix=fix, anchor="f[0]"),
        samples.result(samples.CLIENT, y, "another\nthing", related=(Related(x, "a [label]"), Related(y, ""))),
        samples.result(samples.SECRET, secret, "a secret"),
        samples.result(samples.NOTE, Span("unread.go", 9, 12), "nowhere"),
    ]
    hidden = samples.result(
        samples.CLIENT, secret, "hidden", suppressed=Suppressed(Span(name, 0, 1), "legacy, `JIRA-1`")
    )
    problems = [
        Problem("rule-crash", name, "IndexError: tuple index out of range", "LL201", True),
        Problem("unreadable", "locked.tf", "permission denied", "", False),
        Problem("something-new", "", "it happened", "", False),
    ]
    return samples.analysis(
        results, [file], suppressed=[hidden], secrets=[secret], problems=problems, prefix="services/a b/"
    )


CASES = {"queue": samples.queue(), "hostile": hostile(), "empty": samples.analysis()}
each_case = pytest.mark.parametrize("data", CASES.values(), ids=CASES)
each_kind = pytest.mark.parametrize("suppressed", [False, True], ids=["shown", "all"])


@cache
def validator() -> Any:
    schema = json.loads((TESTDATA / "sarif-schema-2.1.0.json").read_text("utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


@each_case
@each_kind
def test_valid_by_the_schema(data: Analysis, suppressed: bool) -> None:
    text = report.render("sarif", data, Options(manuals=MANUALS, include_suppressed=suppressed, exit_code=1))
    assert [error.message for error in validator().iter_errors(json.loads(text))] == []
    assert text.isascii()
    assert text == report.render("sarif", data, Options(manuals=MANUALS, include_suppressed=suppressed, exit_code=1))


def multitool() -> str | None:
    """The native program of the npm package, when npm installed it somewhere this test may look."""
    name = "Sarif.Multitool.exe" if sys.platform == "win32" else "Sarif.Multitool"
    found = shutil.which(name)
    npm = shutil.which("npm")
    if found or not npm:
        return found
    roots = [os.environ.get("SARIF_MULTITOOL_ROOT", "")]
    listed = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False, timeout=60)
    roots.append(listed.stdout.strip())
    for root in roots:
        for path in Path(root).glob(f"@microsoft/sarif-multitool-*/{name}") if root else ():
            path.chmod(path.stat().st_mode | 0o100)
            return str(path)
    return None


@each_case
def test_clean_by_the_rules_of_the_multitool(data: Analysis, tmp_path: Path) -> None:
    program = multitool()
    if program is None:
        pytest.skip("npm package @microsoft/sarif-multitool is not installed")
    log, verdict = tmp_path / "lambdalint.sarif", tmp_path / "verdict.sarif"
    log.write_text(report.render("sarif", data, Options(manuals=MANUALS)), "utf-8")
    command = [program, "validate", str(log), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"]
    done = subprocess.run([*command, "-o", str(verdict)], capture_output=True, text=True, check=False, timeout=300)
    assert verdict.exists(), done.stdout + done.stderr
    results = json.loads(verdict.read_text("utf-8-sig"))["runs"][0].get("results", [])
    # Notes: messages are plain as GitHub wants them, no repository is named, no page is looked up, a file is unread.
    notes = {"SARIF2002", "SARIF2003", "SARIF2006", "SARIF2010", "SARIF2011"}
    assert [r for r in results if r["ruleId"] not in notes] == []


@each_case
def test_every_rule_is_described(data: Analysis) -> None:
    driver = run(data, manuals=MANUALS)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == ["LL110", "LL201", "LL402", "LL506"]
    for rule in driver["rules"]:
        assert re.fullmatch(r"([A-Z][a-z0-9]+)+", rule["name"])
        for text in (rule["shortDescription"]["text"], rule["fullDescription"]["text"]):
            assert text.endswith(".")
            assert 0 < len(text) <= 1024
        assert rule["help"]["text"]
        assert "```hcl\ntimeout = 30\n```" in rule["help"]["markdown"]
        assert rule["helpUri"].startswith("https://")
        properties = rule["properties"]
        assert properties["precision"] in {"very-high", "high", "medium", "low"}
        assert properties["problem.severity"] in {"error", "warning", "recommendation"}
        severity = properties.get("security-severity")
        assert (severity is not None) == ("security" in properties["tags"])
        assert severity is None or (isinstance(severity, str) and 0 < float(severity) <= 10)
    for notice in driver["notifications"]:
        assert {"id", "name", "shortDescription", "fullDescription", "help"} <= notice.keys()


def test_a_rule_without_a_manual_has_texts_too() -> None:
    (first, *_) = run(samples.analysis())["tool"]["driver"]["rules"]
    assert first["shortDescription"]["text"] == "Missing content type."
    assert first["help"]["markdown"]


def test_a_long_description_is_cut_between_words() -> None:
    rule = Rule("LL999", "long-one", Severity.ERROR, "0.1.0")
    manual = Manual("Summary.", why="word " * 400)
    (described,) = run(samples.analysis(rules=[rule]), manuals={"LL999": manual})["tool"]["driver"]["rules"]
    assert len(described["fullDescription"]["text"]) <= 1024
    assert described["fullDescription"]["text"].endswith("word ….")


@each_case
@each_kind
def test_results_are_what_github_accepts(data: Analysis, suppressed: bool) -> None:
    only = run(data, include_suppressed=suppressed)
    rules = only["tool"]["driver"]["rules"]
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].endswith(".")
        assert len(result["locations"]) == 1
        assert ("suppressions" in result) == suppressed
        assert result.get("fixes") != []
        for place in places(result):
            uri = place["artifactLocation"]["uri"]
            assert re.fullmatch(r"[A-Za-z0-9/._~!$&'()*+,;=@%-]+", uri)
            assert not uri.startswith(("/", "./")), uri
            assert ":" not in uri
            assert unquote(uri).startswith(data.prefix)
            region = place.get("region", {})
            assert all(number >= 1 for key, number in region.items() if key != "snippet")
            file = data.sources.get(unquote(uri).removeprefix(data.prefix))
            assert region.get("endLine", 1) <= (len(file.starts) if file is not None else 1)
            start = (region.get("startLine", 1), region.get("startColumn", 1))
            assert start <= (region.get("endLine", 1), region.get("endColumn", 1))
    if not suppressed:
        lines = Counter((r["ruleId"], *line_of(r)) for r in only["results"])
        assert set(lines.values()) <= {1}


def places(node: Any) -> list[dict[str, Any]]:
    """Every physical location and changed artifact below a node."""
    if isinstance(node, list):
        return [place for item in node for place in places(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if "artifactLocation" in node else []
    return own + [place for item in node.values() for place in places(item)]


def line_of(result: dict[str, Any]) -> tuple[str, int]:
    place = result["locations"][0]["physicalLocation"]
    return place["artifactLocation"]["uri"], place["region"]["startLine"]


def test_findings_of_a_rule_on_one_line_are_one_result() -> None:
    only = run(hostile())
    (merged,) = [r for r in only["results"] if r["ruleId"] == "LL201"]
    text, markdown = merged["message"]["text"], merged["message"]["markdown"]
    assert text.startswith(
        "see \\[this\\](1) and `a|b` @someone <img>. another thing. See [a \\[label\\]](1), [related"
    )
    assert "\\<img\\>" in markdown
    assert "@someone" not in markdown
    assert "`a|b`" in markdown
    assert [place["id"] for place in merged["relatedLocations"]] == [1, 2]


def test_columns_are_utf16_units_without_the_byte_order_mark() -> None:
    only = run(hostile())
    (merged,) = [r for r in only["results"] if r["ruleId"] == "LL201"]
    region = merged["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 10, 11)
    assert only["columnKind"] == "utf16CodeUnits"


def test_call_path_ends_at_the_finding() -> None:
    (flow,) = run(samples.queue())["results"][0]["codeFlows"]
    steps = [step["location"] for step in flow["threadFlows"][0]["locations"]]
    assert [step["message"]["text"] for step in steps] == [
        "`handle`, the handler.",
        "calls `store.New`.",
        "`store.New` runs at every invocation.",
    ]


def test_context_is_wider_than_the_region() -> None:
    one = samples.source("one.tf", b"x = 1")
    only = run(samples.analysis([samples.result(samples.TIMEOUT, Span("one.tf", 0, 5), "wrong")], [one]))
    assert "contextRegion" not in only["results"][0]["locations"][0]["physicalLocation"]
    context = run(samples.queue())["results"][1]["locations"][0]["physicalLocation"]["contextRegion"]
    assert (context["startLine"], context["endLine"]) == (6, 9)


def test_suppressed_results_only_on_request() -> None:
    assert not any("hidden" in r["message"]["text"] for r in run(hostile())["results"])
    (hidden,) = [r for r in run(hostile(), include_suppressed=True)["results"] if "hidden" in r["message"]["text"]]
    assert hidden["suppressions"] == [{"kind": "inSource", "justification": "legacy, `JIRA-1`"}]


def test_problems_are_notifications() -> None:
    (invocation,) = run(hostile(), exit_code=2)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    assert set(invocation) == {"executionSuccessful", "exitCode", "toolExecutionNotifications"}
    crash, unreadable, new = invocation["toolExecutionNotifications"]
    assert (crash["level"], crash["associatedRule"]["id"]) == ("error", "LL201")
    assert unreadable["level"] == "warning"
    assert unreadable["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "services/a%20b/locked.tf"
    assert new["message"]["text"] == "it happened."
    assert run(samples.queue())["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("category", "expected"), [("", "lambdalint/"), ("api", "lambdalint/api/"), ("/a/b/", "lambdalint/a/b/")]
)
def test_category(category: str, expected: str) -> None:
    assert run(samples.analysis(), category=category)["automationDetails"]["id"] == expected


def test_too_many_results_keep_the_worst_and_say_so() -> None:
    file = samples.source("many.tf", b"x\n" * 5000)
    results = [
        samples.result(samples.TIMEOUT if n % 100 == 99 else samples.NOTE, Span("many.tf", 2 * n, 2 * n + 1), "wrong")
        for n in range(5000)
    ]
    only = run(samples.analysis(results, [file]))
    assert len(only["results"]) == 4900
    assert Counter(r["level"] for r in only["results"]) == {"error": 50, "note": 4850}
    lines = [line_of(r)[1] for r in only["results"]]
    assert lines == sorted(lines)
    (cut,) = only["invocations"][0]["toolExecutionNotifications"]
    assert (cut["level"], cut["message"]["text"]) == (
        "warning",
        "100 less severe results were left out; at most 4,900 are reported.",
    )


def applied(data: bytes, replacements: list[dict[str, Any]]) -> bytes:
    """What an editor makes of replacements: lines end at CR LF, LF or CR, columns are UTF-16 units."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data[len(mark) :].decode("utf-8")
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def offset(line: int, column: int) -> int:
        start = starts[line - 1]
        return start + len(text[start:].encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le"))

    for replacement in reversed(replacements):
        region = replacement["deletedRegion"]
        first = offset(region["startLine"], region["startColumn"])
        last = offset(region["endLine"], region["endColumn"])
        text = text[:first] + replacement.get("insertedContent", {}).get("text", "") + text[last:]
    return mark + text.encode("utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", [True, False], ids=["ended", "open"])
def test_fixes_make_the_same_bytes_as_applying_them(newline: str, mark: str, end: bool) -> None:
    lines = ["a🚀 = old", "", "\tb = 日本 old", "drop me", "last"]
    file = samples.source("x.tf", mark + newline.join(lines) + (newline if end else ""))
    size = len(file.data)
    fix = Fix(
        "change it",
        (
            Edit(Span("x.tf", size, size), f"{newline}added 🚀"),
            Edit(samples.span(file, "old", 1), "new"),
            Edit(samples.span(file, "old"), "🚀"),
            Edit(samples.span(file, f"drop me{newline}"), ""),
            Edit(Span("x.tf", len(mark.encode()), len(mark.encode())), "first" + newline),
        ),
        Applicability.SAFE,
    )
    found = samples.result(samples.CLIENT, samples.span(file, "last"), "wrong", fix=fix)
    (result,) = run(samples.analysis([found], [file]))["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert applied(file.data, change["replacements"]) == apply(file.data, fix.edits)


def test_a_fix_to_be_done_by_hand_is_not_exported() -> None:
    file = samples.source("x.tf", b"a = 1\n")
    fix = Fix("do it", (Edit(Span("x.tf", 0, 1), "b"),), Applicability.DISPLAY)
    found = samples.result(samples.CLIENT, Span("x.tf", 0, 1), "wrong", fix=fix)
    assert "fixes" not in run(samples.analysis([found], [file]))["results"][0]


HASHES = {
    "package main\n\nfunc main() {}\n": ["892ad3598878c1f0:1", "d0586fc087a12c3d:1", "24a800cd9b2ad267:1"],
    "package main\r\n\r\nfunc main() {}\r\n": ["892ad3598878c1f0:1", "d0586fc087a12c3d:1", "24a800cd9b2ad267:1"],
    "\tx := 1\n\tx := 1\n": ["c5930cb8307f63af:1", "b2d16b2a5cfb711d:1"],
    "\ufeffpackage main\n": ["bac0d04b3b090261:1"],
    "a \U0001f680 b\n": ["5e3d6f067fbe1a2d:1"],
    "a\r \nb": ["67c066a59e652f5e:1", "cc4c43d77869440f:1", "8ee5a81e681643c1:1"],
}


@pytest.mark.parametrize(("text", "expected"), HASHES.items())
def test_line_hashes_are_those_of_the_upload_action(text: str, expected: list[str]) -> None:
    assert line_hashes(text.encode("utf-8"))[: len(expected)] == expected


def test_equal_lines_are_numbered_and_every_line_has_a_hash() -> None:
    data = b"x := 1\n" * 300 + b"\xff\xfe\n"
    hashes = line_hashes(data)
    assert len(hashes) == len(Source("x", data).starts)
    repeated = [h for h in hashes if h.startswith(hashes[0].split(":")[0] + ":")]
    assert len(repeated) > 200
    assert [h.split(":")[1] for h in repeated] == [str(n) for n in range(1, len(repeated) + 1)]


def test_fingerprints() -> None:
    for result in run(samples.queue())["results"]:
        assert set(result["partialFingerprints"]) == {"primaryLocationLineHash", "lambdalint/v1"}
    unread = next(r for r in run(hostile())["results"] if r["ruleId"] == "LL110")
    assert set(unread["partialFingerprints"]) == {"lambdalint/v1"}
