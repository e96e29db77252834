import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const runtime = process.env.OLD ? lambda.Runtime.GO_1_X : lambda.Runtime.PROVIDED_AL2023;

new lambda.Function(stack, 'Worker', {
  runtime,
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('dist'),
});
