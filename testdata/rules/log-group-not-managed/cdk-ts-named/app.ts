import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as logs from 'aws-cdk-lib/aws-logs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
new logs.LogGroup(stack, 'ApiLogs', {
  logGroupName: `/aws/lambda/${api.functionName}`,
  retention: logs.RetentionDays.ONE_MONTH,
});
