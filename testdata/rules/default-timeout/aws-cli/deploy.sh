#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip # want: place has no timeout
aws lambda create-function --function-name cancel --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws lambda update-function-configuration --function-name cancel --timeout 10
aws lambda create-function --function-name change --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip $MORE
aws lambda create-function --cli-input-json file://change.json --function-name change
