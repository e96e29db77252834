"""Suppression comments: how they are read, what they cover, and what is left when nothing needs them."""

from __future__ import annotations

import pytest

from lambdalint import suppress
from lambdalint.fix import apply
from lambdalint.model.project import SuppressionComment
from lambdalint.rule import Finding
from lambdalint.source import Source, Span

TODAY = "2030-06-15"
NAMES = {"first-rule": "LL101", "second-rule": "LL102", "third-rule": "LL201", "unused-suppression": "LL002"}
ALL = frozenset(NAMES.values())


def read(path: str, text: str) -> tuple[SuppressionComment, ...]:
    return suppress.comments(path, text.encode())


def covered(path: str, text: str) -> list[str]:
    """What each usable comment covers, as text."""
    data = text.encode()
    scopes = suppress.scopes(suppress.comments(path, data), {path: Source(path, data)})
    return [data[scope.start : scope.end].decode() for scope in scopes]


def problems(path: str, text: str) -> list[str | None]:
    return [comment.problem for comment in read(path, text)]


# -- the grammar -----------------------------------------------------------------------------------------------------


def test_all_parts() -> None:
    text = "x := 1 // lambdalint:ignore[LL101, second-rule  ll2] until=2030-12-31 -- cold path, see #7\n"
    (comment,) = read("main.go", text)
    assert comment.kind == "ignore"
    assert [(word, text[span.start : span.end]) for word, span in comment.selectors] == [
        ("LL101", "LL101"),
        ("second-rule", "second-rule"),
        ("ll2", "ll2"),
    ]
    assert (comment.until, comment.reason, comment.problem) == ("2030-12-31", "cold path, see #7", None)
    assert text[comment.span.start : comment.span.end] == text[7:].rstrip()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("main.go", "//lambdalint:ignore[LL101]"),
        ("main.go", "/* lambdalint:ignore[LL101] */"),
        ("main.go", "//nolint:gosec // lambdalint:ignore[LL101]"),
        ("main.go", "\ufeff// lambdalint:ignore[LL101]\r\n"),
        ("go.mod", "// lambdalint:ignore[LL101]"),
        ("deploy.ps1", "  # lambdalint:ignore[LL101]"),
        ("deploy.bat", "rem lambdalint:ignore[LL101]"),
        ("deploy.CMD", "  @REM lambdalint:ignore[LL101]\r\n"),
        ("deploy.bat", ":: lambdalint:ignore[LL101]"),
        ("main.tf", "# lambdalint:ignore[LL101]"),
        ("main.tf", "## lambdalint:ignore[LL101]"),
        ("main.tf", "// lambdalint:ignore [LL101]"),
        ("main.tf", "/*\n * lambdalint:ignore[LL101]\n */"),
        ("main.tf", "# tfsec:ignore:x # lambdalint:ignore[LL101]"),
        ("prod.tfvars", "# lambdalint:ignore[LL101]"),
        ("a/template.yaml", "# lambdalint:ignore[LL101]"),
        ("Makefile", "# lambdalint:ignore[LL101]"),
        ("build/Dockerfile.api", "# lambdalint:ignore[LL101]"),
        ("deploy.sh", "# lambdalint:ignore[LL101]"),
        ("stack.ts", "// lambdalint:ignore[LL101]"),
        ("stack.py", "#!/usr/bin/env python3\n# lambdalint:ignore[LL101]"),
        ("stack.py", "a = '# lambdalint:ignore[LL9]'  # lambdalint:ignore[LL101]"),
        ("stack.py", '"""\n# lambdalint:ignore[LL9]\n"""\n# lambdalint:ignore[LL101]'),
        ("main.tf.json", '{"//": "lambdalint:ignore[LL101]"}'),
    ],
)
def test_every_language_has_its_marker(path: str, text: str) -> None:
    (comment,) = read(path, text)
    assert comment.problem is None
    assert [word for word, _ in comment.selectors] == ["LL101"]
    assert "\r" not in text.encode()[comment.span.start : comment.span.end].decode()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("main.go", 's := "// lambdalint:ignore[LL101]"'),
        ("main.go", "s := `\n// lambdalint:ignore[LL101]\n`"),
        ("main.go", 'r := \'"\' + "// lambdalint:ignore[LL101]"'),
        ("main.go", "// see lambdalint:ignore in the manual"),
        ("main.tf", 'a = "# lambdalint:ignore[LL101]"'),
        ("main.tf", 'a = "${f("# lambdalint:ignore[LL101]")}"'),
        ("main.tf", "a = <<-EOT\n  # lambdalint:ignore[LL101]\n  EOT\n"),
        ("main.tf", 'a = <<EOT\n"${x}"\n# lambdalint:ignore[LL101]\nEOTX\nEOT\n'),
        ("t.yaml", 'a: "\n  # lambdalint:ignore[LL101]"'),
        ("t.yaml", "a: b#lambdalint:ignore[LL101]"),
        ("deploy.sh", "echo '# lambdalint:ignore[LL101]'\n"),
        ("deploy.sh", "cat <<'END'\n# lambdalint:ignore[LL101]\nEND\n"),
        ("Makefile", "x = 1 # lambdalint:ignore[LL101]"),
        ("stack.ts", "const s = `${f('`')} // lambdalint:ignore[LL101]`"),
        ("stack.ts", "const r = /\"\\/[/\"]/; const s = '// lambdalint:ignore[LL101]'"),
        ("t.json", '{"a": "lambdalint:ignore[LL101]"}'),
        ("notes.txt", "# lambdalint:ignore[LL101]"),
        ("main.go", '// go:embed x\nvar s = "unterminated // lambdalint:ignore[LL101]'),
    ],
)
def test_text_that_is_no_comment(path: str, text: str) -> None:
    assert read(path, text) == ()


