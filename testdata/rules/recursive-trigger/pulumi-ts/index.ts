import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const jobs = new aws.sqs.Queue('jobs', {});
const failed = new aws.sqs.Queue('failed', {});
const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
  environment: { variables: { QUEUE: jobs.url } },
});

new aws.lambda.EventSourceMapping('jobs', {
  eventSourceArn: jobs.arn,
  functionName: orders.arn,
});
