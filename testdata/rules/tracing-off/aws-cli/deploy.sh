#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --tracing-config Mode=Active --role "$ROLE" --zip-file fileb://place.zip
aws lambda create-function --function-name cancel --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip # want: cancel is not traced
