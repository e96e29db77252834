import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { // want: Api has no timeout and is stopped after 3 s
  entry: '.',
});

new GoFunction(stack, 'Worker', { entry: '.', timeout: cdk.Duration.seconds(10) });
