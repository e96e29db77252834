#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip
aws lambda add-permission --function-name place --statement-id all --action lambda:InvokeFunction --principal '*' # want: place
aws lambda add-permission --function-name place --statement-id one --action lambda:InvokeFunction --principal 123456789012
