import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' });
const auditRole = new aws.iam.Role('audit', { assumeRolePolicy });
const reportRole = new aws.iam.Role('report', { assumeRolePolicy });

new aws.iam.RolePolicyAttachment('audit-logs', {
  role: auditRole.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});

new aws.iam.RolePolicyAttachment('report-logs', {
  role: reportRole.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});

new aws.iam.RolePolicy('reports', {
  role: reportRole.id,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: '*' }],
  }),
});

const audit = new aws.lambda.Function('audit', {
  name: 'ledger-audit',
  role: auditRole.arn,
  code: new pulumi.asset.FileArchive('dist/audit.zip'),
  runtime: 'provided.al2023',
  handler: 'bootstrap',
  architectures: ['x86_64'],
  memorySize: 512,
  timeout: 1000,
  environment: {
    variables: {
      AUDIT_MODE: 'loose',
    },
  },
});

const report = new aws.lambda.Function('report', {
  name: 'ledger-report',
  role: reportRole.arn,
  code: new pulumi.asset.FileArchive('dist/report.zip'),
  runtime: 'go1.x',
  handler: 'report',
  memorySize: 256,
  timeout: 120,
  environment: {
    variables: {
      REPORT_BUCKET: 'ledger-reports',
      AWS_LAMBDA_FUNCTION_NAME: 'ledger-report',
    },
  },
});

const ledger = new aws.dynamodb.Table('ledger', {
  name: 'ledger',
  billingMode: 'PAY_PER_REQUEST',
  hashKey: 'id',
  attributes: [{ name: 'id', type: 'S' }],
  streamEnabled: true,
  streamViewType: 'NEW_AND_OLD_IMAGES',
});

new aws.lambda.EventSourceMapping('ledger', {
  eventSourceArn: ledger.streamArn,
  functionName: audit.arn,
  startingPosition: 'LATEST',
  batchSize: 20000,
  functionResponseTypes: ['ReportBatchItemFailures'],
  maximumBatchingWindowInSeconds: 5,
});

new aws.lambda.Permission('ledger', {
  action: 'lambda:InvokeFunction',
  function: audit.name,
  principal: 'dynamodb.amazonaws.com',
});

const nightly = new aws.cloudwatch.EventRule('nightly', {
  scheduleExpression: 'cron(0 2 * * ? *)',
});

new aws.cloudwatch.EventTarget('nightly', {
  rule: nightly.name,
  arn: report.arn,
});

new aws.lambda.Permission('nightly', {
  action: 'lambda:InvokeFunction',
  function: report.name,
  principal: 'events.amazonaws.com',
  sourceArn: nightly.arn,
});
