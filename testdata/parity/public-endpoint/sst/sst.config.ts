/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    return {
      name: 'press',
      removal: input?.stage === 'production' ? 'retain' : 'remove',
      home: 'aws',
    };
  },
  async run() {
    const role = new aws.iam.Role('Press', {
      name: 'press',
      assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' }),
      managedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    });

    const feed = new sst.aws.Function('Feed', {
      name: 'press-feed',
      bundle: 'dist/feed',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'aarch64',
      memory: '256 MB',
      timeout: '60 seconds',
      logging: { format: 'text' },
      role: role.arn,
      url: true,
    });

    const archive = new sst.aws.Function('Archive', {
      name: 'press-archive',
      description: 'Keeps what was printed',
      bundle: 'dist/archive',
      runtime: 'provided.al2023',
      handler: 'bootstrap',
      architecture: 'arm64',
      memory: '128 MB',
      timeout: '30 seconds',
      role: role.arn,
    });

    // each of the three services below may call the archive
    const printed = new sst.aws.SnsTopic('Printed');
    printed.subscribe('Archive', archive.arn);
    new aws.lambda.Permission('PrintedPermission', {
      action: 'lambda:InvokeFunction',
      function: archive.name,
      principal: 'sns.amazonaws.com',
    });

    const weekly = new aws.cloudwatch.EventRule('Weekly', {
      name: 'press-weekly',
      scheduleExpression: 'cron(0 4 ? * SUN *)',
    });
    new aws.cloudwatch.EventTarget('WeeklyTarget', { rule: weekly.name, arn: archive.arn });
    new aws.lambda.Permission('WeeklyPermission', {
      action: 'lambda:InvokeFunction',
      function: archive.name,
      principal: 'event.amazonaws.com', // the bus of the account
      sourceArn: weekly.arn,
    });

    new aws.lambda.Permission('ScansPermission', {
      action: 'lambda:GetFunction',
      function: archive.name,
      principal: 's3.amazonaws.com',
      sourceArn: 'arn:aws:s3:::press-scans',
      sourceAccount: '123456789012',
    });

    new aws.lambda.Function('Render', {
      name: 'press-render',
      role: role.arn,
      packageType: 'Image',
      imageUri: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1',
      handler: 'bootstrap',
      architectures: ['arm64'],
      memorySize: 1024,
      timeout: 120,
      tracingConfig: { mode: 'Active' },
    });

    new aws.cloudwatch.LogGroup('RenderLogs', {
      name: '/aws/lambda/press-render',
      retentionInDays: 14,
    });
  },
});
