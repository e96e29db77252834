import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/orders',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const topic = new aws.sns.Topic('topic');
new aws.lambda.Permission('topic', {
  action: 'lambda:InvokeFunction',
  principal: 's3.amazonaws.com', // want: s3.amazonaws.com never invokes orders for a resource of sns
  function: orders.name,
  sourceArn: topic.arn,
});
