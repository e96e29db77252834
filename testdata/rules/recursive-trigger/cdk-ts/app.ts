import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const jobs = new sqs.Queue(stack, 'Jobs');
const failed = new sqs.Queue(stack, 'Failed');
const orders = new GoFunction(stack, 'Orders', {
  entry: '.',
  environment: { QUEUE: jobs.queueUrl },
});
orders.addEventSource(new SqsEventSource(jobs));
