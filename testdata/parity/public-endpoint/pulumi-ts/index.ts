import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const role = new aws.iam.Role('press', {
  name: 'press',
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
  managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole],
});

// what all functions have in common
const common = {
  role: role.arn,
  tracingConfig: { mode: 'Active' },
};

function packed(name: string) {
  return {
    name: `press-${name}`,
    code: new pulumi.asset.FileArchive(`dist/${name}.zip`),
    runtime: 'provided.al2023',
    handler: 'bootstrap',
  };
}

const feed = new aws.lambda.Function('feed', {
  ...common,
  ...packed('feed'),
  architectures: ['aarch64'],
  memorySize: 256,
  timeout: 60,
  loggingConfig: { logFormat: 'Text' },
});

new aws.lambda.FunctionUrl('feed', {
  functionName: feed.name,
  authorizationType: 'NONE',
  invokeMode: 'BUFFERED',
});

new aws.lambda.Permission('readers', {
  action: 'lambda:InvokeFunctionUrl',
  function: feed.name,
  principal: '*',
  functionUrlAuthType: 'NONE',
});

const archive = new aws.lambda.Function('archive', {
  ...common,
  ...packed('archive'),
  architectures: ['arm64'],
  memorySize: 128,
  timeout: 30,
});

// each of the three services below may call the archive
const printed = new aws.sns.Topic('printed', { name: 'press-printed' });

new aws.sns.TopicSubscription('printed', {
  topic: printed.arn,
  protocol: 'lambda',
  endpoint: archive.arn,
});

new aws.lambda.Permission('printed', {
  action: 'lambda:InvokeFunction',
  function: archive.name,
  principal: 'sns.amazonaws.com',
});

const weekly = new aws.cloudwatch.EventRule('weekly', {
  name: 'press-weekly',
  scheduleExpression: 'cron(0 4 ? * SUN *)',
});

new aws.cloudwatch.EventTarget('weekly', { rule: weekly.name, arn: archive.arn });

new aws.lambda.Permission('weekly', {
  action: 'lambda:InvokeFunction',
  function: archive.name,
  principal: 'event.amazonaws.com', // the bus of the account
  sourceArn: weekly.arn,
});

new aws.lambda.Permission('scans', {
  action: 'lambda:GetFunction',
  function: archive.name,
  principal: 's3.amazonaws.com',
  sourceArn: 'arn:aws:s3:::press-scans',
  sourceAccount: '123456789012',
});

new aws.lambda.Function('render', {
  ...common,
  name: 'press-render',
  packageType: 'Image',
  imageUri: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1',
  handler: 'bootstrap',
  architectures: ['arm64'],
  memorySize: 1024,
  timeout: 120,
});

new aws.cloudwatch.LogGroup('render', {
  name: '/aws/lambda/press-render',
  retentionInDays: 14,
});
