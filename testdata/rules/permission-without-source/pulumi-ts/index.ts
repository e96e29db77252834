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

new aws.lambda.Permission('events', { // want: events lets events.amazonaws.com invoke api on behalf of anybody
  action: 'lambda:InvokeFunction',
  principal: 'events.amazonaws.com',
  function: api.name,
});
