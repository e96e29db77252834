import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});

new aws.iam.RolePolicy('policy', {
  role,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }], // want: sqs:\* allows every action of sqs, granted to api
  }),
});
