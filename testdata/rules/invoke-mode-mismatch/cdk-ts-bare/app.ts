import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const feed = new GoFunction(stack, 'Feed', { entry: '.', tracing: lambda.Tracing.ACTIVE });
feed.addFunctionUrl(); // want: the handler of Feed streams its answers, but its address is BUFFERED
