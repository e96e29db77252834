import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { // want: Api has no memory size and gets 128 MB with 7 % of a core
  entry: '.',
});

new GoFunction(stack, 'Worker', { entry: '.', memorySize: 512 });
