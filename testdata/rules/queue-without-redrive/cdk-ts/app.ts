import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const worker = new GoFunction(stack, 'Worker', { entry: '.' });
const failed = new sqs.Queue(stack, 'Failed');
const orders = new sqs.Queue(stack, 'Orders'); // want: Orders has no redrive policy, a message that always fails comes back until it expires
const refunds = new sqs.Queue(stack, 'Refunds', {
  deadLetterQueue: { queue: failed, maxReceiveCount: 5 },
});

worker.addEventSource(new SqsEventSource(orders));
worker.addEventSource(new SqsEventSource(refunds));
