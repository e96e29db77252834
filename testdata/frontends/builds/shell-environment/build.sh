#!/bin/sh
set -eu
export GOOS=linux CGO_ENABLED=0
GOARCH=arm64
go build -o seen ./cmd/api
GOARCH="$GOARCH" go build -o prefixed ./cmd/api
env GOOS=darwin GOARCH=amd64 go build -o env ./cmd/api
GOARCH=$(go env GOHOSTARCH) go build -o asked ./cmd/api
GOARCH=${TARGET:-arm64} go build -o defaulted ./cmd/api
if [ -n "${CI:-}" ]; then
  export GOOS=windows
fi
go build -o either ./cmd/api
unset GOOS
GOFLAGS="-tags=lambda.norpc" go build -ldflags='-s -w' -o unset ./cmd/api
. ./missing.env
go build -o tainted ./cmd/api
