#!/bin/sh
aws lambda create-function \
  --function-name orders \
  --package-type Image \
  --handler "bootstrap" \
  --role "$ROLE" \
  --code ImageUri="$IMAGE" \
  --layers "$FIRST" "$SECOND"

aws lambda create-function --function-name bills --handler bootstrap --package-type Image --role "$ROLE" \
  --code ImageUri="$IMAGE" --runtime provided.al2023

OPTIONS="--handler bootstrap"
aws lambda create-function --function-name refunds --package-type Image $OPTIONS --role "$ROLE" --code ImageUri="$IMAGE"
