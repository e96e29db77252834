#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --tracing-config "Mode=PassThrough" --role "$ROLE" --zip-file fileb://place.zip # want: place only passes traces on
