import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  bundling: {
    goBuildFlags: ['-trimpath'], // want: the binary keeps its debug information
  },
});

new GoFunction(stack, 'Worker', { // want: the binary keeps its debug information
  entry: '.',
  bundling: { cgoEnabled: false },
});
