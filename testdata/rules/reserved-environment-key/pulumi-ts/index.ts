import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  environment: { variables: { AWS_REGION: 'eu-west-1', STAGE: 'prod' } }, // want: AWS_REGION of api is reserved by Lambda
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});
