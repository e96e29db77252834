import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

function slow(id: string): GoFunction {
  return new GoFunction(stack, id, {
    entry: '.',
    timeout: cdk.Duration.minutes(1), // want: Orders may run for 60 s, but LambdaIntegration waits 29 s
  });
}

slow('Nightly');
const api = new apigateway.RestApi(stack, 'Api');
api.root.addMethod('GET', new apigateway.LambdaIntegration(slow('Orders')));
