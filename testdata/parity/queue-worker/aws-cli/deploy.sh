#!/bin/sh
set -eu

REGION=eu-west-1
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)

make package

aws iam create-role \
  --role-name receipt-worker \
  --assume-role-policy-document file://trust.json
aws iam attach-role-policy \
  --role-name receipt-worker \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
aws iam put-role-policy \
  --role-name receipt-worker \
  --policy-name receipts \
  --policy-document '{
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}]
  }'

aws lambda create-function \
  --function-name receipt-worker \
  --role "arn:aws:iam::$ACCOUNT:role/receipt-worker" \
  --zip-file fileb://dist/worker.zip \
  --runtime provided.al2 \
  --handler worker \
  --memory-size 256 \
  --timeout 60 \
  --environment 'Variables={RECEIPTS_TABLE=receipts,PRINTER_TOKEN=tR7!vq2#Lm9$Zx4w,LEGACY_PRINTER=lp0,AWS_REGION=eu-west-1}'

aws sqs create-queue --queue-name receipts --attributes VisibilityTimeout=30

aws lambda create-event-source-mapping \
  --function-name receipt-worker \
  --event-source-arn "arn:aws:sqs:$REGION:$ACCOUNT:receipts" \
  --batch-size 10

aws lambda add-permission \
  --function-name receipt-worker \
  --statement-id receipts \
  --action lambda:InvokeFunction \
  --principal sns.amazonaws.com
