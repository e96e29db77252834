#!/bin/sh
aws lambda update-function-configuration --function-name place \
  --runtime provided.al2023 --handler main # want: the handler of place is main
aws lambda update-function-configuration --function-name place --timeout 10
