import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new lambda.CfnFunction(stack, 'Api', { // want: the log format of Api is Text, but its code logs JSON
  role: 'arn:aws:iam::111122223333:role/api',
  code: { s3Bucket: 'packages', s3Key: 'api.zip' },
  runtime: 'provided.al2023',
  handler: 'bootstrap',
});
