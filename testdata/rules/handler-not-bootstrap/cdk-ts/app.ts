import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const base = {
  runtime: lambda.Runtime.PROVIDED_AL2023,
  code: lambda.Code.fromAsset('dist'),
};

new lambda.Function(stack, 'Api', {
  ...base,
  handler: 'main', // want: the handler of Api is main, but provided.al2023 starts bootstrap
});

new lambda.Function(stack, 'Worker', { ...base, handler: 'bootstrap' });

new GoFunction(stack, 'Reports', { entry: '.' });
