#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap \
  --role arn:aws:iam::111122223333:role/orders --zip-file fileb://orders.zip
aws lambda add-permission --function-name orders --statement-id topic --principal sns.amazonaws.com \
  --action lambda:Invoke --source-arn arn:aws:sns:eu-west-1:111122223333:orders
