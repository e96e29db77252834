#!/bin/sh
set -e
export GOOS=linux GOARCH=arm64
export CGO_ENABLED=1 # want: CGO_ENABLED=1 ties the binary
go build -o dist/bootstrap .
zip -j dist/orders.zip dist/bootstrap
