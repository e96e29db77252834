#!/bin/sh
GOOS=linux go build -o place .
zip place.zip place
