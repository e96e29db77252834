"""Edits of Go text: what they make of a file is what gofmt would leave alone."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from lambdalint import fix, gofix
from lambdalint.fix import Edit
from lambdalint.golang.analyse import analyse
from lambdalint.model import goast
from lambdalint.model.code import GoFile, GoFunction
from lambdalint.source import Source
from tests.toolchain import go

START = '"github.com/aws/aws-lambda-go/lambda"'
BODY = '\n\nfunc handle(a int, b []string) (string, error) { return "", nil }\n\nfunc main() { lambda.Start(handle) }\n'


def _file(text: str) -> tuple[Source, GoFile, GoFunction]:
    """A program of one file, its facts, and its function `handle`."""
    data = text.encode()
    files = {"main.go": data, "go.mod": b"module example.com/x\n\ngo 1.24\n"}
    code, broken, _ = analyse(files.get, sorted(files))
    assert broken == ()
    return Source("main.go", data), code.files["main.go"], code.functions["example.com/x.handle"]


def _after(source: Source, edits: tuple[Edit, ...]) -> str:
    return fix.apply(source.data, edits).decode()


def _is_formatted(text: str) -> bool:
    run = subprocess.run([go.gofmt()], input=text.encode(), capture_output=True, check=True)
    return run.stdout.decode() == text


@pytest.mark.parametrize(
    ("imports", "path", "expected"),
    [
        (f"import {START}", "context", f'import (\n\t"context"\n\n\t{START}\n)'),
        (f'import (\n\t"fmt"\n\n\t{START}\n)', "context", f'import (\n\t"context"\n\t"fmt"\n\n\t{START}\n)'),
        (f'import (\n\t"bytes"\n\n\t{START}\n)', "context", f'import (\n\t"bytes"\n\t"context"\n\n\t{START}\n)'),
        (f"import (\n\t{START}\n)", "context", f'import (\n\t"context"\n\n\t{START}\n)'),
        (f'import "fmt"\nimport {START}', "context", f'import "context"\nimport "fmt"\nimport {START}'),
        (f'import "fmt"\nimport {START}', "log", f'import "fmt"\nimport "log"\nimport {START}'),
        (f'import "x.org/y"\nimport {START}', "log", f'import "log"\nimport "x.org/y"\nimport {START}'),
        (f'import (\n\tcontext "context"\n\t{START}\n)', "context", f'import (\n\tcontext "context"\n\t{START}\n)'),
    ],
)
def test_an_import_is_added_where_it_belongs(imports: str, path: str, expected: str) -> None:
    source, file, _ = _file(f"package main\n\n{imports}{BODY}")
    after = _after(source, gofix.add_import(file, source, path))
    assert after == f"package main\n\n{expected}{BODY}"


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        (f'import (\n\t"context"\n\n\t{START}\n)', f"import (\n\t{START}\n)"),
        (f'import (\n\t"context"\n\t"fmt"\n\n\t{START}\n)', f'import (\n\t"fmt"\n\n\t{START}\n)'),
        (f'import "context"\nimport {START}', f"import {START}"),
        (f'import (\n\t"context"\n)\n\nimport {START}', f"import {START}"),
    ],
)
def test_an_import_goes_with_what_stood_around_it(imports: str, expected: str) -> None:
    source, file, _ = _file(f"package main\n\n{imports}{BODY}")
    after = _after(source, gofix.remove_import(file, source, "context"))
    assert after == f"package main\n\n{expected}{BODY}"


def test_line_endings_stay() -> None:
    text = f'package main\n\nimport (\n\t"fmt"\n\n\t{START}\n)\n{BODY}'.replace("\n", "\r\n")
    source, file, _ = _file(text)
    after = _after(source, gofix.add_import(file, source, "context"))
    assert '\t"context"\r\n\t"fmt"\r\n' in after
    assert "\n" not in after.replace("\r\n", "")


def test_uses_are_counted_in_code_only() -> None:
    source = Source(
        "x.go", b'// context.TODO()\nvar s = "context." + `context.`\nvar c = context.TODO()\nvar d = x.context.y\n'
    )
    assert gofix.uses(source, "context") == 1


@pytest.mark.parametrize(
    ("head", "parameters", "results"),
    [
        ("func handle(a int, b []string) (string, error)", ["a int", "b []string"], "(string, error)"),
        (
            "func handle(a func(int, int) error, b map[string]int) error",
            ["a func(int, int) error", "b map[string]int"],
            "error",
        ),
        ("func handle[T any, U ~[]T](a T /* , */, b U)", ["a T", "b U"], ""),
        ("func handle()", [], ""),
        (
            "func handle(a interface{ M(x, y int) }) func(int) (int, error)",
            ["a interface{ M(x, y int) }"],
            "func(int) (int, error)",
        ),
    ],
)
def test_the_parts_of_a_signature(head: str, parameters: list[str], results: str) -> None:
    text = f"package main\n\nimport {START}\n\n{head} {{ panic(1) }}\n\nfunc main() {{ lambda.Start(handle) }}\n"
    source, _, function = _file(text)
    found = gofix.signature(source, function)
    assert found is not None
    assert [p.text.split(" /*")[0] for p in gofix.pieces(source, found.parameters)] == parameters
    assert source.text(found.results.start, found.results.end) == results


@pytest.mark.parametrize(
    "literal",
    [
        'T{A: 1, LongName: "x"}',
        'T{\n\t\tA:        1,\n\t\tLongName: "x",\n\t}',
        "T{\n\t\tA: 1,\n\t}",
        'T{\n\t\tLongName: func() string {\n\t\t\treturn ""\n\t\t}(),\n\t\tA: 1,\n\t}',
        'T{\n\t\tA: 1, // one\n\n\t\tLongName: "x",\n\t}',
    ],
)
def test_an_element_is_added_in_line_with_the_others(literal: str) -> None:
    text = (
        f"package main\n\nimport {START}\n\n"
        "type T struct {\n\tA        int\n\tLongName string\n\tMiddle   bool\n}\n\n"
        f"func handle() T {{\n\treturn {literal}\n}}\n\nfunc main() {{\n\tlambda.Start(handle)\n}}\n"
    )
    assert _is_formatted(text)
    source, _, function = _file(text)
    composite = next(n for n in goast.walk(function.body) if isinstance(n, goast.Composite))
    after = _after(source, gofix.insert_element(source, composite, "Middle", "true"))
    assert _is_formatted(after), after
    found: Callable[[str], int] = after.count
    assert found("true") == 1
