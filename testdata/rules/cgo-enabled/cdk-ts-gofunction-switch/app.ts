import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Place', {
  entry: '.',
  runtime: lambda.Runtime.PROVIDED_AL2023,
  bundling: { cgoEnabled: true }, // want: CGO_ENABLED=1
});
