import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
const rest = new apigateway.RestApi(stack, 'Rest', { binaryMediaTypes: ['*/*'] });
rest.root.addMethod('POST', new apigateway.LambdaIntegration(api));
