#!/bin/sh
GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o "$1/bootstrap" .
zip dist/orders.zip "$1/bootstrap"
