import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Ledger');

const audit = new lambda.Function(stack, 'Audit', {
  functionName: 'ledger-audit',
  code: lambda.Code.fromAsset('dist/audit.zip'),
  runtime: lambda.Runtime.PROVIDED_AL2023,
  handler: 'bootstrap',
  architecture: lambda.Architecture.X86_64,
  memorySize: 512,
  timeout: cdk.Duration.seconds(1000),
  environment: {
    AUDIT_MODE: 'loose',
  },
});

const report = new lambda.Function(stack, 'Report', {
  functionName: 'ledger-report',
  code: lambda.Code.fromAsset('dist/report.zip'),
  runtime: lambda.Runtime.GO_1_X,
  handler: 'report',
  memorySize: 256,
  timeout: cdk.Duration.seconds(120),
  environment: {
    REPORT_BUCKET: 'ledger-reports',
    AWS_LAMBDA_FUNCTION_NAME: 'ledger-report',
  },
});

const ledger = new dynamodb.Table(stack, 'Ledger', {
  tableName: 'ledger',
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
});

audit.addEventSource(
  new sources.DynamoEventSource(ledger, {
    startingPosition: lambda.StartingPosition.LATEST,
    batchSize: 20000,
    reportBatchItemFailures: true,
    maxBatchingWindow: cdk.Duration.seconds(5),
  }),
);

audit.addPermission('LedgerPermission', {
  principal: new iam.ServicePrincipal('dynamodb.amazonaws.com'),
});

new events.Rule(stack, 'Nightly', {
  schedule: events.Schedule.expression('cron(0 2 * * ? *)'),
  targets: [new targets.LambdaFunction(report)],
});

report.addToRolePolicy(
  new iam.PolicyStatement({
    actions: ['s3:PutObject'],
    resources: ['*'],
  }),
);
