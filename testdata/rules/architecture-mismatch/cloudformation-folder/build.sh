#!/bin/sh
set -e
GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -o dist/bootstrap . # want: GOARCH=arm64 makes a binary that Orders can't run on x86_64
zip -j dist/orders.zip dist/bootstrap
