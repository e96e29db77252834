import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const worker = new GoFunction(stack, 'Worker', { entry: '.' });
const orders = new sqs.Queue(stack, 'Orders');

new lambda.CfnEventSourceMapping(stack, 'Polling', { // want: Worker returns a batch response, but Polling doesn't have ReportBatchItemFailures
  eventSourceArn: orders.queueArn,
  functionName: worker.functionName,
});
