import * as cdk from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

const IMAGE = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1';

/** Prints a newspaper. */
export class PressStack extends cdk.Stack {
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props?: cdk.StackProps) {
    super(scope, id, props);

    this.role = new iam.Role(this, 'Role', {
      roleName: 'press',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole')],
    });

    this.publish();
    this.keep();
    this.render();
  }

  /** What all packages of this repository have in common. */
  private packed(name: string) {
    return {
      functionName: `press-${name}`,
      role: this.role,
      code: lambda.Code.fromAsset(`dist/${name}.zip`),
      runtime: lambda.Runtime.PROVIDED_AL2023,
      handler: 'bootstrap',
      tracing: lambda.Tracing.ACTIVE,
    };
  }

  /** Shows the newspaper to everybody. */
  private publish() {
    const feed = new lambda.Function(this, 'Feed', {
      ...this.packed('feed'),
      architecture: lambda.Architecture.custom('aarch64'),
      memorySize: 256,
      timeout: cdk.Duration.minutes(1),
      loggingFormat: lambda.LoggingFormat.TEXT,
    });

    new lambda.CfnUrl(this, 'FeedUrl', {
      targetFunctionArn: feed.functionArn,
      authType: 'NONE',
      invokeMode: 'BUFFERED',
    });

    new lambda.CfnPermission(this, 'Readers', {
      action: 'lambda:InvokeFunctionUrl',
      functionName: feed.functionName,
      principal: '*',
      functionUrlAuthType: 'NONE',
    });
  }

  /** Lets three services call the archive. */
  private keep() {
    const archive = new lambda.Function(this, 'Archive', {
      ...this.packed('archive'),
      architecture: lambda.Architecture.ARM_64,
      memorySize: 128,
      timeout: cdk.Duration.seconds(30),
    });

    const printed = new sns.Topic(this, 'Printed', { topicName: 'press-printed' });
    printed.addSubscription(new subscriptions.LambdaSubscription(archive));
    archive.addPermission('PrintedPermission', {
      principal: new iam.ServicePrincipal('sns.amazonaws.com'),
    });

    const weekly = new events.Rule(this, 'Weekly', {
      ruleName: 'press-weekly',
      schedule: events.Schedule.expression('cron(0 4 ? * SUN *)'),
      targets: [new targets.LambdaFunction(archive)],
    });
    archive.addPermission('WeeklyPermission', {
      principal: new iam.ServicePrincipal('event.amazonaws.com'), // the bus of the account
      sourceArn: weekly.ruleArn,
    });

    archive.addPermission('ScansPermission', {
      action: 'lambda:GetFunction',
      principal: new iam.ServicePrincipal('s3.amazonaws.com'),
      sourceArn: 'arn:aws:s3:::press-scans',
      sourceAccount: '123456789012',
    });
  }

  /** Makes a function of an image that comes from elsewhere. */
  private render() {
    new lambda.CfnFunction(this, 'Render', {
      functionName: 'press-render',
      role: this.role.roleArn,
      packageType: 'Image',
      code: { imageUri: IMAGE },
      handler: 'bootstrap',
      architectures: ['arm64'],
      memorySize: 1024,
      timeout: 120,
      tracingConfig: { mode: 'Active' },
    });

    new logs.LogGroup(this, 'RenderLogs', {
      logGroupName: '/aws/lambda/press-render',
      retention: logs.RetentionDays.TWO_WEEKS,
    });
  }
}
