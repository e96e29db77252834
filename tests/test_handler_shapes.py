"""What the rules say about a handler's shape is what the runtime client does with it.

Each row of testdata/handler_shapes/*.toml is a handler, what is passed to the entry point, and the outcome of one
invocation. The real runtime client confirms the outcome, and the rules find exactly the handlers that never work.

Keys of a row: `code` (declarations), `pass` (the handler expression, `handle` if not given), `before` (statements ahead
of the entry point), `start`, `lead`, `after` (the entry point, and its other arguments), `imports` (beside those known
by their name), `payload`, `outcome` (`ok`, or the text of the error or panic; a list where it depends on the version of
Go), `rules` (codes of the findings), `silent` (why an outcome other than ok is no finding).
"""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from lambdalint.config import Config
from lambdalint.runner import analyse
from tests.cases import TESTDATA, TODAY
from tests.toolchain import go

SHAPES = TESTDATA / "handler_shapes"
MODULE = "example.com/shapes"
CODES = ("LL101", "LL102", "LL103", "LL104", "LL105")
KEYS = frozenset(
    {"code", "pass", "before", "start", "lead", "after", "imports", "payload", "outcome", "rules", "silent"}
)
IMPORTS = (
    "archive/tar", "bytes", "context", "encoding/json", "errors", "fmt", "io", "io/fs", "math/big", "net/http",
    "net/netip", "net/url", "os", "os/exec", "runtime", "strings", "testing", "time",
    "github.com/aws/aws-lambda-go/events", "github.com/aws/aws-lambda-go/lambda/messages",
    "github.com/aws/aws-lambda-go/lambdacontext",
)  # fmt: skip
COMMON = """
type Event struct {
	ID string `json:"id"`
}

func (e Event) check() error {
	if e.ID != "1" {
		panic("the event did not arrive")
	}
	return nil
}

type Answer struct {
	Text string `json:"text"`
}
"""
GO_MOD = f"""module {MODULE}

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	golang.org/x/net v0.62.0
)
"""
PROGRAM = """
func outcome(handler func() lambda.Handler, payload string) (text string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			text = fmt.Sprint("panic: ", panicked)
		}
	}()
	if _, err := handler().Invoke(context.Background(), []byte(payload)); err != nil {
		return "error: " + err.Error()
	}
	return "ok"
}
"""


class Shape(NamedTuple):
    """A row of the tables."""

    name: str
    code: str
    passed: str
    before: str
    start: str
    lead: str
    after: str
    imports: tuple[str, ...]
    payload: str
    outcomes: tuple[str, ...]
    rules: tuple[str, ...]
    silent: str

    @property
    def folder(self) -> str:
        return self.name.replace("-", "_")

    def source(self, package: str, functions: str, models: str) -> str:
        """A Go file with the declarations of the row and these functions. `models` is that package's import path."""
        body = f"{COMMON}\n{self.code.strip()}\n\n{functions}"
        paths = [path for path in (*IMPORTS, models) if re.search(rf"\b{path.rpartition('/')[2]}\.", body)]
        lines = [f'"{path}"' for path in paths] + list(self.imports) + ['"github.com/aws/aws-lambda-go/lambda"']
        imports = "\n".join(f"\t{line}" for line in lines)
        return f"package {package}\n\nimport (\n{imports}\n)\n{body}"

    def entry(self, name: str) -> str:
        """A function that starts the runtime client."""
        statements = [*self.before.strip().splitlines(), f"lambda.{self.start}({self.lead}{self.passed}{self.after})"]
        return f"func {name}() {{\n" + "".join(f"\t{line}\n" for line in statements) + "}\n"

    def probe(self) -> str:
        """A function that makes what the runtime client would invoke."""
        statements = [*self.before.strip().splitlines(), f"return lambda.NewHandler({self.passed})"]
        return "func Probe() lambda.Handler {\n" + "".join(f"\t{line}\n" for line in statements) + "}\n"


