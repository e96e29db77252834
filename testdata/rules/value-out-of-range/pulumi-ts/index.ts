import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/orders',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
  timeout: 0, // want: orders is given 0 s of timeout, 1 to 900 are allowed
  memorySize: 128,
});
