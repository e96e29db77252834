#!/bin/sh
GOOS=darwin GOARCH=amd64 CGO_ENABLED=0 go build -o dist/bootstrap . # want: GOOS=darwin makes a binary for darwin
zip -j dist/orders.zip dist/bootstrap
