import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const worker = new GoFunction(stack, 'Worker', {
  entry: '.',
  timeout: cdk.Duration.seconds(30),
});
const orders = new sqs.Queue(stack, 'Orders', {
  visibilityTimeout: cdk.Duration.minutes(1), // want: Orders hides messages for 60 s, Worker may run for 30 s, so 180 s leave room for retries
});
const refunds = new sqs.Queue(stack, 'Refunds', { // want: Refunds hides messages for 30 s, Worker may run for 30 s, so 180 s leave room for retries
  retentionPeriod: cdk.Duration.days(7),
});
const returned = new sqs.Queue(stack, 'Returned', { visibilityTimeout: cdk.Duration.minutes(3) });

worker.addEventSource(new SqsEventSource(orders));
worker.addEventSource(new SqsEventSource(refunds));
worker.addEventSource(new SqsEventSource(returned));
