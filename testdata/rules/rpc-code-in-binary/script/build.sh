#!/bin/sh
GOOS=linux CGO_ENABLED=0 go build -tags timetzdata -o dist/bootstrap . # want: the binary carries RPC code
zip -j dist/orders.zip dist/bootstrap
