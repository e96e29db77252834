#!/bin/sh
set -e
CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build -tags lambda.norpc -ldflags "-s -w" -o bootstrap .
zip orders.zip bootstrap
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap --architectures arm64 --role "$ROLE" \
  --logging-config LogFormat=Text --zip-file fileb://orders.zip # want: the log format of orders is Text, but its code logs JSON
aws lambda create-function --function-name bills --runtime provided.al2023 --handler bootstrap --architectures arm64 --role "$ROLE" \
  --logging-config LogFormat=JSON --zip-file fileb://orders.zip
aws lambda create-function --function-name refunds --runtime provided.al2023 --handler bootstrap --architectures arm64 --role "$ROLE" \
  --logging-config "$LOGGING" --zip-file fileb://orders.zip
aws lambda create-function --function-name claims --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://orders.zip # want: the log format of claims is Text
