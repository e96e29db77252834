import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', { // want: orders can't log, role lacks logs:CreateLogStream and logs:PutLogEvents
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

for (const [at, policyArn] of [aws.iam.ManagedPolicy.AWSXRayDaemonWriteAccess].entries()) {
  new aws.iam.RolePolicyAttachment(`role-${at}`, { role, policyArn });
}

const orders = new aws.lambda.Function('orders', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/orders.zip'),
});
