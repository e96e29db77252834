"""Annotations and the step summary of GitHub Actions."""

from __future__ import annotations

from lambdalint import report
from lambdalint.report.markdown import SUMMARY_BYTES, code, fenced, prose, step_summary
from lambdalint.report.options import Options
from lambdalint.rule import Severity
from lambdalint.source import Span
from tests import report_samples as samples


def test_worst_first_with_paths_from_the_root_of_the_repository() -> None:
    text = report.render("github", samples.queue()._replace(prefix="services/api/"))
    assert text.split("\n") == [
        (
            "::error file=services/api/infra/main.tf,line=8,endLine=8,col=32,endColumn=34,"
            "title=LL506 visibility-timeout-too-short::"
            "messages are hidden for 30 s, but `worker` may run for 60 s%0Ahelp: hide messages for 360 s"
        ),
        (
            "::warning file=services/api/cmd/worker/main.go,line=6,endLine=6,col=12,endColumn=26,"
            "title=LL201 client-per-invocation::`store.New` runs at every invocation%0Ahelp: make the client once"
        ),
        "",
    ]


def test_everything_that_could_end_a_command_is_escaped() -> None:
    path = "a,b:c%d\n::error::x\r.tf"
    file = samples.source(path, b"x\ny\n")
    message = "100%: one, two\r\n::set-output name=x::y\n\x1b[31m\u202e"
    data = samples.analysis([samples.result(samples.NOTE, Span(path, 0, 1), message)], [file])
    assert report.render("github", data) == (
        "::notice file=a%2Cb%3Ac%25d%0A%3A%3Aerror%3A%3Ax%0A.tf,line=1,endLine=1,col=1,endColumn=2,"
        "title=LL110 missing-content-type::"
        "100%25: one, two%0A::set-output name=x::y%0A\\x1b[31m\\u202e\n"
    )


def test_no_columns_for_a_place_over_several_lines() -> None:
    file = samples.source("x.tf", b"x\ny\n")
    data = samples.analysis([samples.result(samples.NOTE, Span("x.tf", 0, 3), "wrong")], [file])
    assert "file=x.tf,line=1,endLine=2,title=" in report.render("github", data)


def test_every_finding_is_printed_worst_first() -> None:
    file = samples.source("x.tf", b"x\n" * 30)
    levels = [Severity.WARNING] * 14 + [Severity.ERROR] * 12 + [Severity.INFO]
    results = [
        samples.result(samples.NOTE, Span("x.tf", 2 * n, 2 * n + 1), "wrong", severity=level)
        for n, level in enumerate(levels)
    ]
    data = samples.analysis(results, [file])
    lines = report.render("github", data).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 12 + ["::warning"] * 14 + ["::notice"]
    assert report.render("github", samples.analysis()) == ""


def test_step_summary() -> None:
    text = step_summary(samples.queue()._replace(prefix="api/"), Options())
    assert text.startswith("### lambdalint\n\nFound 1 error, 1 warning.  \n")
    rows = [line for line in text.split("\n") if line.startswith("|")]
    assert len(rows) == 4
    assert rows[2].startswith("| ❌ error | [LL506](https://")
    assert "| `api/infra/main.tf:8` | messages are hidden for 30 s, but `worker` may run for 60 s |" in rows[2]
    assert "No findings in 0 files" in step_summary(samples.analysis(), Options())


def test_step_summary_keeps_hostile_text_in_its_cell() -> None:
    path = "a|`b`\n.tf"
    file = samples.source(path, b"x\n")
    message = "a|b `c|d` <img src=x> [l](http://x) @someone\n| new row |"
    data = samples.analysis([samples.result(samples.NOTE, Span(path, 0, 1), message)], [file])
    row = step_summary(data, Options()).split("\n")[-2]
    assert row.startswith("| ℹ️ info |")
    cells = row.replace("\\|", "").count("|")
    assert cells == 5
    assert "| ``a\\|`b` .tf:1`` |" in row
    assert "a\\|b `c\\|d` \\<img src=x\\> \\[l\\]\\(http\\://x\\)" in row
    assert "@someone" not in row


def test_step_summary_fits_and_says_what_did_not() -> None:
    file = samples.source("x.tf", b"x\n")
    wide = [samples.result(samples.NOTE, Span("x.tf", 0, 1), f"{n} " + "ä" * 4000) for n in range(200)]
    text = step_summary(samples.analysis(wide, [file]), Options())
    assert len(text.encode("utf-8")) < SUMMARY_BYTES + 1000
    left = 200 - text.count("| ℹ️ info |")
    assert 0 < left < 200
    assert text.endswith(f"\n{left} more findings did not fit here.\n")


def test_code_survives_its_own_backticks() -> None:
    assert code("a`b``c") == "```a`b``c```"
    assert code("`a`") == "`` `a` ``"
    assert fenced("x\n````\n", "go") == "`````go\nx\n````\n`````\n"
    assert prose("a `b` c_d `") == "a `b` c\\_d \\`"
