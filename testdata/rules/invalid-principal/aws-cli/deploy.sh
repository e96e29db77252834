#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://orders.zip
aws lambda add-permission --function-name orders --statement-id weekly --action lambda:InvokeFunction \
  --principal event.amazonaws.com --source-arn "$RULE" # want: events.amazonaws.com is
aws lambda add-permission --function-name orders --statement-id topic --action lambda:InvokeFunction \
  --principal 'sns.amazonaws.com' --source-arn "$TOPIC"
aws lambda add-permission --function-name orders --statement-id other --action lambda:InvokeFunction --principal "$WHO"
