import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  timeout: cdk.Duration.minutes(15),
  memorySize: 128,
  ephemeralStorageSize: cdk.Size.gibibytes(10),
});
