import * as cdk from 'aws-cdk-lib';
import { aws_lambda as lambda } from 'aws-cdk-lib';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.CfnFunction(stack, 'Prices', {
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  role: 'arn:aws:iam::123456789012:role/prices',
  code: { zipFile: 'package main' }, // want: Prices runs provided.al2023
});

new lambda.CfnFunction(stack, 'Stored', {
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  role: 'arn:aws:iam::123456789012:role/stored',
  code: { s3Bucket: 'releases', s3Key: 'stored.zip' },
});