def test_a_comment_after_strings_that_look_odd() -> None:
    text = 'a = "${jsonencode({ "x" = "}" })}" # lambdalint:ignore[LL101]\n'
    assert len(read("main.tf", text)) == 1
    assert len(read("t.yaml", "a: don't # lambdalint:ignore[LL101]\nb: it's\n")) == 1
    assert len(read("main.go", "r := '\\'' // lambdalint:ignore[LL101]")) == 1
    assert len(read("deploy.sh", 'echo "$#" ${#x} # lambdalint:ignore[LL101]')) == 1


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("lambdalint:ingore[LL1]", "`ingore` is no directive; did you mean `ignore`?"),
        ("lambdalint:disable", "`disable` is no directive; use one of ignore, ignore-file, ignore-start, ignore-end"),
        ("lambdalint:ignore[LL101", "the bracket is not closed"),
        ("lambdalint:ignore[ , ]", "the brackets name no rule"),
        ("lambdalint:ignore LL101", "rules belong in brackets, as in `lambdalint:ignore[LL101]`"),
        ("lambdalint:ignore:LL101", "rules belong in brackets, as in `lambdalint:ignore[LL101]`"),
        ("lambdalint:ignore[LL101] because", "only `until=YYYY-MM-DD` and ` -- reason` may follow"),
        ("lambdalint:ignore-start[LL101]", "there is no `ignore-end` for it"),
        ("lambdalint:ignore-end", "there is no `ignore-start` for it"),
    ],
)
def test_what_cannot_be_used_says_why(comment: str, problem: str) -> None:
    assert problems("main.go", f"// {comment}\nfunc f() {{}}\n") == [problem]
    assert covered("main.go", f"// {comment}\nfunc f() {{}}\n") == []


def test_a_comment_in_a_block_scalar_is_content() -> None:
    text = (
        "steps:\n  - run: |\n      # lambdalint:ignore[LL101]\n      go build\n\n  - x: 1 # lambdalint:ignore[LL101]\n"
    )
    assert problems("t.yaml", text) == [
        "stands in a block scalar, where `#` is content; put it above the key",
        None,
    ]


def test_a_file_comment_stands_at_the_top() -> None:
    late = "\n" * 5 + "package main\n" + "\n" * 20 + "// lambdalint:ignore-file[LL101]\n"
    assert problems("main.go", late) == ["`ignore-file` must stand before the code or in the first 20 lines"]
    licence = "// a licence\n" * 40 + "// lambdalint:ignore-file[LL101]\npackage main\n"
    assert problems("main.go", licence) == [None]
    assert covered("main.go", licence)[0].endswith("package main\n")


def test_golangci_comments() -> None:
    assert [c.reason for c in read("main.go", "x() //nolint:lambdalint // slow\n")] == ["slow"]
    assert len(read("main.go", "x() //nolint:all\n")) == 1
    assert len(read("main.go", "x() // nolint: gosec, lambdalint\n")) == 1
    assert read("main.go", "x() //nolint:gosec\n//nolintish\n") == ()
    assert read("main.tf", "#nolint:all\n") == ()


