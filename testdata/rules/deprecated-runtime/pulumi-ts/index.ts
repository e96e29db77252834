import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2, // want: api runs provided.al2, deprecated since 2026-07-31
  handler: 'bootstrap',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});
const old = new aws.lambda.Function('old', {
  runtime: aws.lambda.Runtime.Go1dx, // want: old runs go1.x, refused for new functions since 2024-02-08
  handler: 'main',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/old.zip'),
});
