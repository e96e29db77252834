import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { KinesisEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const orders = new GoFunction(stack, 'Orders', { entry: '.' });
const clicks = new kinesis.Stream(stack, 'Clicks');

orders.addEventSource(new KinesisEventSource(clicks, { // want: has no on-failure destination
  startingPosition: lambda.StartingPosition.LATEST,
  retryAttempts: 5,
}));
