#!/bin/sh
RUNTIME=provided.al2 # want: place runs provided.al2, deprecated since
aws lambda create-function --function-name place --runtime "$RUNTIME" --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws lambda create-function --function-name cancel --runtime "$OTHER_RUNTIME" --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws --endpoint-url http://localhost:4566 lambda create-function --function-name local --runtime go1.x --handler main
awslocal lambda create-function --function-name local --runtime go1.x --handler main
