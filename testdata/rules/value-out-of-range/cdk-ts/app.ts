import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  timeout: cdk.Duration.minutes(20), // want: Api is given 1200 s of timeout, 1 to 900 are allowed
  memorySize: 10240,
});
