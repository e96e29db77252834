import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { // want: Api runs on x86_64 by default, the same duration costs 20 % less on arm64
  entry: '.',
  runtime: lambda.Runtime.PROVIDED_AL2023,
});

new GoFunction(stack, 'Worker', {
  entry: '.',
  architecture: lambda.Architecture.X86_64, // want: Worker runs on x86_64, the same duration costs 20 % less on arm64
});

new GoFunction(stack, 'Reports', { entry: '.', architecture: lambda.Architecture.ARM_64 });
