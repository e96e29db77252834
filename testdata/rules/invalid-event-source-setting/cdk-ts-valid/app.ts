import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { KinesisEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const orders = new GoFunction(stack, 'Orders', { entry: '.' });
const incoming = new sqs.Queue(stack, 'Incoming');
const clicks = new kinesis.Stream(stack, 'Clicks');

orders.addEventSource(new SqsEventSource(incoming, {
  batchSize: 100,
  maxBatchingWindow: cdk.Duration.seconds(5),
  maxConcurrency: 2,
}));
orders.addEventSource(new KinesisEventSource(clicks, {
  startingPosition: lambda.StartingPosition.TRIM_HORIZON,
  maxRecordAge: cdk.Duration.days(7),
}));
