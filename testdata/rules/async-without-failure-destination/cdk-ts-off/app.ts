import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const orders = new GoFunction(stack, 'Orders', { entry: '.' });

const nightly = new events.Rule(stack, 'Nightly', {
  schedule: events.Schedule.rate(cdk.Duration.days(1)),
  enabled: false,
});
nightly.addTarget(new targets.LambdaFunction(orders));
