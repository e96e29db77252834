#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws lambda create-event-source-mapping --function-name place --event-source-arn arn:aws:sqs:eu-west-1:123456789012:orders # want: batch response
