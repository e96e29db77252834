"""Names and texts made to break out of a report, and secrets planted in every place a report could take them from."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from lambdalint import report
from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.report.diff import unified
from lambdalint.report.markdown import step_summary
from lambdalint.report.options import Options
from lambdalint.report.redact import TOKEN, Redaction
from lambdalint.report.sanitize import fold, sanitize
from lambdalint.report.summary import problem_line
from lambdalint.result import Analysis, Problem, Suppressed
from lambdalint.rule import Related
from lambdalint.source import Source, Span
from tests import report_samples as samples

TEXTS = {
    "escape": "a\x1b[31mred\x1b]8;;http://x\x07link",
    "c1": "a\x9b31mred\x85next",
    "newline": "a\nb\r\nc\rd\u2028e",
    "tab": "a\tb\vc\fd",
    "bidi": "a\u202eb\u2066c\u200fd\u061c",
    "invisible": "a\u200db\u200bc\ufeffd\U000e0041",
    "surrogate": "a\udcffb",
    "percent": "a%0Ab%s%%{}{0}",
    "markup": "<script>alert(1)</script> [x](1) ![y](http://z) @someone `code",
    "delete": "a\x7fb\x00c\x08\x08",
    "wide": "日本語🚀é",
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def planted(text: str, newline: str = "\n", mark: str = "") -> Analysis:
    """A finding whose every part comes from a hostile file."""
    content = f"{mark}x = 1 {text}{newline}\ty = 2{newline}"
    file = Source(f"dir/{text}.tf", content.encode("utf-8", "surrogateescape"))
    other = Source(f"{text}/main.go", content.encode("utf-8", "surrogateescape"))
    place = samples.span(file, "x")
    fix = Fix(text, (Edit(place, text.replace("\udcff", "?")), Edit(Span(other.path, 0, 0), "z\n")), Applicability.SAFE)
    found = samples.result(
        samples.CLIENT,
        place,
        f"`{text}` is wrong",
        related=(Related(samples.span(other, "y"), text), Related(place, text), Related(Span(text, 3, 9), text)),
        flow=(Related(samples.span(other, "x"), text),),
        fix=fix,
        anchor=text,
    )
    hidden = found._replace(suppressed=Suppressed(place, text))
    problem = Problem("unreadable", f"{text}.tf", text, "", False)
    return samples.analysis([found] * 5, [file, other], suppressed=[hidden], problems=[problem], prefix=f"{text}/")


@each_text
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "bom"])
def test_no_format_lets_it_act(text: str, newline: str, mark: str) -> None:
    data = planted(text, newline, mark)
    options = Options(include_suppressed=True)
    printed = {name: report.render(name, data, options) for name in report.FORMATS}
    printed["summary"] = step_summary(data, options)
    printed["problem"] = problem_line(data.problems[0])
    for name, shown in printed.items():
        shown.encode("utf-8")
        bad = {c for c in shown if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
        assert bad <= {"summary": {"\u2060"}, "github": {"\t"}}.get(name, set()), name
    for name in ("json", "sarif"):
        assert json.loads(printed[name])
    assert len(printed["concise"].split("\nFound")[0].split("\n")) == 5
    assert all(line.startswith("::warning ") for line in printed["github"].splitlines())
    assert len(printed["github"].splitlines()) == 5
    assert "\n" not in printed["problem"]


@each_text
def test_colour_adds_only_complete_sequences(text: str) -> None:
    shown = report.render("full", planted(text), Options(colour=True, links=True))
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\", "", shown)


def test_what_is_harmless_stays() -> None:
    for text in ("plain", "tab\tand\nline", "é 日本 🚀 ﬁ", "naïve — “quotes”"):
        assert sanitize(text) == text
    assert fold("a\r\nb\tc") == "a b c"
    assert sanitize("a\x1bb\u202ec\U000e0041\udcff") == "a\\x1bb\\u202ec\\U000e0041\ufffd"


PASSWORD = "zX9-quite-Secret"
ACCESS_KEY = "AKIAQWERTYUIOPASDFGH"
PRIVATE_KEY = (
    "-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD9\nqwertzuiopasdfgh\n-----END RSA PRIVATE KEY-----"
)


def with_secrets() -> Analysis:
    """Secrets in the marked place, in the context, in related places, texts, and edits."""
    file = samples.source(
        "main.tf",
        f'locals {{\n  key = "{ACCESS_KEY}"\n  password = "{PASSWORD}"\n  timeout = 3\n}}\n# {PASSWORD}\n',
    )
    code = samples.source("main.go", f'package main\n\nvar key = `{PRIVATE_KEY}`\nvar other = "{ACCESS_KEY}"\n')
    secret = samples.span(file, f'"{PASSWORD}"')
    middle = samples.span(code, "MIIBOg")
    results = [
        samples.result(samples.SECRET, secret, f"`{PASSWORD}` is a secret", related=(Related(middle, ACCESS_KEY),)),
        samples.result(
            samples.TIMEOUT,
            samples.span(file, "3"),
            "wrong",
            fix=Fix(
                f"move {PASSWORD}",
                (Edit(secret, "var.password"), Edit(Span("main.tf", 0, 0), f"# {PASSWORD}\n# {ACCESS_KEY}\n")),
                Applicability.SAFE,
            ),
            anchor=PASSWORD,
            flow=(Related(samples.span(code, "qwertzuiop"), PASSWORD),),
        ),
        samples.result(
            samples.TIMEOUT,
            samples.span(file, PASSWORD, 1),
            "wrong",
            fix=Fix("drop it", (Edit(secret, "var.password"),), Applicability.SAFE),
        ),
        samples.result(samples.NOTE, Span("main.go", code.data.index(b"WERTY"), len(code.data)), "inside"),
    ]
    hidden = results[0]._replace(suppressed=Suppressed(secret, f"it is {PASSWORD}"))
    problem = Problem("rule-crash", "main.tf", f"ValueError: {ACCESS_KEY}", "LL402", True)
    return samples.analysis(results, [file, code], secrets=[secret], suppressed=[hidden], problems=[problem])


LEAKS = (PASSWORD, "quite-Secret", ACCESS_KEY, "WERTYUIOP", "MIIBOg", "qwertzuiop")


def test_no_format_shows_a_secret() -> None:
    data = with_secrets()
    for name, suppressed in itertools.product(report.FORMATS, (False, True)):
        shown = report.render(name, data, Options(include_suppressed=suppressed, colour=True))
        assert [leak for leak in LEAKS if leak in shown] == [], name
    shown = step_summary(data, Options()) + problem_line(data.problems[0])
    assert [leak for leak in LEAKS if leak in shown] == []


def test_a_fix_that_removes_a_secret_is_still_exported() -> None:
    (log,) = json.loads(report.render("sarif", with_secrets()))["runs"]
    titles = [fix["description"]["text"] for result in log["results"] for fix in result.get("fixes", [])]
    assert titles == ["drop it."]
    assert log["redactionTokens"] == [TOKEN]


def test_a_diff_shows_no_secret() -> None:
    data = with_secrets()
    before = data.sources["main.tf"].data
    shown = unified(before, before.replace(b"= 3", b"= 4").replace(b"# ", b"## "), "main.tf", data.secrets)
    assert "+  timeout = 4\n" in shown
    assert [leak for leak in LEAKS if leak in shown] == []


def test_masked_pieces_cover_the_file_in_order() -> None:
    data = with_secrets()
    redaction = Redaction(data.secrets, data.sources)
    for source in data.sources.values():
        pieces = redaction.pieces(source, 0, len(source.data))
        assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces[:-1])]
        assert pieces[-1].end == len(source.data)
        for piece in pieces:
            if not piece.masked:
                assert piece.text == source.text(piece.start, piece.end)


def test_one_format_imports_no_other() -> None:
    program = (
        "import sys; from tests import report_samples as s; from lambdalint import report\n"
        "report.render('concise', s.queue())\n"
        "print(*sorted(m for m in sys.modules if m.startswith(('lambdalint.report.', 'rich', 'json', 'difflib'))))"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    loaded = set(done.stdout.split())
    assert "lambdalint.report.concise" in loaded
    assert not loaded & {"rich", "json", "lambdalint.report.text", "lambdalint.report.json", "lambdalint.report.sarif"}


def test_the_same_bytes_for_every_hash_seed() -> None:
    program = (
        "from tests import test_report_hostile as t; from lambdalint import report\n"
        "print(*(report.render(n, t.with_secrets()) for n in report.FORMATS))"
    )
    root = Path(__file__).parent.parent
    shown = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-X", "utf8", "-c", program]
        environment = {"PYTHONHASHSEED": seed, "PATH": ""}
        done = subprocess.run(command, capture_output=True, check=True, cwd=root, env=environment)
        shown.add(done.stdout)
    assert len(shown) == 1


def test_two_secrets_of_a_line_are_masked_each_at_its_place() -> None:
    file = samples.source(
        "main.tf", f'variables = {{ A = "{PASSWORD}", KEY = "{ACCESS_KEY}", B = "x" }} # {PASSWORD}\n'
    )
    secrets = [samples.span(file, f'"{PASSWORD}"'), samples.span(file, f'"{ACCESS_KEY}"')]
    line = file.data.index(b"#")
    shown = Redaction(secrets, {"main.tf": file}).excerpt(file, 0, len(file.data))
    assert [leak for leak in LEAKS if leak in shown] == []
    cut = samples.source("main.tf", file.data[:line].decode())
    shown = Redaction(secrets, {"main.tf": cut}).excerpt(cut, 0, line)
    assert shown == f'variables = {{ A = "{TOKEN}", KEY = "{TOKEN}", B = "x" }} '
