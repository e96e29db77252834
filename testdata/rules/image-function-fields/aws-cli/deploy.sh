#!/bin/sh
aws lambda create-function --function-name orders --package-type Image --role "$ROLE" --code ImageUri="$IMAGE" --runtime provided.al2023 # want: which can't have --runtime
