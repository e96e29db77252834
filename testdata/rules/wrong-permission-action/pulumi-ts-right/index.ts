import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/orders',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

new aws.lambda.Permission('events', {
  action: 'lambda:InvokeFunction',
  principal: 'events.amazonaws.com',
  function: orders.name,
});
