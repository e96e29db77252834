import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const worker = new GoFunction(stack, 'Worker', { entry: '.' });
const orders = new sqs.Queue(stack, 'Orders');
const refunds = new sqs.Queue(stack, 'Refunds');
const returned = new sqs.Queue(stack, 'Returned');

worker.addEventSource(new SqsEventSource(orders)); // want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures
worker.addEventSource(new SqsEventSource(refunds, { batchSize: 5 })); // want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures
worker.addEventSource(new SqsEventSource(returned, { reportBatchItemFailures: true }));
