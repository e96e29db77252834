#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --architectures amd64 --role "$ROLE" --zip-file fileb://place.zip # want: not amd64
