import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/orders',
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});

const api = new aws.apigateway.RestApi('shop', { binaryMediaTypes: ['*/*'] });
new aws.apigateway.Integration('add', {
  restApi: api.id,
  resourceId: api.rootResourceId,
  httpMethod: 'POST',
  type: 'AWS_PROXY',
  integrationHttpMethod: 'POST',
  uri: orders.invokeArn,
});
