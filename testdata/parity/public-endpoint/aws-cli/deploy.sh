#!/usr/bin/env bash
set -euo pipefail

REGION=eu-central-1
ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
ARCHIVE="arn:aws:lambda:$REGION:$ACCOUNT:function:press-archive"

make package

ROLE=$(aws iam create-role --role-name press --assume-role-policy-document file://trust.json --query Role.Arn --output text)
aws iam attach-role-policy --role-name press \
  --policy-arn arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole

# the newspaper, for everybody
aws lambda create-function \
  --function-name press-feed \
  --role "$ROLE" \
  --zip-file fileb://dist/feed.zip \
  --runtime provided.al2023 \
  --handler bootstrap \
  --architectures aarch64 \
  --memory-size 256 \
  --timeout 60 \
  --tracing-config Mode=Active \
  --logging-config LogFormat=Text

aws lambda create-function-url-config --function-name press-feed --auth-type NONE --invoke-mode BUFFERED

aws lambda add-permission \
  --function-name press-feed \
  --statement-id readers \
  --action lambda:InvokeFunctionUrl \
  --principal "*" \
  --function-url-auth-type NONE

# what was printed, kept
aws lambda create-function \
  --function-name press-archive \
  --description "Keeps what was printed" \
  --role "$ROLE" \
  --zip-file fileb://dist/archive.zip \
  --runtime provided.al2023 \
  --handler bootstrap \
  --architectures arm64 \
  --memory-size 128 \
  --timeout 30 \
  --tracing-config Mode=Active

# each of the three services below may call the archive
TOPIC=$(aws sns create-topic --name press-printed --query TopicArn --output text)
aws sns subscribe --topic-arn "$TOPIC" --protocol lambda --notification-endpoint "$ARCHIVE"
aws lambda add-permission \
  --function-name press-archive \
  --statement-id printed \
  --action lambda:InvokeFunction \
  --principal sns.amazonaws.com

RULE=$(aws events put-rule --name press-weekly --schedule-expression "cron(0 4 ? * SUN *)" --query RuleArn --output text)
aws events put-targets --rule press-weekly --targets "Id=archive,Arn=$ARCHIVE"
aws lambda add-permission \
  --function-name press-archive \
  --statement-id weekly \
  --action lambda:InvokeFunction \
  --principal event.amazonaws.com \
  --source-arn "$RULE"

aws lambda add-permission \
  --function-name press-archive \
  --statement-id scans \
  --action lambda:GetFunction \
  --principal s3.amazonaws.com \
  --source-arn arn:aws:s3:::press-scans \
  --source-account 123456789012

# pages, from an image that comes from elsewhere
aws lambda create-function \
  --function-name press-render \
  --role "$ROLE" \
  --package-type Image \
  --code ImageUri=123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1 \
  --handler bootstrap \
  --architectures arm64 \
  --memory-size 1024 \
  --timeout 120 \
  --tracing-config Mode=Active
