#!/usr/bin/env bash
set -eu
export GOOS=linux GOARCH=amd64

compile() {
  go build -o "dist/$1/bootstrap" .
  zip -j "dist/$1.zip" "dist/$1/bootstrap"
}

CGO_ENABLED=0 compile other
compile orders
