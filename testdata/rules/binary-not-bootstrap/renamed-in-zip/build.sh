#!/bin/sh
set -e
GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o dist/orders .
cp dist/orders bootstrap
zip -j dist/orders.zip bootstrap
