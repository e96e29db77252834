import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const placed = new aws.cloudwatch.EventRule('placed', {
  eventPattern: JSON.stringify({ source: ['shop.orders'], 'detail-type': ['order.placed'] }),
});

new aws.cloudwatch.EventTarget('placed', { rule: placed.name, arn: orders.arn });
