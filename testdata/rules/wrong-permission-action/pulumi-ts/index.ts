import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const api = new aws.lambda.Function('api', {
  runtime: aws.lambda.Runtime.CustomAL2023,
  handler: 'bootstrap',
  role: 'arn:aws:iam::111122223333:role/api',
  code: new pulumi.asset.FileArchive('dist/api.zip'),
});

new aws.lambda.Permission('events', {
  action: 'lambda:Invoke', // want: lambda:Invoke does not let events.amazonaws.com invoke api
  principal: 'events.amazonaws.com',
  function: api.name,
});