# -- scopes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "scope"),
    [
        ("a.go", "x()\n\ty() // lambdalint:ignore\nz()\n", "\ty() // lambdalint:ignore"),
        ("a.go", "// lambdalint:ignore\nx(1,\n\t2)\ny()\n", "x(1,\n\t2)"),
        ("a.go", "// lambdalint:ignore\n\n// doc\nfunc f() {\n\tx()\n}\ny()\n", "func f() {\n\tx()\n}"),
        ("a.go", "// lambdalint:ignore\na := b.\n\tC()\nd()\n", "a := b.\n\tC()"),
        ("a.go", "// lambdalint:ignore\nif a {\n} else {\n}\nd()\n", "if a {\n} else {\n}"),
        ("a.go", "x(\n\t// lambdalint:ignore\n\ta,\n\tb,\n)\n", "a,"),
        ("a.go", "func f() {\n\t// lambdalint:ignore\n}\nx()\n", ""),
        ("a.go", "// lambdalint:ignore\ns := `\n}`\nt()\n", "s := `\n}`"),
        ("a.go", "/* lambdalint:ignore */ x()\ny()\n", "/* lambdalint:ignore */ x()"),
        ("a.go", "// lambdalint:ignore\r\nx(\r\n)\r\ny()\r\n", "x(\r\n)\r"),
        ("a.tf", "# lambdalint:ignore\n\nr {\n  a = 1\n  b {}\n}\nc = 1\n", "r {\n  a = 1\n  b {}\n}"),
        ("a.tf", "r {\n  # lambdalint:ignore\n  a = 1\n  b = 2\n}\n", "a = 1"),
        ("a.tf", "# lambdalint:ignore\na = [\n  1,\n]\nb = 1\n", "a = [\n  1,\n]"),
        ("a.tf", "# lambdalint:ignore\na = <<E\n}\nE\nb = 1\n", "a = <<E\n}\nE"),
        ("a.yaml", "a:\n  # lambdalint:ignore\n  b:\n    c: 1\n\n    d: 2\n  e: 3\n", "b:\n    c: 1\n\n    d: 2"),
        ("a.yaml", "# lambdalint:ignore\na:\n- 1\n- 2\nb: 1\n", "a:\n- 1\n- 2"),
        ("Makefile", "# lambdalint:ignore\na: b \\\n  c\n\tgo build\n", "a: b \\\n  c"),
        ("a.ts", "// lambdalint:ignore\nnew F(this, {\n})\n  .on()\nx()\n", "new F(this, {\n})\n  .on()"),
        ("a.py", "# lambdalint:ignore\nf(\n    1,\n)\ng()\n", "f(\n    1,\n)"),
        ("a.py", "f(\n    # lambdalint:ignore\n    a=1,\n    b=2,\n)\n", "a=1,"),
        ("a.py", "# lambdalint:ignore\nclass A:\n    x = 1\n\n    y = 2\nf()\n", "class A:\n    x = 1\n\n    y = 2"),
        ("a.py", "# lambdalint:ignore\na = b + \\\n  c\nd\n", "a = b + \\\n  c"),
        (
            "a.json",
            '{"a": {"//": "lambdalint:ignore", "b": {"c": "}"}}, "d": 1}',
            '{"//": "lambdalint:ignore", "b": {"c": "}"}}',
        ),
        ("a.go", "// lambdalint:ignore", ""),
    ],
)
def test_what_a_comment_covers(path: str, text: str, scope: str) -> None:
    assert covered(path, text) == [scope]


def test_ranges() -> None:
    text = (
        "// lambdalint:ignore-start[LL101]\na()\n// lambdalint:ignore-start[LL102]\nb()\n"
        "// lambdalint:ignore-end[LL101]\nc()\n// lambdalint:ignore-end\nd()\n"
    )
    first, second = covered("a.go", text)
    assert ("a()" in first, "b()" in first, "c()" in first) == (True, True, False)
    assert ("a()" in second, "b()" in second, "c()" in second, "d()" in second) == (False, True, True, False)


# -- matching --------------------------------------------------------------------------------------------------------


