import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const nightly = new aws.cloudwatch.EventRule('nightly', { scheduleExpression: 'rate(1 day)', state: 'DISABLED' });

new aws.cloudwatch.EventTarget('nightly', { rule: nightly.name, arn: orders.arn });
