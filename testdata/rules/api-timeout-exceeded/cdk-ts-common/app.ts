import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const LONGEST = cdk.Duration.minutes(2); // want: Place may run for 120 s

new GoFunction(stack, 'Nightly', { entry: '.', timeout: LONGEST });
const place = new GoFunction(stack, 'Place', {
  entry: '.',
  timeout: LONGEST,
  memorySize: 256,
});
const api = new apigateway.RestApi(stack, 'Api');
api.root.addMethod('POST', new apigateway.LambdaIntegration(place));
