import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as logs from 'aws-cdk-lib/aws-logs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

new GoFunction(stack, 'Api', { entry: '.' }); // want: Api has no log group with a retention time

new GoFunction(stack, 'Worker', {
  entry: '.',
  logGroup: new logs.LogGroup(stack, 'WorkerLogs', { retention: logs.RetentionDays.ONE_MONTH }),
});

new GoFunction(stack, 'Reports', { entry: '.', logRetention: logs.RetentionDays.ONE_WEEK });
