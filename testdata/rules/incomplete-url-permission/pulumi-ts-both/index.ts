import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/api',
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});

new aws.lambda.FunctionUrl('address', { functionName: api.name, authorizationType: 'AWS_IAM' });

for (const action of ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']) {
  new aws.lambda.Permission(action, { action, function: api.name, principal: 'cloudfront.amazonaws.com' });
}
