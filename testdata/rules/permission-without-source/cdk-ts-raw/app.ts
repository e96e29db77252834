import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';

class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    const api = new GoFunction(this, 'Api', { entry: '.' });

    const nightly = new events.CfnRule(this, 'Nightly', {
      scheduleExpression: 'rate(1 day)',
      targets: [{ arn: api.functionArn, id: 'api' }],
    });
    new lambda.CfnPermission(this, 'Events', { // want: Events lets events.amazonaws.com invoke Api
      action: 'lambda:InvokeFunction',
      functionName: api.functionName,
      principal: 'events.amazonaws.com',
    });

    const orders = new sns.CfnTopic(this, 'Orders', {});
    new sns.CfnSubscription(this, 'Subscription', {
      topicArn: orders.attrTopicArn,
      protocol: 'lambda',
      endpoint: api.functionArn,
    });
    new lambda.CfnPermission(this, 'Topic', { // want: Topic lets sns.amazonaws.com invoke Api
      action: 'lambda:InvokeFunction',
      functionName: api.functionArn,
      principal: 'sns.amazonaws.com',
    });

    const group = new logs.CfnLogGroup(this, 'Group', { retentionInDays: 7 });
    new logs.CfnSubscriptionFilter(this, 'Filter', {
      logGroupName: group.ref,
      destinationArn: api.functionArn,
      filterPattern: '',
    });
    new lambda.CfnPermission(this, 'Logs', { // want: Logs lets logs.amazonaws.com invoke Api
      action: 'lambda:InvokeFunction',
      functionName: api.functionName,
      principal: 'logs.amazonaws.com',
    });

    const allowed = new lambda.CfnPermission(this, 'Uploads', { // want: Uploads lets s3.amazonaws.com invoke Api
      action: 'lambda:InvokeFunction',
      functionName: api.functionName,
      principal: 's3.amazonaws.com',
    });
    const bucket = new s3.CfnBucket(this, 'Bucket', {
      notificationConfiguration: {
        lambdaConfigurations: [{ event: 's3:ObjectCreated:*', function: api.functionArn }],
      },
    });
    bucket.addDependency(allowed);
  }
}

new Shop(new cdk.App(), 'Shop');
