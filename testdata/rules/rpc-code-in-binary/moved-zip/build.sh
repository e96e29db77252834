#!/bin/bash
for dir in cmd/*; do
  cd "$dir"
  GOOS=linux GOARCH=amd64 CGO_ENABLED=0 go build -o bootstrap . # want: the binary carries RPC code
  zip "${dir##*/}.zip" bootstrap
  mv "${dir##*/}.zip" ../../deploy/
  cd ../..
done
