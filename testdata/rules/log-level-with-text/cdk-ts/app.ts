import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', {
  entry: '.',
  loggingFormat: lambda.LoggingFormat.TEXT,
  systemLogLevelV2: lambda.SystemLogLevel.WARN, // want: Api sets the log level WARN, which the log format Text can't have
});