def suppressed(text: str, rule: str = "first-rule") -> bool:
    """True when a finding of a rule at `HERE` is suppressed."""
    data = text.encode()
    sources = {"a.go": Source("a.go", data)}
    at = data.index(b"HERE")
    place = suppress.Place(NAMES[rule], rule, Span("a.go", at, at + 4))
    return suppress.match([place], suppress.comments("a.go", data), sources, TODAY).by[0] is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HERE() // lambdalint:ignore[LL101]", True),
        ("HERE() // lambdalint:ignore[ll101]", True),
        ("HERE() // lambdalint:ignore[first-rule]", True),
        ("HERE() // lambdalint:ignore[LL1]", True),
        ("HERE() // lambdalint:ignore[all]", True),
        ("HERE() // lambdalint:ignore", True),
        ("HERE() // lambdalint:ignore[LL102, LL101]", True),
        ("HERE() // lambdalint:ignore[LL102]", False),
        ("HERE() // lambdalint:ignore[first]", False),
        ("HERE() // lambdalint:ignore[LL101] until=2030-06-15", True),
        ("HERE() // lambdalint:ignore[LL101] until=2030-06-14", False),
        ("HERE() // lambdalint:ignore[LL101] until=2030-6-30", False),
        ("HERE() // lambdalint:ignore[LL101] until=soon", False),
        ("HERE() // lambdalint:ignore[LL101", False),
        ("HERE() //nolint:lambdalint", True),
        ("HERE() //nolint", True),
        ("// lambdalint:ignore-file[LL101]\npackage a\nHERE()", True),
        ("// lambdalint:ignore[LL101]\nx(\n\tHERE,\n)", True),
        ("x(\n\tHERE,\n) // lambdalint:ignore[LL101]", False),
    ],
)
def test_what_is_suppressed(text: str, expected: bool) -> None:
    assert suppressed(text) is expected


# -- unused ----------------------------------------------------------------------------------------------------------


def unused(path: str, text: str, ran: frozenset[str] = ALL, optional: frozenset[str] = frozenset()) -> list[Finding]:
    """The findings about comments when LL102 was found at each `HERE`."""
    data = text.encode()
    sources = {path: Source(path, data)}
    comments = suppress.comments(path, data)
    places = []
    at = data.find(b"HERE")
    while at >= 0:
        places.append(suppress.Place("LL102", "second-rule", Span(path, at, at + 4)))
        at = data.find(b"HERE", at + 1)
    used = suppress.match(places, comments, sources, TODAY).used
    return list(suppress.unused(comments, used, sources, NAMES, ran, TODAY, optional))


def cleaned(path: str, text: str) -> str:
    """The text after the fixes for unused comments."""
    edits = [edit for finding in unused(path, text) if finding.fix for edit in finding.fix.edits]
    return apply(text.encode(), edits).decode()


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.go", "a() // lambdalint:ignore[LL101] -- old\nb()\n", "a()\nb()\n"),
        ("a.go", "a()\n\t// lambdalint:ignore[LL101]\n\tb()\n", "a()\n\tb()\n"),
        ("a.go", "// lambdalint:ignore[LL101]", ""),
        ("a.go", "\ufeff// lambdalint:ignore[LL101]\r\nb()\r\n", "\ufeffb()\r\n"),
        ("a.go", "HERE() // lambdalint:ignore[LL101, LL102, LL2] -- x\n", "HERE() // lambdalint:ignore[LL102] -- x\n"),
        ("a.go", "HERE() // lambdalint:ignore[LL102]\n", "HERE() // lambdalint:ignore[LL102]\n"),
        ("a.go", "HERE() // lambdalint:ignore\n", "HERE() // lambdalint:ignore\n"),
        ("a.go", "a() //nolint:gosec // lambdalint:ignore[LL101]\n", "a() //nolint:gosec\n"),
        ("a.go", "a() //nolint:lambdalint // why\n", "a()\n"),
        ("a.go", "a() //nolint:gosec,lambdalint\n", "a() //nolint:gosec,lambdalint\n"),
        ("a.go", "/* lambdalint:ignore[LL101] */ a()\n", "a()\n"),
        ("a.go", "// lambdalint:ignore-start[LL101]\na()\n// lambdalint:ignore-end[LL101]\nb()\n", "a()\nb()\n"),
        ("a.tf", "a = 1   # lambdalint:ignore[LL101]\n", "a = 1\n"),
        ("a.tf", "x {\n  /* lambdalint:ignore[LL101]\n  */\n  a = 1\n}\n", "x {\n  a = 1\n}\n"),
        ("a.json", '{"//": "lambdalint:ignore[LL101]", "a": 1}', '{"a": 1}'),
        ("a.json", '{"a": 1,\n "//": "lambdalint:ignore[LL101]"\n}', '{"a": 1\n}'),
        ("a.json", '{"//": "lambdalint:ignore[LL101]"}', "{}"),
    ],
)
def test_unused_comments_are_removed_without_a_trace(path: str, before: str, after: str) -> None:
    assert cleaned(path, before) == after
    assert cleaned(path, after) == after


