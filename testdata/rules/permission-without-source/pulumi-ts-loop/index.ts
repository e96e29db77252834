import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('role', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

for (const name of ['orders', 'refunds']) {
  const worker = new aws.lambda.Function(name, {
    runtime: aws.lambda.Runtime.CustomAL2023,
    handler: 'bootstrap',
    role: role.arn,
    code: new pulumi.asset.FileArchive(`dist/${name}.zip`),
  });
  const changed = new aws.sns.Topic(name);
  new aws.sns.TopicSubscription(name, { topic: changed.arn, protocol: 'lambda', endpoint: worker.arn });
  new aws.lambda.Permission(name, { // want: orders lets sns.amazonaws.com invoke orders on behalf of anybody
    action: 'lambda:InvokeFunction',
    principal: 'sns.amazonaws.com',
    function: worker.name,
  });
}
