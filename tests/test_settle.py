"""What becomes of findings that several handlers lead to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lambdalint.config import Config
from lambdalint.runner import analyse

TWO_WAYS = """package main

import (
\t"context"
\t"os"

\t"github.com/aws/aws-lambda-go/lambda"
\t"github.com/aws/aws-sdk-go-v2/service/s3"
)

func client() *s3.Client { return s3.New(s3.Options{}) }

func read(ctx context.Context) error {
\tpresigned := s3.NewPresignClient(client())
\treturn use(ctx, presigned)
}

func write(ctx context.Context) error {
\tpresigned := s3.NewPresignClient(client())
\treturn use(ctx, presigned)
}

func use(ctx context.Context, _ *s3.PresignClient) error { return ctx.Err() }

func main() {
\tif os.Getenv("WRITE") == "" {
\t\tlambda.Start(read)
\t} else {
\t\tlambda.Start(write)
\t}
}
"""


def test_a_finding_names_what_every_handler_makes_of_it(tmp_path: Path) -> None:
    (tmp_path / "go.mod").write_text("module example.com/x\n\ngo 1.24\n")
    (tmp_path / "main.go").write_text(TWO_WAYS)
    found = analyse(tmp_path, Config(select=("LL201",)), today=date(2026, 11, 20))
    (result,) = found.results
    lines = TWO_WAYS.splitlines()
    source = found.sources["main.go"]
    places = [source.position(related.span.start)[0] for related in result.related]
    assert [lines[line - 1].strip() for line in places] == ["presigned := s3.NewPresignClient(client())"] * 2
    assert len(set(places)) == 2