def test_messages() -> None:
    (finding,) = unused("a.go", "HERE() // lambdalint:ignore[LL101, LL102, third-rule]\n")
    assert finding.message == "suppression of LL101, third-rule suppresses nothing"
    (finding,) = unused("a.go", "a() // lambdalint:ignore\n")
    assert finding.message == "suppression suppresses nothing"


@pytest.mark.parametrize(
    "comment",
    [
        "lambdalint:ignore[LL999]",  # unknown: another rule tells
        "lambdalint:ignore[LL101] until=2020-01-01",  # expired: another rule tells
        "lambdalint:ignore[LL101",  # malformed: another rule tells
        "lambdalint:ignore[LL002]",
        "nolint:all",
    ],
)
def test_what_is_not_judged_unused(comment: str) -> None:
    assert unused("a.go", f"a() //{comment}\n") == []


def test_rules_that_did_not_run_are_not_judged() -> None:
    text = "a() // lambdalint:ignore[LL101]\n"
    assert unused("a.go", text, ALL - {"LL101"}) == []
    prefix = "a() // lambdalint:ignore[LL1]\n"
    assert unused("a.go", prefix, ALL - {"LL101"}) == []
    assert len(unused("a.go", prefix, ALL - {"LL101"}, optional=frozenset({"LL101"}))) == 1
    assert unused("a.go", prefix, ALL - {"LL101", "LL102"}) == []


# -- bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["a.go", "a.tf", "a.yaml", "a.json", "a.ts", "a.py", "a.sh", "Makefile"])
def test_broken_text_is_survived(path: str) -> None:
    pieces = [
        '"',
        "`",
        "'",
        "${",
        "<<EOT",
        "/*",
        '"""',
        "{",
        "}",
        "(",
        "|\n",
        "\\",
        "// lambdalint:ignore[",
        "# lambdalint:",
        "\n",
    ]
    for first in pieces:
        for second in pieces:
            for third in pieces:
                data = (
                    f"x = {first}{second} lambdalint:ignore {third}".encode() + b"\xff\n# lambdalint:ignore[LL1]\ny\n"
                )
                found = suppress.comments(path, data)
                for scope in suppress.scopes(found, {path: Source(path, data)}):
                    assert 0 <= scope.start <= scope.end <= len(data) + 1


@pytest.mark.parametrize("path", ["a.go", "a.tf", "a.yaml", "a.json", "a.ts", "a.py", "a.sh"])
def test_deep_nesting_is_survived(path: str) -> None:
    for piece in ('"${', "{", "[", "`${", "(", '"', "/*", "<<E\n", "- "):
        data = b"# lambdalint:ignore\n// lambdalint:ignore\n" + piece.encode() * 20_000
        found = suppress.comments(path, data)
        assert all(scope.end <= len(data) + 1 for scope in suppress.scopes(found, {path: Source(path, data)}))


@pytest.mark.parametrize(
    ("path", "mark", "end"),
    [("a.sh", "#", "\\"), ("a.ps1", "#", "`"), ("a.bat", "rem", "^"), ("a.cmd", "::", "^"), ("Makefile", "#", "\\")],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_command_ends_with_the_line_that_nothing_continues(path: str, mark: str, end: str, newline: str) -> None:
    command = newline.join((f"aws lambda create {end}", f"  --timeout 3 {end}", "  --memory-size 128"))
    text = newline.join((f"{mark} lambdalint:ignore[LL101]", command, "aws lambda invoke", ""))
    assert [one.rstrip("\r") for one in covered(path, text)] == [command]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.bat", "remark lambdalint:ignore[LL101]"),
        ("a.bat", "go build & rem lambdalint:ignore[LL101]"),
        ("a.bat", ": lambdalint:ignore[LL101]"),
        ("a.ps1", "go build # lambdalint:ignore[LL101]"),
    ],
)
def test_scripts_of_windows_have_comments_on_lines_of_their_own(path: str, text: str) -> None:
    assert read(path, text) == ()
