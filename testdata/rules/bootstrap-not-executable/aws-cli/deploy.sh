#!/bin/sh
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://orders.zip # want: bootstrap in orders.zip is not executable, orders can't start it
