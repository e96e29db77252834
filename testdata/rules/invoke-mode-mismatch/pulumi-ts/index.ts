import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: config.require('role'),
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

new aws.lambda.FunctionUrl('orders', {
  functionName: orders.name,
  authorizationType: 'AWS_IAM',
  invokeMode: 'RESPONSE_STREAM', // want: the handler of orders doesn't stream its answers, but its address is RESPONSE_STREAM
});
