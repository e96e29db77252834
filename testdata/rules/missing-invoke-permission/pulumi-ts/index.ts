import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/orders',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const topic = new aws.sns.Topic('topic');
new aws.sns.TopicSubscription('orders', { // want: the topic may not invoke orders, it has no permission for sns.amazonaws.com
  topic: topic.arn,
  protocol: 'lambda',
  endpoint: orders.arn,
});
