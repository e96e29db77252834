import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  environment: { variables: { DB_PASSWORD: '{{resolve:ssm-secure:/shop/db:1}}' } }, // want: DB_PASSWORD of orders refers
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});
