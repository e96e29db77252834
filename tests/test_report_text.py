"""What people read in a terminal: the full and the concise report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from lambdalint import report
from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.report.line import Line
from lambdalint.report.options import Options
from lambdalint.report.redact import Redaction
from lambdalint.result import Analysis, Suppressed
from lambdalint.rule import Related
from lambdalint.source import Source, Span
from tests import report_samples as samples

EXPECTED = Path(__file__).parent.parent / "testdata" / "reports"


def full(data: Analysis, **options: object) -> str:
    return report.render("full", data, Options(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["full", "concise"])
def test_report_of_two_dialects(name: str) -> None:
    assert report.render(name, samples.queue()) == (EXPECTED / f"{name}.txt").read_text("utf-8")


def test_colour_changes_nothing_but_colour() -> None:
    coloured = full(samples.queue(), colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == full(samples.queue())
    assert not re.search(r"\x1b\[([0-9;]+;)?(4[0-7]|10[0-7]|2)m", coloured), "no background, no dim"


def test_links_need_colour_and_replace_the_address() -> None:
    linked = full(samples.queue(), colour=True, links=True)
    assert (
        "\x1b]8;;https://github.com/lambdalint/lambdalint/blob/main/docs/rules/client-per-invocation.md\x1b\\" in linked
    )
    assert "docs:" not in linked
    assert "\x1b]8" not in full(samples.queue(), links=True)


def test_ascii_when_the_stream_knows_no_more() -> None:
    long = samples.source("main.tf", b"x = " + b"a" * 400 + b" target " + b"b" * 400 + b"\n")
    found = samples.analysis([samples.result(samples.TIMEOUT, samples.span(long, "target"), "wrong")], [long])
    assert full(found, unicode=False).isascii()
    assert full(samples.queue(), unicode=False).split("日本")[0].isascii()


def test_a_call_path_is_one_column() -> None:
    code = samples.source("main.go", b"package main\n\nfunc (s shop) open() { dial() }\n")
    steps = [
        (code, "open", "(shop).open is called"),
        (code, "dial", "(shop).open  (twice) calls dial"),
        (code, "}", ""),
    ]
    flow = [Related(samples.span(source, text), message) for source, text, message in steps]
    found = samples.result(samples.TIMEOUT, samples.span(code, "dial"), "late", flow=flow)
    lines = full(samples.analysis([found], [code]), unicode=False).splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith("call path:"))
    assert lines[at + 1 : at + 4] == [
        "      (shop).open is called (main.go:3:15)",
        "      -> (shop).open  (twice) calls dial (main.go:3:24)",
        "      -> (main.go:3:31)",
    ]


def test_no_findings_say_what_was_analysed() -> None:
    files = [samples.source("main.tf", b""), samples.source("main.go", b"")]
    for name in ("full", "concise"):
        text = report.render(name, samples.analysis((), files))
        assert text == "No findings in 2 files, 2 Lambda functions, 1 Go program.\n"


def test_footer_counts_fixes_and_suppressions() -> None:
    data = samples.queue()
    hidden = data.results[0]._replace(suppressed=Suppressed(Span("infra/main.tf", 0, 0), "legacy"))
    data = data._replace(suppressed=(hidden,), counts=data.counts._replace(suppressed=1), fixed={"LL108": 2})
    text = full(data)
    assert "Found 4 findings, 2 fixed, 2 left: 1 error, 1 warning. 1 suppressed.\n" in text
    assert "[*] 1 finding fixable with `--fix`.\n1 more fixable with `--fix --unsafe-fixes`.\n" in text
    allowed = full(data, unsafe=True)
    assert "[*] 2 findings fixable with `--fix --unsafe-fixes`.\n" in allowed
    assert "[*] messages are hidden" in allowed
    assert "[*] messages are hidden" not in text
    assert "Found" not in full(data, footer=False)


def many(number: int) -> Analysis:
    file = samples.source("many.tf", "".join(f"timeout = {n}\n" for n in range(100, 100 + number)))
    results = [
        samples.result(samples.TIMEOUT, samples.span(file, str(n)), f"`f{n}` waits {n} s", anchor=f"f{n}")
        for n in range(100, 100 + number)
    ]
    return samples.analysis(results, [file])


def test_many_of_a_kind_are_listed_after_the_third() -> None:
    text = full(many(6))
    assert text.count("--> many.tf") == 3
    assert "error[LL506]: the same in 3 more places of many.tf: 4:11 (f103), 5:11 (f104), 6:11 (f105)\n" in text
    assert "more place" not in full(many(3))
    assert report.render("concise", many(6)).count("many.tf:") == 6


@pytest.mark.parametrize("name", ["full", "concise"])
def test_a_limit_says_what_it_hides(name: str) -> None:
    text = report.render(name, many(6), Options(limit=2))
    assert "4 more findings not shown (--max-diagnostics)\n" in text
    assert text.count(" many.tf:" if name == "full" else "many.tf:") == 2
    assert "Found 6 errors." in text


@pytest.mark.parametrize("name", ["full", "concise"])
def test_statistics(name: str) -> None:
    data = samples.queue()
    twice = data._replace(results=(*data.results, data.results[-1]))
    text = report.render(name, twice, Options(statistics=True, footer=False))
    assert text == "2  LL506  [-]  visibility-timeout-too-short\n1  LL201  [*]  client-per-invocation\n"


MARKED = "target"
LINES = {
    "plain": "x = target + 1",
    "tabs": "\tx\t=\ttarget\t+ 1",
    "wide": "日本語 = target",
    "emoji": "🚀🚀 = target # 🚀",
    "combining": "e\u0301e\u0301 = target",
    "escape": "\x1b[31m = target",
    "bidi": "\u202e = target",
    "long": "a" * 5000 + " target " + "b" * 5000,
    "very long": "ä" * 30_000 + " target " + "b" * 30_000,
    "wide and long": "日" * 300 + " target " + "本" * 300,
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("before", ["", "first\n", "\ufeff", "first\r\n"], ids=["", "lf", "bom", "crlf"])
@pytest.mark.parametrize("unicode", [True, False])
def test_carets_stand_under_the_marked_text(line: str, before: str, unicode: bool) -> None:
    file = samples.source("a b.tf", before + line + "\n")
    found = samples.analysis([samples.result(samples.TIMEOUT, samples.span(file, MARKED), "wrong")], [file])
    text = full(found, unicode=unicode, footer=False).split("\n")
    under = next(number for number, shown in enumerate(text) if "^" in shown)
    shown, carets = text[under - 1], text[under]
    left = len(carets) - len(carets.lstrip(" |"))
    assert carets.strip(" |") == "^" * len(MARKED)
    at = 0
    while cell_len(shown[:at]) < left:
        at += 1
    assert shown[at : at + len(MARKED)] == MARKED
    assert cell_len(shown) <= 100


def test_a_label_that_does_not_fit_stands_below() -> None:
    file = samples.source("main.go", " " * 60 + "target\n")
    place = samples.span(file, MARKED)
    note = "the place where something rather long has to be said about the code"
    found = samples.analysis(
        [samples.result(samples.CLIENT, place, "wrong", related=(Related(place._replace(end=place.end - 1), note),))],
        [file],
    )
    text = full(found, footer=False)
    assert note in text
    assert max(map(cell_len, text.split("\n"))) <= 100


def test_a_place_over_several_lines_names_its_last_one() -> None:
    file = samples.source("main.go", "if x {\n\treturn\n}\n")
    place = Span("main.go", 0, len(file.data) - 1)
    found = samples.analysis([samples.result(samples.CLIENT, place, "wrong")], [file])
    assert "1 | if x {\n  | ^^^^^^ to line 3\n" in full(found)


def test_a_place_at_the_end_of_an_empty_file() -> None:
    file = samples.source("main.tf", b"")
    found = samples.analysis([samples.result(samples.TIMEOUT, Span("main.tf", 0, 0), "nothing here")], [file])
    assert " --> main.tf:1:1\n  |\n1 |\n  | ^\n" in full(found)


def test_related_place_in_a_file_that_was_not_read() -> None:
    file = samples.source("main.tf", b"x = 1\n")
    elsewhere = Related(Span("gone.go", 7, 9), "the handler")
    found = samples.analysis(
        [samples.result(samples.TIMEOUT, Span("main.tf", 0, 1), "wrong", related=(elsewhere,))], [file]
    )
    assert " ::: gone.go:1:1\n  | the handler\n" in full(found)


def test_fix_over_two_files_shows_both() -> None:
    files = [samples.source("main.tf", b"x = 1\n"), samples.source("main.go", b"a\nb\nc\n")]
    fix = Fix(
        "rename it",
        (Edit(Span("main.tf", 0, 1), "y"), Edit(Span("main.go", 2, 4), ""), Edit(Span("main.go", 6, 6), "d\n")),
        Applicability.SAFE,
    )
    found = samples.analysis([samples.result(samples.TIMEOUT, Span("main.tf", 0, 1), "wrong", fix=fix)], files)
    text = full(found)
    assert "1 - x = 1\n1 + y = 1\n" in text
    assert "\n ::: main.go\n2 - b\n...\n3 + d\n" in text


def test_a_long_fix_says_how_much_is_left_out() -> None:
    file = samples.source("main.go", b"package main\n")
    fix = Fix("add it", (Edit(Span("main.go", 13, 13), "x\n" * 40),), Applicability.UNSAFE)
    found = samples.analysis([samples.result(samples.CLIENT, Span("main.go", 0, 7), "wrong", fix=fix)], [file])
    text = full(found)
    assert text.count(" + x\n") == 24
    assert "16 more changed lines in main.go" in text


def test_a_long_line_of_a_fix_is_cut() -> None:
    file = samples.source("main.go", b"package main\n")
    fix = Fix("add it", (Edit(Span("main.go", 13, 13), "x" * 900 + "\n"),), Applicability.UNSAFE)
    found = samples.analysis([samples.result(samples.CLIENT, Span("main.go", 0, 7), "wrong", fix=fix)], [file])
    line = next(line for line in full(found, width=80).splitlines() if "+ xxx" in line)
    assert line.endswith("x…")
    assert len(line) <= 80


def test_long_messages_wrap_between_words() -> None:
    file = samples.source("main.go", b"package main\n")
    message = "a message with `code` that goes on and on " * 6
    found = samples.analysis([samples.result(samples.CLIENT, Span("main.go", 0, 7), message.strip())], [file])
    text = full(found, width=80, footer=False)
    heading = text.split("\n --> ")[0]
    assert max(map(len, heading.split("\n"))) <= 80
    assert " ".join(heading.split()) == f"warning[LL201]: {message.strip()}"


def test_line_measures_what_it_shows() -> None:
    source = Source("x", "\ta日\x07".encode())
    line = Line(source, 1, Redaction((), {}))
    assert line.text == "    a日\\x07"
    assert line.columns(1, 2) == (4, 5)
    assert line.columns(2, 5) == (5, 7)
    assert line.cells == cell_len(line.text)


@pytest.mark.parametrize("after", ["", " --timeout 60" + " --tags a=b" * 20])
def test_long_lines_show_where_they_change(after: str) -> None:
    long = samples.source("deploy.sh", b"aws" + b" --layers none" * 12 + b" --memory-size 256" + after.encode() + b"\n")
    fix = Fix("give it more", (Edit(samples.span(long, "256"), "512"),), Applicability.SAFE)
    found = samples.result(samples.TIMEOUT, samples.span(long, "256"), "too little", fix=fix)
    lines = full(samples.analysis([found], [long])).splitlines()
    removed = next(line for line in lines if re.match(r" *1 - ", line))
    added = next(line for line in lines if re.match(r" *1 \+ ", line))
    assert "--memory-size 256" in removed
    assert "--memory-size 512" in added
    assert all(cell_len(line) <= 100 for line in (removed, added))
