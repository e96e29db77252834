import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });

function scheduled(name: string, target: GoFunction, state: string) {
  new scheduler.CfnSchedule(stack, name, {
    flexibleTimeWindow: { mode: 'OFF' },
    scheduleExpression: 'rate(1 day)',
    state,
    target: { arn: target.functionArn, roleArn: role.roleArn },
  });
}

const nightly = new GoFunction(stack, 'Nightly', { entry: '.' }); // want: Nightly has no failure destination
scheduled('EveryNight', nightly, 'ENABLED');
const paused = new GoFunction(stack, 'Paused', { entry: '.' });
scheduled('Sometime', paused, 'DISABLED');
const kept = new GoFunction(stack, 'Kept', { entry: '.', deadLetterQueue: new sqs.Queue(stack, 'Dead') });
scheduled('EveryDay', kept, 'ENABLED');

const told = new GoFunction(stack, 'Told', { entry: '.' }); // want: Told has no failure destination
new sns.CfnSubscription(stack, 'Subscription', {
  topicArn: new sns.Topic(stack, 'Orders').topicArn,
  protocol: 'lambda',
  endpoint: told.functionArn,
});
const queue = new sqs.Queue(stack, 'Queue');
new sns.CfnSubscription(stack, 'Queued', {
  topicArn: new sns.Topic(stack, 'Bills').topicArn,
  protocol: 'sqs',
  endpoint: queue.queueArn,
});

const uploads = new GoFunction(stack, 'Uploads', { entry: '.' }); // want: Uploads has no failure destination
new s3.CfnBucket(stack, 'Bucket', {
  notificationConfiguration: {
    lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: uploads.functionArn }],
  },
});

const welcome = new GoFunction(stack, 'Welcome', { entry: '.' });
new cognito.CfnUserPool(stack, 'Users', { lambdaConfig: { postConfirmation: welcome.functionArn } });
