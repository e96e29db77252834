import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('worker', {
  name: 'receipt-worker',
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
});

new aws.iam.RolePolicyAttachment('logs', {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,
});

new aws.iam.RolePolicy('receipts', {
  role: role.id,
  policy: JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:*'],
        Resource: '*',
      },
    ],
  }),
});

const worker = new aws.lambda.Function('worker', {
  name: 'receipt-worker',
  role: role.arn,
  code: new pulumi.asset.FileArchive('dist/worker.zip'),
  runtime: 'provided.al2',
  handler: 'worker',
  memorySize: 256,
  timeout: 60,
  environment: {
    variables: {
      RECEIPTS_TABLE: 'receipts',
      PRINTER_TOKEN: 'tR7!vq2#Lm9$Zx4w',
      LEGACY_PRINTER: 'lp0',
      AWS_REGION: 'eu-west-1',
    },
  },
});

const receipts = new aws.sqs.Queue('receipts', {
  name: 'receipts',
  visibilityTimeoutSeconds: 30,
});

new aws.lambda.EventSourceMapping('receipts', {
  eventSourceArn: receipts.arn,
  functionName: worker.arn,
  batchSize: 10,
});

new aws.lambda.Permission('receipts', {
  action: 'lambda:InvokeFunction',
  function: worker.name,
  principal: 'sns.amazonaws.com',
});
