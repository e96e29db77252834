#!/bin/sh
set -e
export GOOS=linux GOARCH=amd64 CGO_ENABLED=0
go build -o dist/bootstrap .
zip -j dist/shop.zip dist/bootstrap
