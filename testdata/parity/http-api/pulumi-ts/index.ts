import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('tickets', {
  name: 'tickets',
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

new aws.iam.RolePolicy('everything', {
  role: role.id,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
      },
    ],
  }),
});

const tickets = new aws.lambda.Function('tickets', {
  name: 'tickets',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/tickets.zip'),
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  architectures: ['arm64'],
  memorySize: 12000,
  timeout: 45,
  environment: {
    variables: {
      VENUES: 'north,south',
      'ticket-table': 'tickets',
    },
  },
});

new aws.lambda.FunctionUrl('tickets', {
  functionName: tickets.name,
  authorizationType: 'NONE',
});

new aws.lambda.Permission('everybody', {
  action: 'lambda:InvokeFunction',
  function: tickets.name,
  principal: '*',
});

const api = new aws.apigatewayv2.Api('tickets', {
  name: 'tickets',
  protocolType: 'HTTP',
});

new aws.lambda.Permission('api', {
  action: 'lambda:InvokeFunction',
  function: tickets.name,
  principal: 'apigateway.amazonaws.com',
  sourceArn: pulumi.interpolate`${api.executionArn}/*/*`,
});

const integration = new aws.apigatewayv2.Integration('tickets', {
  apiId: api.id,
  integrationType: 'AWS_PROXY',
  integrationUri: tickets.invokeArn,
  payloadFormatVersion: '2.0',
});

new aws.apigatewayv2.Route('tickets', {
  apiId: api.id,
  routeKey: 'GET /tickets',
  target: pulumi.interpolate`integrations/${integration.id}`,
});
