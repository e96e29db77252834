import * as cdk from '@aws-cdk/core';
import { GoFunction } from '@aws-cdk/aws-lambda-go';
import { Runtime } from '@aws-cdk/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Place', {
  entry: '.',
  runtime: Runtime.GO_1_X, // want: Place runs go1.x, refused for new functions since 2024-02-08
});
