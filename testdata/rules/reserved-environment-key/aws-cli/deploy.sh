#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip \
  --environment "Variables={TABLE=orders,AWS_REGION=$REGION}" # want: AWS_REGION
