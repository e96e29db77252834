import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
const other = new cdk.Stack(app, 'Mail');

const night = new GoFunction(stack, 'Night', { entry: '.' });
const nightly = new events.CfnRule(stack, 'Nightly', {
  scheduleExpression: 'rate(1 day)',
  targets: [{ id: 'night', arn: night.functionArn }],
});
night.addPermission('Events', { // want: Events lets events.amazonaws.com invoke Night on behalf of anybody
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
});

// This rule is made after all that belongs to the function, the permission is part of that.
const day = new GoFunction(stack, 'Day', { entry: '.' });
const daily = new events.CfnRule(stack, 'Daily', {
  scheduleExpression: 'rate(1 day)',
  targets: [{ id: 'day', arn: day.functionArn }],
});
daily.node.addDependency(day);
day.addPermission('Events', { // want: Events lets events.amazonaws.com invoke Day on behalf of anybody
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
});

// The other stack needs this one already.
const mail = new GoFunction(stack, 'Mailer', { entry: '.' });
const topic = new sns.Topic(other, 'Topic');
new sns.CfnSubscription(other, 'Subscription', { topicArn: topic.topicArn, protocol: 'lambda', endpoint: mail.functionArn });
mail.addPermission('Topic', { // want: Topic lets sns.amazonaws.com invoke Mailer on behalf of anybody
  principal: new iam.ServicePrincipal('sns.amazonaws.com'),
});

// A permission by itself.
const late = new GoFunction(stack, 'Late', { entry: '.' });
const weekly = new events.CfnRule(stack, 'Weekly', {
  scheduleExpression: 'rate(7 days)',
  targets: [{ id: 'late', arn: late.functionArn }],
});
const permission = new lambda.CfnPermission(stack, 'Permission', { // want: Permission lets events.amazonaws.com invoke Late on behalf of anybody
  action: 'lambda:InvokeFunction',
  functionName: late.functionArn,
  principal: 'events.amazonaws.com',
});
weekly.addDependency(permission);
