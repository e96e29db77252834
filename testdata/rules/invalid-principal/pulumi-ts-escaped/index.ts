import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", ' +
    "\"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"lambda:amazonaws.com\"}}]}",
});

new aws.lambda.Function('orders', {
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist'),
});
