#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap \
  --role arn:aws:iam::111122223333:role/orders --zip-file fileb://orders.zip --timeout 1000
