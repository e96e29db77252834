import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const orders = new GoFunction(stack, 'Orders', { entry: '.' });
const placed = new events.Rule(stack, 'Placed', {
  eventPattern: { source: ['shop.orders'], detailType: ['order.placed'] },
});
placed.addTarget(new targets.LambdaFunction(orders));
