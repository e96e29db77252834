#!/usr/bin/env bash
set -euo pipefail

readonly NAME=tickets
readonly ACCOUNT="${AWS_ACCOUNT_ID:?}"

make package

aws iam create-role --role-name "$NAME" --assume-role-policy-document file://trust.json
aws iam put-role-policy --role-name "$NAME" --policy-name everything --policy-document file://policy.json

aws lambda create-function --function-name "$NAME" \
  --role "arn:aws:iam::${ACCOUNT}:role/${NAME}" \
  --zip-file "fileb://dist/${NAME}.zip" \
  --runtime provided.al2023 --handler bootstrap --architectures arm64 \
  --memory-size 12000 --timeout 45 \
  --environment "Variables={VENUES='north,south',ticket-table=tickets}"

aws lambda create-function-url-config --function-name "$NAME" --auth-type NONE
aws lambda add-permission --function-name "$NAME" --statement-id url \
  --action lambda:InvokeFunctionUrl --principal "*" --function-url-auth-type NONE
aws lambda add-permission --function-name "$NAME" --statement-id everybody \
  --action lambda:InvokeFunction --principal "*"

API=$(aws apigatewayv2 create-api --name "$NAME" --protocol-type HTTP \
  --route-key "GET /tickets" \
  --target "arn:aws:lambda:eu-central-1:${ACCOUNT}:function:${NAME}" \
  --query ApiId --output text)
aws lambda add-permission --function-name "$NAME" --statement-id api \
  --action lambda:InvokeFunction --principal apigateway.amazonaws.com \
  --source-arn "arn:aws:execute-api:eu-central-1:${ACCOUNT}:${API}/*/*"
