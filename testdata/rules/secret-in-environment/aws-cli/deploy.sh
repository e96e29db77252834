#!/bin/sh
aws lambda create-function --function-name place --runtime provided.al2023 --handler bootstrap --role "$ROLE" --zip-file fileb://place.zip \
  --environment "Variables={DB_PASSWORD=hT7kq02ZxvB5q,API_TOKEN=$API_TOKEN}" # want: DB_PASSWORD
