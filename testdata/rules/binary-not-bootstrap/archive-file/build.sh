#!/bin/sh
set -e
export GOOS=linux GOARCH=amd64 CGO_ENABLED=0
go build -o main . # want: the binary is called main
