import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

new aws.lambda.Function('orders', { // want: orders has no handler, Lambda takes no package without
  runtime: aws.lambda.Runtime.CustomAL2023,
  role: 'arn:aws:iam::111122223333:role/shop',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});
