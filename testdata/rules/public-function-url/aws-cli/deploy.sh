#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws lambda create-function-url-config --function-name place --auth-type NONE # want: anybody can invoke place
aws lambda create-function-url-config --function-name place --auth-type AWS_IAM --qualifier live
