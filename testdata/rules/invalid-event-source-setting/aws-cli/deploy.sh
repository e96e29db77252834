#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap \
  --role "$ROLE" --zip-file fileb://orders.zip

aws lambda create-event-source-mapping --function-name orders --batch-size 50 \
  --event-source-arn arn:aws:sqs:eu-west-1:111122223333:incoming
