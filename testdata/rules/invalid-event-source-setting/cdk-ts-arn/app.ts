import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as lambda from 'aws-cdk-lib/aws-lambda';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const cluster = new cdk.CfnParameter(stack, 'Cluster').valueAsString;

const orders = new GoFunction(stack, 'Orders', { entry: '.' });

orders.addEventSourceMapping('Prices', {
  eventSourceArn: cluster,
  kafkaTopic: 'prices',
  startingPosition: lambda.StartingPosition.AT_TIMESTAMP,
  startingPositionTimestamp: 1767225600,
});
orders.addEventSourceMapping('Clicks', { // want: no starting position for a kinesis source
  eventSourceArn: `arn:aws:kinesis:eu-west-1:${stack.account}:stream/clicks`,
});
new lambda.CfnEventSourceMapping(stack, 'Carts', {
  functionName: orders.functionName,
  eventSourceArn: `arn:aws:dynamodb:eu-west-1:${stack.account}:table/carts/stream/2026-01-01T00:00:00.000`,
  startingPosition: 'AT_TIMESTAMP', // want: a dynamodb source can't start at a timestamp
});
