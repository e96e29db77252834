import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { // want: Api runs provided.al2, deprecated since 2026-07-31
  entry: '.',
});

new lambda.Function(stack, 'Worker', {
  runtime: lambda.Runtime.PROVIDED_AL2, // want: Worker runs provided.al2, deprecated since 2026-07-31
  handler: 'bootstrap',
  code: lambda.Code.fromAsset('dist'),
});

new GoFunction(stack, 'Reports', { entry: '.', runtime: lambda.Runtime.PROVIDED_AL2023 });
