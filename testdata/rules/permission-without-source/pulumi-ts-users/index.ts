import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

const welcome = new aws.lambda.Function('welcome', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/welcome.zip'),
});

const users = new aws.cognito.UserPool('users', { lambdaConfig: { postConfirmation: welcome.arn } });

new aws.lambda.Permission('users', { // want: users lets cognito-idp.amazonaws.com invoke welcome on behalf of anybody
  action: 'lambda:InvokeFunction',
  principal: 'cognito-idp.amazonaws.com',
  function: welcome.name,
});
