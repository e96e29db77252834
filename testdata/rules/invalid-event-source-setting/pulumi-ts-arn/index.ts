import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();
const account = config.require('account');

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

new aws.lambda.EventSourceMapping('clicks', { // want: no starting position for a kinesis source in clicks
  eventSourceArn: `arn:aws:kinesis:eu-west-1:${account}:stream/clicks`,
  functionName: orders.arn,
});

new aws.lambda.EventSourceMapping('prices', {
  eventSourceArn: config.require('cluster'),
  functionName: orders.arn,
  topics: ['prices'],
  startingPosition: 'AT_TIMESTAMP',
  startingPositionTimestamp: '2026-01-01T00:00:00Z',
});

new aws.lambda.EventSourceMapping('mails', {
  eventSourceArn: `arn:aws:sqs:eu-west-1:${account}:mails`,
  functionName: orders.arn,
  startingPosition: 'LATEST', // want: a starting position for a queue, which has none
});

new aws.lambda.EventSourceMapping('others', {
  eventSourceArn: config.require('others'),
  functionName: orders.arn,
});
