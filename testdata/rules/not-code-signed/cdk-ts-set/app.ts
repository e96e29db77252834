import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  codeSigningConfig: lambda.CodeSigningConfig.fromCodeSigningConfigArn(stack, 'Csc', 'arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-1'),
});
