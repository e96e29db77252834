import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { // want: Api is not traced
  entry: '.',
  runtime: lambda.Runtime.PROVIDED_AL2023,
});

new GoFunction(stack, 'Worker', { entry: '.' }); // want: Worker is not traced

new GoFunction(stack, 'Reports', { // want: Reports is not traced
  entry: '.',
  memorySize: 256
});

new GoFunction(stack, 'Traced', { entry: '.', tracing: lambda.Tracing.ACTIVE });
