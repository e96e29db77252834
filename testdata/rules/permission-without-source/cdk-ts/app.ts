import * as cdk from 'aws-cdk-lib';
import { GoFunction } from '@aws-cdk/aws-lambda-go-alpha';
import * as iam from 'aws-cdk-lib/aws-iam';

const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');

const api = new GoFunction(stack, 'Api', { entry: '.' });
api.addPermission('Events', { // want: Events lets events.amazonaws.com invoke Api on behalf of anybody
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
});
api.addPermission('Rule', {
  principal: new iam.ServicePrincipal('events.amazonaws.com'),
  sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/nightly',
});
