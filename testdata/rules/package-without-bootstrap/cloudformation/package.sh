#!/bin/sh
GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o build/bootstrap .
zip -r dist/orders.zip build # want: orders.zip holds build, but Orders starts bootstrap at the root
