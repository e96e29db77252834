import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  timeout: 40,
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});

const orders = new aws.sqs.Queue('orders'); // want: orders hides messages for 30 s

new aws.lambda.EventSourceMapping('orders', {
  eventSourceArn: orders.arn,
  functionName: api.arn,
});
