#!/bin/sh
GOOS=linux go build -o $1 ./cmd/$1
