#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip # want: place runs on x86_64 by default
aws lambda create-function --function-name cancel --runtime provided.al2023 --handler bootstrap --architectures arm64 --role "$ROLE" --zip-file fileb://place.zip
