#!/bin/sh
aws iam create-role --role-name orders --assume-role-policy-document "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda:amazonaws.com\"}}]}"
aws lambda create-function --function-name orders --runtime provided.al2023 --handler bootstrap --role arn:aws:iam::123456789012:role/orders --zip-file fileb://orders.zip
