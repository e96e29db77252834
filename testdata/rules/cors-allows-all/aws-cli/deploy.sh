#!/bin/sh
set -eu
aws lambda create-function --function-name prices --runtime provided.al2023 --handler bootstrap \
  --role "$ROLE" --zip-file fileb://prices.zip
aws lambda create-function-url-config --function-name prices --auth-type AWS_IAM \
  --cors 'AllowOrigins=*,AllowCredentials=true' # want: every website may call the address of prices, and with credentials
aws lambda create-function --function-name stock --runtime provided.al2023 --handler bootstrap \
  --role "$ROLE" --zip-file fileb://stock.zip
aws lambda create-function-url-config --function-name stock --auth-type AWS_IAM \
  --cors "AllowOrigins=https://$HOST"