def _shapes() -> Iterator[Shape]:
    for table in sorted(SHAPES.glob("*.toml")):
        for name, row in tomllib.loads(table.read_text(encoding="utf-8")).items():
            assert row.keys() <= KEYS, f"{table.name}: {name}: unknown keys {row.keys() - KEYS}"
            yield Shape(
                name,
                row.get("code", ""),
                row.get("pass", "handle"),
                row.get("before", ""),
                row.get("start", "Start"),
                row.get("lead", ""),
                row.get("after", ""),
                tuple(row.get("imports", ())),
                row.get("payload", '{"id": "1"}'),
                (outcome,) if isinstance(outcome := row["outcome"], str) else tuple(outcome),
                tuple(row.get("rules", ())),
                row.get("silent", ""),
            )


ROWS = tuple(_shapes())


def _write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def _models(root: Path, folder: str) -> None:
    _write(root, f"{folder}/models.go", (SHAPES / "models" / "models.go").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the runtime client does with each shape, by the shape's name. Each entry point is compiled too."""
    root = tmp_path_factory.mktemp("client")
    _write(root, "go.mod", GO_MOD)
    _models(root, "models")
    imports, rows = [], []
    for number, shape in enumerate(ROWS):
        functions = shape.entry("Main") + "\n" + shape.probe()
        _write(root, f"{shape.folder}/shape.go", shape.source("shape", functions, f"{MODULE}/models"))
        imports.append(f'\ts{number} "{MODULE}/{shape.folder}"')
        rows.append(f"\tresults[{json.dumps(shape.name)}] = outcome(s{number}.Probe, {json.dumps(shape.payload)})")
    standard = ['\t"context"', '\t"encoding/json"', '\t"fmt"', '\t"os"', '\t"github.com/aws/aws-lambda-go/lambda"']
    text = "package main\n\nimport (\n" + "\n".join(standard + imports) + f"\n)\n{PROGRAM}\nfunc main() {{\n"
    text += "\tresults := map[string]string{}\n" + "\n".join(rows)
    text += "\n\tif err := json.NewEncoder(os.Stdout).Encode(results); err != nil {\n\t\tpanic(err)\n\t}\n}\n"
    _write(root, "main.go", text)
    run = subprocess.run(
        [go.command(), "run", "."], cwd=root, env=go.environment(root), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-6000:]
    found: dict[str, str] = json.loads(run.stdout)
    return found


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[str, str]]]:
    """Codes and messages of what is found in a project with one program for each shape, by the shape's name.

    Each program has a copy of the package that it shares with others for the compiler: a finding there is its own.
    """
    root = tmp_path_factory.mktemp("project")
    _write(root, "go.mod", GO_MOD)
    for shape in ROWS:
        text = shape.source("main", shape.entry("main"), f"{MODULE}/{shape.folder}/models")
        _write(root, f"{shape.folder}/main.go", text)
        if "models." in text:
            _models(root, f"{shape.folder}/models")
    analysis = analyse(root, Config(select=CODES, preview=True), today=TODAY)
    assert [problem.message for problem in analysis.problems] == []
    assert analysis.counts.programs == len(ROWS)
    found: dict[str, list[tuple[str, str]]] = {shape.folder: [] for shape in ROWS}
    for result in analysis.results:
        found[result.span.path.partition("/")[0]].append((result.rule.code, result.message))
    return {shape.name: found[shape.folder] for shape in ROWS}


def test_rows_are_sound() -> None:
    """Every outcome that isn't ok is either found or left alone for a stated reason, and nothing else is."""
    assert len({shape.name for shape in ROWS}) == len(ROWS) >= 75
    for shape in ROWS:
        assert not (shape.rules and "ok" in shape.outcomes), shape.name
        assert bool(shape.rules) + bool(shape.silent) == (shape.outcomes != ("ok",)), shape.name


@pytest.mark.parametrize("shape", ROWS, ids=lambda shape: shape.name)
def test_runtime_client(shape: Shape, outcomes: dict[str, str]) -> None:
    assert outcomes[shape.name] in shape.outcomes


@pytest.mark.parametrize("shape", ROWS, ids=lambda shape: shape.name)
def test_findings(shape: Shape, findings: dict[str, list[tuple[str, str]]]) -> None:
    found = findings[shape.name]
    assert sorted(code for code, _ in found) == sorted(shape.rules), found
    for code, message in found:
        assert code != "LL101" or any(f'"{outcome.removeprefix("error: ")}"' in message for outcome in shape.outcomes)
