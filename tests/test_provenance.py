"""Where values come from: what derives from the event is known to, and what doesn't isn't taken for it."""

from __future__ import annotations

import pytest

from lambdalint.golang.analyse import analyse
from lambdalint.model import goast
from lambdalint.provenance import Provenance

PROGRAM = """package main

import (
	"context"
	"encoding/json"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

type holder struct{ name, other string }

type outer struct{ holder }

type keeper interface{ keep(name string) string }

type box struct{}

func (box) keep(name string) string { return name }

var table = os.Getenv("TABLE")

func pair(name string) (int, string) { return 1, name }

func use(values ...any) {}

func handle(ctx context.Context, e events.APIGatewayProxyRequest) error {
	var k keeper = box{}
	var decoded holder
	if err := json.Unmarshal([]byte(e.Body), &decoded); err != nil {
		return err
	}
	number, name := pair(e.Path)
	h := holder{}
	h.name = e.Path
	same, part := h, &h
	o := outer{}
	o.name = e.Path
	caller, _ := lambdacontext.FromContext(ctx)
	child := context.WithValue(ctx, holder{}, e.Path)
	fresh := func() string { return table }()
	copied, err := json.Marshal(e)
	lines := []string{table}
	use(EXPRESSION)
	use(k, decoded, number, name, h, same, part, o, caller, child, fresh, copied, err, lines, strings.ToUpper(""))
	return nil
}

func main() { lambda.Start(handle) }
"""


def _origins(expression: str) -> set[tuple[str, tuple[str, ...] | None]]:
    files = {
        "main.go": PROGRAM.replace("EXPRESSION", expression).encode(),
        "go.mod": b"module example.com/x\n\ngo 1.24\n",
    }
    code, _, _ = analyse(files.get, sorted(files))
    (path,) = code.paths
    function = code.functions["example.com/x.handle"]
    call = next(c for c in function.calls if isinstance(c.function, goast.Name) and c.function.name == "use")
    found = Provenance(code, path).of(call.arguments[0], function)
    return {(str(o.source), o.path) for o in found}


@pytest.mark.parametrize(
    ("expression", "origins"),
    [
        ("e", {("event", ())}),
        ("&e", {("event", ())}),
        ('e.Headers["Cookie"]', {("event", ("Headers", "[Cookie]"))}),
        ("string(copied)", {("event", ())}),
        ("decoded.name", {("event", ("Body", "name"))}),
        ("name", {("event", ("Path",))}),
        ("strings.ToUpper(e.Path)", {("event", None)}),
        ("h", {("event", None)}),
        ("h.name", {("event", ("Path",))}),
        ("h.other", set()),
        ("same.other", set()),
        ("part.other", set()),
        ("strings.ToUpper(part.name)", {("event", None)}),
        ("func() string { return h.other }", set()),
        ("func() holder { return h }", {("event", None)}),
        ("o.name", {("event", None)}),
        ("o.holder.name", {("event", None)}),
        ("append(lines, e.Path)[0]", {("event", ("Path",))}),
        ("append(lines, e.Path)", {("event", None)}),
        ("append(lines, e.MultiValueHeaders[e.Path]...)", {("event", ("MultiValueHeaders", "[]")), ("event", None)}),
        ("append()", set()),
        ('"path " + e.Path', {("event", None)}),
        ("[]string{e.Path, table}[1]", {("event", ("Path",))}),
        ("append([]holder{}, holder{name: e.Path})[0].name", {("event", ("Path",))}),
        ("append([]holder{}, holder{name: e.Path})[0].other", set()),
        ("append([]holder{}, decoded)[0].other", {("event", ("Body", "other"))}),
        ("[][]holder{{{name: e.Path}}}[0][0].name", {("event", ("Path",))}),
        ("k.keep(e.Path)", {("event", ("Path",))}),
        ("caller", {("context", None)}),
        ("err", {("event", None)}),
        ("number", set()),
        ("child", set()),
        ("fresh", set()),
        ("table", set()),
        ('os.Getenv("X")', set()),
    ],
)
def test_origins(expression: str, origins: set[tuple[str, tuple[str, ...] | None]]) -> None:
    assert _origins(expression) == origins
