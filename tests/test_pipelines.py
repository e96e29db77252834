"""Builds of services that build, Taskfiles and goreleaser: what can be written there, and what can't be read.

What is read is in testdata/frontends/builds.
"""

from __future__ import annotations

import pytest

from lambdalint.fix import apply
from lambdalint.frontends import builds
from lambdalint.model.build import Build
from lambdalint.value import Known, Value

WORKFLOW = ".github/workflows/build.yml"


def read(path: str, text: str | bytes) -> tuple[Build, ...]:
    files = {path: text if isinstance(text, bytes) else text.encode(), "main.go": b"package main"}
    facts, broken = builds.read(files.get, list(files), ())
    assert broken == ()
    return facts.builds


def workflow(run: str, more: str = "") -> str:
    return f"jobs:\n  pack:\n    runs-on: ubuntu-latest\n    steps:\n      - run: {run}\n{more}"


def written(text: str, value: Value[str] | Value[tuple[str, ...]], new: object) -> str:
    assert isinstance(value, Known)
    edits = value.write(new)
    assert len(edits) == 1
    return apply(text.encode(), edits).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("go build -o x .", "GOOS=linux go build -o x ."),
        ('"go build"', '"GOOS=linux go build"'),
        ("|\n          cd .\n          go build\n", "|\n          cd .\n          GOOS=linux go build\n"),
        (">-\n          cd . &&\n          go build\n", ">-\n          cd . &&\n          GOOS=linux go build\n"),
    ],
)
def test_missing_variable_is_written_into_the_step(before: str, after: str) -> None:
    (build,) = read(WORKFLOW, workflow(before))
    assert written(workflow(before), build.goos, "linux") == workflow(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("go build", "go build -ldflags='-s -w'"),
        ('"go build"', "\"go build -ldflags='-s -w'\""),
        ("|\n          go build\n", '|\n          go build -ldflags="-s -w"\n'),
    ],
)
def test_flags_are_quoted_as_the_scalar_needs(before: str, after: str) -> None:
    (build,) = read(WORKFLOW, workflow(before))
    assert written(workflow(before), build.ldflags, "-s -w") == workflow(after)


def test_nothing_is_written_into_a_scalar_in_single_quotes() -> None:
    (build,) = read(WORKFLOW, workflow("'go build'"))
    assert isinstance(build.ldflags, Known)
    assert build.ldflags.write("-s -w") == ()


@pytest.mark.parametrize("value", ["amd64", "'amd64'", '"amd64"'])
def test_a_variable_of_a_step_is_changed_where_it_stands(value: str) -> None:
    text = workflow("go build", f"        env:\n          GOARCH: {value}\n")
    (build,) = read(WORKFLOW, text)
    assert written(text, build.goarch, "arm64") == text.replace("amd64", "arm64")


def test_a_member_of_a_matrix_is_changed_where_it_is_listed() -> None:
    text = "jobs:\n  pack:\n    runs-on: ubuntu-latest\n    strategy: {matrix: {arch: [amd64]}}\n    steps:\n"
    text += "      - run: GOARCH=${{ matrix.arch }} go build\n"
    (build,) = read(WORKFLOW, text)
    assert written(text, build.goarch, "arm64") == text.replace("[amd64]", "[arm64]")


@pytest.mark.parametrize("matrix", ["${{ fromJSON(inputs.list) }}", "{arch: [amd64], exclude: [{arch: amd64}]}"])
def test_a_matrix_that_is_not_plain_tells_nothing(matrix: str) -> None:
    text = f"jobs:\n  pack:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix: {matrix}\n    steps:\n"
    (build,) = read(WORKFLOW, text + "      - run: GOARCH=${{ matrix.arch }} go build\n")
    assert not isinstance(build.goarch, Known)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_move_nothing(start: bytes) -> None:
    text = workflow("|\n          cd .\n          GOARCH=amd64 \\\n            go build -o x\n")
    data = start + text.replace("\n", "\r\n").encode()
    (build,) = read(WORKFLOW, data)
    assert isinstance(build.goarch, Known)
    assert data[build.goarch.span.start : build.goarch.span.end] == b"amd64"
    assert data[build.span.start : build.span.end].endswith(b"go build -o x")


def test_a_step_that_only_compiles_is_told_from_one_that_packs() -> None:
    text = workflow("go build .", "      - run: GOOS=linux go build -o bootstrap .\n")
    assert [(b.pipeline, b.for_lambda) for b in read(WORKFLOW, text)] == [(True, False), (True, True)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (WORKFLOW, "jobs: [go build]"),
        (WORKFLOW, "jobs: {a: {steps: [run, {run: [go build]}, {run: }, 3]}}"),
        (WORKFLOW, "jobs: &a {b: *a, c: {steps: [{run: go build}]}}"),
        (WORKFLOW, "jobs:\n  a:\n    steps:\n      - run: |\n"),
        (WORKFLOW, "jobs: {a: {strategy: {matrix: {x: [], include: 3}}, steps: go build}}"),
        (".gitlab-ci.yml", "a: {extends: [b, a], script: go build}\nb: {extends: a}\n"),
        (".circleci/config.yml", "jobs: {a: {docker: [], steps: [{run: {command: [go build]}}, {when: go build}]}}"),
        ("buildspec.yml", "phases: [go build]"),
        ("bitbucket-pipelines.yml", "pipelines: &a {default: *a, script: go build}"),
        ("azure-pipelines.yml", "stages: [{jobs: [{steps: go build}]}, jobs, 3]"),
        (
            "Taskfile.yml",
            "tasks: {a: {deps: [b], cmds: [go build]}, b: {deps: [a], cmds: [{task: a}, {for: 3, cmd: 4}]}}",
        ),
        ("Taskfile.yml", "tasks: {a: {cmds: {go: build}}, b: [[go build]], c: 'go build {{.X'}"),
        (".goreleaser.yml", "builds: [{}, 3, {goos: linux, goarch: {a: b}, env: [a, =], targets: [x, 3]}]"),
        (".goreleaser.yml", "builds: {id: go build}"),
    ],
)
def test_odd_shapes_do_no_harm(path: str, text: str) -> None:
    for end in range(len(text) + 1):
        read(path, text[:end])
    found = [build.span for build in read(path, text)]
    assert all(span.path == path and 0 <= span.start <= span.end <= len(text) for span in found)


def test_loops_of_tasks_end() -> None:
    text = "tasks:\n" + "".join(
        f"  t{i}:\n    cmds:\n      - {{task: t{(i + 1) % 30}}}\n      - {{task: t{(i + 7) % 30}}}\n      - go build\n"
        for i in range(30)
    )
    assert {build.tool for build in read("Taskfile.yml", text)} == {"go build"}
