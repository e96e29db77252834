#!/bin/sh
GOOS=linux go build -o place .
zip place.zip place
aws lambda create-function --function-name place --role "$ROLE" --zip-file fileb://place.zip --handler place --runtime go1.x # want: runs go1.x, refused for new functions since 2024-02-08
