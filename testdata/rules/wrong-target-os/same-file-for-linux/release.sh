#!/bin/sh
set -e
GOOS=linux CGO_ENABLED=0 go build -o dist/bootstrap ./cmd/release
zip -j dist/orders.zip dist/bootstrap
