import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const clicks = new aws.kinesis.Stream('clicks', { shardCount: 1 });

new aws.lambda.EventSourceMapping('clicks', { // want: no starting position for a kinesis source in clicks
  eventSourceArn: clicks.arn,
  functionName: orders.arn,
  batchSize: 20000, // want: a batch size of 20000 is not between 1 and 10000
});
