#!/bin/sh
set -e
GOOS=linux GOARCH=amd64 go build -o place .
chmod +x place
zip place.zip place
