#!/bin/sh
set -e
export GOOS=linux CGO_ENABLED=0
export GOARCH=arm64 # want: GOARCH=arm64 makes a binary that orders can't run on x86_64 by default
go build -o dist/bootstrap .
zip -j dist/orders.zip dist/bootstrap
