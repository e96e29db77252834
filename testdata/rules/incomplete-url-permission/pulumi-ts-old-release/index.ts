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

new aws.lambda.FunctionUrl('address', { functionName: api.name, authorizationType: 'AWS_IAM' });

new aws.lambda.Permission('cdn', {
  action: 'lambda:InvokeFunctionUrl', // want: calls to the address of api also need lambda:InvokeFunction
  function: api.name,
  functionUrlAuthType: 'AWS_IAM',
  principal: 'cloudfront.amazonaws.com',
});
