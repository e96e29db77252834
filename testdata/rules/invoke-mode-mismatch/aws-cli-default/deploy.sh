#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://orders.zip
aws lambda create-function-url-config --function-name orders --auth-type AWS_IAM # want: the handler of orders streams its answers, but its address is BUFFERED
