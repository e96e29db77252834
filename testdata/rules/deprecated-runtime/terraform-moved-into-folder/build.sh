#!/bin/sh
set -e
mkdir -p dist
GOOS=linux GOARCH=amd64 go build -o main .
mv main dist/
chmod +x dist/main
zip -j dist/place.zip dist/main
