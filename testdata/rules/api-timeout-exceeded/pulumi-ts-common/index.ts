import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const longest = 120; // want: place may run for 120 s

function handler(name: string, timeout: number) {
  return new aws.lambda.Function(name, {
    runtime: 'provided.al2023',
    handler: 'bootstrap',
    role: 'arn:aws:iam::123456789012:role/shop',
    code: new pulumi.asset.FileArchive('dist'),
    timeout,
  });
}

const place = new aws.lambda.Function('place', {
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  role: 'arn:aws:iam::123456789012:role/shop',
  code: new pulumi.asset.FileArchive('dist'),
  timeout: longest,
});
handler('nightly', longest);

const api = new aws.apigateway.RestApi('api', {});
new aws.apigateway.Integration('place', {
  restApi: api.id,
  resourceId: api.rootResourceId,
  httpMethod: 'POST',
  integrationHttpMethod: 'POST',
  type: 'AWS_PROXY',
  uri: place.invokeArn,
});
