import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const orders = new GoFunction(stack, 'Orders', { entry: '.' });
const placed = new events.CfnRule(stack, 'Placed', {
  eventPattern: { source: ['shop.orders'], 'detail-type': ['order.placed'] },
  targets: [{ id: 'orders', arn: orders.functionArn }],
});
orders.addPermission('Placed', {
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
  sourceArn: placed.attrArn,
});
