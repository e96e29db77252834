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

const shop = new aws.apigatewayv2.Api('shop', { protocolType: 'HTTP' });
new aws.apigatewayv2.Integration('shop', {
  apiId: shop.id,
  integrationType: 'AWS_PROXY',
  integrationUri: api.invokeArn,
});
new aws.lambda.Permission('shop', { // want: shop lets apigateway.amazonaws.com invoke api on behalf of anybody
  action: 'lambda:InvokeFunction',
  principal: 'apigateway.amazonaws.com',
  function: api.name,
});

function nightly() {
  const night = new aws.cloudwatch.EventRule('nightly', { scheduleExpression: 'rate(1 day)' });
  new aws.cloudwatch.EventTarget('nightly', { rule: night.name, arn: api.arn });
}

nightly();
new aws.lambda.Permission('nightly', { // want: nightly lets events.amazonaws.com invoke api on behalf of anybody
  action: 'lambda:InvokeFunction',
  principal: 'events.amazonaws.com',
  function: api.name,
});
